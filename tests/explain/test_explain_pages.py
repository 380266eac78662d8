"""Explanations: they say what the coding says, mark the words it stands on, and are safe to open."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.explain import explanation, fragment, page
from hearsay.explain.marks import Mark, pieces
from hearsay.explain.wording import act, word
from hearsay.ingest import make_document
from hearsay.records import Coding, EventType
from tests.hand_made import coding_of

TEXT = "IRNA said Iran met Oman on Monday. Then Iran attacked Oman."
VOID = {"meta", "br", "img", "link", "input", "hr"}


class Page(HTMLParser):
    """Tags, attributes and text of a page; fails when tags do not nest."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] != ["style"]:
            self.text += data


def coding(text: str = TEXT, **fields: str) -> Coding:
    return coding_of(make_document(text, **{"id": "talks", "published": "2024-07-15", "outlet": "The Star", **fields}))


def test_a_page_says_who_did_what_according_to_whom():
    shown = Page(page([coding(title="Talks in Muscat")]))
    for words in (
        "Talks in Muscat", "The Star", "CONSULT", "meets or talks", "IRNA", "ASSAULT aerial", "attacks, from the air",
        "small.v", "met -nsubj-> Iran", "names:Iran", "confidence 0.75", "scale -9.5",
    ):  # fmt: skip
        assert words in shown.text


def test_a_page_stands_alone():
    source = page([coding(), coding("Oman met Iran.", id="more")])
    shown = Page(source)
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(shown.tags)
    assert not {name for name, _ in shown.attributes if name in ("src", "action") or name.startswith("on")}
    assert all(value.startswith("#") for name, value in shown.attributes if name == "href")
    assert "default-src 'none'" in source
    assert not re.search(r"url\(|@import|https?:", source)


def test_links_lead_to_their_events():
    shown = Page(page([coding(), coding("Oman met Iran.", id="more")]))
    assert len(shown.ids) == len(set(shown.ids))
    targets = {value[1:] for name, value in shown.attributes if name == "href"}
    assert len(targets) == 3
    assert targets <= set(shown.ids)


HOSTILE = (
    "<script>alert(1)</script> Iran met Oman</blockquote></style><img src=x onerror=alert(2)> "
    '"\' onmouseover="x" &lt;b&gt; \u202ereversed\x00\x1b[31m. Javascript said Iran attacked Oman.'
)


def test_hostile_text_stays_text():
    made = coding(HOSTILE, title="</h1><script>x</script>", outlet='"><svg onload=x>', url="javascript:alert(1)")
    for source in (page([made]), fragment(made)):
        shown = Page(source)
        assert not {"script", "img", "svg"} & set(shown.tags)
        assert not [name for name, _ in shown.attributes if name.startswith("on")]
        assert "javascript:" not in [value for name, value in shown.attributes if name in ("href", "src")]
        assert "<script>alert(1)</script>" in shown.text
        assert not set("\u202e\x00\x1b") & set(source)


def test_a_notebook_shows_the_fragment():
    made = coding()
    assert made._repr_html_() == fragment(made)
    Page(fragment(made))


def test_nothing_found_is_said():
    assert "No events were found." in Page(page([coding("It rained.")])).text
    assert explanation(coding("It rained.")).splitlines()[1] == "0 events, 0 reports"


def test_the_terminal_says_the_same_without_colour():
    assert explanation(coding(title="Talks")) == (
        "Talks  The Star  2024-07-15\n"
        "2 events, 1 report\n"
        "\n"
        "1  CONSULT  meets or talks  (words of cooperation, scale +2.5)\n"
        "           who  Iran  government  known from names:Iran\n"
        "           who  Oman  government  known from names:Oman\n"
        "          when  2024-07-15\n"
        "        status  actual: told as having happened\n"
        "    confidence  0.75\n"
        "\n"
        "    IRNA [says] said Iran [who] met [act] Oman [who] on Monday.\n"
        "       told by  The Star → IRNA (Iran, news media, government)\n"
        "         entry  small.v\n"
        "         words  met -nsubj-> Iran\n"
        "\n"
        "2  ASSAULT aerial  attacks, from the air  (deeds of conflict, scale -9.5)\n"
        "           who  Iran  government  known from names:Iran\n"
        "       to whom  Oman  government  known from names:Oman\n"
        "          when  2024-07-15\n"
        "        status  actual: told as having happened\n"
        "    confidence  0.75\n"
        "\n"
        "    Then Iran [who] attacked [act] Oman [to whom].\n"
        "       told by  The Star\n"
        "         entry  small.v\n"
        "         words  attacked -nsubj-> Iran\n"
        "\n"
        "Who says what\n"
        "  The Star → IRNA (Iran, news media, government)  said\n"
        "    Iran met Oman\n"
    )


@pytest.mark.parametrize("width", [24, 40, 80, 200])
def test_the_terminal_text_fits(width: int):
    made = coding(f"IRNA said Iran met Oman {'with a view to more of the same ' * 5}on Monday.", title="Talks " * 20)
    assert max(map(len, explanation(made, width=width).splitlines())) <= width


def test_colour_only_where_it_is_wanted():
    assert "\x1b[" in explanation(coding(), colour=True)
    assert "\x1b" not in explanation(coding(HOSTILE))


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.sampled_from(["trigger", "actor", "date"]), st.integers(0, 40), st.integers(0, 40))),
)
def test_pieces_are_the_text_again(text: str, spans: list[tuple[str, int, int]]):
    marks = [Mark(role, (min(a, b), max(a, b))) for role, a, b in spans if a != b]
    parts = pieces(text, (0, len(text)), marks)
    assert "".join(part.text for part in parts) == text
    for mark in marks:
        covered = "".join(part.text for part in parts if mark in part.marks)
        assert covered == text[slice(*mark.span)]


def test_every_type_has_plain_words():
    assert [word("event", code) for code in EventType.__args__ if word("event", code) == code] == []
    assert act(coding().events[1]) == "attacks, from the air"
