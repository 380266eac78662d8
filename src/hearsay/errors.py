"""Every error Hearsay raises on purpose.

    HearsayError                one line: what is wrong, in which file and record, what to do
      IngestError               a document that cannot be read
      WorldError                a knowledge table with a bad row
      LexiconError              a lexicon file with a bad entry
      ReaderError               a reader that cannot be loaded or breaks its contract
"""


class HearsayError(Exception):
    """Base of all errors that a user can mend; the message is one line and names the remedy."""


class IngestError(HearsayError):
    """A document could not be read."""


class WorldError(HearsayError):
    """A knowledge table is broken."""


class LexiconError(HearsayError):
    """A lexicon file is broken."""


class ReaderError(HearsayError):
    """The reader could not be loaded, or its output breaks the contract of ``reading.tree``."""
