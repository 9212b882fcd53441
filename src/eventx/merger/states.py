"""Step 2b, fill: states, provinces and cities that act themselves, where nobody of theirs is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from eventx.contribution import Contribution, Mention, PlaceMention, Slot
from eventx.language import language_data
from eventx.merger.draft import Draft, Filling
from eventx.merger.entities import Entity
from eventx.merger.index import Index
from eventx.merger.names import tokens
from eventx.model import Role, Span

_ACTING: Mapping[str, Role] = {"signing": "signatory", "ceremony": "host", "conference": "host"}
"""The role in which a state acts in events of a type; else it takes part."""
_MOST = 8
"""The most that are listed."""
_SIDES = 2
"""How many states are told at least where it is their people who act."""
_GAP = 24
"""The most code points between two that are listed."""
_BRACKET = 32
"""The most code points of what is said of a side in brackets."""
_KINDS = frozenset({"country", "region", "city"})
_UNION = "organisation"
_Opening = Literal["states", "people"] | None
"""Who acts: states themselves, or people of theirs; nobody of a state."""


def states_in(index: Index, draft: Draft) -> list[Filling]:
    """Return the states with which a draft's windows open; none if it names a person who acts.

    Accepts: "*France and Kenya* signed"; "*Japan* has signed an accord with *the European Union*"; "talks between *A, B and C*".
    Of a meeting that only people hold, those whose people are told: "the presidents of *Peru and Chile* met".
    """
    themselves = "states" in draft.value.traits
    if not themselves and draft.value.type != "meeting":
        return []
    role = _ACTING.get(draft.value.type, "participant")
    if draft.value.anaphoric or any(f.entity.kind == "person" and f.role == role for f in draft.fillings):
        return []
    found: list[Filling] = []
    for slot in draft.value.slots:
        if slot.role == role:
            sides = (_sides(index, span, draft.trigger.span, themselves=themselves) for span in slot.spans)
            told = next(filter(None, sides), [])
            found += [_filling(index, slot, side) for side in told if isinstance(side.value, PlaceMention)]
    return list({filling.entity.number: filling for filling in found}.values())


def standing_in(states: Iterable[Filling], told: Iterable[Filling]) -> list[Filling]:
    """Return the states for which nobody among those who take part acts; none where a person has their role."""
    waiting, acting = list(states), list(told)
    if any(f.entity.kind == "person" and any(f.role == state.role for state in waiting) for f in acting):
        return []
    bodies = {filling.entity.country for filling in acting if filling.entity.kind == "organisation"}
    return [state for state in waiting if state.entity.country not in bodies]


def _filling(index: Index, slot: Slot, side: Contribution) -> Filling:
    """Return a state in its role; each is one entity."""
    place = side.value
    name = place.name if isinstance(place, PlaceMention) else ""
    words = tokens(name)
    entity = index.states.get(words)
    if entity is None:
        # the numbers below 0 are nobody else's
        entity = index.states[words] = Entity(-1 - len(index.states), "organisation", name, words)
        entity.country, entity.country_source = (place.country, side) if isinstance(place, PlaceMention) else (None, None)
    entity.mentions.append(side)
    entity.starts.append(side.span.start)
    return Filling(entity, slot.role, side)


def _sides(index: Index, window: Span, trigger: Span, *, themselves: bool) -> list[Contribution]:
    """Return the states, and bodies listed with them, with which a window opens, if nothing else of theirs acts.

    Args:
        index: what was read.
        window: where they are looked for.
        trigger: the words of the event.
        themselves: whether states may have such an event, not only several of whose people it tells.

    """
    found: list[Contribution] = []
    first: _Opening = None
    # "NAIROBI, May 14 - France and Kenya signed": the dateline tells no side
    end = max((zone.span.end for zone in index.zones.starting_in(window) if zone.value == "dateline"), default=window.start)
    for side in _candidates(index, window):
        span = side.span
        if span.start < end:
            continue
        gap = Span(end, span.start)
        first = first if found else _opening(index, gap, trigger)
        if not (_joins(index, gap) if found else first):
            if found:
                break
            end = span.end
            continue
        found.append(side)
        end = _behind_bracket(index.text, span.end)
        if len(found) == _MOST:
            break
    if len(found) < (_SIDES if first == "people" or not themselves else 1) or (first != "people" and not themselves):
        return []
    return found if _acts(index, end, window, trigger) else []


# tỉnh Quảng Ninh và tỉnh Hủa Phăn *(Lào)* ký
def _behind_bracket(text: str, end: int) -> int:
    """Return the end of what is said of a side in brackets right behind it; its own end if nothing is."""
    close = text.find(")", end, end + _BRACKET) if text.startswith(" (", end) else -1
    return close + 1 if close >= 0 else end


def _candidates(index: Index, window: Span) -> Iterator[Contribution]:
    """Yield the places and bodies that start in a window, in order; a body goes before the place in its name."""
    bodies = [m for m in index.mentions.starting_in(window) if isinstance(m.value, Mention) and m.value.kind == _UNION]
    places = [p for p in index.places.starting_in(window) if isinstance(p.value, PlaceMention) and _may_act(p.value)]
    yield from sorted((*bodies, *places), key=lambda side: (side.span.start, -side.span.end))


def _may_act(place: PlaceMention) -> bool:
    """Tell whether a place may be a side: none where something happens or where somebody goes."""
    return place.kind in _KINDS and not place.locative and not place.goal and not place.spans_countries


def _opening(index: Index, gap: Span, trigger: Span) -> _Opening:
    """Return what acts by what stands before the first side: an article at most or, before a verb, a phrase that a comma ends.

    Returns:
        "people" where theirs do ("*the presidents of* Peru and Chile"), "states" where they do themselves; None where something
        else stands there.

    """
    before, comma, last = index.document.lower[gap.start : gap.end].rpartition(",")
    if comma and not (gap.end <= trigger.start and before.strip()):
        return None
    words = last.split()
    while words and index.words("determiner").get(words[-1]) == "definite":
        words.pop()
    told = index.words("before_state").get(" ".join(words)) if words else True
    return "people" if told == "people" else "states" if told else None


def _joins(index: Index, gap: Span) -> bool:
    """Tell whether nothing but a comma or "and", and an article, stands before a further side."""
    if len(gap) > _GAP:
        return False
    text = index.document.lower[gap.start : gap.end]
    articles, joining = index.words("determiner"), language_data(index.lang).conjunctions
    words = [word for word in text.replace(",", " ").split() if word not in joining]
    return ("," in text or len(words) < len(text.split())) and all(articles.get(word) == "definite" for word in words)


def _acts(index: Index, end: int, window: Span, trigger: Span) -> bool:
    """Tell whether a state itself is meant, not somebody of it: "*France and Kenya* on Friday signed"; not "UK firms signed"."""
    text = index.text
    stop = min(window.end, trigger.start) if end <= trigger.start else window.end
    rest = text[end:stop]
    if not rest.strip() or rest[0] in ",.;:\n":
        return True
    following = next(iter(index.match[end:stop].split(maxsplit=1)), "").rstrip(",.")
    if not rest[0].isspace() or not following:
        return False  # "France-led", or nothing but marks
    if following[0].isdigit() or following in index.words("acts"):
        return True
    # where what describes a noun follows it, what follows a state is nobody of its
    return not index.words("noun").get("adjectives_before") and rest.lstrip()[0].islower()
