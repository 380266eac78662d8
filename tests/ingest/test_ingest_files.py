"""Files, folders and streams: everything readable is read, everything else is one line."""

import io
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.ingest import Defaults, Problem, make_document, read_documents, read_incoming
from hearsay.ingest.tables import read_json_lines
from hearsay.records import Document

SUFFIXES = ".txt .text .md .markdown .html .htm .xhtml .jsonl .ndjson .json .csv .tsv"
COLUMNS = "id, text, title, published, outlet, url"
AS_TEXT = "save the article's text as .txt"


def read(*paths: object, **defaults: object) -> tuple[list[Document], list[str]]:
    """The documents, and the problems as lines without the folder's name."""
    items = list(read_documents([str(path) for path in paths], Defaults(**defaults)))
    folder = str(Path(str(paths[0])).parent) + "/"
    return [i for i in items if isinstance(i, Document)], [
        i.line().replace(folder, "") for i in items if isinstance(i, Problem)
    ]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@given(st.text(min_size=1).filter(lambda t: t.strip() and not t.startswith("\ufeff")))
def test_plain_text_is_never_changed(text: str):
    drafts = list(read_documents(["-"], stdin=io.BytesIO(json.dumps({"id": "x", "text": text}).encode())))
    assert [d.text for d in drafts if isinstance(d, Document)] == [text]


def test_line_ends_and_marks_stay_where_they_are(tmp_path: Path):
    text = "Iran met Oman.\r\n\r\n\u200fTwo\u00a0men \t left.\rIt\u2028ended. "
    path = write(tmp_path, "a.txt", b"\xef\xbb\xbf" + text.encode())
    assert read(path, published="2024-07-15")[0] == [make_document(text, id="a", published="2024-07-15")]


def test_a_folder_is_read_in_order_and_to_its_last_folder(tmp_path: Path):
    folder = tmp_path / "news"
    for name in (
        "b.txt",
        "a/z.md",
        "a/b/c.txt",
        "a.txt",
        ".hidden/x.txt",
        "Page_files/frame.html",
        "logo.png",
        "b.css",
    ):
        write(folder, name, "Iran met Oman.")
    write(folder, "Page.html", f"<article><p>{'Iran met Oman in Muscat. ' * 20}</p></article>")
    documents, problems = read(folder, published="2024-07-15")
    assert [d.id for d in documents] == ["Page", "a", "b", "a/z", "a/b/c"]
    assert problems == ["warning: news: left out, being of other kinds: 1 with .css, 1 with .png"]


def test_json_lines_with_every_fault(tmp_path: Path):
    lines = [
        '{"id": "a", "text": "Iran met Oman.", "published": "2024-07-15", "outlet": {"name": "Star"}, "more": 1}',
        '{"id": "b", "text": ',
        "",
        '{"id": "c", "published": "2024-07-15"}',
        '{"id": "a", "text": "Again.", "published": "2024-07-15"}',
        '{"id": "d", "text": "Late.", "published": "2024-02-30"}',
        "[1]",
        '{"id": 7, "text": "Seven.", "published": 20240715, "title": null, "outlet": ""}',
        '{"id": "e", "text": 5}',
        '{"id": "f", "text": "Half \\ud83d.", "published": "2024-07-15"}',
        '{"id": "g", "text": " "}',
    ]
    documents, problems = read(write(tmp_path, "docs.jsonl", "\n".join(lines)))
    assert [(d.id, d.published, d.outlet, d.text) for d in documents] == [
        ("a", "2024-07-15", "Star", "Iran met Oman."),
        ("d", None, None, "Late."),
        ("7", "2024-07-15", None, "Seven."),
        ("f", "2024-07-15", None, "Half \ufffd."),
    ]
    assert problems == [
        "error: docs.jsonl:2: not valid JSON (Expecting value at column 21): mend it or take it out",
        "error: docs.jsonl:4: no text (its fields: id, published): put the article into the field 'text'",
        "error: docs.jsonl:5: id 'a' was taken by docs.jsonl:1, which is kept: give it another id",
        "error: docs.jsonl:6: published: there is no date '2024-02-30'; coded as a document without a date",
        "error: docs.jsonl:7: not an object with the fields id, text, title, published, outlet, url but a list",
        "error: docs.jsonl:9: field 'text' is a number: make it a string",
        "warning: docs.jsonl:10: half of a surrogate pair, which is no character, read as U+FFFD",
        "error: docs.jsonl:11: the text is empty: nothing to code",
    ]


def test_many_undated_records_are_counted_not_listed(tmp_path: Path):
    lines = "".join(json.dumps({"id": str(n), "text": "Iran met Oman."}) + "\n" for n in range(20))
    documents, problems = read(write(tmp_path, "docs.jsonl", lines))
    assert len(documents) == 20
    assert problems[-1] == "warning: docs.jsonl: 15 more documents without a date of publication"
    assert len(problems) == 6


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_with_every_fault(tmp_path: Path, mark: str):
    rows = [
        ["ID", "title", "text", "published", "url", "other"],
        ["a", "Talks", '"Iran met Oman.\nIt ""helped"""', "15 July 2024", "https://example.org", "x"],
        ["b", "", "", "2024-07-15", "", ""],
        ["c", "", "Two.", "2024-07-15", "", "", "surplus"],
        ["d", "", '"Thr"ee', "2024-07-15", "", ""],
        ["e", "", "Four."],
    ]
    documents, problems = read(write(tmp_path, "docs.csv", "\r\n".join(mark.join(row) for row in rows)))
    assert [(d.id, d.title, d.text, d.published) for d in documents] == [
        ("a", "Talks", 'Iran met Oman.\nIt "helped"', "2024-07-15"),
        ("e", None, "Four.", None),
    ]
    assert problems == [
        "error: docs.csv:4: no text (its fields: id, published): put the article into the field 'text'",
        f"error: docs.csv:5: 7 cells for 6 columns: quote text that holds a {mark!r}",
        f"error: docs.csv:6: not a row of CSV ({mark!r} expected after '\"'): check its quotation marks",
        'warning: docs.csv:7: no date of publication, so "on Monday" stays open: give it, or use --published DATE',
    ]


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_file(tmp_path: Path):
    path = write(tmp_path, "docs.csv", 'id,text,published\na,One.,2024-07-15\nb,"Two' + "\nc,Three.,2024-07-15" * 9)
    documents, problems = read(path)
    assert [d.id for d in documents] == ["a"]
    assert problems == ["error: docs.csv:3: not a row of CSV (unexpected end of data): check its quotation marks"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt", b"", "empty: nothing to code"),
        ("a.txt", b" \n\t ", "the text is empty: nothing to code"),
        ("a.txt", b"%PDF-1.7 \x00", "this is a PDF, not text: save or export it as text, HTML, CSV or JSON Lines"),
        ("a.txt", b"MZ\x00\x01", "this is a binary file, or UTF-16 without its mark: save it as text in UTF-8"),
        ("a.txt", b"\xff\xfea", "begins like UTF-16 but is cut off or broken: save it as UTF-8"),
        ("a.txt", b"\x81 and \x8d", "neither UTF-8 (byte 0) nor UTF-16 nor Windows-1252: save it as UTF-8"),
        ("a.docx", b"PK", f"files ending in .docx are not read: convert to one of {SUFFIXES}"),
        ("a.csv", b"id,body\n1,x", f"no column 'text' in the first row (id, body): name them {COLUMNS}"),
        ("a.json", b"[1", "not valid JSON (Expecting ',' delimiter at column 3): mend it or take it out"),
        ("a.html", b"<p>Please log in.</p>", f"no article found in the page, only a few words: {AS_TEXT}"),
        ("a.html", b"<html></html>", f"no article found in the page: {AS_TEXT}"),
    ],
)
def test_each_bad_file_is_one_line(tmp_path: Path, name: str, content: bytes, problem: str):
    assert read(write(tmp_path, name, content)) == ([], [f"error: {name}: {problem}"])


def test_far_too_much_text_is_refused_without_being_read(tmp_path: Path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
        file.write(b"Iran met Oman. " * 1000)
    assert read(path) == ([], [
        "error: huge.txt: a text of more than 8 MB, over the 2,000,000 characters of one document: "
        "split it into articles, or raise the limit with --max-chars"
    ])  # fmt: skip


def test_a_line_that_is_too_long_costs_itself_alone(tmp_path: Path):
    short = json.dumps({"id": "b", "text": "Two.", "published": "2024-07-15"})
    path = write(tmp_path, "docs.jsonl", json.dumps({"id": "a", "text": "x" * 900}) + "\n" + short)
    documents, problems = read(path, max_chars=100)
    assert [d.id for d in documents] == ["b"]
    assert problems == ["error: docs.jsonl:1: a line longer than 800 bytes: split it into articles"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_files_need_no_word(tmp_path: Path, encoding: str):
    line = json.dumps(
        {"id": "a", "text": "Ministro «Peña» – 北京\u2028x.", "published": "2024-07-15"}, ensure_ascii=False
    )
    for name, content in (("a.txt", "«Peña» – 北京."), ("b.jsonl", f"{line}\n\n{line}".replace('"a"', '"b"', 1)),
                          ("c.csv", "id,text,published\nc,«Peña»,2024-07-15\n")):  # fmt: skip
        documents, problems = read(write(tmp_path, name, content.encode(encoding)), published="2024-07-15")
        assert problems == []
        assert "Peña" in documents[0].text


def test_windows_files_are_read_with_a_warning(tmp_path: Path):
    documents, problems = read(write(tmp_path, "a.txt", "Peña said “no”.".encode("cp1252")), published="2024-07-15")
    assert [d.text for d in documents] == ["Peña said “no”."]
    assert problems == ["warning: a.txt: not UTF-8, read as Windows-1252: save it as UTF-8 if accents look wrong"]


def test_a_broken_byte_does_not_garble_the_rest(tmp_path: Path):
    content = "Peña, Öcalan, Erdoğan".encode() + b" \xc3 end"
    documents, problems = read(write(tmp_path, "a.txt", content), published="2024-07-15")
    assert [d.text for d in documents] == ["Peña, Öcalan, Erdoğan \ufffd end"]
    assert problems == ["warning: a.txt: 1 broken characters in UTF-8, read as U+FFFD: check how the file was made"]


def test_markdown_front_matter_describes_the_document(tmp_path: Path):
    text = (
        '---\ntitle: "Talks"\ndate: 2024-07-15\nsource: Star\nweight: 3\n---\n\n# Talks in Muscat\n\nIran met Oman.\n'
    )
    (document,), problems = read(write(tmp_path, "a.md", text))
    assert problems == []
    assert (document.title, document.published, document.outlet, document.text) == ("Talks", "2024-07-15", "Star", text)
    assert [r.kind for r in document.regions] == ["boilerplate", "headline", "body"]


def test_one_json_object_or_a_list_of_them(tmp_path: Path):
    record = {"text": "Iran met Oman.", "published": "2024-07-15"}
    one = write(tmp_path, "one.json", json.dumps(record, indent=1))
    several = write(tmp_path, "several.json", json.dumps([record | {"id": "x"}, {"id": "y"}]))
    documents, problems = read(one, several)
    assert [d.id for d in documents] == ["one", "x"]
    assert problems == ["error: several.json:record 2: no text (its fields: id): put the article into the field 'text'"]


def test_ids_are_told_apart_across_files(tmp_path: Path):
    write(tmp_path, "in/a/x.txt", "One.")
    write(tmp_path, "in/b/x.txt", "Two.")
    assert [d.id for d in read(tmp_path / "in", published="2024-07-15")[0]] == ["a/x", "b/x"]
    documents, problems = read(tmp_path / "in/a/x.txt", tmp_path / "in/b/x.txt", published="2024-07-15")
    assert [d.text for d in documents] == ["One."]
    assert problems[0].endswith("which is kept: give it another id")


def test_a_reading_left_half_done_may_be_closed_by_another_thread(tmp_path: Path):
    reading = read_incoming([str(write(tmp_path, name, "Iran met Oman.")) for name in ("a.txt", "b.txt")])
    next(reading)
    with ThreadPoolExecutor(1) as other:
        other.submit(reading.close).result()
    assert list(reading) == []


def test_a_stream_is_read_line_by_line():
    class Endless(io.RawIOBase):
        served = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            self.served += 1
            line = json.dumps({"id": str(self.served), "text": "Iran met Oman."}).encode() + b"\n"
            buffer[: len(line)] = line
            return len(line)

    raw = Endless()
    drafts = read_json_lines(io.BufferedReader(raw), "pipe", Defaults())
    for _ in range(5):
        next(drafts)
    assert raw.served < 10


def test_progress_is_told_in_bytes(tmp_path: Path):
    lines = json.dumps({"id": "a", "text": "One."}) + "\n"
    first, second = write(tmp_path, "a.jsonl", lines), write(tmp_path, "b.txt", "Two.")
    done = [i.read_bytes for i in read_incoming([str(first), str(second)]) if not isinstance(i, Problem)]
    assert done == [len(lines), len(lines) + 4]


def test_a_folder_without_articles_and_a_path_that_is_none(tmp_path: Path):
    (tmp_path / "in").mkdir()
    assert read(tmp_path / "in")[1] == [f"error: in: no file in this folder can be read: it takes {SUFFIXES}"]
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert read(tmp_path / "loop.txt")[1] == [
        "error: loop.txt: cannot be read (Too many levels of symbolic links): check the path"
    ]
