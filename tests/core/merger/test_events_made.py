"""What is worth telling, on which day the news puts it, who met apart, who visits; and what an event is made of."""

from __future__ import annotations

import pytest
from script import countries, events, line, script, told

from eventx import Slot, Span

WORTH = [
    # a meeting has two sides, or somebody who met people not named
    ("[Ana] *met* [Bo].", ["meeting: Ana, Bo"]),
    ("[Ana] *met* all.", ["meeting: Ana"]),
    ("[Ana] *met: anaphoric* all.", []),
    ("All *met* all.", []),
    ("[Port: body] *met* all.", []),
    ("[Port: body] *met* [City: body].", ["meeting: Port, City"]),
    ("A *meeting* of [Ana].", ["meeting: Ana"]),
    # a ceremony has somebody, or a day and a place of its own
    ("[Ana] *rite*.", ["ceremony: Ana"]),
    ("[Port: body] *rite*.", ["ceremony: Port"]),
    ("A *rite* in <Hue> on {2022-05-03}.", ["ceremony 2022-05-03 @Hue: "]),
    ("A *rite: anaphoric* in <Hue> on {2022-05-03}.", []),
    ("A *rite* in <Hue>.", []),
    ("A *rite* on {2022-05-03}.", []),
    # a visit has somebody
    ("[Ana] *visited*.", ["visit: Ana"]),
    ("All *visited* <Peru: PE, country> on {2022-05-03}.", []),
    # a proposal is a person's, a body's to somebody, or that of a body of several countries
    ("[Ana] *proposed*.", ["proposal: Ana"]),
    ("[Port: body] *proposed*.", []),
    ("[Port: body, worldly] *proposed*.", ["proposal: Port"]),
    ("[Port: body, worldly, NO] *proposed*.", []),
    ("[Port: body] *proposed* it with [Bo].", ["proposal: Port, Bo"]),
    ("All *proposed* it with [Ana] and [Bo].", []),
    # an anniversary is of years
    ("The *years: years=5*.", ["anniversary: "]),
    ("The *years*.", []),
    # a conference has somebody, a day or a place; a signing needs nothing
    ("A *forum* in <Hue>.", ["conference @Hue: "]),
    ("A *forum* on {2022-05-03}.", ["conference 2022-05-03: "]),
    ("[Ana] *forum*.", ["conference: Ana"]),
    ("A *forum*.", []),
    ("A pact *signed*.", ["signing: "]),
]


@pytest.mark.parametrize(("text", "expected"), WORTH)
def test_what_is_worth_telling(text: str, expected: list[str]) -> None:
    """What holds too little is no event."""
    assert expected == told(text)


@pytest.mark.parametrize(("rest", "expected"), [("", []), (" and [Bo]", ["meeting: Kham, Lao Envoys, Bo"])])
def test_one_side_is_no_meeting(rest: str, expected: list[str]) -> None:
    """A delegation and who leads it are one side."""
    telling = script(f"[Kham] came. [Lao Envoys: body, led=Kham]{rest} talked.")
    slot = Slot(role="participant", spans=(telling.before("talked"),))

    assert expected == [line(event) for event in telling.trigger("talked", "meeting", slot).events()]


LONG = "and the whole old town by the river rejoiced"

LEADS = [
    # the one day the lead tells dates what is held and told without a day
    (f"On {{2022-05-03}} [Ana] came {LONG}. Later [Ana] *met* [Bo].", ["meeting (2022-05-03): Ana, Bo"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. Later [Ana] *rite*.", ["ceremony (2022-05-03): Ana"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. Later [Ana] *signed*.", ["signing (2022-05-03): Ana"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. Later [Ana] *visited*.", ["visit (2022-05-03): Ana"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. Later [Ana] *forum*.", ["conference: Ana"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. Later [Ana] *met: background* [Bo].", ["meeting: Ana, Bo"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. Later [Ana] *met: cancelled* [Bo].", ["meeting cancelled: Ana, Bo"]),
    # a proposal at an event that it dates, by somebody who was there, or at none told
    (f"On {{2022-05-03}} [Ana] came {LONG}. [Ana] *met* [Bo]. [Ana] *proposed*.",
     ["meeting (2022-05-03): Ana, Bo", "proposal (2022-05-03): Ana"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. [Ana] *met* [Bo]. [Cy] *proposed*.",
     ["meeting (2022-05-03): Ana, Bo", "proposal: Cy"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. [Ana] *proposed*.", ["proposal (2022-05-03): Ana"]),
    # within three sentences
    (f"It rained {LONG}. It snowed {LONG}. On {{2022-05-03}} [Ana] came {LONG}. [Ana] *rite*.", ["ceremony (2022-05-03): Ana"]),
    (f"It rained {LONG}. It snowed {LONG}. It blew {LONG}. On {{2022-05-03}} [Ana] came {LONG}. [Ana] *rite*.",
     ["ceremony: Ana"]),
    (f"It rained {LONG}. It snowed. It blew {LONG}. On {{2022-05-03}} [Ana] came {LONG}. [Ana] *rite*.",
     ["ceremony (2022-05-03): Ana"]),
    # another day near it leaves it open, one further off does not
    (f"On {{2022-05-03}} [Ana] came {LONG}. It rained on {{2022-05-17}}. [Ana] *rite*.", ["ceremony: Ana"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. It rained on {{2022-05-18}}. [Ana] *rite*.", ["ceremony (2022-05-03): Ana"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. It rained on {{2022-04-19}}. [Ana] *rite*.", ["ceremony: Ana"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. It rained on {{2022-04-18}}. [Ana] *rite*.", ["ceremony (2022-05-03): Ana"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. It rained on {{2022-05-03}}. [Ana] *rite*.", ["ceremony (2022-05-03): Ana"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. It rained on {{XXXX-05-03}}. [Ana] *rite*.", ["ceremony: Ana"]),
    (f"On {{XXXX-05-03}} [Ana] came {LONG}. It rained on {{2022-01-01}}. [Ana] *rite*.", ["ceremony: Ana"]),
    # only days of our calendar
    (f"In {{2022-05}} [Ana] came {LONG}. [Ana] *rite*.", ["ceremony: Ana"]),
    (f"On {{day: 2022-05-03, lunar}} [Ana] came {LONG}. [Ana] *rite*.", ["ceremony: Ana"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. It rained in {{2022-05}}. [Ana] *rite*.", ["ceremony (2022-05-03): Ana"]),
    (f"On {{2022-05-03}} [Ana] came {LONG}. It rained on {{day: 2022-05-04, lunar}}. [Ana] *rite*.",
     ["ceremony (2022-05-03): Ana"]),
    # what is still to come is not on the day of the news
    (f"On {{2022-05-03}} [Ana] will *visit: visited, planned* {LONG}. [Bo] *rite*.",
     ["visit planned 2022-05-03: Ana", "ceremony: Bo"]),
    (f"On {{2022-05-03}} [Ana] *visited* {LONG}. [Bo] *rite*.", ["visit 2022-05-03: Ana", "ceremony (2022-05-03): Bo"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LEADS)
def test_the_day_of_the_news(text: str, expected: list[str]) -> None:
    """The day that the lead tells is that of what is told without one."""
    assert expected == told(text)


def test_a_day_in_a_headline() -> None:
    """What is no running text is no lead."""
    text = f"On {{2022-05-03}} [Ana] came {LONG}. Later [Ana] *rite*."
    for zone, expected in (("", "ceremony (2022-05-03): Ana"), ("On 2022-05-03", "ceremony (2022-05-03): Ana")):
        assert [expected] == told(text, dateline=zone)
    whole = script(text).document.text.partition(".")[0] + "."
    assert ["ceremony: Ana"] == told(text, dateline=whole)


SCENES = [
    # what is proposed, signed or celebrated at an event is of its day
    ("[Ana] *met* [Bo] on {2022-05-03}. [Ana] *proposed*.", "(2022-05-03)"),
    ("[Ana] *met* [Bo] on {2022-05-03}. [Ana] *signed*.", "(2022-05-03)"),
    ("[Ana] *met* [Bo] on {2022-05-03}. [Ana] *rite*.", "(2022-05-03)"),
    ("[Ana] *met* [Bo] on {2022-05-03}. [Ana] *forum*.", None),
    ("[Ana] *met* [Bo] on {2022-05-03}. [Ana] *proposed* on {2022-05-04}.", "2022-05-04"),
    # that of the last at which one of them was, else of the last
    ("[Ana] *met* [Bo] on {2022-05-03}. [Cy] *rite* on {2022-05-04}. [Ana] *proposed*.", "(2022-05-03)"),
    ("[Ana] *met* [Bo] on {2022-05-03}. [Cy] *rite* on {2022-05-04}. [Di] *proposed*.", "(2022-05-04)"),
    ("[Ana] *met* [Bo] on {2022-05-03}. [Ana] *rite*. [Ana] *proposed*.", "(2022-05-03)"),
    # a visit lasts too long
    ("[Ana] *visited* on {2022-05-03}. [Ana] *proposed*.", None),
    # a meeting is of the day of what its people did right before
    ("[Ana], [Bo] *rite* on {2022-05-03}. [Ana] *met* [Bo].", "(2022-05-03)"),
    ("[Ana] *rite* on {2022-05-03}. [Ana] *met* [Bo].", None),
    ("[Cy] *rite* on {2022-05-03}. [Ana] *met* [Bo].", None),
]


@pytest.mark.parametrize(("text", "date"), SCENES)
def test_the_day_of_the_event_at_hand(text: str, date: str | None) -> None:
    """What is told at an event without a date of its own has that event's, by implication."""
    event = events(text)[-1]
    found = None if event.date is None else event.date.edtf if event.date.certainty == "stated" else f"({event.date.edtf})"

    assert date == found


@pytest.mark.parametrize(("between", "date"), [(7, "2022-05-03"), (8, None)])
def test_how_far_back_a_proposal_looks(between: int, date: str | None) -> None:
    """The event at which something is proposed is one of the last eight."""
    rites = " ".join(f"[Cy{letter}] *rite: form={letter}*." for letter in "abcdefghijklmn"[:between])
    event = script(f"[Ana] *met* [Bo] on {{2022-05-03}}. {rites} [Ana] *proposed*.").events()[-1]

    assert date == (event.date.edtf if event.date else None)


def test_the_year_of_an_anniversary() -> None:
    """News tells of the anniversaries of its own year, if it tells when it appeared."""
    import datetime as dt

    assert ["anniversary (2022): "] == told("The *years: years=5*.", published=dt.date(2022, 5, 3))
    assert ["anniversary 2021: "] == told("The *years: years=5* {2021}.", published=dt.date(2022, 5, 3))
    assert ["anniversary: "] == told("The *years: years=5*.")
    assert ["signing: "] == told("A pact *signed*.", published=dt.date(2022, 5, 3))


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The *Lao and Thai years: years, years=5* in <Peru: PE, country>.", ("LA", "TH")),
        ("The *feast: years, years=5* in <Peru: PE, country> and <Chile: CL, country>.", ("CL", "PE")),
        ("The *feast: years, years=5* in <Lima: PE>.", ()),
        ("The *feast: years, years=5*. In <Peru: PE, country> it rained.", ()),
    ],
)
def test_whose_anniversary(text: str, parties: tuple[str, ...]) -> None:
    """The countries are those in its words, else those of the sentence; a city is none."""
    telling = script(text)
    if "Lao" in text:
        telling.place("Lao", "LA", kind="demonym").place("Thai", "TH", kind="country")

    assert parties == telling.events()[0].parties  # type: ignore[attr-defined]


P, M, K, S = "president=President", "minister_of_trade=Trade Minister", "king=King", "speaker=Speaker"

APART = [
    ("[Ana] *met: apart* [Bo], [Cy].", ["meeting: Ana, Bo", "meeting: Ana, Cy"]),
    ("[Ana] *met* [Bo], [Cy].", ["meeting: Ana, Bo, Cy"]),
    ("[Ana], [Di] *met: apart* [Bo], [Cy].", ["meeting: Ana, Di, Bo", "meeting: Ana, Di, Cy"]),
    ("A *meeting: apart* of [Bo], [Cy].", ["meeting: Bo, Cy"]),
    ("A *meeting: apart* of [Bo], [Cy], [Di].", ["meeting: Bo, Cy, Di"]),
    # the heads of different bodies are called on one by one
    (f"[Ana] *met* [Bo: {P}], [Cy: {S}].", ["meeting: Ana, Bo", "meeting: Ana, Cy"]),
    (f"[Ana] *met* [Bo: {P}], [Cy: {M}].", ["meeting: Ana, Bo", "meeting: Ana, Cy"]),
    (f"[Ana] *met* [Bo: {P}], [Cy: {P}].", ["meeting: Ana, Bo, Cy"]),
    (f"[Ana] *met* [Bo: {P}], [Cy: mayor=Mayor].", ["meeting: Ana, Bo, Cy"]),
    (f"[Ana] *met* [Bo: {P}], [Cy: deputy_foreign_minister=Deputy].", ["meeting: Ana, Bo, Cy"]),
    (f"[Ana] *met* [Bo: {P}], [Cy: vice_minister=Deputy].", ["meeting: Ana, Bo, Cy"]),
    (f"[Ana] *met* [Bo: {P}], [Cy: minister_of_x=Minister].", ["meeting: Ana, Bo", "meeting: Ana, Cy"]),
    (f"[Ana] *met* [Bo: {P}], [Cy: x_minister=Minister].", ["meeting: Ana, Bo", "meeting: Ana, Cy"]),
    ("[Ana] *met* [Bo: minister=Minister of X], [Cy: minister=Minister of Y].", ["meeting: Ana, Bo", "meeting: Ana, Cy"]),
    ("[Ana] *met* [Bo: minister=Minister], [Cy: minister=Minister].", ["meeting: Ana, Bo, Cy"]),
    (f"[Ana] *met* [Bo: {P}], [Cy: {S}], [Di: {P}].", ["meeting: Ana, Bo, Cy, Di"]),
    # but not by several, nor by a host, nor at a ceremony
    (f"[Ana], [Di] *met* [Bo: {P}], [Cy: {S}].", ["meeting: Ana, Di, Bo, Cy"]),
    (f"[Ana] *received* [Bo: {P}], [Cy: {S}].", ["meeting: Ana, Bo, Cy"]),
    (f"[Ana] *welcomed* [Bo: {P}], [Cy: {S}].", ["ceremony: Ana, Bo, Cy"]),
    # several of whom the text goes on to tell one by one
    ("[Ana] *met* [Bo], [Cy].\n[Ana] *met* [Bo].\n[Ana] *met* [Cy].", ["meeting: Ana, Bo", "meeting: Ana, Cy"]),
    ("[Ana] *met* [Bo], [Cy].\n[Ana] *met* [Bo].", ["meeting: Ana, Bo, Cy"]),
    ("[Ana] *met* [Bo], [Cy].\n[Ana] *met* [Bo], [Cy].", ["meeting: Ana, Bo, Cy"]),
    # with X and with Y
    ("[Ana] *met* with [Bo], with [Cy].", ["meeting: Ana, Bo"]),
    ("Then [Ana] had a *meeting* with [Bo] and with [Cy].", ["meeting: Bo, Cy"]),
]


@pytest.mark.parametrize(("text", "expected"), APART)
def test_who_met_apart(text: str, expected: list[str]) -> None:
    """One trigger may tell of several meetings."""
    assert expected == told(text)


@pytest.mark.parametrize(
    ("rest", "kind", "count"),
    [
        ("with [Bo] and with [Cy]", "meeting", 2),
        ("with [Bo] and [Cy]", "meeting", 1),
        ("with [Bo] and with [Cy] and with [Di]", "meeting", 3),
        ("with [Bo] and with [Cy] and [Di]", "meeting", 2),
        ("with [Bo] and with [Port: body]", "meeting", 1),
        ("with [Bo] and with [Cy]", "ceremony", 1),
        ("with [Bo]", "meeting", 1),
    ],
)
def test_with_each_of_them(rest: str, kind: str, count: int) -> None:
    """A preposition before some of those met tells of a meeting with those behind it."""
    telling = script(f"[Ana] spoke {rest}.")
    before, after = Span(0, 3), telling.after("spoke")
    slots = Slot(role="participant", spans=(before,)), Slot(role="participant", spans=(after,))

    assert count == len(telling.trigger("spoke", kind, *slots).events())


GOALS = [
    ("[Ana] *visited* <Peru: PE, country> and <Chile: CL, country>.", ["visit @Peru: Ana", "visit @Chile: Ana"]),
    ("[Ana] *visited* <Peru: PE, country>, <Cuba: CU, country> and <Chile: CL, country>.", 3),
    ("[Ana] *visited* <Peru: PE, country>, <Chile: CL, country>.", 1),
    ("[Ana] *visited* <Peru: PE, country> with <Chile: CL, country>.", 1),
    ("[Ana] *visited* <Lima: PE> and <Chile: CL, country>.", 1),
    ("[Ana] *visited* ports, far in <Peru: PE, country> and <Chile: CL, country>.", 1),
    ("[Ana] *visited* <Peru: PE, country>.", 1),
    ("[Ana] *rite* <Peru: PE, country> and <Chile: CL, country>.", 1),
    ("[Ana] *toured* <Peru: PE, country> and <Chile: CL, country>.", 1),
]


@pytest.mark.parametrize(("text", "expected"), GOALS)
def test_visits_to_several_countries(text: str, expected: list[str] | int) -> None:
    """A visit to several countries, the last behind "and", is one to each."""
    found = told(text)

    assert expected == (len(found) if isinstance(expected, int) else found)


VISITORS = [
    # nobody visits his own country: those he met in the sentence do
    ("[Ana: NO] *met* [Bo: KH] on the *trip: bare* to Norway.", {}),
    ("[Ana: NO] *visited* <Norway: NO, country>.", {"visit": []}),
    ("[Ana: NO] *visited* <Oslo: NO>.", {"visit": ["Ana"]}),
    ("[Ana: NO] *visited* <Norway: NO, country>, *met* [Bo: KH].", {"visit": ["Bo"]}),
    ("[Ana: NO] *visited* <Norway: NO, country>, *met* [Bo].", {"visit": ["Bo"]}),
    ("[Ana: NO] *visited* <Norway: NO, country>, *met* [Port: body, KH].", {"visit": []}),
    ("[Ana: NO] *visited* <Norway: NO, country>, *met* [Bo] and [Cy: KH].", {"visit": ["Cy"]}),
    ("[Ana: NO] *visited* <Norway: NO, country>. [Ana] *met* [Bo: KH].", {"visit": []}),
    ("[Ana] *visited* <Norway: NO, country>, *met* [Bo: KH].", {"visit": ["Ana"]}),
    ("[Ana: NO] and [Bo: KH] *visited* <Norway: NO, country>.", {"visit": ["Ana", "Bo"]}),
    ("[Ana: NO] and [Bo: KH] *visited* <Norway: NO, country>, *met* all.", {"visit": ["Bo"]}),
    ("[Ana: NO] *visited* <Peru: PE, country>, *met* [Bo: PE].", {"visit": ["Ana"]}),
]


@pytest.mark.parametrize(("text", "expected"), VISITORS)
def test_who_visits(text: str, expected: dict[str, list[str]]) -> None:
    """Who acts for the country that is visited is no visitor."""
    found = {event.type: [person.name for person in event.participants] for event in events(text)}

    assert expected == {kind: found.get(kind, []) for kind in expected}


def invited(marked: str, *, hosts: str, visitors: str, goal: str = "") -> dict[str, str]:
    """Return the roles of those named in a text with one visit, told with windows for those who invite and those who go."""
    telling = script(marked)
    slots = [Slot(role="visitor", spans=(telling.span(visitors),)), Slot(role="host", spans=(telling.span(hosts),))]
    if goal:
        slots.append(Slot(role="place", spans=(telling.span(goal),)))
    (event,) = telling.trigger("went", "visit", *slots).events()
    return {person.name: person.role for person in event.participants}


def test_hosts_and_visitors() -> None:
    """Of several named before the verb, behind an invitation, only the last visits, with those of his country."""
    text = "At the call of [Ana: NO], [Bo: SE] and [Cy: KH], [Di: KH] went."
    assert {"Cy": "visitor", "Di": "visitor", "Bo": "host", "Ana": "host"} == invited(text, hosts="Ana", visitors="Bo and Cy, Di")
    text = "[Bo: SE] and [Cy: KH], [Di: KH], at the call of [Ana: NO], went."
    assert "visitor" == invited(text, hosts="Ana", visitors="Bo and Cy, Di")["Bo"]
    text = "At the call of all, [Bo: SE] and [Cy: KH], [Di: KH] went."
    assert "visitor" == invited(text, hosts="all", visitors="Bo and Cy, Di")["Bo"]
    text = "At the call of [Ana: NO], [Bo: SE] went with [Di: KH]."
    assert "visitor" == invited(text, hosts="Ana", visitors="Bo went with Di")["Bo"]


def test_the_hosts_of_the_country_visited() -> None:
    """Of several who invite those of the country count, if there are any."""
    text = "At the call of [Ana: NO] and [Bo: SE] [Di: KH] went to <Norway: NO, country>."
    assert {"Di", "Ana"} == set(invited(text, hosts="Ana and Bo", visitors="Di", goal="Norway"))
    text = text.replace("NO, country", "PE, country")
    assert {"Di", "Ana", "Bo"} == set(invited(text, hosts="Ana and Bo", visitors="Di", goal="Norway"))


TITLES = [
    (("mayor=Mayor", "mayor=Mayor of Hue"), ["Mayor of Hue"]),
    (("mayor=Mayor@Hue", "mayor=Mayor of Hue"), ["Mayor", "Mayor of Hue"]),
    (("mayor=Mayor", "deputy_mayor=Mayor of Hue"), ["Mayor of Hue"]),
    (("mayor=Mayor", "chief=Mayor of Hue"), ["Mayor", "Mayor of Hue"]),
    (("mayor=Old Mayor", "chief=Old Mayor of Hue"), ["Old Mayor", "Old Mayor of Hue"]),
    (("mayor=Old Mayor", "mayor=Old Mayor of Hue"), ["Old Mayor of Hue"]),
    (("mayor=My Old Mayor", "mayor=My Old Mayor of Hue"), ["My Old Mayor", "My Old Mayor of Hue"]),
    # told in quite other words, which are many more
    (("mayor=Mayor", "mayor=Head of Hue"), ["Mayor", "Head of Hue"]),
    (("mayor=Mayor", "mayor=Head of all Hue"), ["Head of all Hue"]),
    (("mayor=Old Mayor", "mayor=Head of all Hue"), ["Old Mayor", "Head of all Hue"]),
    (("mayor=Mayor", "chief=Head of all Hue"), ["Mayor", "Head of all Hue"]),
    # in letters
    (("premier=PM", "premier=Prime Minister"), ["Prime Minister"]),
    (("premier=PM", "chief=Prime Minister"), ["PM", "Prime Minister"]),
    (("DPM", "Deputy Prime Minister"), ["DPM", "Deputy Prime Minister"]),
    (("premier=Lao PM", "premier=Prime Minister of Laos"), ["Prime Minister of Laos"]),
    (("premier=Lao PM", "premier=Prime Minister"), ["Lao PM", "Prime Minister"]),
    (("premier=Lao PM", "premier=PM of Laos"), ["Lao PM", "PM of Laos"]),
    (("premier=HEADS of All", "premier=the heads of all"), ["HEADS of All", "the heads of all"]),
    (("premier=HEAD of All", "premier=the head of all"), ["the head of all"]),
    (("premier=P of All Laos", "premier=the prime of all Laos"), ["P of All Laos", "the prime of all Laos"]),
]


@pytest.mark.parametrize(("titles", "expected"), TITLES)
def test_titles(titles: tuple[str, ...], expected: list[str]) -> None:
    """A bare or abbreviated title is left out where a longer one tells it, in whatever order they stand."""
    for ordered in (titles, titles[::-1]):
        (event,) = events(f"[Ana: {ordered[0]}] came. [Ana: {ordered[1]}] *signed*.")
        assert sorted(expected) == sorted(title.text for title in event.participants[0].titles)


@pytest.mark.parametrize(
    ("named", "alone", "expected"),
    [
        ("mayor=Old Mayor of Hue City", "mayor=Mayor of Hue", ["Old Mayor of Hue City"]),
        ("mayor=Old Mayor of Hue City", "mayor=Head of Hue City", ["Old Mayor of Hue City", "Head of Hue City"]),
        ("mayor=Mayor of Hue", "mayor=Old Mayor of Hue City", ["Mayor of Hue", "Old Mayor of Hue City"]),
    ],
)
def test_titles_without_the_name(named: str, alone: str, expected: list[str]) -> None:
    """A title told without the name is left out where the words of one told with it tell as much."""
    (event,) = events(f"[Ana: {named}] came. [The chief: title, offices=mayor, {alone}] *signed*.")
    assert expected == [title.text for title in event.participants[0].titles]


def test_roles_and_records() -> None:
    """A role of one's own outweighs being there, another type's role is being there; each word is evidence once."""
    (event,) = events("[Ana] *met* [Bo]. [Ana] *received* [Bo].")
    assert ["host", "guest"] == [person.role for person in event.participants]
    told_of = [(s.value, s.won, s.reason) for s in event.provenance if s.field == "participants"]
    assert ("Ana", False, "fills the slot participant; another telling's role wins") in told_of
    assert ("Ana", True, "fills the slot host") in told_of
    assert len(event.evidence) == len({(item.span, item.rule) for item in event.evidence}) == 6

    (event,) = events("[Ana] *spoke: signed*. [Ana] *met: signed*.")
    assert ["signatory"] == [person.role for person in event.participants]


def test_a_strange_role() -> None:
    """A role that the event's type does not have is that of somebody who was there."""
    telling = script("[Ana] left.").trigger("left", "signing", Slot(role="host", spans=(Span(0, 3),)))

    assert ["participant"] == [person.role for person in telling.events()[0].participants]


def test_ids() -> None:
    """What tells the same has one id, wherever it stands; what differs in anything that is told has another."""

    def ident(text: str) -> str:
        return events(text)[0].id

    plain = ident("[Ana] *met* [Bo].")
    assert plain == ident("Rain fell. [Ana] *met* [Bo].")
    assert plain == ident("[Bo] *met* [Ana].")
    others = [
        "[Ana] *met* [Cy].",
        "[Ana] *met* [Bo] on {2022-05-03}.",
        "[Ana] *met* [Bo] in <Hue: VN, locative>.",
        "[Ana], [Bo] *signed*.",
        "[Ana], [Bo] *signed: documents=a pact*.",
        "[Ana], [Bo] *forum*.",
        "[Ana], [Bo] *forum: name=A Forum*.",
    ]
    assert len(others) + 1 == len({plain, *map(ident, others)})
    assert plain.startswith("meeting-")


def test_what_is_carried_on_is_recorded() -> None:
    """Who takes part because the text goes on speaking of him is recorded as such."""
    (event,) = events("[Ana] came. It *proposed*.")

    assert [("merger.topic", "proposer: the text goes on speaking of them", True)] == [
        (source.rule, source.reason, source.won) for source in event.provenance if source.field == "participants"
    ]
    assert {"Ana": None} == countries("[Ana] came. It *proposed*.")
