"""How Hearsay codes the unit and validation sentences of PETRARCH-2."""
