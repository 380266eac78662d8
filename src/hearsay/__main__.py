"""``python -m hearsay``: the command line, where the ``hearsay`` script is not on the path."""

import sys

from hearsay.cli import main

if __name__ == "__main__":  # worker processes import this module again
    sys.exit(main())
