"""How long questions take on generated ledgers: ``python -m benchmarks.ledger --size 100000``."""
