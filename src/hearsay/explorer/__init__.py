"""The ledger as pages to look at, and as JSON: :func:`create_app` makes the web application. See docs/explorer.md."""

from hearsay.explorer.app import create_app

__all__ = ["create_app"]
