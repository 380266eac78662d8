"""How right Hearsay is, against open gold sets kept in a ``shared`` folder beside the checkout.

``python -m benchmarks.accuracy`` codes the sets, scores them, compares with ``benchmarks/floors.toml`` and fails
when a figure fell. ``python -m benchmarks.accuracy.errors`` shows what went wrong, mention by mention.
Without the folder both say so and end with status 0: the package and its tests never need it.
"""
