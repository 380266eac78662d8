"""The program that is killed: ``hearsay add`` with a quick coder, so that most of its time goes into storing."""

import sys

from hearsay.cli import main, work
from tests.hand_made import SmallCoder

work.load_coder = SmallCoder  # type: ignore[assignment]

if __name__ == "__main__":
    sys.exit(main())
