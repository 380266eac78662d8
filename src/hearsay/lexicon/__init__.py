"""Looking after the lexicon: is a project's table sound, which words are missing, why was a sentence coded so.

    >>> from hearsay import lexicon
    >>> lexicon.check("my-project")
    >>> lexicon.coverage(documents)
    >>> lexicon.why("Iran condemned the strike.")

``hearsay lexicon check``, ``coverage`` and ``why`` say the same on the command line. Form and meaning of the tables:
:mod:`hearsay.events.lexicon`.
"""

from hearsay.lexicon.checking import Finding, check
from hearsay.lexicon.coverage import Coverage, Predicate, coverage
from hearsay.lexicon.why import Tried, Trying, why

__all__ = ["Coverage", "Finding", "Predicate", "Tried", "Trying", "check", "coverage", "why"]
