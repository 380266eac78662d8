"""Trees from CoNLL-U."""

import pytest

from hearsay.errors import ReaderError
from hearsay.reading.conllu import document_from_conllu, reading_from_conllu
from hearsay.reading.tree import ROOT, Sentence, Word

TREE = """\
# newpar
# sent_id = one
1-2\tThey're\t_\t_\t_\t_\t_\t_\t_\t_
1\tThey\tthey\tPRON\tPRP\t_\t3\tnsubj\t_\t_
2\t're\tbe\tAUX\tVBP\t_\t3\tcop\t_\t_
3\there\there\tADV\tRB\t_\t0\troot\t_\tSpaceAfter=No
3.1\tnow\tnow\tADV\tRB\t_\t_\t_\t_\t_
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
# sent_id = two
1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_
"""


def test_words_stand_where_the_text_has_them() -> None:
    document = document_from_conllu(TREE)
    assert document.text == "They're here.\n\nGo"
    reading = reading_from_conllu(document, TREE)
    reading.check()
    assert reading.words[:2] == (
        Word(0, 0, 4, "They", "PRON", "PRP", "they", 2, "nsubj"),
        Word(1, 4, 7, "'re", "AUX", "VBP", "be", 2, "cop"),
    )
    assert [w.head for w in reading.words] == [2, 2, ROOT, 2, ROOT]
    assert reading.sentences == (Sentence(0, 0, 3, 0, 13, 0, "body"), Sentence(1, 4, 4, 15, 17, 1, "body"))


def test_another_text_is_refused_by_the_first_word_that_is_not_there() -> None:
    document = document_from_conllu(TREE).model_copy(update={"text": "They are here."})
    with pytest.raises(ReaderError, match="sentence one"):
        reading_from_conllu(document, TREE)


def test_a_line_with_too_few_columns_is_refused() -> None:
    with pytest.raises(ReaderError, match="3 columns"):
        document_from_conllu("1\tGo\tgo\n\n")
