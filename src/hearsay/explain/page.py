"""An explanation as HTML: a page that stands alone, or a fragment for a notebook. One style sheet serves both.

Everything that comes from an article is escaped here, once, in :func:`_text`; nothing is fetched from anywhere, and
a page says so to the browser (Content-Security-Policy).
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from hearsay.explain.marks import Piece, pieces
from hearsay.explain.rules import rule_words
from hearsay.explain.story import (
    EventStory,
    Link,
    MentionStory,
    Person,
    event_stories,
    member_words,
    report_stories,
    trigger_marks,
)
from hearsay.explain.wording import standing, word
from hearsay.export.printable import printable, shortened
from hearsay.records import Coding, Region

_LEGEND = ("trigger", "actor", "recipient", "source", "place", "date", "number")


@cache
def _style() -> str:
    return files("hearsay.explain").joinpath("page.css").read_text("utf-8")


def page(codings: Iterable[Coding]) -> str:
    """A whole page that explains some codings; it stands alone and needs no network."""
    return page_head() + "\n".join(article(coding) for coding in codings) + page_tail()


def page_head() -> str:
    """All that comes before the first article of a page."""
    legend = "".join(f'<li><mark class="{role}">{word("role", role)}</mark></li>' for role in _LEGEND)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>Hearsay: who did what, according to whom</title>\n<style>\n{_style()}</style>\n</head>\n"
        '<body class="hearsay">\n<header class="top"><p class="brand">Hearsay</p>\n'
        "<p>Who did what to whom, according to whom: each event with the words it was read from.</p>\n"
        f'<ul class="legend" aria-label="How words are marked">{legend}'
        '<li><span class="chip cooperation">cooperation</span></li><li><span class="chip conflict">conflict</span></li>'
        "</ul></header>\n<main>\n"
    )


def page_tail() -> str:
    """All that comes after the last article of a page."""
    return "\n</main>\n</body>\n</html>\n"


def fragment(coding: Coding) -> str:
    """The explanation of one coding for a notebook's output cell."""
    return f'<div class="hearsay cell"><style>{_style()}</style>{article(coding)}</div>'


def article(coding: Coding) -> str:
    """The section of one coding: its events with their evidence, its reports, its actors, its text."""
    document = coding.document
    key = document.digest[:10]
    stories = event_stories(coding)
    events = "\n".join(_event(story, key) for story in stories) or '<p class="none">No events were found.</p>'
    return (
        f'<article class="document" aria-labelledby="{key}-title">\n{_heading(coding, key)}\n<div class="columns">\n'
        f'<section class="events" aria-label="Events">\n{events}\n</section>\n'
        f'<aside class="text" aria-label="The article">{_article_text(coding, key)}</aside>\n</div>\n'
        f"{_reports(coding)}{_cast(coding)}{_notes(coding)}</article>"
    )


def _heading(coding: Coding, key: str) -> str:
    document = coding.document
    details = [_text(document.outlet)] if document.outlet else []
    details.append(f"<time>{_text(document.published)}</time>" if document.published else "no date of publication")
    if document.url:
        details.append(f'<span class="url">{_text(document.url)}</span>')
    counts = f"{_count(len(coding.events), 'event')}, {_count(len(coding.reports), 'report')}"
    return (
        f'<header><h1 id="{key}-title" dir="auto">{_text(document.title or document.id)}</h1>'
        f'<p class="details">{" · ".join(details)}</p><p class="counts">{counts}</p></header>'
    )


def _event(story: EventStory, key: str) -> str:
    facts = [("who", _people(story.actors)), ("to whom", _people(story.recipients))]
    facts += [("when", _worded(story.when, story.when_words)), ("where", _worded(story.where, story.where_words))]
    facts += [(kind, _text(words)) for kind, words in story.numbers]
    facts.append(("status", f'<span class="status {story.status}">{story.status}</span> {_text(story.status_words)}'))
    facts.append(("context", _text(", ".join(story.context))))
    listed = "".join(f"<div><dt>{label}</dt><dd>{value}</dd></div>" for label, value in facts if value)
    mentions = "\n".join(_mention(mention, story) for mention in story.mentions)
    cameo = f", CAMEO {_text(story.cameo)}" if story.cameo else ""
    return (
        f'<section class="event {story.tone}" id="{key}-e{story.number}" aria-labelledby="{key}-h{story.number}">\n'
        f'<h2 id="{key}-h{story.number}"><span class="number">{story.number}</span> <span class="code">'
        f'{_text(story.code)}</span> <span class="act">{_text(story.act)}</span></h2>\n'
        f'<dl class="facts">{listed}</dl>\n{_knowledge(story)}{mentions}\n'
        f'<p class="measures"><span>{story.quad}</span><span>scale {story.scale:+g}{cameo}</span>'
        f"<span>confidence {story.confidence:.2f} {_meter(story.confidence)}</span></p>\n</section>"
    )


def _knowledge(story: EventStory) -> str:
    """The knowledge rows that told who the actors are, folded away: they are long."""
    known = [person for person in (*story.actors, *story.recipients) if person.rows]
    items = "".join(
        f"<div><dt><bdi>{_text(p.name)}</bdi></dt><dd>{_codes(p.rows)} {_reasons(p.why, p.runner_up)}</dd></div>"
        for p in known
    )
    return f'<details><summary>Known from</summary><dl class="why">{items}</dl></details>\n' if items else ""


def _mention(mention: MentionStory, story: EventStory) -> str:
    entry = rule_words(mention.rule)
    steps = "".join(f"<li>{_text(step)}</li>" for step in mention.path)
    region = f'<p class="region">{_text(mention.region)}</p>' if mention.region else ""
    here = (
        f'<p class="here">Here <span class="status {mention.status}">{mention.status}</span>: '
        f"{_text(word('status', mention.status))}</p>"
        if mention.status != story.status
        else ""
    )
    return (
        f'<div class="mention"><blockquote dir="auto">{_marked(mention.pieces)}</blockquote>{region}{here}'
        f"{_chain(mention.chain)}"
        f'<details><summary>Why</summary><dl class="why"><div><dt>entry</dt><dd><code>{_text(mention.rule)}</code> '
        f"{_text(entry)}</dd></div>"
        + (f'<div><dt>words</dt><dd><ol class="path">{steps}</ol></dd></div>' if steps else "")
        + f"<div><dt>confidence</dt><dd>{mention.confidence:.2f}</dd></div></dl></details></div>"
    )


def _marked(parts: Iterable[Piece]) -> str:
    made = []
    for piece in parts:
        words = html.escape(_clean(piece.text))
        if piece.mark is None:
            made.append(words)
            continue
        label = word("role", piece.mark.role)
        last = ' data-last=""' if piece.last else ""
        made.append(f'<mark class="{piece.mark.role}" data-role="{label}"{last} title="{label}">{words}</mark>')
    return "".join(made)


def _chain(links: Iterable[Link]) -> str:
    made = []
    for link in links:
        words = f' <q dir="auto">{_text(shortened(link.words or "", 80))}</q>' if _adds(link) else ""
        detail = f" <small>{_text(link.standing)}</small>" if link.standing else ""
        made.append(
            f'<li class="{"outlet" if link.outlet else "voucher"}"><bdi>{_text(link.name)}</bdi>{detail}{words}</li>'
        )
    return f'<ol class="chain" aria-label="According to, outermost first">{"".join(made)}</ol>'


def _adds(link: Link) -> bool:
    """Whether the article's words for a source say more than its name."""
    return link.words is not None and printable(link.words).lower().removeprefix("the ") != link.name.lower()


def _people(people: Iterable[Person]) -> str:
    made = []
    for person in people:
        detail = f" <small>{_text(person.standing)}</small>" if person.standing else ""
        made.append(f"<li><bdi>{_text(person.name)}</bdi>{detail}</li>")
    return f"<ul>{''.join(made)}</ul>" if made else ""


def _article_text(coding: Coding, key: str) -> str:
    text, marks = coding.document.text, trigger_marks(coding)
    tones = {story.number: story.tone for story in event_stories(coding)}
    made = []
    for region in coding.document.regions or (Region(kind="body", span=(0, len(text))),):
        body = []
        for piece in pieces(text, region.span, marks):
            words = html.escape(_clean(piece.text, keep_lines=True))
            if piece.mark:
                number = piece.mark.event
                words = f'<a class="{tones[number]}" href="#{key}-e{number}">{words}</a>'
            body.append(words)
        made.append(f'<div class="{region.kind}" dir="auto">{"".join(body)}</div>')
    return f"<details open><summary>The article</summary>{''.join(made)}</details>"


def _reports(coding: Coding) -> str:
    if not coding.reports:
        return ""
    items = "".join(
        f'<li>{_chain(report.chain)}<p class="said"><span class="cue">{_text(report.cue)}</span> '
        f"<small>{_text(report.kind)}, {_text(report.cue_class)}</small></p>"
        f'<blockquote dir="auto">{" … ".join(_text(part) for part in report.content)}</blockquote></li>'
        for report in report_stories(coding)
    )
    heading = f"<summary>Who says what ({len(coding.reports)})</summary>"
    return f'<details class="more">{heading}<ul class="reports">{items}</ul></details>\n'


def _cast(coding: Coding) -> str:
    if not coding.actors:
        return ""
    rows = "".join(
        f'<tr><th scope="row"><bdi>{_text(m.actor.name or "unnamed")}</bdi></th><td>{_text(standing(m.actor))}</td>'
        f'<td dir="auto">{_text(", ".join(member_words(m)))}</td><td>{_codes(m.rows)} '
        f"{_reasons(m.why, m.runner_up)}</td></tr>"
        for m in coding.actors
    )
    return (
        f'<details class="more"><summary>Who is who ({len(coding.actors)})</summary><div class="scroll"><table>'
        "<thead><tr><th>name</th><th>on that day</th><th>words in the article</th><th>known from</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></div></details>\n"
    )


def _notes(coding: Coding) -> str:
    items = "".join(f"<li><strong>{_text(n.kind)}</strong> {_text(n.message)}</li>" for n in coding.notes)
    return f'<section class="notes" aria-label="Notes"><ul>{items}</ul></section>\n' if items else ""


def _reasons(why: Iterable[str], runner_up: str | None) -> str:
    """Why it is this one, and who came next."""
    parts = [_text("; ".join(why)), f"next: {_text(runner_up)}" if runner_up else ""]
    told = "<br>".join(part for part in parts if part)
    return f'<small dir="auto">{told}</small>' if told else ""


def _codes(rows: Iterable[str]) -> str:
    return " ".join(f"<code>{_text(row)}</code>" for row in rows)


def _worded(value: str | None, words: str | None) -> str:
    if not value:
        return ""
    quoted = f' <q dir="auto">{_text(words)}</q>' if words and words != value else ""
    return _text(value) + quoted


def _meter(value: float) -> str:
    return f'<meter min="0" max="1" value="{value:.3f}" aria-hidden="true"></meter>'


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _clean(text: str, *, keep_lines: bool = False) -> str:
    """Text without characters that turn the reading direction or cannot stand in HTML; line ends kept where asked."""
    kept = "\n" if keep_lines else ""
    return "".join(c if c == " " or c in kept or printable(c) else " " if c.isspace() else "" for c in text)


def _text(text: str | None) -> str:
    return html.escape(printable(text or ""))
