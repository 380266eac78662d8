"""Codings come back from their blobs, those of earlier versions too."""

import zlib
from base64 import b64decode

import pytest

from hearsay.ledger.packing import pack, unpack
from tests.ledger.made import act, told

CODING = told("Gulf Sentinel", "2024-07-15", act("Iran", "CONSULT", "Oman", "IRNA", date="2024-07-14"), id="talks")
FROZEN = (
    "ePnddI1QzVmxDsIgEP0XZ2o4UqOOjjVRE3djiNam0Wq01cX03wUKylFqaOLgWFJ6lPd43Lt7NsOaVVb2qiZV/HQsoxSsvzd22M9x"
    "tJeykCJmyOYnipmsl53LzG/nKLs8vopkW9B0JNldRZFWi+5IlyIsks6/GGVxRMcRxEE50A8usuud77c7tckgXt5xuUpmn3EayzZR"
    "JvxzWaX5O6qA4yAbRjISHU4cD2ZxWsGLWAwjAqqV04wYJ1ekld17AErA4woV0K7WwJSwjuROweVkNIYz6+XsK2fm6tlhDg/LBCmx"
    "iv86knN4ayyxlLDYY3CTjgb/oIeuFXyfDgVi5f1UfaRl00KxbrlN64TeAIuVAfajZf+yrwGXQvMZXAc269YNSNIyUxKFwBtLsJd5"
    "TT4CcdD3XtEcwTXu2luGqF/6FcGd"
)


def test_a_coding_comes_back_whole():
    assert unpack(pack(CODING), CODING.document) == CODING


def test_a_long_text_is_no_hindrance():
    more = "More words \u00e9. " * 9000
    long = told("Gulf Sentinel", "2024-07-15", act("Iran", "CONSULT", "Oman"), id="long", more=more)
    assert unpack(pack(long), long.document) == long


def test_a_blob_of_this_version_is_read_for_ever():
    assert unpack(b64decode(FROZEN), CODING.document) == CODING


def test_a_blob_of_the_first_ledgers_is_read():
    plain = zlib.compress(CODING.model_dump_json(by_alias=True, exclude={"document"}).encode())
    assert unpack(plain, CODING.document) == CODING


def test_another_text_is_noticed():
    other = CODING.document.model_copy(update={"text": CODING.document.text + "!"})
    with pytest.raises(zlib.error):
        unpack(pack(CODING), other)
