"""Words of force and help that are used where nothing of the kind is done."""

from __future__ import annotations

import pytest

import hearsay


def types(coder: hearsay.Coder, text: str) -> set[str]:
    return {e.event for e in coder.code(hearsay.make_document(text, id="d", published="2016-09-07")).events}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Donald Trump attacked Hillary Clinton.", {"ACCUSE"}),
        ("Israel attacked Iran.", {"ASSAULT"}),
        ("Hillary Clinton held a rally in Cleveland.", set()),
        ("Students held a rally against the government in Cairo.", {"PROTEST"}),
        ("The law would help people save money.", set()),
        ("Germany would help Turkey.", {"AGREE"}),
        ("Angela Merkel occupies a key position in Berlin.", set()),
        ("Israel occupied the Egyptian town.", {"ASSAULT"}),
    ],
)
def test_a_word_of_force_or_help_is_what_it_is_used_for(coder: hearsay.Coder, text: str, expected: set[str]) -> None:
    assert types(coder, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The minister called the rebels "lone wolves".', set()),
        ("The president spoke to voters in Ohio.", set()),
        ("Iran's president spoke with Turkey's president.", {"CONSULT"}),
        ("Reuters asked the Iranian minister to explain.", set()),
        ("Don't blame Turkey.", set()),
        ("The Iranian president blamed Turkey.", {"ACCUSE"}),
        ("Turkey fears potential Iranian aggression.", set()),
        ("The court asked how Iran could attack Israel.", set()),
        ("Russia simulated an attack on Denmark.", set()),
        ("Russia seized Crimea from Ukraine.", {"ASSAULT"}),
        ("The Kenyan soldier shot himself.", set()),
        ("The decline is forcing Iran to act.", set()),
        ("Uber fought a battle with the mayor of New York.", set()),
        ("The Iranian minister declined to comment.", set()),
        ("Egypt has the support of Iran.", {"SUPPORT"}),
        ("The UN Security Council voted 14-0 to extend the mission in Mali.", {"AGREE"}),
        ("The Iranian government lifted the state of emergency.", {"CONCEDE"}),
        ("Iran handed over two tonnes of medicine to Turkey.", {"AID"}),
        ("Hungary will not accept more refugees.", {"REJECT"}),
        ("Egypt's police chief warned that officers would no longer tolerate rallies.", {"THREATEN"}),
        ("Workers in Greece went on strike against pension reform.", {"PROTEST"}),
    ],
)
def test_what_only_sounds_like_an_act_is_none(coder: hearsay.Coder, text: str, expected: set[str]) -> None:
    assert types(coder, text) == expected


CAMPAIGN = " ".join(
    f"On {day} the candidate met voters in {place} before the primary, where polls show the nominee ahead."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    for place in ("Ohio", "Iowa", "Nevada")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Republicans damaged Hillary Clinton.", set()),
        ("Donald Trump beat Hillary Clinton.", set()),
        ("Democrats have not captured Arizona.", set()),
        ("Donald Trump recalled the Iraq War.", set()),
        ("A baker is backing Hillary Clinton.", set()),
        ("Donald Trump criticized the plan.", set()),
        ("Donald Trump criticized Hillary Clinton.", {"ACCUSE"}),
        ("Donald Trump met Russia's president in Moscow.", {"CONSULT"}),
        ("Donald Trump agreed that taxes are too high.", set()),
    ],
)
def test_more_is_asked_of_an_act_in_a_contest_for_votes(coder: hearsay.Coder, text: str, expected: set[str]) -> None:
    coding = coder.code(hearsay.make_document(f"{CAMPAIGN}\n\n{text}", id="d", published="2016-09-07"))
    told = {e.event for e in coding.events for m in e.mentions if m.trigger[0] > len(CAMPAIGN)}
    assert told == expected
