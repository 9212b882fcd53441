"""Whom pronouns, roles, titles, descriptions, groups and delegations mean."""

from __future__ import annotations

import pytest
from script import events

MINISTERS = "[Ana: minister=Minister, NO] and [Bo: minister=Minister, KH]"
UNLED = "Yesterday evening there"


def signers(text: str) -> list[str]:
    """Return who signed last."""
    return [person.name for person in [event for event in events(text) if event.type == "signing"][-1].participants]


HE = "[He: pronoun] *signed*."

SUBJECTS = [
    # the first at the head of its sentence is whom it speaks of
    (f"[Ana] met [Bo]. {HE}", ["Ana"]),
    (f"[Ana] came. [Bo] left. {HE}", ["Bo"]),
    (f"[Ana] came. Xxxxxxxxxxx [Bo] left. {HE}", ["Bo"]),
    (f"[Ana] came. Xxxxxxxxxxxx [Bo] left. {HE}", ["Ana"]),
    (f"[Ana] came. It was a house as old as the hills that [Bo] left. {HE}", ["Ana"]),
    # or behind a comma, a dash, a bracket, a quotation mark
    (f"[Ana] came. In the houses by the river, [Bo] left. {HE}", ["Bo"]),
    (f"[Ana] came. In the houses by the river, it is said [Bo] left. {HE}", ["Bo"]),
    (f"[Ana] came. In the houses by the river, it is said of [Bo]. {HE}", ["Ana"]),
    (f"[Ana] came. In the houses by the river, it was he said [Bo] left. {HE}", ["Ana"]),
    *(
        (f"[Ana] came. In the houses by the river{mark} [Bo] left. {HE}", ["Bo"])
        for mark in (";", ":", " –", " —", ")", '"', "”")
    ),
    (f"[Ana] came. In the houses by the river, all of [Bo] left. {HE}", ["Ana"]),
    (f"[Ana] came. In the houses by the river, of all [Bo] left. {HE}", ["Bo"]),
    (f"[Ana] came. In the houses by the river [Bo] left. {HE}", ["Ana"]),
    (f"[Ana] came. In the houses by the river. [Bo] left. {HE}", ["Bo"]),
    # behind a preposition nobody does anything, nor does whose aide does it
    (f"[Ana] came. With [Bo] all left. {HE}", ["Ana"]),
    (f"[Ana] came. [Bo]'s aide left. {HE}", ["Ana"]),
    (f"[Ana] came. [Bo]’s aide left. {HE}", ["Ana"]),
    (f"[Ana] came. [Bo]' aide left. {HE}", ["Bo"]),
    # a body is not spoken of as a person
    (f"[Ana] came. [Port: body] slept. {HE}", ["Ana"]),
    # nor are several at once
    (f"[Ana] *met* [Bo]. [Cy] slept. [Both: group] left. {HE}", ["Cy"]),
    # a role only right at the head
    (f"[Ana] *received* [Bo]. The [guest: role, role=guest] left. {HE}", ["Bo"]),
    (f"[Ana] *received* [Bo]. Then [guests: role, role=guest] left. {HE}", ["Ana"]),
]

PRONOUNS = [
    # the one spoken of, if the sex is right; else the last that fits
    ("[Ana: f] met [Bo: m]. [She: pronoun, f] *signed*.", ["Ana"]),
    ("[Ana: f] met [Bo: m]. [He: pronoun, m] *signed*.", ["Bo"]),
    ("[Ana: f] met [Bo: m]. [They: pronoun] *signed*.", ["Ana"]),
    ("[Ana] met [Bo]. [He: pronoun, m] *signed*.", ["Ana"]),
    ("[Ana: f] met [Bo: m] and [Cy: m] and [Di: f]. [He: pronoun, m] *signed*.", ["Cy"]),
    ("[Ana: f] met [Bo: f]. [He: pronoun, m] *signed*.", []),
    ("[Port: body] slept. [He: pronoun, m] *signed*.", []),
    ("[Ana: f] met [Bo: m]. [She: pronoun, f] left. [He: pronoun, m] *signed*.", ["Bo"]),
    # within the sentence
    ("[Ana] came. [Bo], as [he: pronoun] said, *signed*.", ["Bo"]),
    # who is told right behind
    ("When [he: pronoun, m] *signed*, [Bo: m] slept.", ["Bo"]),
    ("When [he: pronoun, m] *signed*, [Ana: f] slept.", []),
    ("When [he: pronoun, m] *signed* it all slept but [Bo: m].", []),
    ("[Cy: m] came. When [he: pronoun, m] *signed*, [Bo: m] slept.", ["Cy"]),
]

ROLES = [
    ("[Ana] *received* [Bo] and [Cy]. [The guest: role, role=guest] *signed*.", ["Bo"]),
    ("[Ana] *received* [Bo]. [The host: role, role=host] *signed*.", ["Ana"]),
    ("[Ana] *received* [Bo]. [The speaker: role, role=speaker] *signed*.", []),
    ("[Ana] *received* [Bo]. [Cy] *welcomed* [Di]. [The guest: role, role=guest] *signed*.", ["Di"]),
    # an event in the background, or only thought of, is not at hand
    ("[Ana] *received* [Bo]. [Cy] *welcomed: background* [Di]. [The guest: role, role=guest] *signed*.", ["Bo"]),
    ("[Ana] *received* [Bo]. [Cy] *welcomed: hypothetical* [Di]. [The guest: role, role=guest] *signed*.", ["Bo"]),
    ("[Ana] *received* [Bo]. [Cy] *proposed* it. [The guest: role, role=guest] *signed*.", ["Bo"]),
]

GROUPS = [
    # those of the last event, or of the last of so many
    ("[Ana] *met* [Bo] and [Cy]. [Di] *saw: met* [Ed]. [All: group] *signed*.", ["Di", "Ed"]),
    ("[Ana] *met* [Bo] and [Cy]. [Di] *saw: met* [Ed]. [All: group, number=2] *signed*.", ["Di", "Ed"]),
    ("[Ana] *met* [Bo] and [Cy]. [Di] *saw: met* [Ed]. [All: group, number=3] *signed*.", ["Ana", "Bo", "Cy"]),
    ("[Ana] *met* [Bo] and [Cy]. [Di] *saw: met* [Ed]. [All: group, number=4] *signed*.", []),
    ("[Ana] *met* [Bo]. [Di] *rite*. [All: group] *signed*.", ["Ana", "Bo"]),
    ("[Ana] *met* [Port: body]. [All: group] *signed*.", []),
    # the last holders of an office, as many as it says
    (f"{MINISTERS} saw [Cy: minister=Minister] and [Di: mayor=Mayor]. [All: group, number=2, offices=minister] *signed*.",
     ["Bo", "Cy"]),
    (f"{MINISTERS} saw [Cy: mayor=Mayor] and [Di: mayor=Mayor]. [All: group, number=3, offices=minister] *signed*.", []),
    (f"{MINISTERS} saw [Cy: mayor=Mayor] and [Di: mayor=Mayor]. [All: group, number=3, offices=minister+mayor] *signed*.",
     ["Bo", "Cy", "Di"]),
    # those that a list of its own named as those of an event
    ("[Ana] *met* [Bo]. [Cy], [Di] and [Ed] *joined*. [All: group, number=3] *signed*.", ["Cy", "Di", "Ed"]),
    ("[Ana] *met* [Bo]. [Cy] and [Di] *joined*. [All: group, number=2] *signed*.", ["Ana", "Bo"]),
    # the two last spoken of, of two countries
    ("[Ana: NO] came. [Bo: KH] came. [Cy: PE] came. [Both: group, number=2] *signed*.", ["Bo", "Cy"]),
    ("[Ana: NO] came. [Bo: NO] came. [Both: group, number=2] *signed*.", []),
    ("[Ana: NO] came. [Bo] came. [Both: group, number=2] *signed*.", []),
    ("[Ana: NO] came. [Both: group, number=2] *signed*.", []),
    ("[Ana: NO] came. [Bo: KH] came. [All: group, number=3] *signed*.", []),
    ("[Ana: NO] came. [Bo: KH] came. [Port: body, PE] came. [Both: group, number=2] *signed*.", ["Ana", "Bo"]),
    # who met only now is known to the rest of the sentence
    ("[Ana] *met* [Bo], and [both: group] there *signed*.", ["Ana", "Bo"]),
]  # fmt: skip

BODIES = [
    # a delegation is who leads it; described alone, the last told of its country, or of any
    ("[A Lao team: body, description, LA, led=Kham] of [Kham] came. [The Lao team: body, description, LA] *signed*.", ["Kham"]),
    ("[A Lao team: body, description, LA, led=Kham] of [Kham] came. [The team: body, description] *signed*.", ["Kham"]),
    ("[A Lao team: body, description, LA, led=Kham] of [Kham] came. [The Thai team: body, description, TH] *signed*.", []),
    (
        (
            "[A Lao team: body, description, LA, led=Kham] of [Kham] came. [A Thai team: body, description, TH, led=Chai] "
            "of [Chai] came. [The Lao team: body, description, LA] *signed*."
        ),
        ["Kham"],
    ),
    ("[A team: body, description, led=Kham] of [Kham: LA] came. [The Lao team: body, description, LA] *signed*.", ["Kham"]),
    # two delegations, one behind the leader of the other
    (
        (
            "[A Lao team: body, description, LA, led=Kham, delegation] of [Kham] and "
            "[a Thai team: body, description, TH, led=Chai, delegation] of [Chai] *signed*."
        ),
        ["Kham", "Chai"],
    ),
    # nobody was said to lead it: who acts for its country was spoken of last; not who comes with it
    ("[Chai: TH] and [Somsak: TH] came. [The Thai team: body, description, TH] *signed*.", ["Somsak"]),
    ("[Chai: TH] came. [The team: body, description] *signed*.", []),
    ("[Chai: TH] came. [Ana] and [the Thai team: body, description, TH] *signed*.", ["Ana"]),
    ("[Port: body, TH] slept. [The Thai team: body, description, TH] *signed*.", []),
    # a delegation told by its name is met with who leads one of its country
    (
        "[A Lao team: body, description, LA, led=Kham] of [Kham] came. [Lao Envoys: body, LA, delegation] *signed*.",
        ["Kham", "Lao Envoys"],
    ),
    ("[A Lao team: body, description, LA, led=Kham] of [Kham] came. [Lao Envoys: body, LA] *signed*.", ["Lao Envoys"]),
    ("[A Lao team: body, description, LA, led=Kham] of [Kham] came. [Envoys: body, delegation] *signed*.", ["Envoys"]),
    ("[A Lao team: body, description, LA, led=Kham] of [Kham] came. [Envoys: body, TH, delegation] *signed*.", ["Envoys"]),
    ("[Envoys: body, led=Kham] of [Kham] came. [Envoys: body] *signed*.", ["Kham", "Envoys"]),
    ("[A team: body, description, led=Port and Kham] of [Port: body] and [Kham] *signed*.", ["Kham", "Port"]),
    (
        (
            "[A team: body, description, led=Kham] of [Kham: LA] came. [Somsak: LA] left. "
            "[The Lao team: body, description, LA] *signed*."
        ),
        ["Kham"],
    ),
    (
        (
            "[A team: body, description, LA, led=Kham] of [Kham] came. [A team: body, description, LA, led=Souk] of [Souk] came. "
            "[Lao Envoys: body, LA, delegation] *signed*."
        ),
        ["Souk", "Lao Envoys"],
    ),
    ("[Envoys: body, led=Port] of [Port: body] came. [Envoys: body] *signed*.", ["Envoys"]),
]

TITLES = [
    # no office: the one spoken of, if of that country, else the last who is
    ("[Ana: KH] met [Bo: KH]. [The diplomat: description, KH] *signed*.", ["Ana"]),
    ("[Ana: NO] met [Bo: KH]. [The diplomat: description, KH] *signed*.", ["Bo"]),
    ("[Ana: NO] met [Bo: KH]. [The diplomat: description] *signed*.", ["Ana"]),
    ("[Ana] met [Bo]. [The diplomat: description, KH] *signed*.", []),
    (f"{UNLED} [Ana] slept. [The diplomat: description] *signed*.", []),
    ("[Ana: NO, f] met [Bo: KH, m] and [Cy: KH, f]. [The diplomat: description, KH, m] *signed*.", ["Bo"]),
    # an office, and a country
    ("[Ana: mayor=Mayor] met [Bo: king=King]. [The king: title, offices=king] *signed*.", ["Bo"]),
    ("[Ana: mayor=Mayor] met [Bo: king=King]. [The queen: title, offices=queen] *signed*.", []),
    ("[Ana: mayor=Mayor] met [Bo: king=King]. [The ruler: title, offices=queen+king] *signed*.", ["Bo"]),
    (f"{MINISTERS} met. [The minister: title, offices=minister, KH] *signed*.", ["Bo"]),
    (f"{MINISTERS} met. [The minister: title, offices=minister, NO] *signed*.", ["Ana"]),
    (f"{MINISTERS} met. [The minister: title, offices=minister, PE] *signed*.", []),
    ("[Ana: minister=Minister] and [Bo: minister=Minister, KH] met. [The man: title, offices=minister, KH] *signed*.", ["Bo"]),
    ("[Ana: minister=Minister] met [Bo: mayor=Mayor, KH]. [The man: title, offices=minister, KH] *signed*.", ["Ana"]),
    # of several the one whose title has these words, then the one spoken of, then the nearest
    ("[Ana: minister=Minister of Trade] met [Bo: minister=Minister of Ports]. [He: title, offices=minister, Ports] *signed*.",
     ["Bo"]),
    ("[Ana: minister=Minister of Ports] met [Bo: minister=Minister of Trade]. [He: title, offices=minister, Ports] *signed*.",
     ["Ana"]),
    (f"{MINISTERS} met. [The minister: title, offices=minister] *signed*.", ["Ana"]),
    (f"{UNLED} {MINISTERS} met. [The minister: title, offices=minister] *signed*.", ["Bo"]),
    (f"{UNLED} {MINISTERS} met. [Cy] slept. [The minister: title, offices=minister] *signed*.", ["Bo"]),
    ("[The minister: title, offices=minister] *signed*. Behind [Cy: minister=Minister] was [Di: minister=Minister].", ["Cy"]),
    # "the Indian diplomat" is of India before all, whatever the office
    ("[Ana: envoy=Envoy] met [Bo: KH]. [The Khmer: description, offices=envoy, KH] *signed*.", ["Bo"]),
    ("[Ana: envoy=Envoy] met [Bo: NO]. [The Khmer: description, offices=envoy, KH] *signed*.", ["Ana"]),
    ("[Ana: envoy=Envoy, KH] met [Bo: KH]. [The Khmer: description, offices=envoy, KH] *signed*.", ["Ana"]),
    ("[Ana: envoy=Envoy] met [Bo: NO]. [The man: description, offices=envoy] *signed*.", ["Ana"]),
    # the counterpart whose office nobody tells
    ("[Ana: minister=Minister, NO] met [Bo: RU]. [The Russian minister: title, offices=minister, RU] *signed*.", ["Bo"]),
    ("[Ana: minister=Minister] met [Bo: RU]. [The Russian minister: title, offices=minister, RU] *signed*.", ["Bo"]),
    ("[Ana: mayor=Mayor, NO] met [Bo: RU]. [The Russian minister: title, offices=minister, RU] *signed*.", []),
    ("[Ana: minister=Minister, NO] met [Bo: mayor=Mayor, RU]. [The Russian minister: title, offices=minister, RU] *signed*.", []),
    ("[Ana: minister=Minister, NO] met [Bo: RU]. [The minister: title, offices=minister] *signed*.", ["Ana"]),
    ("[Ana: minister=Minister, NO] met [Bo: RU] and [Port: body, RU]. [The one: title, offices=minister, RU] *signed*.", ["Bo"]),
    ("[Ana: minister=Minister, NO] met [Bo: RU] and [Cy: RU]. [The Russian: title, offices=minister, RU] *signed*.", ["Cy"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*SUBJECTS, *PRONOUNS, *ROLES, *GROUPS, *BODIES, *TITLES])
def test_who_is_meant(text: str, expected: list[str]) -> None:
    """Each pointer means whom it should, or nobody."""
    assert expected == signers(text)


def crowd(count: int) -> str:
    """Return a text that speaks of so many others."""
    return "".join(f"[Cy{letter}] came. " for letter in "abcdefghijklmnopq"[:count])


@pytest.mark.parametrize("before", ["Ah", "Aah", "Aaah", "Aaaah", "Aaaaah", "Aaaaaah", "Aaaaaaah"])
def test_a_role_at_the_head_of_any_sentence(before: str) -> None:
    """Where in the text the sentence stands makes no difference."""
    for words, expected in (("The ", "Bo"), ("Then ", "Ana")):
        text = f"{before}. [Ana] *received* [Bo]. {words}[guest: role, role=guest] left. {HE}"
        assert [expected] == signers(text)


@pytest.mark.parametrize(("others", "expected"), [(11, ["Ana"]), (12, [])])
def test_how_many_people_back(others: int, expected: list[str]) -> None:
    """A description reaches twelve people back."""
    assert expected == signers(f"[Ana: KH] came. {crowd(others)}[The Khmer: description, KH] *signed*.")


def test_who_is_spoken_of_again_is_recent() -> None:
    """Whoever is spoken of again is the last, and counts once."""
    assert ["Ana"] == signers(f"[Ana: KH] came. {crowd(6)}[Ana] left. {crowd(6)}{crowd(6)}[The Khmer: description, KH] *signed*.")


@pytest.mark.parametrize(("others", "expected"), [(12, ["Ana", "Bo", "Cy"]), (13, [])])
def test_how_many_events_back(others: int, expected: list[str]) -> None:
    """A group reaches twelve events back from the one at hand."""
    between = " ".join(f"[D{letter}] *met* [E{letter}]." for letter in "abcdefghijklmnopq"[:others])

    assert expected == signers(f"[Ana] *met* [Bo] and [Cy]. {between} [All: group, number=3] *signed*.")


def test_a_leader_acts_for_the_country_of_the_delegation() -> None:
    """Who leads a delegation has its country, if none is told of him."""
    text = "[The Lao team: body, description, LA, led=Kham] of [Kham{0}] *signed*."

    for more, country in (("", "LA"), (": TH", "TH")):
        (event,) = events(text.replace("{0}", more))
        assert [country] == [person.country for person in event.participants]


def test_pointers_tell_more_of_somebody() -> None:
    """What a title or description adds is known of whom it means; a group tells nothing of each."""
    (event,) = events("[Ana] came. [The mayor: description, f, mayor=Mayor] *signed*.")
    (ana,) = event.participants
    assert (["Mayor"], 2) == ([title.text for title in ana.titles], len(ana.mentions))

    _, signing = events("[Ana] *met* [Bo]. [Both mayors: group, mayor=Mayor] *signed*.")
    assert [(), ()] == [person.titles for person in signing.participants]
