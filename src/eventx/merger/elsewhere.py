"""Step 3a, date: dates near an event that are those of something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from eventx.clauses import CLAUSES, clause_opener
from eventx.contribution import Contribution, Trigger
from eventx.edtf import Date
from eventx.lexicon import Hit
from eventx.merger import leading_up, matters
from eventx.merger.agreement import COARSE
from eventx.merger.draft import Draft
from eventx.merger.index import Index
from eventx.merger.left import is_of_return
from eventx.merger.sequence import OPENING, begins_stay, comes_after
from eventx.merger.since import is_since
from eventx.model import Span

LONG = frozenset({"conference"})
"""Types whose date may be as coarse as a year even where only the sentence ties it to them."""
_TELLING = 24
"""How far before a date a word of reporting may end that makes it the day of the report."""
_OF_A_DAY = frozenset({"meeting", "ceremony", "signing", "proposal"})
"""Types that take place on a day."""
_LASTING = frozenset({"visit", "conference"})
"""Types that last."""
_OF_PEOPLE = frozenset({"visit", "meeting", "signing"})
"""Types of what people do on whatever day, feast or not."""
_REFUSED = 40
"""The most words from a day to what was called off then."""
_NEAR_STAY = 120
"""How far behind the words of a visit or conference the stretch may stand that is its own, in code points."""
_HELD = 120
"""How far behind a conference's name the date may stand of which its words of time tell, in code points."""
_FAR = 150
"""How far behind a meeting a month or year of its own may stand, in code points."""
_CLOCK = 24
"""How far behind a day the words may reach that tell by whose clock it is."""
_ANNOUNCED = 160
"""How far behind a day, and its comma, the word of reporting may stand that makes it the day of an announcement."""
_RIGHT_BEHIND = 10
"""How far behind a date a conference may begin that is held then, in code points."""


def belongs_elsewhere(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date of a draft's sentence is that of something else."""
    if not isinstance(date.value, Date):
        return False
    grain = date.value.grain
    if grain != "day" and (_is_others(index, date, draft) or (grain == "interval" and _is_of_stay(index, date, draft))):
        return True
    held = draft.value.status == "held"
    counted = leading_up.is_of_count(index, date, draft) or leading_up.is_of_another(index, date.span, draft)
    if counted or (_is_to_come if held else _is_over)(index, date.value, date.span, draft):
        return True
    told = _is_of_telling(index, date.span, draft) or leading_up.is_of_statement(index, date.span, draft)
    told = told or leading_up.is_of_informant(index, date.span) or leading_up.is_of_what_comes_then(index, date.span, draft)
    if told or (draft.value.type in _OF_PEOPLE and leading_up.is_kept(index, date)):
        return True
    if draft.value.type in _OF_A_DAY and (
        matters.is_of_matter(index, date, draft) or leading_up.is_come_for(index, date.span.end, draft)
    ):
        return True
    rule = _OF_TYPE.get(draft.value.type)
    others = (rule is not None and rule(index, date, draft)) or matters.is_of_aim(index, date.span, draft)
    others = others or (grain != "day" and matters.is_of_what_is_said(index, date, draft))
    end = draft.trigger.span.end
    others = others or is_of_return(index, date, draft)
    others = others or (draft.value.status == "held" and leading_up.is_of_what_is_to_come(index, date.span, end))
    return others or leading_up.is_of_what_it_follows(index, date.span, end) or _is_of_past(index, date.span, end)


def _is_not_of_meeting(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date of a meeting's sentence is that of something else: "met with X, *who* was appointed in 2019"."""
    if begins_stay(index, date, draft):
        return True
    # "met in Lima, *after* the two met in Oslo on 3 May": what is told in such a clause has its own days
    between = index.triggers.between(draft.trigger.span.end, date.span.start)
    if (any(map(_is_verb, between)) and _is_after(index, date, draft)) or leading_up.is_of_clause_after(index, date.span, draft):
        return True
    arrival = leading_up.is_of_arrival(index, date.span, draft.trigger.span.end)
    return arrival or _is_far(date, draft) or _is_of_clause(index, date, draft) or _is_of_main(index, date, draft)


def _is_not_of_visit(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date of a visit's sentence is that of something else: "visited X *after* the ban was lifted last month"."""
    if _is_after(index, date, draft) or _is_before_it(index, date, draft) or _is_of_speaking(index, date, draft):
        return True
    # "Sau khi kết thúc chuyến thăm Đức, *ngày 6/4*, X đến Doha"
    behind = date.span.start >= draft.trigger.span.end
    return behind and (leading_up.is_of_what_was_before(index, date.span, draft) or leading_up.is_still_ahead(index, date, draft))


# X was received *yesterday* by Y, who stressed that this visit is a milestone
def _is_of_speaking(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a visit is taken up only in what somebody says, and a date before it is that of his saying so."""
    opener = clause_opener(index.document, draft.trigger.span.start) if draft.value.anaphoric else None
    return opener is not None and opener.value == "complement" and date.span.end <= opener.start


def is_said_when(index: Index, date: Span, draft: Draft) -> bool:
    """Tell whether words say of a date behind a conference that it is its own: "met X at the summit *to be held in* May"."""
    end = draft.trigger.span.end
    if not 0 <= date.start - end <= _HELD or events_among(index.triggers.between(end, date.start)):
        return False
    words = index.match[end : date.start].split()
    between, articles = f" {' '.join(words)} ", index.words("determiner")
    # "gặp gỡ các *tổ chức* nước ngoài năm 2024": a noun behind its article
    nouns = [f" {word} {then} " for word, then in pairwise(words) if word in articles]
    return any(
        f" {word} " in between and not any(noun.endswith(f" {word} ") for noun in nouns) for word in index.words("taking_place")
    )


def events_among(triggers: tuple[Contribution, ...]) -> bool:
    """Tell whether some trigger takes a date of its own."""
    return any(isinstance(c.value, Trigger) and c.value.type not in ("proposal", "anniversary") for c in triggers)


def _is_verb(told: Contribution) -> bool:
    """Tell whether a trigger is a verb of people: "after the two *met*", not "after a *forum*"."""
    return isinstance(told.value, Trigger) and told.value.type in _OF_PEOPLE and "noun" not in told.value.traits


def _is_of_stay(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a stretch is that of the visit or conference right before it: "*during the visit* from 3 to 5 May, X met Y".

    What happens on one day is not dated by it.
    """
    if draft.value.type not in _OF_A_DAY or draft.value.status != "held":
        return False  # of what is to come, no more may be known
    start = index.sentences[draft.sentence].start
    before = [c for c in index.triggers.between(start, date.span.start) if events_among((c,))]
    if not before or before[-1].span == draft.trigger.span or not isinstance(before[-1].value, Trigger):
        return False
    return before[-1].value.type in _LASTING and date.span.start - before[-1].span.end <= _NEAR_STAY


def _is_to_come(index: Index, date: Date, _: Span, draft: Draft) -> bool:
    """Tell whether a date lies behind the day of publication of a text that tells of a draft as held."""
    published = index.document.published
    if published is None or draft.value.type in _LASTING or date.edtf < published.isoformat():
        return False  # nearly always, and known without a sum of days
    return date.earliest is not None and date.earliest > published


# X arrived in Lima *on Wednesday* for a visit which will see the signing of a treaty, in a text of Thursday
def _is_over(index: Index, date: Date, span: Span, draft: Draft) -> bool:
    """Tell whether a date before what is still to come is over when the text appears, and so that of what was held."""
    published, start = index.document.published, draft.trigger.span.start
    if published is None or draft.value.status != "planned" or date.latest is None or date.latest >= published:
        return False
    if span.end > start:  # "will meet to review the *December 2023* forum"; a year that was settled may be the wrong one
        return date.certainty == "stated" and date.grain in COARSE
    told = index.triggers.between(index.sentences[draft.sentence].start, start)
    return any(isinstance(c.value, Trigger) and c.value.status == "held" and not c.value.background for c in told)


def _is_of_telling(index: Index, date: Span, draft: Draft) -> bool:
    """Tell whether a date is when it was said that something is to come ("an official said last week that X will meet Y").

    The word of reporting stands right before it or behind it: "Báo X *ngày 5/6 đưa tin*, Y sẽ thăm Z".
    """
    cancelled = draft.value.status == "cancelled"
    if cancelled and _is_of_refusal(index, date, draft):
        return True
    if draft.value.status != "planned" and not cancelled and not (draft.value.type == "visit" and draft.value.anaphoric):
        return False
    reporting = index.words("reporting")
    if _opens_announcement(index, date, draft, reporting):
        return True
    if draft.value.status != "planned" and not cancelled:
        return False
    return is_reported(index, date, reporting)


# NHK reported *on Wednesday* · said *on Wednesday* · Báo X *ngày 5/6 đưa tin*
def is_reported(index: Index, date: Span, reporting: Mapping[str, object]) -> bool:
    """Tell whether a word of reporting stands right before or behind a date, in its sentence."""
    start = index.document.sentence_at(date.start).start
    before = index.match[max(date.start - _TELLING, start) : date.start].split()[-2:]
    # "will visit X from Tuesday to Friday, said Y": a comma ends what the date belongs to
    after = "" if index.text[date.end : date.end + 1] == "," else index.match[date.end : date.end + _TELLING]
    behind = after.split()[:2]
    if any(word in reporting for word in before) or (behind and behind[0] in reporting):
        return True
    return any(" ".join(words).rstrip(",:") in reporting for words in (before, behind))


# X on Monday cancelled his visit to Y · Ngày 5/6, Z thông báo hủy cuộc gặp với X dự kiến diễn ra ngày 9/6
def _is_of_refusal(index: Index, date: Span, draft: Draft) -> bool:
    """Tell whether what does not take place is told behind a date and a word of calling off: the date is when that was done."""
    words = index.match[date.end : draft.trigger.span.start].split() if date.end <= draft.trigger.span.start else []
    return 0 < len(words) < _REFUSED and not index.words("calls_off").keys().isdisjoint(words)


# Ngày 5/6, Bộ Ngoại giao Hungary thông báo Ngoại trưởng X sẽ thăm Y · On Monday, the palace announced that X will visit Y
def _opens_announcement(index: Index, date: Span, draft: Draft, reporting: Mapping[str, object]) -> bool:
    """Tell whether a day opens the sentence in which somebody then reports what a draft tells."""
    start, stop = index.sentences[draft.sentence].start, draft.trigger.span.start
    if date.start - start > OPENING or date.end >= stop or index.text[date.end : date.end + 1] != ",":
        return False
    words = index.match[date.end : min(stop, date.end + _ANNOUNCED)].split()
    at = next((at for at in range(2, len(words)) if words[at] in reporting or " ".join(words[at - 1 : at + 1]) in reporting), 0)
    if not at:
        return False
    # "On May 5, according to the statement, X will visit Y"
    opener = clause_opener(index.document, date.end + 2)
    return not (opener is not None and opener.start > date.end) and words[0] not in index.words("since")


def _is_others(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a month, season or year is that of another event, the one told last before it ("a forum this fall")."""
    value = date.value
    if not isinstance(value, Date) or all(part is None or part.grain not in COARSE for part in value.ends):
        return False
    if draft.value.type in LONG and 0 <= draft.trigger.span.start - date.span.end <= _RIGHT_BEHIND:
        return False  # "visited Fiji in 1990 for a forum"
    told = index.triggers.between(index.sentences[draft.sentence].start, date.span.start)
    # "At the ceremony, X recalled that in March, during the visit of Y, …": what is only taken up has no month
    before = [c for c in told if events_among((c,)) and not _takes_up(c)]
    return bool(before) and before[-1] is not draft.trigger and before[-1].span != draft.trigger.span


def _takes_up(contribution: Contribution) -> bool:
    """Tell whether a trigger only takes up a meeting or ceremony told before."""
    return isinstance(contribution.value, Trigger) and contribution.value.anaphoric and contribution.value.type in _OF_A_DAY


def _is_far(date: Contribution, draft: Draft) -> bool:
    """Tell whether a month or year stands too far behind a meeting to be its own: "talked about …, …, as agreed in August"."""
    far = date.span.start - draft.trigger.span.end > _FAR
    return far and isinstance(date.value, Date) and date.value.grain in COARSE


def _is_of_past(index: Index, date: Span, end: int) -> bool:
    """Tell whether a date behind what ends at `end` is when something before it happened ("their first *since* March")."""
    return date.start >= end and is_since(index, end, date.start)


def _is_of_clause(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a month or year behind a meeting is that of a relative clause: "met with X, *who* was appointed in 2019"."""
    if not isinstance(date.value, Date) or date.value.grain not in COARSE:
        return False
    return _opener_between(index, draft.trigger.span.end, date.span.start, "relative") is not None


def _is_after(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date behind an event is that of a clause: "*after* the ban was lifted", "*after* Y took office"."""
    opener = _opener_between(index, draft.trigger.span.end, date.span.start, "adverbial")
    if opener is None or not isinstance(date.value, Date):
        return False
    return opener.entry.surface in index.words("after") or date.value.grain in COARSE


def _opener_between(index: Index, start: int, end: int, kind: str) -> Hit | None:
    """Return what opens the clause that stands at `end`, if it is of a kind and opens from `start` on."""
    opener = clause_opener(index.document, end) if start <= end else None
    return opener if opener is not None and opener.value == kind and opener.start >= start else None


def _is_of_journey(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date is when somebody sets out for a conference: "*will leave* on Sunday to attend the summit"."""
    if date.span.start > draft.trigger.span.start or (isinstance(date.value, Date) and date.value.grain == "year"):
        return False
    before = index.triggers.between(index.sentences[draft.sentence].start, date.span.start)
    trips = [c for c in before if isinstance(c.value, Trigger) and c.value.type == "visit" and not c.value.anaphoric]
    other = leading_up.is_of_return(index, date.span, draft.trigger.span.start) or leading_up.is_of_the_held(index, date, draft)
    return other or not all(leading_up.is_setting(index, trip, date.span) for trip in trips)


def _is_of_main(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date is that of what came after: "Sau cuộc gặp với X, Y sẽ gặp Z *ngày 27/10*"."""
    sentence, trigger = index.sentences[draft.sentence], draft.trigger.span
    if index.text.find(",", trigger.end, max(date.span.start, trigger.end)) < 0:
        return False
    before = index.match[sentence.start : trigger.start].split()
    return " ".join(before) in index.words("after")


def _is_before_it(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date is that of what is done before a trip: "arrived in Lima *on Monday* before heading for Quito"."""
    return date.span.end <= draft.trigger.span.start and comes_after(index, draft, date.span.end)


# Chiều 21/9 (rạng sáng 22/9 *theo giờ Việt Nam*)
def is_by_other_clock(index: Index, date: Span) -> bool:
    """Tell whether a day is told, beside the one where something was, by the clock of those who read of it."""
    words = CLAUSES.table(index.document.lang, "home_time")
    return bool(words) and index.document.match[date.end : date.end + _CLOCK].lstrip().startswith(tuple(words))


_OF_TYPE: Mapping[str, Callable[[Index, Contribution, Draft], bool]] = {
    "meeting": _is_not_of_meeting,
    "visit": _is_not_of_visit,
    "conference": _is_of_journey,
}
"""What tells of a date, for events of each type, that it is that of something else, besides what holds for all of them."""
