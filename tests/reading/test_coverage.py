from hearsay.reading.conllu import reading_from_conllu
from hearsay.reading.coverage import unread
from hearsay.records import Document, Note

TREE = "1\tHello\thello\tINTJ\tUH\t_\t0\troot\t_\t_\n2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n"


def test_a_text_read_to_its_end_has_no_note():
    assert unread(reading_from_conllu(Document(id="a", digest="", text="Hello. \n"), TREE)) == ()


def test_a_text_read_in_part_says_from_where():
    reading = reading_from_conllu(Document(id="a", digest="", text="Hello. More to come"), TREE)
    assert unread(reading) == (
        Note(
            kind="unread",
            message="only the first 6 of 19 characters were read; split the text into articles",
            spans=((6, 19),),
        ),
    )
