"""Files, web pages and tables in; documents out. Knows nothing of language or events.

:func:`make_document` is the one place where a document is made; :func:`read_documents` streams documents from
paths, folders and standard input, and yields a :class:`Problem` where one cannot be read.
"""

from hearsay.ingest.document import MAX_CHARS, make_document
from hearsay.ingest.drafts import Defaults, Incoming
from hearsay.ingest.files import STANDARD_INPUT, read_documents, read_incoming, total_bytes
from hearsay.ingest.problems import Problem

__all__ = [
    "MAX_CHARS",
    "STANDARD_INPUT",
    "Defaults",
    "Incoming",
    "Problem",
    "make_document",
    "read_documents",
    "read_incoming",
    "total_bytes",
]
