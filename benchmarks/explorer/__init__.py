"""How long pages of the explorer take on a generated ledger, and how it bears many readers at once."""
