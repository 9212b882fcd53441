"""The merger's finer points: which of several readings it takes, and what it leaves alone."""

from __future__ import annotations

from typing import Any

import pytest
from telling import Telling

from eventx import Date, Slot
from eventx.merger import Candidate


def people(event: Any) -> list[str]:
    """Return the names of those who took part."""
    return [person.name for person in event.participants]


def words(telling: Telling, event: Any) -> list[str]:
    """Return the words of the triggers an event was read from."""
    return [telling.document.slice(item.span) for item in event.evidence if item.rule == "test.trigger"]


def proposed(telling: Telling, word: str = "proposed", *, carry: bool = True) -> Telling:
    """Add a proposal by who stands before it."""
    slot = Slot(role="proposer", spans=(telling.before(word),), carry=carry)
    return telling.trigger(word, "proposal", slot, fields=(("items", ("a pact",)),))


def met(telling: Telling, word: str = "met", nth: int = 0, **more: Any) -> Telling:
    """Add a meeting of those before and behind a word."""
    before = Slot(role="participant", spans=(telling.before(word, nth),), take="last")
    behind = Slot(role="participant", spans=(telling.after(word, nth),), take="head")
    return telling.trigger(word, "meeting", before, behind, nth=nth, **more)


def berg_met_dara(rest: str = "") -> Telling:
    """Return a text in which two ministers of two countries met."""
    telling = Telling(f"Berg met Dara in Oslo. {rest}")
    telling.person("Berg", "Anna Berg", titles=("minister=Minister",), country="NO", gender="m")
    telling.person("Dara", "Sok Dara", titles=("minister=Minister",), country="KH", gender="m")
    return met(telling)


def ceremony(telling: Telling, word: str, role: str | None, nth: int = 0, **more: Any) -> Telling:
    """Add a ceremony with those before a word in a role, and the place behind it."""
    place = Slot(role="place", spans=(telling.after(word, nth),))
    slots = (Slot(role=role, spans=(telling.before(word, nth),)), place) if role else (place,)
    return telling.trigger(word, "ceremony", *slots, nth=nth, **more)


def test_candidates_are_made_by_name() -> None:
    """What plugins are handed to choose from is told apart by names."""
    with pytest.raises(TypeError):
        Candidate("date", Date("2022"), berg_met_dara().contributions[0], "clause", "stated")  # type: ignore[call-arg, misc]


@pytest.mark.parametrize(("text", "told"), [("A rite was held in Hue on May 3.", 1), ("A rite was held in Hue.", 0)])
def test_ceremony_of_nobody(text: str, told: int) -> None:
    """A ceremony in which nobody is named is told if it has its own day and place, not by its place alone."""
    telling = Telling(text)
    telling.place("Hue", "VN", locative=True)
    if "May 3" in text:
        telling.date("May 3", "XXXX-05-03")

    assert told == len(ceremony(telling, "rite", None).events())


def test_names_in_either_order() -> None:
    """A name whose parts stand in the other order is the same person's."""
    for first, again in (("Shin Ara", "Ara Shin"), ("Ara Shin", "Shin Ara")):
        telling = Telling(f"{first} met Dara. {again} proposed a pact.")
        telling.person(first, first).person("Dara", "Dara").person(again, again)

        meeting, proposal = proposed(met(telling)).events()

        assert ([first], 2) == (people(proposal), len(meeting.participants[0].mentions))


def test_office_tells_namesakes_apart() -> None:
    """Of two people of one surname the office that is told with it means its holder, though the other was named later."""
    telling = Telling("Minister Anna Berg met Mayor Tom Berg. Minister Berg proposed a pact.")
    telling.person("Minister Anna Berg", "Anna Berg", titles=("minister=Minister",))
    telling.person("Mayor Tom Berg", "Tom Berg", titles=("mayor=Mayor",))
    telling.person("Minister Berg", "Berg", titles=("minister=Minister",))

    assert ["Anna Berg"] == people(proposed(met(telling)).events()[1])


def test_two_of_three_are_no_others() -> None:
    """At the meeting two of those who met speak: that is no meeting of its own."""
    telling = Telling("Berg met Dara and Falk. At the meeting Berg told Dara so.")
    telling.person("Berg", "Berg").person("Dara", "Dara").person("Falk", "Falk")
    telling.person("Berg", "Berg", nth=1).person("Dara", "Dara", nth=1)
    met(met(telling), "told", anaphoric=True)

    (event,) = telling.events()

    assert ["Berg", "Dara", "Falk"] == sorted(people(event))


def test_a_body_alone_is_not_who_met_it() -> None:
    """A meeting of which only a body is known is not taken for one of that body with a person."""
    telling = Telling("Berg met the Port. Later the Port met.")
    telling.person("Berg", "Berg")
    for nth in (0, 1):
        telling.person("the Port", "the Port", nth=nth, kind="organisation")
    met(met(telling), nth=1)

    assert [["met"]] == [words(telling, event) for event in telling.events()]


def test_a_call_is_no_talks_of_three() -> None:
    """Talks are one with a call only if just the same people held them."""
    telling = Telling("Berg called Dara. Berg saw Dara and Falk.")
    for nth in (0, 1):
        telling.person("Berg", "Berg", nth=nth).person("Dara", "Dara", nth=nth)
    telling.person("Falk", "Falk")
    met(telling, "called", fields=(("form", "phone"),))
    met(telling, "saw", fields=(("form", "talks"),))

    assert ["phone", "talks"] == [getattr(event, "form", None) for event in telling.events()]


def test_a_telling_that_names_one_side() -> None:
    """Who is told again without the other side is at the same meeting."""
    telling = berg_met_dara("Berg met a guest.")
    telling.person("Berg", "Anna Berg", nth=1)

    (event,) = met(telling, nth=1).events()

    assert ["met", "met"] == words(telling, event)


def test_host_and_guests_of_one_ceremony() -> None:
    """One telling of a ceremony names the host, another those who came."""
    telling = Telling("Berg held a rite in Hue. Dara was at a rite too.")
    telling.person("Berg", "Berg").person("Dara", "Dara")
    ceremony(telling, "rite", "host", fields=(("form", "rite"),))
    ceremony(telling, "rite", "participant", nth=1, fields=(("form", "rite"),))

    (event,) = telling.events()

    assert [("Berg", "host"), ("Dara", "participant")] == [(p.name, p.role) for p in event.participants]


def test_ceremony_told_again_of_nobody() -> None:
    """A ceremony told again without anybody is the one told before."""
    telling = Telling("Berg was at a rite. The rite was long.")
    telling.person("Berg", "Berg")
    ceremony(telling, "rite", "participant", fields=(("form", "rite"),))
    ceremony(telling, "rite", None, nth=1, fields=(("form", "rite"),))

    (event,) = telling.events()

    assert ["rite", "rite"] == words(telling, event)


def test_dateline_of_two_places() -> None:
    """The country of the dateline is that of its first place that has one."""
    telling = Telling("OLD HALL, OSLO – Minister Berg received Dara.")
    telling.add("zone", "dateline", "OLD HALL, OSLO – ")
    telling.place("OLD HALL", None, kind="venue").place("OSLO", "NO")
    telling.person("Minister Berg", "Berg", titles=("minister=Minister",)).person("Dara", "Dara")

    assert "NO" == telling.received("received").events()[0].participants[0].country


def test_a_guest_pointed_at_is_spoken_of() -> None:
    """A pointer by role at the head of a sentence makes that person the one spoken of."""
    telling = Telling("Adams received Brown. The guest was glad. He proposed a pact.")
    telling.person("Adams", "Adams", gender="m").person("Brown", "Brown", gender="m")
    telling.person("The guest", None, reference="role", role="guest").person("He", None, reference="pronoun", gender="m")

    assert ["Brown"] == people(proposed(telling.received("received")).events()[1])


def test_an_owner_is_not_spoken_of() -> None:
    """Whose deputy does something is not the one spoken of."""
    telling = Telling("Adams met Brown. Brown's deputy left. He proposed a pact.")
    telling.person("Adams", "Adams", gender="m").person("Brown", "Brown", gender="m").person("Brown", "Brown", nth=1)
    telling.person("He", None, reference="pronoun", gender="m")

    assert ["Adams"] == people(proposed(met(telling)).events()[1])


@pytest.mark.parametrize(("country", "expected"), [("KH", "Sok Dara"), (None, "Anna Berg"), ("NO", "Anna Berg")])
def test_described_by_country(country: str | None, expected: str) -> None:
    """Who is described means the one spoken of, unless the country says otherwise: then the last of that country."""
    telling = berg_met_dara("The diplomat proposed a pact.")
    telling.person("The diplomat", None, reference="description", country=country)

    assert [expected] == people(proposed(telling, carry=False).events()[1])


def test_years_of_an_anniversary_date_nothing_else() -> None:
    """The day that an anniversary counts from is no day of the meeting told beside it."""
    telling = Telling("Berg met Dara for the 50th year (June 24, 1967).")
    telling.person("Berg", "Berg").person("Dara", "Dara").date("June 24, 1967", "1967-06-24")
    slot = Slot(role="date", spans=(telling.after("50th year"),))
    met(telling).trigger("50th year", "anniversary", slot, fields=(("years", 50),))

    assert {"meeting": None} == {event.type: event.date for event in telling.events() if event.type == "meeting"}


def test_what_is_said_to_come() -> None:
    """A word of reporting that does not lead in to a date leaves it to the event."""
    telling = Telling("Berg is said to meet Monday Dara.")
    telling.person("Berg", "Berg").person("Dara", "Dara").date("Monday", "2022-09-05")

    (event,) = met(telling, "meet", status="planned").events()

    assert "2022-09-05" == str(event.date)


def test_the_month_of_another_event() -> None:
    """A month told with an event before it is that one's."""
    telling = Telling("After a forum this October Berg met Dara.")
    telling.person("Berg", "Berg").person("Dara", "Dara").date("October", "2022-10")
    telling.trigger("forum", "conference", fields=(("name", "forum"),))

    assert [("meeting", None)] == [(e.type, e.date) for e in met(telling).events() if e.type == "meeting"]


def test_the_first_place_behind_a_visit() -> None:
    """A comma before the visit says nothing of the place behind it."""
    telling = Telling("Later, minister Berg visited France.")
    telling.person("Berg", "Berg").place("France", "FR", kind="country")
    visitor = Slot(role="visitor", spans=(telling.before("visited"),), take="last")
    telling.trigger("visited", "visit", visitor, Slot(role="place", spans=(telling.after("visited"),)))

    (event,) = telling.events()

    assert event.place is not None
    assert "France" == event.place.name


def test_a_trip_within_the_country() -> None:
    """Who goes to a city of his own country visits it."""
    telling = Telling("Berg visited Bergen.")
    telling.person("Berg", "Berg", country="NO").place("Bergen", "NO")
    visitor = Slot(role="visitor", spans=(telling.before("visited"),), take="last")
    telling.trigger("visited", "visit", visitor, Slot(role="place", spans=(telling.after("visited"),)))

    assert [["Berg"]] == [people(event) for event in telling.events()]


def test_the_venue_of_a_meeting() -> None:
    """A meeting is at the palace, not only in the city; a visit is to the city."""
    expected = {"meeting": "the Palace", "visit": "Oslo"}
    for kind, place in expected.items():
        telling = Telling("Berg went to the Palace in Oslo with Dara.")
        telling.person("Berg", "Berg").person("Dara", "Dara")
        telling.place("the Palace", None, kind="venue", locative=True).place("Oslo", "NO", locative=True)
        role = "visitor" if kind == "visit" else "participant"
        who = Slot(role=role, spans=(telling.before("went"),)), Slot(role=role, spans=(telling.after("went"),))
        telling.trigger("went", kind, *who, Slot(role="place", spans=(telling.after("went"),)))
        (event,) = telling.events()
        assert event.place is not None
        assert place == event.place.name


@pytest.mark.parametrize(("filler", "date"), [("", None), ("o", "2022-05-03")])
def test_the_lead_is_a_sentence(filler: str, date: str | None) -> None:
    """The day of the news is told in a sentence of forty characters or more; what is shorter is a heading."""
    lead = f"Adams met Brown in old Os{filler} on May 3, 22."
    assert 39 + len(filler) == len(lead)
    telling = Telling(f"{lead}\nAdams received Carter at the house by the river.")
    telling.person("Adams", "Adams").person("Brown", "Brown").person("Adams", "Adams", nth=1).person("Carter", "Carter")
    telling.date("May 3, 22", "2022-05-03")

    second = met(telling).received("received").events()[1]

    assert date == (second.date and str(second.date))


def topics(telling: Telling, *roles: str, word: str = "meeting", **more: Any) -> Telling:
    """Add a meeting whose people are those the sentences after it speak of."""
    slots = (Slot(role=role, spans=(), take="topics") for role in roles)
    return telling.trigger(word, "meeting", *slots, **more)


def test_who_speaks_at_a_meeting_can_be_pointed_at() -> None:
    """The first to speak is the host, the next the guest, and both can be pointed at by their roles."""
    telling = Telling("A meeting was held. Adams spoke. Brown replied. The guest proposed a pact.")
    telling.person("Adams", "Adams").person("Brown", "Brown").person("The guest", None, reference="role", role="guest")

    meeting, proposal = proposed(topics(telling, "host", "guest"), carry=False).events()

    assert [("Adams", "host"), ("Brown", "guest")] == [(person.name, person.role) for person in meeting.participants]
    assert ["Brown"] == people(proposal)


def test_at_a_meeting_nothing_else_tells_of() -> None:
    """Of a meeting that is only taken up, one is named and the next to speak was there; with two named nobody waits."""
    telling = Telling("At the meeting Adams spoke. Brown replied. Carter left.")
    for name in ("Adams", "Brown", "Carter"):
        telling.person(name, name)
    slot = Slot(role="participant", spans=(telling.after("meeting"),))
    telling.trigger("meeting", "meeting", slot, anaphoric=True)
    assert ["Adams", "Brown"] == people(telling.events()[0])[:2]

    telling = Telling("At the meeting Adams and Brown spoke. Carter left.")
    for name in ("Adams", "Brown", "Carter"):
        telling.person(name, name)
    slot = Slot(role="participant", spans=(telling.after("meeting"),))
    telling.trigger("meeting", "meeting", slot, anaphoric=True)
    assert ["Adams", "Brown"] == people(telling.events()[0])


def test_a_date_with_another_event_between() -> None:
    """Of two dates the one with no other event in between is the event's, though it stands further off."""
    telling = Telling("Adams early on May 3 met Brown and saw Carter and left him on May 9.")
    for name in ("Adams", "Brown", "Carter"):
        telling.person(name, name)
    telling.date("May 3", "2022-05-03").date("May 9", "2022-05-09")

    first, second = met(met(telling), "saw").events()

    assert ["2022-05-03", "2022-05-09"] == [str(event.date) for event in (first, second)]


def test_a_delegation_told_again_by_name() -> None:
    """Who leads a delegation stands for it when it is told again by its name."""
    telling = Telling("A Lao team led by Kham came. Berg met the Lao Team.")
    telling.person("Kham", "Kham").person("Berg", "Berg")
    telling.person(
        "A Lao team", None, kind="organisation", country="LA", reference="description", leader_within=(telling.span("Kham"),)
    )
    telling.person("the Lao Team", "Lao Team", kind="organisation", country="LA", delegation=True)

    (event,) = met(telling).events()

    assert {"Berg", "Kham"} <= set(people(event))


def test_a_body_behind_somebody_is_of_his_title() -> None:
    """Of a person and a body before a word the person acts."""
    telling = Telling("Adams, head of the Port, met Brown.")
    telling.person("Adams", "Adams").person("the Port", "the Port", kind="organisation").person("Brown", "Brown")

    assert ["Adams", "Brown"] == people(met(telling).events()[0])


def test_the_fullest_name() -> None:
    """A participant has the fullest name that the text tells, not the first."""
    telling = Telling("Berg met Dara. Anna Berg proposed a pact.")
    telling.person("Berg", "Berg").person("Dara", "Dara").person("Anna Berg", "Anna Berg")

    assert ["Anna Berg", "Dara"] == people(proposed(met(telling)).events()[0])


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (("premier=PM", "premier=Prime Minister"), ["Prime Minister"]),
        (("premier=PM", "mayor=Mayor of Oslo"), ["PM", "Mayor of Oslo"]),
    ],
)
def test_an_office_in_letters(titles: tuple[str, str], expected: list[str]) -> None:
    """An office in letters is left out beside the same in words, not beside another."""
    telling = Telling("PM Anna Berg met Dara. Berg left.")
    telling.person("PM Anna Berg", "Anna Berg", titles=titles[:1]).person("Dara", "Dara")
    telling.person("Berg", "Berg", nth=1, titles=titles[1:])

    assert expected == [title.text for title in met(telling).events()[0].participants[0].titles]


@pytest.mark.parametrize(("office", "told"), [("minister", ["Anna Berg", "Sok Dara"]), ("king", [])])
def test_a_group_of_an_office(office: str, told: list[str]) -> None:
    """A group told by an office means the people of the event at hand only if all of them hold it."""
    telling = berg_met_dara("The holders signed.")
    telling.person("The holders", None, reference="group", offices=(office,))
    telling.trigger("signed", "signing", Slot(role="signatory", spans=(telling.before("signed"),)))

    assert told == people(telling.events()[1])


@pytest.mark.parametrize(("again", "events"), [("new ports and roads", 1), ("new ports by the sea", 2)])
def test_a_proposal_told_again(again: str, events: int) -> None:
    """Further down the same proposal is told in nearly the same words; some words in common do not make it one."""
    telling = Telling("Adams came early. Adams asked for new ports and good roads. Adams urged it again.")
    for nth in range(3):
        telling.person("Adams", "Adams", nth=nth)
    for word, items in (("asked", "new ports and good roads"), ("urged", again)):
        slot = Slot(role="proposer", spans=(telling.before(word),))
        telling.trigger(word, "proposal", slot, fields=(("items", (items,)),))

    assert events == len(telling.events())


@pytest.mark.parametrize(("number", "offices", "told"), [(2, (), 2), (None, (), 0), (2, ("king",), 0)])
def test_the_two_last_spoken_of(number: int | None, offices: tuple[str, ...], told: int) -> None:
    """Two that no event has told of are the last two of two countries; of no number or of another office they are nobody."""
    telling = Telling("Berg came. Dara came. The two signed.")
    telling.person("Berg", "Berg", country="NO").person("Dara", "Dara", country="KH")
    telling.person("The two", None, reference="group", number=number, offices=offices)
    telling.trigger("signed", "signing", Slot(role="signatory", spans=(telling.before("signed"),)))

    assert [told] == [len(people(event)) for event in telling.events()]


def test_a_conference_is_where_one_goes_to_attend_it() -> None:
    """A conference without a place takes the goal of the trip that its sentence tells of; not that of another sentence."""
    for rest, place in (("to attend the Forum.", "Lima"), ("in May. Berg attended the Forum.", None)):
        telling = Telling(f"Berg left for Lima {rest}")
        for nth in range(telling.document.text.count("Berg")):
            telling.person("Berg", "Anna Berg", titles=("minister=Minister",), country="NO", nth=nth)
        telling.place("Lima", "PE")
        goal = Slot(role="place", spans=(telling.after("left"),))
        telling.trigger("left", "visit", Slot(role="visitor", spans=(telling.before("left"),)), goal)
        attends = Slot(role="participant", spans=(telling.before("attend"),), take="last")
        telling.trigger("Forum", "conference", attends)
        event = next(event for event in telling.events() if event.type == "conference")
        assert (event.place.name if event.place else None) == place
