"""Fits the confidence of codings and measures how well it holds."""
