"""The merger on hand-made contributions: who is who, who fills a frame, when and where, and one event told often."""

from __future__ import annotations

import random

import pytest
from telling import TYPES, Telling

from eventx import Meeting, Mention, Proposal, Slot
from eventx.merger import Candidate, merge


def reception() -> Telling:
    """Return a lead, a pointer by role, a pronoun and a proposal."""
    text = (
        "Secretary Lê Văn An received Ambassador Maria Silva on May 5. "
        "The host praised the ties. He proposed new flights.\n"
        "Le Van An (left) received Silva."
    )
    telling = Telling(text)
    telling.person("Secretary Lê Văn An", "Lê Văn An", titles=("secretary=Secretary",), call_name=-1, gender="m")
    telling.person("Ambassador Maria Silva", "Maria Silva", titles=("ambassador=Ambassador",), gender="f")
    telling.person("The host", None, reference="role", role="host")
    telling.person("He", None, reference="pronoun", gender="m")
    telling.person("Le Van An", "Le Van An", call_name=-1)
    telling.person("Silva", "Silva", nth=1)
    telling.date("May 5", "XXXX-05-05")
    telling.received("received").received("received", 1)
    telling.trigger(
        "proposed",
        "proposal",
        Slot(role="proposer", spans=(telling.before("proposed"),), carry=True),
        fields=(("items", ("new flights",)),),
    )
    return telling


class TestWhoIsWho:
    """Spellings, titles and pointers lead to one participant a person."""

    def test_spellings_of_one_person_are_one_participant(self) -> None:
        """Accents dropped and a surname alone name the same two people."""
        meeting = reception().events()[0]

        assert ["Lê Văn An", "Maria Silva"] == [p.name for p in meeting.participants]
        assert 4 == len(meeting.participants[0].mentions)

    def test_pronoun_after_role_means_the_host(self) -> None:
        """A pronoun after "The host" makes the host the proposer."""
        proposal = reception().events()[1]

        assert isinstance(proposal, Proposal)
        assert ["Lê Văn An"] == [p.name for p in proposal.participants]
        assert ("new flights",) == proposal.items

    def test_unsettled_pronoun_stays_out(self) -> None:
        """A pronoun of the other gender points at nobody."""
        telling = Telling("Mr Adams met Mr Brown. She proposed a pact.")
        telling.person("Mr Adams", "Adams", gender="m").person("Mr Brown", "Brown", gender="m")
        telling.person("She", None, reference="pronoun", gender="f")
        telling.trigger("proposed", "proposal", Slot(role="proposer", spans=(telling.before("proposed"),)))

        assert () == telling.events()

    def test_title_alone_finds_its_holder(self) -> None:
        """A title alone means the one person who holds that office."""
        telling = Telling("Minister Tan met Ambassador Ivo Berg. The ambassador proposed talks.")
        telling.person("Minister Tan", "Tan", titles=("minister=Minister",))
        telling.person("Ambassador Ivo Berg", "Ivo Berg", titles=("ambassador=Ambassador",))
        telling.person("The ambassador", None, reference="title", offices=("ambassador",))
        telling.trigger("proposed", "proposal", Slot(role="proposer", spans=(telling.before("proposed"),)))

        assert ["Ivo Berg"] == [p.name for p in telling.events()[0].participants]

    @pytest.mark.parametrize(
        ("titles", "expected"),
        [
            (("governor=Governor", "governor=Governor of Oslo"), ["Governor of Oslo"]),
            (("governor=Governor", "mayor=Mayor"), ["Governor", "Mayor"]),
        ],
    )
    def test_bare_office_gives_way_to_the_full_title(self, titles: tuple[str, ...], expected: list[str]) -> None:
        """A bare office is left out where a longer title of the same office holds it."""
        telling = Telling("Governor of Oslo Kai Moe, Mayor, received Ann Lee.")
        telling.person("Kai Moe", "Kai Moe", titles=titles).person("Ann Lee", "Ann Lee").received("received")

        assert expected == [title.text for title in telling.events()[0].participants[0].titles]

    def test_country_is_the_first_place_in_the_mentions_window(self) -> None:
        """The country comes from a place inside the title's own window."""
        telling = Telling("Norwegian envoy Kai Moe received Ann Lee.")
        telling.place("Norwegian", "NO", kind="demonym")
        telling.person("Norwegian envoy Kai Moe", "Kai Moe", country_within=(telling.span("Norwegian envoy"),))
        telling.person("Ann Lee", "Ann Lee").received("received")

        assert ["NO", None] == [p.country for p in telling.events()[0].participants]

    def test_family_name_calls_people_of_other_family_first_worlds(self) -> None:
        """A Chinese name in Vietnamese syllables is taken up by its first; a Vietnamese one is not."""
        telling = Telling("Ông Vương Nghị, Trung Quốc, gặp ông Vương Văn Nam. Ông Vương đề nghị mở cửa.")
        telling.place("Trung Quốc", "CN", kind="country")
        telling.person("Vương Nghị", "Vương Nghị", name_order="family_first", call_name=-1,
                       country_within=(telling.span("Trung Quốc"),))  # fmt: skip
        telling.person("Vương Văn Nam", "Vương Văn Nam", name_order="family_first", call_name=-1)
        telling.person("Ông Vương", "Vương", nth=1)
        telling.trigger("đề nghị", "proposal", Slot(role="proposer", spans=(telling.before("đề nghị"),)))

        assert ["Vương Nghị"] == [p.name for p in telling.events()[0].participants]


class TestFrames:
    """Slots take what stands in their windows."""

    def test_roles_and_evidence(self) -> None:
        """The subject is the host, the object the guest, and every evidence text is the document's slice."""
        telling = reception()
        meeting = telling.events()[0]

        assert ["host", "guest"] == [p.role for p in meeting.participants]
        assert all(telling.document.slice(e.span) == e.text for e in meeting.evidence)

    def test_coordinated_subjects_come_together(self) -> None:
        """The nearest before the verb takes its partner along."""
        telling = Telling("Kim Lee and Ivo Berg chaired the talks.")
        telling.person("Kim Lee", "Kim Lee").person("Ivo Berg", "Ivo Berg")
        telling.trigger("talks", "meeting", Slot(role="participant", spans=(telling.before("chaired"),), take="last"))

        assert ["Kim Lee", "Ivo Berg"] == [p.name for p in telling.events()[0].participants]

    def test_meeting_with_unnamed(self) -> None:
        """Who meets people without names meets somebody, and is the only participant."""
        telling = Telling("Kim Lee met experts.")
        telling.person("Kim Lee", "Kim Lee").received("met")

        (event,) = telling.events()

        assert [one.name for one in event.participants] == ["Kim Lee"]

    def test_meeting_of_one_is_none(self) -> None:
        """One person whose frame looks for nobody else meets nobody."""
        telling = Telling("Kim Lee was at the meeting.")
        telling.person("Kim Lee", "Kim Lee")
        telling.trigger("meeting", "meeting", Slot(role="participant", spans=(telling.before("meeting"),)))

        assert () == telling.events()

    def test_meeting_with_people_not_named_is_one(self) -> None:
        """Who met people that the text does not name is the event's one participant."""
        telling = Telling("Kim Lee met experts.")
        telling.person("Kim Lee", "Kim Lee").received("met")

        assert [["Kim Lee"]] == [[p.name for p in event.participants] for event in telling.events()]

    def test_topics_wait_for_those_who_speak(self) -> None:
        """Who met, where only "At the reception" tells of it, are those the text goes on to speak of."""
        telling = Telling("At the reception, Mr Tan praised the ties. Consul Ann Lee gave thanks. Ann Lee left.")
        telling.person("Mr Tan", "Tan").person("Consul Ann Lee", "Ann Lee").person("Ann Lee", "Ann Lee", nth=1)
        slots = (Slot(role="host", spans=(), take="topics"), Slot(role="guest", spans=(), take="topics"))
        telling.trigger("At the reception", "meeting", *slots, anaphoric=True)

        assert [("Tan", "host"), ("Ann Lee", "guest")] == [(p.name, p.role) for p in telling.events()[0].participants]


class TestDateAndPlace:
    """Dates and places are tied by the nearest scope."""

    def test_year_alone_dates_no_meeting(self) -> None:
        """A year in passing is not when they met."""
        telling = Telling("Kim Lee received Ivo Berg, in office since 2020.")
        telling.person("Kim Lee", "Kim Lee").person("Ivo Berg", "Ivo Berg").date("2020", "2020").received("received")

        assert telling.events()[0].date is None

    def test_proposal_has_the_date_of_its_meeting(self) -> None:
        """A proposal without a date of its own was made at the meeting."""
        assert "XXXX-05-05" == str(reception().events()[1].date)

    def test_dateline_place_is_implied(self) -> None:
        """Where the text states no place, the dateline's is marked implied."""
        telling = Telling("OSLO — Kim Lee received Ivo Berg here.")
        telling.add("zone", "dateline", "OSLO —").place("OSLO", "NO")
        telling.person("Kim Lee", "Kim Lee").person("Ivo Berg", "Ivo Berg").received("received")
        place = telling.events()[0].place

        assert place is not None
        assert ("OSLO", "NO", "implied") == (place.name, place.country, place.certainty)

    def test_losing_dates_are_kept_in_the_provenance(self) -> None:
        """The nearer date wins; the other is recorded as overruled."""
        telling = Telling("Kim Lee received Ivo Berg on May 5, before leaving on May 9.")
        telling.person("Kim Lee", "Kim Lee").person("Ivo Berg", "Ivo Berg")
        telling.date("May 5", "XXXX-05-05").date("May 9", "XXXX-05-09").received("received")
        event = telling.events()[0]

        assert "XXXX-05-05" == str(event.date)
        assert [("XXXX-05-05", True), ("XXXX-05-09", False)] == [
            (source.value, source.won) for source in event.provenance if source.field == "date"
        ]

    def test_choice_can_be_overridden(self) -> None:
        """The caller's choice stands over the core's policy."""
        telling = Telling("Kim Lee received Ivo Berg on May 5, before leaving on May 9.")
        telling.person("Kim Lee", "Kim Lee").person("Ivo Berg", "Ivo Berg")
        telling.date("May 5", "XXXX-05-05").date("May 9", "XXXX-05-09").received("received")

        def last(_field: str, candidates: tuple[Candidate, ...], _document: object) -> Candidate:
            return max(candidates, key=lambda candidate: candidate.source.span.start)

        (event,) = merge(telling.document, telling.contributions, types=TYPES, choose=last)

        assert "XXXX-05-09" == str(event.date)


class TestFusion:
    """One event told often comes out once; two events do not."""

    def test_lead_and_caption_are_one_meeting(self) -> None:
        """The caption's telling adds its evidence to the lead's event."""
        meetings = [event for event in reception().events() if isinstance(event, Meeting)]

        assert 1 == len(meetings)
        assert ["received", "received"] == [e.text for e in meetings[0].evidence if e.rule == "test.trigger"]

    def test_other_day_is_another_meeting(self) -> None:
        """The same two people on two days met twice."""
        telling = Telling("Kim Lee received Ivo Berg on May 5. Kim Lee received Ivo Berg on May 9.")
        for nth in (0, 1):
            telling.person("Kim Lee", "Kim Lee", nth=nth).person("Ivo Berg", "Ivo Berg", nth=nth).received("received", nth)
        telling.date("May 5", "XXXX-05-05").date("May 9", "XXXX-05-09")
        events = telling.events()

        assert ["XXXX-05-05", "XXXX-05-09"] == [str(event.date) for event in events]
        assert 2 == len({event.id for event in events})

    def test_other_partner_is_another_meeting(self) -> None:
        """The same host on one day with another guest is another meeting."""
        telling = Telling("Kim Lee received Ivo Berg. Kim Lee received Ann Roe.")
        telling.person("Kim Lee", "Kim Lee").person("Kim Lee", "Kim Lee", nth=1)
        telling.person("Ivo Berg", "Ivo Berg").person("Ann Roe", "Ann Roe").received("received").received("received", 1)

        assert 2 == len(telling.events())


class TestLaws:
    """What the merger never does."""

    def test_order_of_contributions_changes_nothing(self) -> None:
        """Any order of arrival gives the same events."""
        telling = reception()
        expected = telling.events()
        shuffled = list(telling.contributions)
        for seed in range(20):
            random.Random(seed).shuffle(shuffled)  # noqa: S311 - a shuffle, no secret

            assert expected == merge(telling.document, shuffled, types=TYPES)

    def test_repeated_contributions_change_nothing(self) -> None:
        """Merging what was merged before gives the same events."""
        telling = reception()

        assert telling.events() == merge(telling.document, telling.contributions * 2, types=TYPES)

    def test_unknown_types_and_foreign_values_are_left_out(self) -> None:
        """A trigger of an unknown type, or a value of a foreign type, makes no event and no error."""
        telling = reception()
        expected = telling.events()
        telling.trigger("praised", "praise").add("mention", "no mention", "ties").add("date", Mention(name="x"), "ties")

        assert expected == telling.events()

    def test_text_before_shifts_spans_only(self) -> None:
        """A paragraph without names or dates before the text changes offsets only."""
        plain, moved = reception(), Telling("It rained.\n" + reception().document.text)
        import attrs

        shift = len("It rained.\n")

        def move(value: object) -> object:
            from eventx import Span

            return Span(value.start + shift, value.end + shift) if isinstance(value, Span) else value

        for contribution in plain.contributions:
            value = contribution.value
            if contribution.field == "trigger":
                slots = tuple(attrs.evolve(slot, spans=tuple(map(move, slot.spans))) for slot in value.slots)
                value = attrs.evolve(value, slots=slots)
            moved.contributions.append(attrs.evolve(contribution, value=value, span=move(contribution.span)))

        def told(events: tuple[object, ...]) -> list[object]:
            return [
                attrs.evolve(e, evidence=(), participants=tuple(attrs.evolve(p, mentions=()) for p in e.participants))
                for e in events
            ]

        assert told(plain.events()) == told(moved.events())


class TestDelegations:
    """Who meets a delegation meets the one who leads it."""

    def test_leader_stands_for_the_delegation(self) -> None:
        """A delegation "led by X" in a slot brings X, who gets its country."""
        telling = Telling("Kim Lee received a Lao delegation led by Ivo Berg.")
        telling.person("Kim Lee", "Kim Lee").person("Ivo Berg", "Ivo Berg").place("Lao", "LA", kind="demonym")
        within = (telling.span("Lao"),)
        telling.person("a Lao delegation", kind="organisation", reference="description", country_within=within,
                       leader_within=(telling.span("led by Ivo Berg"),)).received("received")  # fmt: skip
        guest = telling.events()[0].participants[1]

        assert ("Ivo Berg", "guest", "LA") == (guest.name, guest.role, guest.country)

    def test_described_delegation_is_the_last_of_its_country(self) -> None:
        """A delegation only described is the one told before, not another country's."""
        telling = Telling("A Lao delegation led by Ivo Berg came. Kim Lee received the Lao delegation.")
        telling.person("Ivo Berg", "Ivo Berg").person("Kim Lee", "Kim Lee")
        telling.place("Lao", "LA", kind="demonym").place("Lao", "LA", nth=1, kind="demonym")
        telling.person("A Lao delegation", kind="organisation", reference="description",
                       country_within=(telling.span("Lao"),), leader_within=(telling.span("led by Ivo Berg"),))  # fmt: skip
        telling.person("the Lao delegation", kind="organisation", reference="description",
                       country_within=(telling.span("Lao", 1),)).received("received")  # fmt: skip

        assert ["Kim Lee", "Ivo Berg"] == [p.name for p in telling.events()[0].participants]


class TestGroups:
    """Several people at once are those of the last event, or of an office."""

    def test_two_leaders_are_those_of_the_last_event_of_two(self) -> None:
        """The two leaders skip an event of one person in between."""
        telling = reception()
        text = telling.document.text
        after = Telling(text + "\nThe two leaders signed a pact.")
        after.contributions = list(telling.contributions)
        after.person("The two leaders", reference="group", number=2)
        after.trigger("signed", "signing", Slot(role="signatory", spans=(after.before("signed"),)))

        assert ["Lê Văn An", "Maria Silva"] == [p.name for e in after.events() if e.type == "signing" for p in e.participants]

    def test_two_ministers_hold_that_office(self) -> None:
        """A group of an office means its last holders, whatever event came between."""
        telling = Telling("Minister Tan met Minister Ivo Berg and Ann Roe. The two ministers signed a pact.")
        telling.person("Minister Tan", "Tan", titles=("minister=Minister",))
        telling.person("Minister Ivo Berg", "Ivo Berg", titles=("minister=Minister",)).person("Ann Roe", "Ann Roe").received(
            "met"
        )
        telling.person("The two ministers", reference="group", number=2, offices=("minister",))
        telling.trigger("signed", "signing", Slot(role="signatory", spans=(telling.before("signed"),)))

        assert ["Tan", "Ivo Berg"] == [p.name for p in telling.events()[1].participants]


class TestVisits:
    """A visit lasts, and is told again without its visitor."""

    def visit(self, text: str, **more: object) -> Telling:
        """Return a telling of "Kim Lee … visit …"."""
        telling = Telling(text)
        telling.person("Kim Lee", "Kim Lee")
        return telling.trigger("visit", "visit", Slot(role="visitor", spans=(telling.before("visit"),)), **more)

    def test_duration_makes_an_interval(self) -> None:
        """A visit of three days from a day on ends two days later, by implication."""
        telling = self.visit("Kim Lee began a three-day visit on May 30, 2023.", fields=(("days", 3),)).date(
            "May 30, 2023", "2023-05-30"
        )
        date = telling.events()[0].date

        assert date is not None
        assert ("2023-05-30/2023-06-01", "implied") == (date.edtf, date.certainty)

    def test_stretch_is_the_visits_own(self) -> None:
        """Of a day and a stretch in one sentence the visit takes the stretch."""
        telling = self.visit("On May 5, Kim Lee, on a visit to Laos from May 4 to 6, spoke.")
        telling.date("May 5", "XXXX-05-05").date("May 4 to 6", "XXXX-05-04/XXXX-05-06")

        assert "XXXX-05-04/XXXX-05-06" == str(telling.events()[0].date)

    def test_visit_without_visitor_is_the_last_one(self) -> None:
        """A visit told again without a person adds to the one told before."""
        telling = self.visit("Kim Lee paid a visit to Laos. The visit was a success.")
        telling.trigger("visit", "visit", nth=1)

        assert 1 == len(telling.events())

    def test_background_visit_keeps_its_date(self) -> None:
        """The date behind a visit told as background dates neither the meeting nor the visit at hand."""
        telling = Telling("Kim Lee received Ivo Berg after the visit by Ann Roe in May 2021.")
        telling.person("Kim Lee", "Kim Lee").person("Ivo Berg", "Ivo Berg").person("Ann Roe", "Ann Roe").received("received")
        slot = Slot(role="visitor", spans=(telling.after("visit"),))
        telling.trigger("visit", "visit", slot, background=True).date("May 2021", "2021-05")
        meeting, visit = telling.events()

        assert meeting.date is None
        assert "2021-05" == str(visit.date)


class TestApart:
    """Those who met apart had a meeting each."""

    def test_meetings_apart_are_one_event_each(self) -> None:
        """A meeting apart with A and B tells of two meetings; the one who met them is in both."""
        telling = Telling("Kim Lee met separately with Ivo Berg and Ann Roe.")
        telling.person("Kim Lee", "Kim Lee").person("Ivo Berg", "Ivo Berg").person("Ann Roe", "Ann Roe")
        telling.received("met separately with", apart=True)

        assert [["Kim Lee", "Ivo Berg"], ["Kim Lee", "Ann Roe"]] == [[p.name for p in e.participants] for e in telling.events()]

    def test_one_partner_is_one_meeting(self) -> None:
        """With one partner there is nothing to take apart."""
        telling = Telling("Kim Lee held meetings with Ivo Berg.")
        telling.person("Kim Lee", "Kim Lee").person("Ivo Berg", "Ivo Berg").received("held meetings with", apart=True)

        assert 1 == len(telling.events())


class TestLead:
    """The lead's day dates what is told without one, by implication."""

    LEAD = "On Thursday President Kim Lee spoke of trade with the republic. At a reception Kim Lee received Ivo Berg."

    def telling(self, text: str) -> Telling:
        """Return a lead that dates nothing itself, and a reception without a date."""
        telling = Telling(text)
        telling.person("Kim Lee", "Kim Lee").person("Kim Lee", "Kim Lee", nth=1).person("Ivo Berg", "Ivo Berg")
        return telling.received("received").date("On Thursday", "2023-04-13")

    def test_day_of_the_lead_is_implied(self) -> None:
        """The reception was on the day the lead tells."""
        date = self.telling(self.LEAD).events()[0].date

        assert date is not None
        assert ("2023-04-13", "implied") == (date.edtf, date.certainty)

    def test_another_day_near_it_leaves_it_open(self) -> None:
        """Where the text tells another day near the lead's, either may be meant."""
        telling = self.telling(self.LEAD + " He had come on Tuesday.").date("Tuesday", "2023-04-11")

        assert telling.events()[0].date is None

    def test_what_is_planned_is_not_on_that_day(self) -> None:
        """The day of the lead is past; what is planned is still to come."""
        telling = self.telling(self.LEAD)
        telling.contributions = [c for c in telling.contributions if c.field != "trigger"]

        assert telling.received("received", status="planned").events()[0].date is None


class TestCompany:
    """People who come along, are present, or stand in a list."""

    def test_joins_the_event_of_the_sentence(self) -> None:
        """Who accompanies somebody takes part in what the sentence tells."""
        telling = Telling("Kim Lee received Ann Ray accompanied by Bob Poe.")
        telling.person("Kim Lee", "Kim Lee").person("Ann Ray", "Ann Ray").person("Bob Poe", "Bob Poe")
        telling.received("received")
        telling.trigger(
            "accompanied by", "scene", Slot(role="participant", spans=(telling.after("accompanied by"),), take="head")
        )

        (event,) = telling.events()

        assert {one.name: one.role for one in event.participants} == {
            "Kim Lee": "host",
            "Ann Ray": "guest",
            "Bob Poe": "participant",
        }

    def test_joins_the_event_at_hand(self) -> None:
        """Who is said to be present in a sentence of its own belongs to the event told before."""
        telling = Telling("Kim Lee received Ann Ray. Also present was Bob Poe.")
        telling.person("Kim Lee", "Kim Lee").person("Ann Ray", "Ann Ray").person("Bob Poe", "Bob Poe")
        telling.received("received")
        telling.trigger("Also present", "scene", Slot(role="participant", spans=(telling.after("Also present"),), take="head"))

        (event,) = telling.events()

        assert "Bob Poe" in [one.name for one in event.participants]

    def test_a_title_nobody_read_breaks_no_list(self) -> None:
        """Names in a list are taken though a title between them is unknown; a clause of its own is no title."""
        telling = Telling("Kim Lee received Ann Ray, EU harbour envoy Bob Poe and the Norse bard Cy Dow, thanked Eve Fox.")
        for name in ("Kim Lee", "Ann Ray", "Bob Poe", "Cy Dow", "Eve Fox"):
            telling.person(name, name)
        telling.received("received")

        (event,) = telling.events()

        assert [one.name for one in event.participants] == ["Kim Lee", "Ann Ray", "Bob Poe", "Cy Dow"]
