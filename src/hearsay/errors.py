"""Every error Hearsay raises on purpose.

HearsayError                one line: what is wrong, in which file and record, what to do
  IngestError               a document that cannot be read
  WorldError                a knowledge table with a bad row
  LexiconError              a lexicon file with a bad entry
  ReaderError               a reader that cannot be loaded or breaks its contract
  LedgerError               a ledger that cannot be opened, read or written
    NewerLedgerError        a ledger made by a later version of Hearsay
    OlderLedgerError        a ledger of an earlier version, opened only to be read
    NotInLedgerError        a question after a document or event that the ledger does not hold
    SlowQuestionError       a question that took longer than it was given
    StaleReviewError        a verdict on something that has changed since it was shown
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


class LedgerError(HearsayError):
    """The ledger could not be opened, read or written."""


class NewerLedgerError(LedgerError):
    """A later version of Hearsay made this ledger."""


class OlderLedgerError(LedgerError):
    """An earlier version of Hearsay made this ledger: opening it for writing brings it up to date."""


class NotInLedgerError(LedgerError):
    """The ledger holds no such document, event or actor."""


class UnknownTypeError(LedgerError):
    """An event type was asked for that is neither PLOVER's nor one of the ledger's own."""


class StaleReviewError(LedgerError):
    """What a verdict is about has changed since it was shown: nothing was stored."""


class SlowQuestionError(LedgerError):
    """Answering took longer than whoever opened the ledger allows."""
