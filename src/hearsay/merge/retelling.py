"""Tellings of what is no single new event: many events at once, and an old one told again.

"Hundreds of attacks" is a relative of single attacks and none of them. "A year after the attack", "the investigation
into the attack", "mourners of the attack" tell of one that happened before: its day is not that of the report.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from hearsay.merge.account import Account

_MANY = r"(?:hundreds|dozens|scores|thousands|series|string|wave|spate|repeated|daily|almost every|a number|several)"
_OFTEN = r"(?:repeatedly|daily|almost every|since the (?:start|beginning))"
_SUMMARY = re.compile(rf"\b(?:{_MANY}|{_OFTEN}) \b", re.IGNORECASE)

_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10,
}  # fmt: skip
_DAYS = {"day": 1, "week": 7, "month": 30.4, "year": 365.25, "decade": 3652.5}
_NUMBER = rf"(?P<count>{'|'.join(_COUNTS)}|\d{{1,3}}(?:st|nd|rd|th)?)"
_OF = r"(?:of|into|over|for|from|in|to|by|on|at|about|after|since|following)"
_FEW = r"(?:[\w'’-]+\s){0,4}?"
"""Words between a phrase and the act that it retells: "the investigation into Sunday's deadly attack"."""

_SINCE = re.compile(rf"\b{_NUMBER}[\s-](?P<unit>day|week|month|year|decade)s?\s(?:after|since|on from)\s{_FEW}$", re.I)
_ANNIVERSARY = re.compile(rf"\b(?:{_NUMBER}\s)?anniversary\s(?:of\s)?{_FEW}$", re.I)
_AFTERMATH = re.compile(
    rf"\b(?:investigat\w+|inquir\w+|enquir\w+|prob(?:e|es|ing)|trials?|tried|lawsuits?|verdicts?|mourn\w*|funerals?|vigils?|"
    rf"memorials?|commemorat\w+|remember\w*|survivors?|victims?|relatives|famil(?:y|ies)|perpetrators?|suspects?|"
    rf"mastermind\w*|wake|aftermath|in (?:response|retaliation|reaction|revenge)|blamed|responsib\w+|convicted|charged|"
    rf"wounded|injured)\s{_OF}\s{_FEW}$", re.I,
)  # fmt: skip


def is_summary(account: Account) -> bool:
    """Whether it tells many events at once ("hundreds of attacks"): a relative of single ones, none of them."""
    long = account.begin is not None and account.end is not None and (account.end - account.begin).days > 31
    return (long and _tells_many(account.sentences)) or _many_at_once(account.triggers, account.sentences)


@lru_cache(maxsize=8192)
def _tells_many(sentences: tuple[str, ...]) -> bool:
    return any(_SUMMARY.search(sentence) is not None for sentence in sentences)


@lru_cache(maxsize=8192)
def _many_at_once(triggers: tuple[str, ...], sentences: tuple[str, ...]) -> bool:
    """Whether it is the trigger that is many: "dozens of attacks", not "an earthquake strikes, dozens are hurt"."""
    for word in dict.fromkeys(trigger for trigger in triggers if trigger.casefold().endswith("s")):
        told = re.compile(
            rf"\b{_MANY} (?:of )?(?:[\w'’-]+ ){{0,3}}?{re.escape(word)}\b|"
            rf"\b{_OFTEN}\b.*\b{re.escape(word)}\b|\b{re.escape(word)}\b.*\b{_OFTEN}\b", re.IGNORECASE,
        )  # fmt: skip
        if any(told.search(sentence) is not None for sentence in sentences):
            return True
    return False


def retold(account: Account) -> tuple[date, date] | None:
    """First and last day that a follow-up without a date of its own looks back on; None for anything else.

    Every mention must look back: an article that tells the attack itself and its aftermath tells it.
    """
    if account.begin is not None or account.published is None or not account.triggers:
        return None
    return _retold(account.published, account.triggers, account.sentences)


@lru_cache(maxsize=8192)
def _retold(published: date, triggers: tuple[str, ...], sentences: tuple[str, ...]) -> tuple[date, date] | None:
    spans = []
    for trigger in dict.fromkeys(triggers):
        befores = [s[: found.start()] for s in sentences for found in re.finditer(rf"\b{re.escape(trigger)}\b", s)]
        looks = [look for before in befores if (look := _looks_back(published, before)) is not None]
        if not looks:
            return None
        spans.append(min(looks, key=lambda span: (span[1] - span[0], span)))
    return min(spans, key=lambda span: (span[1] - span[0], span))


def _looks_back(published: date, before: str) -> tuple[date, date] | None:
    """The days that the words before a trigger look back on."""
    since = _SINCE.search(before) or _ANNIVERSARY.search(before)
    if since is not None:
        unit = since.groupdict().get("unit") or "year"
        count = since["count"]
        if count is None:
            return published - timedelta(days=10 * 366), published - timedelta(days=300)
        number = _COUNTS.get(count.casefold()) or int(re.sub(r"\D", "", count))
        back = number * _DAYS[unit.casefold()]
        slack = max(2.0, min(_DAYS[unit.casefold()] * 0.5, 45.0))
        middle = published - timedelta(days=round(min(back, 36525)))
        return middle - timedelta(days=round(slack)), min(middle + timedelta(days=round(slack)), published)
    if _AFTERMATH.search(before):
        return published - timedelta(days=_YEAR), published
    return None


_YEAR = 365
"""Days that inquiries and mourning look back."""
