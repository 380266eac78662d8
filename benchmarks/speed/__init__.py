"""How fast Hearsay is, how much memory it takes, and how soon the first result comes: ``python -m benchmarks.speed``.

Everything is measured on this machine in one run, beside a yardstick: a blank spaCy pipeline of the efficiency
kind (tagger, parser and names on one shared CNN) on the same texts, pinned to one core like the rest.
"""
