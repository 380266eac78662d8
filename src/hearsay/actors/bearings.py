"""Which country a stretch of an article is about.

Each country that is named is a sighting: places of events count twice, nearer sentences more. Where the report was
written and where its outlet is at home count as much as the article itself speaks of those countries: a story about
Sudan may be written in Cairo for an agency in London.
"""

from __future__ import annotations

from collections import Counter

_DATELINE, _OUTLET = 2.0, 1.0
_LEAST = 0.1
"""What is left of these for a country that the article does not speak of."""
_AT_HOME = 0.5
"""What is left of the outlet's country when the article does not say where it was written."""
ACTOR = 0.25
"""Weight of a known person or body of a country."""
_OTHER_KIND = {"acting": 0.15, "places": 0.4, "all": 1.0}
"""What is left of a place for officials, who travel, and of states and actors for people, who stay."""
_BASE = 1.5
"""Weight of a country that all of the article speaks of, at any distance."""
_DECAY = {"places": 0.65, "acting": 0.75, "all": 0.75}
_FORESEEN = {"places": 0.5, "acting": 1.0, "all": 0.5}
"""What is left of what is only named later."""
_AHEAD, _BACK = 2, 12


class Bearings:
    """The countries seen in an article, sentence by sentence."""

    def __init__(self) -> None:
        self._seen: list[tuple[int, str, float]] = []
        self._base: dict[str, dict[str, float]] = {}
        self._about: dict[tuple[int, str], str | None] = {}
        self._shares: dict[str, float] = {}
        self._acting: Counter[str] = Counter()

    def see(self, sentence: int, country: str, weight: float) -> None:
        """Note a country in a sentence: weight 2 as the place of something, else 1."""
        self._seen.append((sentence, country, weight))
        if weight < 1.0:
            self._acting[country] += 1

    def settle(self, counts: Counter[str], dateline: str | None, published_in: str | None) -> None:
        """Take in how often each country is named, and where article and outlet are at home."""
        self._about.clear()
        named = counts + self._acting
        self._shares = {c: n / sum(named.values()) for c, n in named.items()}
        most = max(named.values(), default=0)
        for mode in ("places", "acting", "all"):
            weights = {c: _BASE * share for c, share in self._shares.items()}
            if mode == "places":
                scenes = Counter(country for _, country, weight in self._seen if weight >= 2.0)
                placed = {c: n + 2 * scenes[c] for c, n in named.items()}
                weights = {c: _BASE * n / sum(placed.values()) for c, n in placed.items()}
            for country, weight in ((dateline, _DATELINE), (published_in, _OUTLET if mode != "places" else 0.0)):
                if country is not None:
                    here = named[country] - (country == dateline)
                    least = _AT_HOME if dateline is None and mode == "acting" else _LEAST
                    share = max(least, here / most) if most > (country == dateline) else 1.0
                    weights[country] = weights.get(country, 0.0) + weight * min(1.0, share)
            self._base[mode] = weights

    def share(self, country: str) -> float:
        """How much of what the article says of countries is about this one: 0 to 1."""
        return self._shares.get(country, 0.0)

    def country(self, sentence: int, mode: str) -> str | None:
        """The country around a sentence.

        ``mode``: "places" lets little but places count, for people who are where the story is; "acting" little but
        states and nationalities, for officials, who travel; "all" both.
        """
        key = (sentence, mode)
        if key not in self._about:
            self._about[key] = self._weigh(sentence, mode)
        return self._about[key]

    def _weigh(self, sentence: int, mode: str) -> str | None:
        weights = dict(self._base.get(mode, {}))
        strongest: dict[tuple[int, str], float] = {}
        for where, country, weight in self._seen:
            if -_AHEAD <= sentence - where <= _BACK:
                if mode != "all" and (weight < 2.0) == (mode == "places"):
                    weight *= _OTHER_KIND[mode]
                strongest[where, country] = max(weight, strongest.get((where, country), 0.0))
        for (where, country), weight in strongest.items():
            ahead = _FORESEEN[mode] if where > sentence else 1.0
            weights[country] = weights.get(country, 0.0) + weight * ahead * _DECAY[mode] ** abs(sentence - where)
        first = {country: n for n, (_, country, _) in reversed(list(enumerate(self._seen)))}
        ranked = sorted(weights.items(), key=lambda item: (-item[1], first.get(item[0], 0), item[0]))
        return ranked[0][0] if ranked else None
