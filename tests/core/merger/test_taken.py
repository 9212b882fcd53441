"""Whom the windows of a frame bring to an event: lists, leaders, owners, company, and those the text goes on to speak of."""

from __future__ import annotations

from typing import Any

import pytest
from script import line, script, told

from eventx import Slot
from eventx.merger.index import make_index
from eventx.merger.lists import coordinated


def people(marked: str, **more: Any) -> list[str]:
    """Return who took part in the last event."""
    return [person.name for person in script(marked, **more).events()[-1].participants]


def framed(marked: str, word: str, kind: str, *slots: tuple[str, str, dict[str, Any]], language: str = "en") -> list[str]:
    """Return the events of a text with one trigger, whose slots are given by role, side and more."""
    telling = script(marked, language=language)
    made = [
        Slot(role=role, spans=(telling.before(word) if side == "before" else telling.after(word),), **more)
        for role, side, more in slots
    ]
    return [line(event) for event in telling.trigger(word, kind, *made).events()]


LISTS = [
    (", ", 2),
    (" and ", 2),
    (", and ", 2),
    (" AND ", 2),
    ("; ", 2),
    (" ", 2),
    (") and ", 2),
    (" (Hue), ", 2),
    (" (" + "x" * 32 + "), ", 2),
    (" (" + "x" * 33 + "), ", 1),
    (", " + " " * 38, 2),
    (", " + " " * 39, 1),
    (" – Algeria, ", 2),
    (" with ", 1),
    (". ", 1),
    # a title that nobody read
    (", EU security chief ", 2),
    (" and the EU special envoy ", 2),
    (" and EU special envoy ", 2),
    (" And EU special envoy ", 2),
    ("; EU security chief ", 2),
    (", and EU security chief ", 2),
    (", eu security chief ", 1),
    (" EU security chief ", 1),
    (", EU security chief", 1),
    (", EU chief who met ", 1),
    (", EU chief said ", 1),
    (", EU chief has ", 1),
    (", EU chief, chief ", 1),
    (", EU " + "x" * 57 + " ", 2),
    (", EU " + "x" * 58 + " ", 2),
    (", EU " + "x" * 59 + " ", 1),
]


@pytest.mark.parametrize(("gap", "count"), LISTS)
def test_what_stands_in_a_list(gap: str, count: int) -> None:
    """Two names are of one list if nothing else stands between them, from either side."""
    telling = script(f"[Ana]{gap}[Bo] left.")
    index = make_index(telling.document, telling.contributions)
    found = list(index.mentions.items)

    assert (count, count) == (len(coordinated(index, found)), len(coordinated(index, found[::-1])))


def test_an_event_breaks_a_list() -> None:
    """Where an event is told between two names there is no list."""
    telling = script("[Ana], EU *talks: met, bare* [Bo] left.")
    index = make_index(telling.document, telling.contributions)

    assert 1 == len(coordinated(index, list(index.mentions.items)))


def test_two_readings_are_no_list() -> None:
    """Of two readings of the same words the first counts, and the list goes on behind them."""
    telling = script("[Ana Berg] and [Cy] left.").person("Berg", "Berg")
    index = make_index(telling.document, telling.contributions)

    assert [] == coordinated(index, [])
    assert ["Ana Berg", "Cy"] == [c.value.name for c in coordinated(index, list(index.mentions.items))]  # type: ignore[union-attr]


COMPLETE = [
    ("[Ana] chatted with [Bo] and [Cy].", 2, ["meeting: Bo, Cy"]),
    ("[Ana] chatted with [Bo].", 2, ["meeting: Bo, Ana"]),
    ("[Ana] chatted with [Bo] and [Cy].", 0, ["meeting: Bo, Cy, Ana"]),
    ("[Ana] chatted with [Bo] and [Cy] and [Di].", 2, ["meeting: Bo, Cy, Di"]),
    # somebody is named there, even if it is not known who
    ("[Ana] and [Bo] chatted with [it: pronoun, f].", 2, ["meeting: Ana, Bo"]),
    ("[Ana: m] and [Bo: m] chatted with [her: pronoun, f].", 1, []),
]


@pytest.mark.parametrize(("text", "count", "expected"), COMPLETE)
def test_a_role_that_is_complete(text: str, count: int, expected: list[str]) -> None:
    """What makes a role complete leaves later slots of it alone."""
    before, behind = ("participant", "before", {}), ("participant", "after", {"complete": count})

    assert expected == framed(text, "chatted", "meeting", behind, before)


def test_another_role_is_not_complete() -> None:
    """A complete role leaves slots of other roles to themselves."""
    slots = ("host", "after", {"complete": 1}), ("guest", "before", {})

    assert ["meeting: Bo, Ana"] == framed("[Ana] chatted with [Bo].", "chatted", "meeting", *slots)


SIDES = [
    # -- somebody met by a group that is not settled: whom the text spoke of before is the other side --
    ("[Ana] came. At a *meeting* with [Bo] [both: group, number=2] slept.", ["Bo", "Ana"]),
    ("[Ana] came. At a *meeting* with [Bo] [all: group] slept.", ["Bo", "Ana"]),
    ("[Ana] came. At a *meeting* with [Bo] [all: group, number=3] slept.", ["Bo"]),
    ("[Ana] came. At a *meeting* with [Bo] [all: role] slept.", ["Bo"]),
    ("[Ana] came. [Cy] came. At a *meeting* with [Bo] [both: group, number=2] slept.", ["Bo", "Cy"]),
    ("[Ana] came. At a *meeting* with [Bo] and [Cy], [both: group, number=2] slept.", ["Bo", "Cy"]),
    # nobody was spoken of, a body was, or the one who is met
    ("At a *meeting* with [Bo] [both: group, number=2] slept.", ["Bo"]),
    ("[Port: body] came. At a *meeting* with [Bo] [both: group, number=2] slept.", ["Bo"]),
    ("[Bo] came. At a *meeting* with [Bo] [both: group, number=2] slept.", ["Bo"]),
    # -- a group that is settled, and of which the one named with it is none: the other side is whom the text speaks of --
    ("[Ana] *met* [Bo]. [Cy] came. At a *meeting* of [both: group, number=2] and [Di] all slept.", ["Di", "Cy"]),
    ("[Ana] *met* [Bo]. At a *meeting* of [both: group, number=2] and [Di] all slept.", ["Di", "Ana"]),
    ("[Ana] *met* [Bo]. [Port: body] came. At a *meeting* of [both: group, number=2] and [Di] all slept.", ["Di", "Ana"]),
    ("[Ana] *met* [Bo]. At a *meeting* of [both: group, number=2] and [Bo] all slept.", ["Ana", "Bo"]),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_the_other_side(text: str, expected: list[str]) -> None:
    """A group of two that cannot be those named stands for whom the text speaks of: a person not yet among them."""
    assert expected == people(text)


TAKES = [
    ("all", "[Ana] chatted with [Bo], then with [Cy].", ["meeting: Bo, Cy"]),
    ("first", "[Ana] chatted with [Bo], [Cy].", ["meeting: Bo"]),
    ("head", "[Ana] chatted with [Bo], [Cy], then with [Di].", ["meeting: Bo, Cy"]),
    ("last", "[Ana] chatted with [Bo], then with [Cy], [Di].", ["meeting: Cy, Di"]),
    ("topics", "[Ana] chatted with [Bo].", []),
]


@pytest.mark.parametrize(("take", "text", "expected"), TAKES)
def test_which_of_several(take: str, text: str, expected: list[str]) -> None:
    """A slot takes all, the first, or a list at either end."""
    assert expected == framed(text, "chatted", "meeting", ("participant", "after", {"take": take}))


KINDS = [
    ((), ["ceremony: Ana, Port"]),
    (("person",), ["ceremony: Ana"]),
    (("organisation",), ["ceremony: Port"]),
]


@pytest.mark.parametrize(("kinds", "expected"), KINDS)
def test_kinds(kinds: tuple[str, ...], expected: list[str]) -> None:
    """A slot may be for people, or for bodies."""
    more = {"kinds": kinds} if kinds else {}

    assert expected == framed("[Ana], [Port: body] chatted.", "chatted", "ceremony", ("host", "before", more))


TRAVELLERS = [
    ("[Ana], [Port: body] chatted.", ["visit: Ana"]),
    ("[Port: body] chatted.", ["visit: Port"]),
    ("[Port: body], [Team: body, delegation] chatted.", ["visit: Team"]),
    ("[Ana], [Team: body, delegation] chatted.", ["visit: Ana, Team"]),
]


@pytest.mark.parametrize(("text", "expected"), TRAVELLERS)
def test_who_travels(text: str, expected: list[str]) -> None:
    """People and delegations travel, other bodies only where nobody else does."""
    assert expected == framed(text, "chatted", "visit", ("visitor", "before", {"take": "head"}))


WINDOWS = [
    ("[Ana] and [Bo] chatted with [Cy].", ["meeting: Cy"]),
    ("[Ana] and [Bo] chatted.", ["meeting: Ana, Bo"]),
    ("All chatted.", []),
]


@pytest.mark.parametrize(("text", "expected"), WINDOWS)
def test_the_first_window_that_holds_somebody(text: str, expected: list[str]) -> None:
    """Windows are tried in order."""
    telling = script(text)
    slot = Slot(role="participant", spans=(telling.after("chatted"), telling.before("chatted")))

    assert expected == [line(event) for event in telling.trigger("chatted", "meeting", slot).events()]


BESIDE = [
    # who acts with the subject is told right before the verb
    ("[Ana] thăm [Bo] và cùng [Cy] chủ trì.", "host", ["ceremony: Ana, Cy"]),
    ("[Ana] thăm [Bo] và cùng [Cy] chủ trì.", "participant", ["ceremony: Ana"]),
    ("[Ana] thăm [Bo] và [Cy] chủ trì.", "host", ["ceremony: Ana"]),
    ("[Ana] thăm [Bo] và cùng [Cy] từ rất nhiều năm nay vẫn luôn chủ trì.", "host", ["ceremony: Ana"]),
    ("[Ana] thăm [Bo] và cùng [Cy] ở Huế chủ trì.", "host", ["ceremony: Ana"]),
    ("[Ana] thăm [Bo] và cùng [Port: body] chủ trì.", "host", ["ceremony: Ana"]),
]


@pytest.mark.parametrize(("text", "role", "expected"), BESIDE)
def test_who_acts_with_the_subject(text: str, role: str, expected: list[str]) -> None:
    """Hosts and signatories may act with another who stands further on."""
    assert expected == framed(text, "chủ trì", "ceremony", (role, "before", {"take": "head"}), language="vi")


CARRIED = [
    ("[Ana] came. It *proposed*.", True, ["proposal: Ana"]),
    ("[Ana] came. It *proposed*.", False, []),
    ("[Ana] came. [Bo] *proposed*.", True, ["proposal: Bo"]),
    ("[Ana: spokesperson=Spokesman] came. It *proposed*.", True, []),
    ("[Ana: spokesperson=Spokesman, mayor=Mayor] came. It *proposed*.", True, ["proposal: Ana"]),
    ("It *proposed*.", True, []),
    # who is named right behind is asked, though the sentence speaks of nobody else
    ("[Ana] came. Then, *proposed* [Bo] to go.", True, ["proposal: Ana"]),
    ("Then, *proposed* [Bo] to go.", True, []),
]


@pytest.mark.parametrize(("text", "carry", "expected"), CARRIED)
def test_whom_the_text_goes_on_to_speak_of(text: str, *, carry: bool, expected: list[str]) -> None:
    """Who is spoken of fills a slot that carries on, unless he speaks for others."""
    marked = text.replace("*proposed*", "proposed")

    assert expected == framed(marked, "proposed", "proposal", ("proposer", "before", {"carry": carry}))


OTHERS = [
    # whose adviser one meets is not met; whose adviser meets somebody is not told apart here
    ("[Ana] *met* [Bo]'s aide.", ["Ana"]),
    ("[Ana] *met* [Bo]’s aide.", ["Ana"]),
    ("[Ana] *met* [Bo]' aide.", ["Ana", "Bo"]),
    ("[Ana] *met* [Port: body]'s aide.", ["Ana", "Port"]),
    ("[Ana]'s aide *met* [Bo].", ["Ana", "Bo"]),
    # an aide to somebody
    ("[Ana] *met* an aide to [Bo].", ["Ana"]),
    ("[Ana] *met* an aide by [Bo].", ["Ana", "Bo"]),
    ("[Ana] *met* a mayor to [Bo].", ["Ana", "Bo"]),
    ("[Ana] *met* to [Bo].", ["Ana", "Bo"]),
    ("[Ana] *met* an aide to [Port: body].", ["Ana", "Port"]),
    ("[Ana] *met* an aide to " + " " * 32 + "[Bo].", ["Ana"]),
    ("[Ana] *met* an aide to " + " " * 33 + "[Bo].", ["Ana", "Bo"]),
    # a body behind a preposition of place is where it happens
    ("[Ana] *met* [Bo] and [Port: body].", ["Ana", "Bo", "Port"]),
    ("[Ana] *rite* of [Bo].", ["Ana"]),
    ("From the [Port: body] was [Ana] *rite*.", ["Port", "Ana"]),
    ("At the [Port: body] was [Ana] *rite*.", ["Ana"]),
    ("On the sidelines of [Port: body] was [Ana] *rite*.", ["Ana"]),
    ("During " + "x" * 52 + " [Port: body] was [Ana] *rite*.", ["Ana"]),
    ("During " + "x" * 53 + " [Port: body] was [Ana] *rite*.", ["Port", "Ana"]),
    ("On the sidelines of [Bo] was [Ana] *rite*.", ["Bo", "Ana"]),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_who_is_only_named(text: str, expected: list[str]) -> None:
    """Who only says whose another is, and what only says where, takes no part."""
    assert expected == people(text)


def test_what_a_conference_is_called_after() -> None:
    """A body in the words of another event takes no part in this one."""
    telling = script("[Ana] *met* [Bo] and [Port: body] guests.")
    assert ["Ana", "Bo", "Port"] == [person.name for person in telling.events()[0].participants]
    telling.trigger("Port guests", "conference")
    assert ["Ana", "Bo"] == [person.name for person in telling.events()[0].participants]


@pytest.mark.parametrize(
    ("cut", "role", "expected"),
    [
        ("mayor of Hue", "proposer", ["Ana"]),
        ("mayor of Hue", "addressee", []),
        ("ayor of Hue", "proposer", []),
        (" asked", "proposer", []),
    ],
)
def test_a_window_that_cuts_a_mention(cut: str, role: str, expected: list[str]) -> None:
    """Whom a proposer's window cuts in two, at a comma between titles, proposes."""
    telling = script("[Ana, mayor of Hue: name=Ana] asked and [Bo] too.")
    start = telling.span(cut)
    slot = Slot(role=role, spans=(type(start)(start.start, telling.span(" and").start),))
    other = Slot(role="proposer", spans=(telling.span("Bo"),))
    found = telling.trigger("too", "proposal", slot, other).events()[0]

    assert [*expected, "Bo"] == [person.name for person in found.participants]


GROUPS = [
    # a group that nobody has settled is he who is met, and the one spoken of before
    ("[Ana] came. *Talks: meeting* with [Bo], [both: group].", ["Bo", "Ana"]),
    ("[Ana] came. *Talks: meeting* with [Bo], [Cy], [both: group].", ["Bo", "Cy"]),
    ("[Ana] came. *Talks: meeting* with [Port: body], [both: group].", None),
    ("[Ana] came. *Talks: meeting* with [Bo], all.", ["Bo"]),
    ("[Ana] came. *Talks: meeting* with [Bo], [the two: group, number=2].", ["Bo", "Ana"]),
    ("[Ana] came. *Talks: meeting* with [Bo], [the four: group, number=4].", ["Bo"]),
    ("[Ana] came. [Bo] left. *Talks: meeting* with [Bo], [both: group].", ["Bo"]),
    # a group that is not the company of those named with it is the one spoken of
    ("[Ana] *met* [Cy]. *Talks: meeting* with [Bo], [both: group].", ["Bo", "Ana"]),
    ("[Ana] *met* [Cy]. *Talks: meeting* with [Cy], [both: group].", ["Ana", "Cy"]),
    ("[Ana] *met* [Cy]. *Talks: meeting, form=x* with [both: group].", ["Ana", "Cy"]),
    ("[Ana] *met* [Cy]. *Talks: meeting* with [Port: body], [both: group].", ["Ana", "Cy", "Port"]),
]


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_groups_and_those_named_with_them(text: str, expected: list[str] | None) -> None:
    """Both sides are those of whom the text speaks."""
    found = script(text).events()

    assert expected == ([person.name for person in found[-1].participants] if found else None)


COMPANY = [
    # who joins an event of the sentence, the next one, or the one at hand
    ("[Ana] *met* [Bo], far off *with* [Cy].", ["meeting: Ana, Bo, Cy"]),
    ("[Cy] *joined* as [Ana] *met* [Bo].", ["meeting: Ana, Bo, Cy"]),
    ("[Ana] *met* [Bo]. [Cy] *joined*.", ["meeting: Ana, Bo, Cy"]),
    ("[Ana] *met* [Bo]. [Cy] *proposed*. [Di] *joined*.", ["meeting: Ana, Bo, Di", "proposal: Cy"]),
    ("[Ana] *met* [Bo] and [Cy] *proposed*, all *with* [Di].", ["meeting: Ana, Bo, Cy, Di", "proposal: Ana, Bo, Cy, Di"]),
    ("[Ana] *met* [Bo]. [Cy] *saw: met, background* [Di]. [Ed] *joined*.", ["meeting: Ana, Bo, Ed", "meeting: Cy, Di"]),
    # where the text begins with them, the event is still to be told; where it told of one before, it is not
    ("[Cy] *joined*. [Ana] *met* [Bo].", ["meeting: Ana, Bo, Cy"]),
    ("[Di] *proposed*. [Cy] *joined*. [Ana] *met* [Bo].", ["proposal: Di", "meeting: Ana, Bo"]),
    # who comes along travels with whom the sentence speaks of
    ("[Ana] *visited*. [Bo] *met* [Cy]. [Ana] came *along* [Di].", ["visit: Ana, Di", "meeting: Bo, Cy"]),
    ("[Ana] *visited*. [Bo] *met* [Cy]. [Bo] came *along* [Di].", ["visit: Ana", "meeting: Bo, Cy, Di"]),
    ("[Ana] *visited*. [Bo] *met* [Cy]. All came *along* [Ana], [Di].", ["visit: Ana, Di", "meeting: Bo, Cy"]),
    ("[Ana] *visited*. [Bo] *met* [Cy]. [Ana] came *with* [Di].", ["visit: Ana", "meeting: Bo, Cy, Di"]),
    # those of the sentence behind it go on with them
    ("[Ana] *visited*. [Bo] *met* [Cy]. [Ana] came *along* [Di]. [Ed] *joined*.", ["visit: Ana, Di, Ed", "meeting: Bo, Cy"]),
    (
        "[Ana] *visited*. [Bo] *met* [Cy]. [Ana] came *along* [Di]. Rain fell. [Ed] *joined*.",
        ["visit: Ana, Di", "meeting: Bo, Cy, Ed"],
    ),
]


FORMS = [
    # an event of the form that is told, if it is not the one at hand
    ("[Ana] *forum*. [Bo] *met* [Cy]. [Di] *joined: form=conference*.", ["conference: Ana, Di", "meeting: Bo, Cy"]),
    ("[Ana] *forum*. [Bo] *met* [Cy]. [Di] *joined: form=meeting*.", ["conference: Ana", "meeting: Bo, Cy, Di"]),
    ("[Ana] *forum*. [Bo] *met* [Cy]. [Di] *joined: form=signing*.", ["conference: Ana", "meeting: Bo, Cy, Di"]),
    ("[Ana] *forum: hypothetical*. [Bo] *met* [Cy]. [Di] *joined: form=conference*.",
     ["conference hypothetical: Ana", "meeting: Bo, Cy, Di"]),
    ("A *forum* in <Hue>. [Bo] *met* [Cy]. [Di] *joined: form=conference*.", ["conference @Hue: ", "meeting: Bo, Cy, Di"]),
    ("[Ana] *forum: name=A*. [Ed] *talks: forum, name=B*. [Bo] *met* [Cy]. [Di] *joined: form=conference*.",
     ["conference: Ana", "conference: Ed, Di", "meeting: Bo, Cy"]),
    ("[Ana] *met* [Bo]. [Cy] *saw: met* [Di], far off *with* [Ed].", ["meeting: Ana, Bo", "meeting: Cy, Di, Ed"]),
    ("[Ed] *met* [Bo]. [Cy] *joined* as [Ana] *proposed* it.", ["meeting: Ed, Bo, Cy", "proposal: Cy, Ana"]),
    ("[Ana] *visited*. [Bo] *met* [Cy]. [Ana] came *along: form=conference* [Di].", ["visit: Ana", "meeting: Bo, Cy, Di"]),
]  # fmt: skip

OPEN = [
    # a meeting of which nobody is told yet is that of the group its sentence, or the next, speaks of
    ("[Ana: NO] came. [Bo: KH] came. A *meeting: bare* of [the two: group, number=2].", ["meeting: Ana, Bo"]),
    ("[Ana: NO] came. [Bo: KH] came. A *meeting: bare* was held. [The two: group, number=2] spoke.", ["meeting: Ana, Bo"]),
    ("[Ana: NO] came. [Bo: KH] came. A *meeting: bare* was held. Rain fell. [The two: group, number=2] spoke.", []),
    ("[Ana: NO] came. [Bo: KH] came. For [the two: group, number=2] a *meeting: bare* was held.", []),
    ("[Ana: NO] came. [Bo: KH] came. A *meeting: bare, planned* of [the two: group, number=2].", []),
    ("[Ana: NO] came. [Bo: KH] came. A *meeting: bare, background* of [the two: group, number=2].", []),
    ("[Ana: NO] came. [Bo: KH] came. A *rite: bare* of [the two: group, number=2].", []),
    ("[Ana: NO] came. [Bo: KH] came. [Cy] *met* all. [The two: group, number=2] spoke.", ["meeting: Cy"]),
    ("[Ana: NO, king=King] came. [Bo: KH] came. A *meeting: bare* of [all: group, number=1, offices=king].", []),
]

AT_TALKS = [
    # what is proposed earlier in a sentence that goes on to tell of talks is proposed at them
    ("[Ana] *proposed* a pact of all old towns of the bay as she *met* [Bo] on {2022-05-03}.", "proposal (2022-05-03): Ana, Bo"),
    ("[Ana] *proposed* a pact. Then she *met* [Bo] on {2022-05-03}.", "proposal: Ana"),
]


@pytest.mark.parametrize(("text", "expected"), [*FORMS, *OPEN])
def test_what_is_told_in_parts(text: str, expected: list[str]) -> None:
    """Who took part is told here, what they took part in there."""
    assert expected == told(text)


@pytest.mark.parametrize(("text", "expected"), AT_TALKS)
def test_proposed_at_talks(text: str, expected: str) -> None:
    """A proposal is of the day of the talks at which it was made."""
    assert expected == next(line for line in told(text) if line.startswith("proposal"))


@pytest.mark.parametrize(("text", "expected"), COMPANY)
def test_who_comes_along(text: str, expected: list[str]) -> None:
    """Those said to be present belong to the event at hand, those who come along to the trip."""
    assert expected == told(text)


@pytest.mark.parametrize(("between", "expected"), [(11, ["Ana", "Di"]), (12, ["Ana"])])
def test_how_far_back_a_trip_is(between: int, expected: list[str]) -> None:
    """The trip is one of the last twelve events."""
    rites = " ".join(f"[Cy{letter}] *rite*." for letter in "abcdefghijklmn"[:between])
    visit = script(f"[Ana] *visited*. {rites} [Ana] came *along* [Di].").events()[0]

    assert expected == [person.name for person in visit.participants]


@pytest.mark.parametrize(("frame", "role"), [("visited", "visitor"), ("rite", "participant")])
def test_the_role_of_company(frame: str, role: str) -> None:
    """With a visitor one travels, at other events one takes part."""
    event = script(f"[Ana] *{frame}*. [Bo] *joined*.").events()[0]

    assert role == event.participants[-1].role


TOPICS = [
    ("A meeting was held. [Ana] spoke. [Bo] replied. [Cy] left.", {}, ["Ana", "Bo", "Cy"]),
    ("A meeting was held. [Ana: spokesperson=Spokesman] spoke. [Bo] replied. [Cy] left.", {}, ["Bo", "Cy"]),
    # whom a sentence with an event of its own speaks of does not speak at the event before
    ("A meeting was held. [Ana] spoke. [Ed] left. [Bo] *rite*. [Cy] left.", {}, ["Ana", "Ed"]),
    ("A meeting was held. [Ana] spoke. [Bo] *rite: background*. [Cy] left.", {}, ["Ana", "Bo", "Cy"]),
    ("A meeting was held. [Ana] spoke. [Bo] *rite: hypothetical*. [Cy] left.", {}, ["Ana", "Bo", "Cy"]),
    ("A meeting was held. [Ana] spoke. [Bo] *proposed*. [Cy] left.", {}, ["Ana", "Bo", "Cy"]),
    # what is to come has no speakers yet, nor has what the sentence tells beside something else
    ("A meeting was held. [Ana] spoke. [Bo] replied.", {"status": "planned"}, []),
    ("A *rite* and a meeting was held. [Ana] spoke. [Bo] replied.", {}, []),
    ("A *rite*. A meeting was held. [Ana] spoke. [Bo] replied.", {}, ["Ana", "Bo"]),
]


@pytest.mark.parametrize(("text", "more", "expected"), TOPICS)
def test_those_who_speak(text: str, more: dict[str, Any], expected: list[str]) -> None:
    """Those the sentences behind an event speak of took part, up to the next event."""
    slots = (Slot(role="host", spans=(), take="topics"), Slot(role="guest", spans=(), take="topics"))
    found = script(text).trigger("meeting", "meeting", *slots, **more).events()
    meetings = [event for event in found if event.type == "meeting"]

    assert expected == [person.name for event in meetings for person in event.participants]
