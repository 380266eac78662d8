"""Which findings are reports: words of saying nearly always, words of attitude only in a speaker's own clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.attribution.findings import Finding
from hearsay.attribution.lexicon import word_class
from hearsay.attribution.speakers import antecedent
from hearsay.reading.tree import Reading

_FURNITURE = ("boilerplate", "credit", "dateline")
_MANY = frozenset(("many", "some", "others", "most", "few", "several", "those", "both", "none"))
_PERSONAL = frozenset(("i", "we", "you", "me", "us", "my", "our", "your"))


def screen(
    reading: Reading, findings: Sequence[Finding], speaks: Sequence[bool], inside: Sequence[int]
) -> list[Finding]:
    """The findings that are reports, and bare verbs of saying that may yet find their quotation."""
    kept = []
    for finding in findings:
        if reading.sentence_of(finding.anchor).region in _FURNITURE:
            continue
        if admissible(reading, finding, speaks, inside):
            kept.append(finding)
        elif "quote" in finding.frames and inside[finding.anchor] < 0:
            lost = finding.source is not None and inside[finding.source] >= 0
            kept.append(replace(finding, content=frozenset(), form="none", source=None if lost else finding.source))
    return kept


def admissible(reading: Reading, finding: Finding, speaks: Sequence[bool], inside: Sequence[int]) -> bool:
    """Whether a finding counts as a report.

    ``speaks`` tells for each word whether it can name a speaker, ``inside`` the number of the quotation around it
    or -1. Inside quoted words only others' sayings count, not the speaker's own "I think".
    """
    quoted = inside[finding.anchor] >= 0
    source = finding.source
    named = source is not None and (speaks[source] or speaks[antecedent(reading, reading.words[source]).index])
    if quoted:
        if source is None or reading.words[source].text.lower() in _PERSONAL:
            return False
        if not finding.strong or finding.form != "clause" or finding.kind == "belief":
            return False
        return named
    if source is not None and inside[source] >= 0 and finding.form not in ("around", "none"):
        return False
    if finding.form == "around" and reading.words[finding.anchor].text.lower() == "per":
        return named or _written(reading, finding)
    if finding.form in ("none", "around"):
        return True
    if source is None and reading.words[finding.anchor].lemma in word_class("raising"):
        return finding.form in ("clause", "infinitive") and not _bare(reading, finding)
    if finding.passive and source is None:
        return finding.form in ("infinitive", "nominal") or finding.strong
    if finding.strong and finding.form == "clause":
        return source is not None or not _bare(reading, finding)
    if finding.strong:
        return source is not None
    if finding.form == "nominal" and source is not None and reading.words[finding.anchor].lemma in ("show", "find"):
        return reading.words[source].lemma in word_class("study")
    if finding.form == "clause" and finding.pos == "NOUN" and finding.kind in ("belief", "leak"):
        return True
    if finding.form == "clause" and source is not None and not finding.passive and finding.pos == "VERB":
        finite = reading.words[finding.anchor].xpos in ("VBD", "VBZ", "VBP")
        return (named or finite) and not _bare(reading, finding)
    return (named or _feels(reading, finding)) and not _bare(reading, finding)


def _written(reading: Reading, finding: Finding) -> bool:
    """ "per a defence ministry report"."""
    source = finding.source
    return source is not None and reading.words[source].lemma in word_class("document") | word_class("study")


def _feels(reading: Reading, finding: Finding) -> bool:
    """Whether only someone with a mind can be the subject, whatever noun it is: "the campaign hopes to ..."."""
    if finding.pos != "VERB" or finding.source is None or finding.form not in ("clause", "infinitive"):
        return False
    source = reading.words[finding.source]
    return reading.words[finding.anchor].lemma in word_class("feeling") and (
        source.upos == "NOUN" or source.text.lower() in _MANY
    )


def _bare(reading: Reading, finding: Finding) -> bool:
    """An infinitive tells what might be said or wanted ("to show", "to establish"), not what was."""
    if finding.pos != "VERB":
        return False
    word = reading.words[finding.anchor]
    if word.xpos not in ("VB", "VBG"):
        return False
    return not reading.child(finding.anchor, "aux") and word.xpos == "VB"
