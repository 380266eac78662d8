"""How well copies are told from independent reports, on sixty reports written for the project."""
