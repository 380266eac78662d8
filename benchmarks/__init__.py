"""Measurements of Hearsay: accuracy against open gold sets, and speed. Not part of the installed package."""
