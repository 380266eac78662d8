"""How well and how fast the reader reads: ``python -m benchmarks.reader``."""
