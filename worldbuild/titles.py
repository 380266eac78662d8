"""Ministers of every portfolio, in the forms that newspapers print."""

from __future__ import annotations

from hearsay.world.names import normalise
from worldbuild.draft import Draft

_PORTFOLIOS = {
    "agriculture": "GOV|AGR", "fisheries": "GOV|AGR", "health": "GOV|MED", "public health": "GOV|MED",
    "education": "GOV|EDU",
    "higher education": "GOV|EDU", "labour": "GOV|LAB", "labor": "GOV|LAB", "employment": "GOV|LAB", "energy": "GOV",
    "oil": "GOV",
    "petroleum": "GOV", "mines": "GOV", "mining": "GOV", "environment": "GOV", "climate": "GOV", "transport": "GOV",
    "transportation": "GOV", "communications": "GOV", "telecommunications": "GOV", "information": "GOV",
    "culture": "GOV",
    "sports": "GOV", "sport": "GOV", "tourism": "GOV", "trade": "GOV", "commerce": "GOV", "industry": "GOV",
    "economy": "GOV",
    "economics": "GOV", "planning": "GOV", "development": "GOV", "international development": "GOV", "housing": "GOV",
    "social affairs": "GOV", "welfare": "GOV", "immigration": "GOV", "migration": "GOV", "security": "GOV",
    "public security": "GOV|COP", "national security": "GOV", "state security": "GOV|SPY", "police": "GOV|COP",
    "parliamentary affairs": "GOV", "european affairs": "GOV", "regional affairs": "GOV",
    "religious affairs": "GOV|REL",
    "women's affairs": "GOV", "youth": "GOV", "water": "GOV", "electricity": "GOV", "science": "GOV",
    "technology": "GOV",
    "public works": "GOV", "reconstruction": "GOV", "human rights": "GOV", "unification": "GOV", "railways": "GOV",
    "aviation": "GOV", "veterans affairs": "GOV", "war": "GOV", "strategic affairs": "GOV", "diaspora affairs": "GOV",
    "refugees": "GOV", "budget": "GOV", "privatisation": "GOV", "law": "GOV", "digital": "GOV", "family": "GOV",
    "equality": "GOV", "emergencies": "GOV", "emergency situations": "GOV", "natural resources": "GOV",
    "local government": "GOV",
    "northern ireland": "GOV", "public administration": "GOV", "power": "GOV", "food": "GOV", "construction": "GOV",
}  # fmt: skip
_KNOWN = ("foreign", "defence", "defense", "interior", "finance", "justice")


def add(draft: Draft) -> None:
    """ "Oil minister", "minister of oil", "deputy oil minister", "oil secretary" and the like."""
    for portfolio, sectors in _PORTFOLIOS.items():
        for title in (
            f"{portfolio} minister", f"minister of {portfolio}", f"minister for {portfolio}", f"{portfolio} secretary",
            f"federal minister for {portfolio}", f"federal minister of {portfolio}", f"union minister of {portfolio}",
            f"secretary of {portfolio}", f"minister of state for {portfolio}",
        ):  # fmt: skip
            draft.row("titles", [normalise(title), title, "minister", sectors, "curated"])
    for portfolio in _KNOWN:
        office = f"{portfolio}-minister".replace("defense", "defence")
        for title in (f"federal minister for {portfolio}", f"federal {portfolio} minister"):
            draft.row("titles", [normalise(title), title, office, "GOV", "curated"])
    for portfolio, sectors in (*_PORTFOLIOS.items(), *((k, "GOV") for k in _KNOWN)):
        for title in (f"deputy {portfolio} minister", f"vice {portfolio} minister", f"deputy minister of {portfolio}",
                      f"junior {portfolio} minister", f"assistant {portfolio} minister"):  # fmt: skip
            draft.row("titles", [normalise(title), title, "deputy-minister", sectors, "curated"])
