"""Builds the packaged knowledge tables from raw extracts and the curated tables beside this file."""
