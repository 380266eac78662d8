"""The command line. ``app`` is the Typer application, ``main`` runs it and gives the exit status."""

from hearsay.cli.app import app, main

__all__ = ["app", "main"]
