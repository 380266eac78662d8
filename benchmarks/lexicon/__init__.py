"""How much the lexicon knows of what political actors do, and how it does on the sentences of an older coder."""
