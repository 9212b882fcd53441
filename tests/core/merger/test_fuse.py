"""Which tellings are of one event: by people, places, dates, names and forms, and by how the text takes an event up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from script import events, tellings, told

from eventx.merger.fuse import Group, fuse
from eventx.merger.tellings import Telling

DAYS = ["2022-05-01", "2022-05-02", "2022-05-03", "2022-05-04", "2022-05-05", "2022-05-06", "2022-05-07"]


def on(*days: str) -> str:
    """Return a text in which two met on some days."""
    return " ".join(f"[Ana] *met* [Bo] on {{{day}}}." for day in days)


def others(count: int) -> str:
    """Return a text in which so many pairs of others met."""
    return " ".join(f"[Cy{letter}] *met* [Di{letter}]." for letter in "abcdefghij"[:count])


@pytest.mark.parametrize(("days", "count"), [(6, 6), (7, 8)])
def test_the_last_six_meetings_of_somebody_are_known(days: int, count: int) -> None:
    """A telling is held against the last six events of those it names: so fusing stays linear."""
    assert count == len(told(on(*DAYS[:days], DAYS[0])))


def test_meetings_of_others_in_between() -> None:
    """However many others met in between, the last meetings of those it names are known."""
    text = f"[Ana] *met* [Bo]. {others(8)} [Ana] *saw: met* [Bo]. {others(0)}[Ana] *heard: met* [Bo]."

    assert ["met saw heard", *["met"] * 8] == tellings(text)


def test_those_told_of_before_are_not_gone_over_at_each_telling(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that an event told a thousand times costs no more a telling than one told ten times."""

    class Everyone(set[int]):
        """Those of an event, who may be asked for but not counted off."""

        def __iter__(self) -> Iterator[int]:
            raise AssertionError

    def group(kind: str, telling: Telling) -> Group:
        made = Group(kind, telling)
        made.everyone = Everyone(made.everyone)
        return made

    monkeypatch.setitem(fuse.__globals__, "Group", group)

    assert ["met saw met"] == tellings("[Ana] *met* [Bo]. [Ana] *saw: met* [Bo]. [Bo] *met* [Ana].")


PEOPLE = [
    ("[Ana] *met* [Bo]. [Ana] *saw: met* [Bo].", ["met saw"]),
    ("[Ana] *met* [Bo]. [Bo] *saw: met* [Ana].", ["met saw"]),
    ("[Ana] *met* [Bo]. [Ana] *saw: met* [Cy].", ["met", "saw"]),
    ("[Ana] *met* [Bo] and [Cy]. [Ana] *saw: met* [Cy].", ["met saw"]),
    ("[Ana] *met* [Cy]. [Ana] *saw: met* [Bo] and [Cy].", ["met saw"]),
    # bodies alone
    ("[the Port: body] *met* [the City: body]. [The Port: body] *saw: met* [the City: body].", ["met saw"]),
    ("[the Port: body] *met* [the City: body]. [The Port: body] *saw: met* [the Board: body].", ["met", "saw"]),
    ("[Ana] *met* [Bo]. [The Port: body] *saw: met* [the City: body].", ["met", "saw"]),
    # one and a body: only if that body was there
    ("[Ana] *met* [Bo]. [Ana] *saw: met* [the Port: body].", ["met", "saw"]),
    ("[Ana] *met* [Bo] and [the Port: body]. [Ana] *saw: met* [the Port: body].", ["met saw"]),
    ("[Ana] *met* [Bo]. [Ana] *saw: met* [Bo] and [the Port: body].", ["met saw"]),
    # by phone, or face to face
    ("[Ana] *met: form=phone* [Bo]. [Ana] *saw: met* [Bo].", ["met saw"]),
    ("[Ana] *met: form=phone* [Bo]. [Ana] *saw: met, form=talks* [Bo].", ["met saw"]),
    ("[Ana] *met: form=phone* [Bo]. [Ana] *saw: met, form=dinner* [Bo].", ["met", "saw"]),
    ("[Ana] *met: form=phone* [Bo] and [Cy]. [Ana] *saw: met, form=talks* [Bo].", ["met", "saw"]),
    ("[Ana] *met: form=talks* [Bo]. [Ana] *saw: met, form=dinner* [Bo].", ["met saw"]),
    # what is still to come is of another form
    ("[Ana] *met: form=talks* [Bo]. [Ana] *saw: met, form=dinner, planned* [Bo].", ["met", "saw"]),
    ("[Ana] *met: form=talks* [Bo]. [Ana] *saw: met, form=talks, planned* [Bo].", ["met saw"]),
    ("[Ana] *met: form=talks* [Bo]. [Ana] *saw: met, planned* [Bo].", ["met saw"]),
    ("[Ana] *met: form=talks, planned* [Bo]. [Ana] *saw: met, form=dinner, cancelled* [Bo].", ["met saw"]),
    # what is only thought of is no event that was held
    ("[Ana] *met* [Bo]. [Ana] *saw: met, hypothetical* [Bo].", ["met", "saw"]),
    ("[Ana] *met: hypothetical* [Bo]. [Ana] *saw: met* [Bo].", ["met", "saw"]),
    ("[Ana] *met: hypothetical* [Bo]. [Ana] *saw: met, hypothetical* [Bo].", ["met saw"]),
]

VISITS = [
    ("[Ana] *visited* <Peru: PE, country>. [Ana] *toured: visited* <Lima: PE>.", ["visited toured"]),
    ("[Ana] *visited* <Peru: PE, country>. [Ana] *toured: visited* <Chile: CL, country>.", ["visited", "toured"]),
    ("[Ana] *visited* <Avalon>. [Ana] *toured: visited* <Avalon: PE>.", ["visited toured"]),
    ("[Ana] *visited* <Peru: PE, country>. [Ana] *toured: visited* <the Hall: CL, venue>.", ["visited toured"]),
    ("[Ana] *visited*. [Ana] *toured: visited* <Chile: CL, country>.", ["visited toured"]),
    ("[Ana] *visited* <Peru: PE, country>. [Bo] *toured: visited* <Peru: PE, country>.", ["visited", "toured"]),
    ("[Ana] *visited* <Peru: PE, country>. [Ana] and [Bo] *toured: visited* <Peru: PE, country>.", ["visited toured"]),
    ("[Ana] and [Bo] *visited* <Peru: PE, country>. [Bo] *toured: visited* <Peru: PE, country>.", ["visited toured"]),
    # at whose invitation, only one telling says
    ("[Ana] *toured* [Cy]. [Ana] *went: toured* [Di].", ["toured went"]),
    ("[Ana] *toured* [Cy]. [Ana], [Bo] *went: toured* [Di].", ["toured went"]),
    ("[Ana] *toured* [Cy]. [Bo] *went: toured* [Cy].", ["toured", "went"]),
    # a visit of nobody is the last one to that place; one told of nobody is that of the next to go there
    ("[Ana] *visited* <Peru: PE, country>. A *trip: bare* was long.", ["visited trip"]),
    ("A *toured: visited* <Peru: PE, country>. [Ana] *visited* <Peru: PE, country>.", ["toured visited"]),
    ("A *toured: visited*. [Ana] *visited* <Peru: PE, country>.", ["toured visited"]),
    ("A *toured: visited* <Peru: PE, country>. [Ana] *visited*.", ["visited"]),
    # as background with a time of its own
    ("[Ana] *visited*. [Ana] *toured: visited, background* in {2019}.", ["visited", "toured"]),
    ("[Ana] *visited*. [Ana] *toured: visited, background*.", ["visited toured"]),
    ("[Ana] *visited: background* in {2019}. [Ana] *toured: visited, background*.", ["visited toured"]),
]

CEREMONIES = [
    ("[Ana] *rite: form=award*. [Ana] *feast: rite, form=welcome*.", ["rite", "feast"]),
    ("[Ana] *rite: form=award*. [Ana] *feast: rite*.", ["rite feast"]),
    ("[Ana] *rite* <the Hall: venue>. [Ana] *feast: rite* <the Fort: venue>.", ["rite", "feast"]),
    ("[Ana] *rite* <the Hall: venue>. [Ana] *feast: rite* <Oslo>.", ["rite feast"]),
    ("[Ana] *rite* <Hue>. [Ana] *feast: rite* <Oslo>.", ["rite feast"]),
    # one host receives many, if the form is told
    ("[Ana] *welcomed: form=gala* [Bo]. [Ana] *greeted: welcomed, form=gala* [Cy].", ["welcomed greeted"]),
    ("[Ana] *welcomed: form=gala* [Bo]. [Ana] *greeted: welcomed* [Cy].", ["welcomed", "greeted"]),
    ("[Ana] *welcomed: form=gala* [Bo]. [Di] *greeted: welcomed, form=gala* [Cy].", ["welcomed", "greeted"]),
    # several welcome one guest
    ("[Ana] *welcomed: form=gala* [Bo]. [Di] *greeted: welcomed, form=gala* [Bo].", ["welcomed greeted"]),
    ("[Ana] *welcomed: form=gala* [Bo]. [Di] *greeted: welcomed, form=gala* [Bo] and [Cy].", ["welcomed", "greeted"]),
    ("[Ana] *welcomed: form=gala* [Bo]. [Di] *greeted: welcomed* [Bo].", ["welcomed", "greeted"]),
    # a body holds it, one of its people leads it
    ("[the Port: body] *held: form=gala*. [Ana] *led: held, form=gala*.", ["held led"]),
    ("[Ana] *held: form=gala*. [The Port: body] *led: held, form=gala*.", ["held led"]),
    ("[the Port: body] *held: form=gala*. [The City: body] *led: held, form=gala*.", ["held", "led"]),
    ("[Ana] *held: form=gala*. [Bo] *led: held, form=gala*.", ["held", "led"]),
    ("[the Port: body] *held: form=gala*. [Ana] *led: held*.", ["held", "led"]),
    # the host, and those who came
    ("[Ana] *held: form=gala*. [Bo] *rite: form=gala*.", ["held rite"]),
    ("[Ana] *rite: form=gala*. [Bo] *held: form=gala*.", ["rite held"]),
    ("[Ana] *held: form=gala*. [Bo] *rite*.", ["held", "rite"]),
    ("[Ana] *rite: form=gala*. [Bo] *feast: rite, form=gala*.", ["rite", "feast"]),
    # the same people, some of them, or nobody
    ("[Ana], [Bo] *rite*. [Ana] *feast: rite*.", ["rite feast"]),
    ("[Ana] *rite*. [Bo] *feast: rite*.", ["rite", "feast"]),
    ("[Ana] *rite*. A *feast: rite*.", ["rite feast"]),
    ("A *rite*. [Ana] *feast: rite*.", ["rite feast"]),
]

REST = [
    # conferences: of one name, else in one place
    ("[Ana] *forum: name=Port Forum* <Hue>. [Bo] *talks: forum, name=The Port Forum* <Oslo>.", ["forum talks"]),
    ("[Ana] *forum: name=The Port Forum*. [Bo] *talks: forum, name=Port Forum*.", ["forum talks"]),
    ("[Ana] *forum: name=Port Forum*. [Bo] *talks: forum, name=Port Fair*.", ["forum", "talks"]),
    ("[Ana] *forum: name=Port Forum* <Hue>. [Bo] *talks: forum* <Oslo>.", ["forum", "talks"]),
    ("[Ana] *forum* <Hue>. [Bo] *talks: forum, name=Port Forum* <Hue>.", ["forum talks"]),
    ("[Ana] *forum: name=Port Forum*. [Bo] *talks: forum* <Oslo>.", ["forum talks"]),
    ("[Ana] *forum: name=Port Forum* <Hue>. [Bo] *talks: forum*.", ["forum talks"]),
    # signings: by the same people; bodies sign through people
    ("[Ana], [Bo] *signed*. [Bo] *sealed: signed*.", ["signed sealed"]),
    ("[Ana] *signed*. [Bo] *sealed: signed*.", ["signed", "sealed"]),
    ("[Ana] *signed*. [The Port: body] *sealed: signed*.", ["signed sealed"]),
    ("[the Port: body] *signed*. [Ana] *sealed: signed*.", ["signed sealed"]),
    # anniversaries: of as many years of nearly the same
    ("The *years: years=5*. The *feast: years, years=5*.", ["years feast"]),
    ("The *years: years=5*. The *feast: years, years=6*.", ["years", "feast"]),
    ("The *years: years=5, of=the port*. The *feast: years, years=5*.", ["years feast"]),
    ("The *years: years=5, of=old port ties*. The *feast: years, years=5, of=old sea*.", ["years feast"]),
    ("The *years: years=5, of=old port ties*. The *feast: years, years=5, of=old sea law*.", ["years", "feast"]),
    ("The *years: years=5, of=a port*. The *feast: years, years=5, of=sea law*.", ["years", "feast"]),
    # proposals: nearly the same words, of the same people
    ("He came. [Ana] *proposed: items=a b c d e*. [Ana] *asked: proposed, items=a b c d x*.", ["proposed asked"]),
    ("He came. [Ana] *proposed: items=a b c d e*. [Ana] *asked: proposed, items=a b c x y*.", ["proposed", "asked"]),
    ("[Ana] *proposed: items=a b c d e*. [Ana] *asked: proposed, items=a b c x y*.", ["proposed asked"]),
    ("[Ana] *proposed: items=a b c d e*. [Ana] *asked: proposed, items=a b x y z*.", ["proposed", "asked"]),
    ("[Ana] *proposed: items=a b c d e*. [Ana] *asked: proposed, items=a b c*.", ["proposed asked"]),
    ("[Ana] *proposed: items=a b c*. [Bo] *asked: proposed, items=a b c*.", ["proposed", "asked"]),
    ("[Ana] *proposed: items=a b c*. [Ana] *asked: proposed*.", ["proposed", "asked"]),
    ("[Ana], [Bo] *proposed: items=a b c*. [Ana] *asked: proposed, items=a b c*.", ["proposed", "asked"]),
    ("[Ana] *proposed: items=a b c*. [Ana], [Bo] *asked: proposed, items=a b c*.", ["proposed", "asked"]),
]


@pytest.mark.parametrize(("text", "expected"), [*PEOPLE, *VISITS, *CEREMONIES, *REST])
def test_which_are_one(text: str, expected: list[str]) -> None:
    """Each event is read from the tellings that are of it."""
    assert expected == tellings(text)


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [("a b c d", "a b c d e", "a b c d e"), ("a b c d e", "a b c d", "a b c d e"), ("a b c", "c b a", "a b c")],
)
def test_what_is_asked_for_is_kept_as_told_most_fully(first: str, second: str, kept: str) -> None:
    """A headline asks for less than the text below it; of tellings that say as much, the first counts."""
    proposal = events(f"[Ana] *proposed: items={first}*.\n\n[Ana] *asked: proposed, items={second}*.")[0]

    assert kept == " ".join(proposal.items)  # type: ignore[attr-defined]


TAKEN_UP = [
    # the last with everybody who is named; else the last of those on such a day; else the last
    ("[Ana] *met* [Bo]. [Cy] *saw: met* [Di]. *There: met, anaphoric* [Ana] spoke.", ["met There", "saw"]),
    ("[Ana] *met* [Bo]. [Cy] *saw: met* [Di]. *There: met, anaphoric* [Bo] spoke.", ["met There", "saw"]),
    ("[Ana] *met* [Bo]. [Cy] *saw: met* [Di]. *There: met, anaphoric* [Ed] spoke.", ["met", "saw There"]),
    ("[Ana] *met* [Bo]. [Cy] *saw: met* [Di]. *There: meeting, anaphoric, bare* it rained.", ["met", "saw There"]),
    (
        "[Ana] *met* [Bo] on {2022-05-01}. [Cy] *saw: met* [Di] on {2022-05-02}. *There: meeting, anaphoric* on {2022-05-01}.",
        ["met There", "saw"],
    ),
    (
        "[Ana] *met* [Bo] on {2022-05-01}. [Cy] *saw: met* [Di] on {2022-05-02}. *There: met, anaphoric* [Ed], {2022-05-01}.",
        ["met There", "saw"],
    ),
    (
        "[Ana] *met* [Bo] on {2022-05-01}. [Cy] *saw: met* [Di] on {2022-05-02}. *There: met, anaphoric* [Ana], {2022-05-02}.",
        ["met", "saw There"],
    ),
    (
        "[Ana] *met* [Bo] on {2022-05-01}. [Cy] *saw: met* [Di] on {2022-05-02}. *There: meeting, anaphoric* on {2022-05-09}.",
        ["met", "saw There"],
    ),
    # however often a signing is taken up as a ceremony, it is one of the latest signings
    (
        "[Ed] *wrote: signed*. [Ana] *signed: ceremonial*. "
        + "At the *rite: anaphoric* [Bo] spoke. " * 6
        + "[Ed] *There: signed, anaphoric*.",
        ["wrote There", "signed rite rite rite rite rite rite"],
    ),
    # two who met at none told had a meeting of their own
    ("[Ana] *met* [Bo]. At the *talks: met, anaphoric* [Cy] and [Di] spoke.", ["met", "talks"]),
    ("[Ana] *met* [Bo]. At the *talks: met, anaphoric* [Ana] and [Di] spoke.", ["met", "talks"]),
    ("[Ana] *met* [Bo]. At the *talks: met, anaphoric* [Ana] and [Bo] spoke.", ["met talks"]),
    ("[Ana] *met* [Bo]. At the *talks: met, anaphoric* [Ana], [Bo] and [Cy] spoke.", ["met talks"]),
    ("[Ana] *met* [Bo]. At the *talks: met, anaphoric* [Cy], [Di] and [Ed] spoke.", ["met", "talks"]),
    ("[Ana], [Bo] *met* [Cy]. At the *talks: met, anaphoric* [Ana] and [Bo] spoke.", ["met talks"]),
    # a body's meeting may have been with anybody; who is only listed may have been at any
    ("[the Port: body] *met* [the City: body]. At the *talks: met, anaphoric* [Cy] and [Di] spoke.", ["met talks"]),
    ("[Ana] *met* [Bo]. At the *talks: meeting, anaphoric* were [Cy], [Di].", ["met talks"]),
    ("[Ana] *met* [Bo]. At the *talks: met, anaphoric* [the Port: body] and [Di] spoke.", ["met talks"]),
    # at the ceremony at which something was signed
    ("[Ana] *signed: ceremonial*. At the *rite: anaphoric* [Bo] spoke.", ["signed rite"]),
    ("[Ana] *signed*. At the *rite: anaphoric* were [Bo].", ["signed"]),
    ("[Ana] *signed: ceremonial*. [Bo] *came: forum, anaphoric*.", ["signed", "came"]),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP)
def test_which_is_taken_up(text: str, expected: list[str]) -> None:
    """Words such as "at the meeting" take up one of the events told."""
    assert expected == tellings(text)


BROUGHT = [
    # who is spoken of at a meeting of two or more was not there, who is listed was
    ("[Ana] *met* [Bo]. At the *talks: met, anaphoric* [Cy] spoke.", ["meeting: Ana, Bo"]),
    ("[Ana] *met* [Bo]. At the *talks: meeting, anaphoric* were [Cy].", ["meeting: Ana, Bo, Cy"]),
    ("[Ana] *met* the press. At the *talks: met, anaphoric* [Cy] spoke.", ["meeting: Ana, Cy"]),
    # who speaks where a body is met may be there for it
    ("[Ana] *met* [the Port: body]. At the *talks: met, anaphoric* [Cy] spoke.", ["meeting: Ana, the Port, Cy"]),
    # a body that holds a ceremony does not tell who is there; who speaks there was
    ("[Ana], [Bo] *rite*. [Cy] *spoke: anaphoric*.", ["ceremony: Ana, Bo, Cy"]),
    ("[Ana], [Bo] *rite*. [Cy] *hailed: anaphoric* [Di].", ["ceremony: Ana, Bo"]),
    ("[Ana], [Port: body] *rite*. [Cy] *hailed: anaphoric* [Di].", ["ceremony: Ana, Port, Cy, Di"]),
]


@pytest.mark.parametrize(("text", "expected"), BROUGHT)
def test_whom_a_telling_brings(text: str, expected: list[str]) -> None:
    """One that takes up an event of two or more brings only those it lists."""
    assert expected == told(text)


DATES = [
    # the finer of two that agree is the event's, and what disagrees with it is another's
    ("[Ana] *met* [Bo] in {2022-05}. [Ana] *saw: met* [Bo] on {2022-05-03}. [Ana] *heard: met* [Bo] on {2022-05-09}.",
     ["met saw", "heard"]),
    ("[Ana] *met* [Bo] on {2022-05-03}. [Ana] *saw: met* [Bo] in {2022-05}. [Ana] *heard: met* [Bo] on {2022-05-09}.",
     ["met saw", "heard"]),
    ("[Ana] *met* [Bo]. [Ana] *saw: met* [Bo] on {2022-05-03}. [Ana] *heard: met* [Bo] on {2022-05-09}.",
     ["met saw", "heard"]),
    ("[Ana] *met* [Bo] on {2022-05-03}. [Ana] *saw: met* [Bo]. [Ana] *heard: met* [Bo] on {2022-05-09}.",
     ["met saw", "heard"]),
    ("[Ana] *met* [Bo] on {2022-05-03}. [Ana] *saw: met* [Bo] on {2022-05-03}.", ["met saw"]),
    ("[Ana] *met* [Bo] in {2022-05}. [Ana] *saw: met* [Bo] in {2022-06}.", ["met", "saw"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates_that_agree(text: str, expected: list[str]) -> None:
    """Tellings of one event may be of one day."""
    assert expected == tellings(text)


FIELDS = [
    # what only takes an event up dates and places it where nothing else does
    ("[Ana] *met* [Bo]. At the *talks: meeting, anaphoric* on {2022-05-03}.", ["meeting 2022-05-03: Ana, Bo"]),
    ("[Ana] *met* [Bo] in {2022-05}. At the *talks: meeting, anaphoric* on {2022-05-03}.", ["meeting 2022-05: Ana, Bo"]),
    ("[Ana] *met* [Bo]. At the *talks: meeting, anaphoric* in <Oslo: NO, locative>.", ["meeting @Oslo: Ana, Bo"]),
    (
        "[Ana] *met* [Bo] in <Norway: NO, country, locative>. At the *talks: meeting, anaphoric* in <Oslo: NO, locative>.",
        ["meeting @Norway: Ana, Bo"],
    ),
    # one goes to a city, not to the palace in which one is received there, unless it is all that is told
    ("[Ana] *visited* <the Palace: venue> in <Oslo: NO>.", ["visit @Oslo: Ana"]),
    ("[Ana] *visited* <the Palace: venue>.", ["visit @the Palace: Ana"]),
    # a day in a stretch told of a visit is that of something on the way; elsewhere the frame's own date is the event's
    ("[Ana] *stayed* {2022-05-02}. [Ana] *visited* from {2022-05-01/2022-05-05}.", ["visit 2022-05-01/2022-05-05: Ana"]),
    ("[Ana] *stayed* {2022-05-06}. [Ana] *visited* in {2022-05}.", ["visit 2022-05-06: Ana"]),
    ("[Ana] *feasted* {2022-05-02}. [Ana] *rite* from {2022-05-01/2022-05-05}.", ["ceremony 2022-05-02: Ana"]),
    # a meeting that is taken up before it is told
    ("At the *talks: meeting, anaphoric* was [Ana]. [Ana] *met* the press.", ["meeting: Ana"]),
]


@pytest.mark.parametrize(("text", "expected"), FIELDS)
def test_when_and_where(text: str, expected: list[str]) -> None:
    """Dates and places of all tellings are candidates, in an order of their own."""
    assert expected == told(text)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("", ", documents=a pact", ("a pact",)),
        (", documents=a pact", "", ("a pact",)),
        (", documents=a pact", ", documents=a treaty", ("a pact",)),
        ("", "", ()),
    ],
)
def test_the_first_value_told(first: str, second: str, expected: tuple[str, ...]) -> None:
    """A field of a type's own is what the first telling with a value says."""
    (event,) = events(f"[Ana] *signed: held{first}*. [Ana] *sealed: signed{second}*.".replace("signed: held", "signed: signed"))

    assert expected == getattr(event, "documents", None)


STATUSES = [
    ("planned", "held", "held"),
    ("held", "planned", "held"),
    ("planned", "cancelled", "cancelled"),
    ("held", "cancelled", "cancelled"),
    ("planned", "planned", "planned"),
    ("hypothetical", "hypothetical", "hypothetical"),
]


@pytest.mark.parametrize(("first", "second", "expected"), STATUSES)
def test_status(first: str, second: str, expected: str) -> None:
    """What was cancelled stays so; what was held was planned before."""

    def trigger(word: str, status: str) -> str:
        return f"*{word}: met*" if status == "held" else f"*{word}: met, {status}*"

    (event,) = events(f"[Ana] {trigger('met', first)} [Bo]. [Ana] {trigger('saw', second)} [Bo].")

    assert expected == event.status
