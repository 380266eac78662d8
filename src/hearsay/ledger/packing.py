"""Codings as small blobs: JSON, compressed with the document's text and the usual phrases of the format at hand.

Half of a coding are words of its text. A blob cannot be read without exactly this text and these phrases, which
therefore never change: ``data/phrases.txt`` is frozen. Blobs of older ledgers, made without either, are read as well.
"""

from __future__ import annotations

import json
import zlib
from functools import cache
from importlib.resources import files

from hearsay.records import Coding, Document

_WINDOW = 32_768
"""Bytes that zlib looks back."""


def pack(coding: Coding) -> bytes:
    """A coding as compressed JSON, without the document, which is stored beside it."""
    packer = zlib.compressobj(9, memLevel=9, zdict=_known(coding.document))
    record = coding.model_dump_json(by_alias=True, exclude={"document"}).encode()
    return packer.compress(record) + packer.flush()


def unpack(record: bytes, document: Document) -> Coding:
    """The coding that :func:`pack` wrote, of its document."""
    unpacker = zlib.decompressobj(zdict=_known(document))
    return Coding.model_validate({**json.loads(unpacker.decompress(record)), "document": document})


def _known(document: Document) -> bytes:
    phrases = _phrases()
    return document.text.encode()[-(_WINDOW - len(phrases)) :] + phrases


@cache
def _phrases() -> bytes:
    return (files("hearsay.ledger") / "data/phrases.txt").read_bytes()
