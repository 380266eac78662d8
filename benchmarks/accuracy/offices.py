"""How many offices the tables know somebody for: ``python -m benchmarks.accuracy.offices [--missing]``.

Asks who held an office on the 15th of June of every second year since 2016 and in 2025: for the 50 states that foreign
news reports on most, their foreign, defence and interior ministers and anybody who spoke for them or their forces; for
international organisations and armed movements, their heads. An answer is counted, not judged: whether heads of state
and government are the right ones is what ``benchmarks.accuracy.holders`` says. Some questions have no answer: the
Palestinians have no minister of defence, Brazil none of the interior.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from hearsay.world import World, normalise

DAYS = tuple(f"{year}-06-15" for year in (2016, 2018, 2020, 2022, 2024, 2025))
STATES = (
    "USA GBR FRA DEU ITA ESP POL GRC UKR RUS BLR TUR ISR PSE LBN SYR IRQ IRN SAU ARE QAT YEM EGY JOR LBY SDN ETH SOM "
    "NGA KEN ZAF IND PAK AFG BGD CHN TWN JPN KOR PRK PHL IDN MMR THA AUS CAN MEX BRA VEN COL"
)
OFFICES = ("foreign-minister", "defence-minister", "interior-minister", "spokesperson")
ORGANISATIONS = (
    ("UNO", "UN Secretary-General"), ("UNO", "UN High Commissioner for Human Rights"),
    ("UNO", "UN High Commissioner for Refugees"), ("UNO", "UN humanitarian chief"), ("UNO", "UN peacekeeping chief"),
    ("UNO", "UNRWA Commissioner-General"), ("UNO", "Executive Director of UNICEF"),
    ("UNO", "Executive Director of the World Food Programme"), ("UNO", "WHO Director-General"),
    ("UNO", "Director General of the IAEA"), ("UNO", "Director-General of UNESCO"),
    ("UNO", "Director General of the International Organization for Migration"),
    ("UNO", "President of the International Court of Justice"), ("UNO", "UN spokesman"), ("IGO", "ICC prosecutor"),
    ("IGO", "President of the International Criminal Court"), ("IGO", "NATO Secretary General"),
    ("IGO", "IMF Managing Director"), ("IGO", "World Bank President"), ("IGO", "WTO Director-General"),
    ("IGO", "Secretary General of the OSCE"), ("IGO", "Director-General of the OPCW"),
    ("IGO", "Secretary General of the Council of Europe"), ("IGO", "Secretary General of Interpol"),
    ("IGO", "Secretary General of OPEC"), ("IGO", "Secretary General of the OECD"),
    ("IGO", "Chairperson of the African Union Commission"), ("IGO", "Secretary-General of the Arab League"),
    ("IGO", "Secretary-General of the OIC"), ("IGO", "Secretary-General of the Gulf Cooperation Council"),
    ("IGO", "Secretary-General of ASEAN"), ("EUR", "President of the European Commission"),
    ("EUR", "President of the European Council"), ("EUR", "EU foreign policy chief"),
    ("EUR", "President of the European Central Bank"), ("EUR", "President of the European Parliament"),
    ("NGO", "President of the International Committee of the Red Cross"),
    ("NGO", "Secretary General of Amnesty International"), ("NGO", "Executive Director of Human Rights Watch"),
)  # fmt: skip
MOVEMENTS = (
    ("PSE", "political bureau of Hamas"), ("PSE", "Leader of Islamic Jihad"), ("LBN", "Secretary-General of Hezbollah"),
    ("YEM", "Leader of the Houthis"), ("YEM", "Leader of al-Qaeda in the Arabian Peninsula"),
    ("IMG", "Leader of Islamic State"), ("IMG", "Leader of al-Qaeda"), ("SOM", "Leader of al-Shabaab"),
    ("MLI", "Leader of JNIM"), ("DZA", "Leader of al-Qaeda in the Islamic Maghreb"), ("AFG", "Taliban leader"),
    ("PAK", "Leader of the Pakistani Taliban"), ("TUR", "PKK leader"),
    ("SYR", "Commander of the Syrian Democratic Forces"), ("SDN", "Rapid Support Forces"), ("COD", "M23"),
    ("LBY", "Commander of the Libyan National Army"), ("COL", "ELN commander"), ("MAR", "Polisario leader"),
    ("IRQ", "Leader of Asaib Ahl al-Haq"), ("IRQ", "Leader of Kataib Hezbollah"), ("MMR", "Leader of the Arakan Army"),
)  # fmt: skip
_BODIES = ("head", "leader", "secretary-general", "high-commissioner", "high-representative", "commander", "prosecutor",
           "judge", "speaker", "spokesperson", "head-of-state")  # fmt: skip


def asked(world: World) -> Iterator[tuple[str, str, str, bool]]:
    """Every question: its kind, who is asked for, the day, and whether somebody is known."""
    for office in OFFICES:
        for state in STATES.split():
            for day in DAYS:
                yield office, state, day, bool(world.holders(state, office, day))
    for kind, titles in (("head of an organisation", ORGANISATIONS), ("leader of a movement", MOVEMENTS)):
        for country, title in titles:
            for day in DAYS:
                yield kind, title, day, _headed(world, country, normalise(title), day)


def _headed(world: World, country: str, title: str, day: str) -> bool:
    terms = (term for office in _BODIES for _, term in world.holders(country, office, day))
    return any(title in normalise(term.title) for term in terms)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.offices", description=(__doc__ or "")[:62])
    parser.add_argument("--missing", action="store_true", help="print every question without an answer")
    options = parser.parse_args()
    counts: dict[str, list[bool]] = {}
    for kind, who, day, known in asked(World.default()):
        counts.setdefault(kind, []).append(known)
        if options.missing and not known:
            print(f"{kind:<25}{day}  {who}")
    for kind, answers in counts.items():
        print(f"{kind:<25}{sum(answers):4} of {len(answers)}")


if __name__ == "__main__":
    main()
