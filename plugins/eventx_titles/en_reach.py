"""English complements: of the X Committee, to Laos, for Foreign Affairs and Trade; a name behind them stays out."""

from __future__ import annotations

import attrs

from eventx import maker, swift
from eventx_titles.en_ahead import article_at, body_ahead, in_office, over_brackets
from eventx_titles.en_portfolio import conjunction, list_goes_on, portfolio
from eventx_titles.en_steps import step_at
from eventx_titles.grammar import Words
from eventx_titles.lexis import Office
from eventx_titles.names import parse_name
from eventx_titles.reach import Reach, make_reach
from eventx_titles.reader import Reader

_LONGEST = 24
"""The most words of a noun phrase."""
# offices that are held to somebody or in something besides those accredited
_ATTACHED = frozenset(("representative", "adviser", "special_envoy", "head", "secretary", "assistant", "chief_of_staff"))

# who is sent from a country
_SENT = frozenset(("ambassador", "high_commissioner", "envoy", "special_envoy", "charge_daffaires"))

# offices behind which some write the body without "of": Speaker House of Representatives
_BARE_BODY = frozenset(("speaker", "chairman", "director", "director_general", "permanent_secretary"))
# offices behind which some write the ministry or department with a comma
_SERVING = frozenset(("permanent_secretary", "secretary", "director", "director_general", "undersecretary", "counsellor", "head"))
# who is to hold the office: Ambassador-designate


@swift
@attrs.frozen
class Phrase:
    """A noun phrase of a complement: the index behind it and the kinds of its words."""

    stop: int
    kinds: frozenset[str]


_phrase = maker(Phrase)


def complement(reader: Reader, behind: int, office: Office) -> Reach:
    """Return how far the prepositional phrases behind an office word reach."""
    stop, cut = _continued(reader, behind), -1
    if stop == behind and (
        (office.key in _BARE_BODY and _body_right(reader, stop)) or (office.key in _SERVING and _comma_body(reader, stop))
    ):
        # Speaker House of Representatives; Permanent Secretary, Ministry of Health
        phrase = noun_phrase(reader, stop, "of")
        stop = phrase.stop if phrase is not None else stop
    opened = _preposition(reader, stop, office)
    if opened is None:
        country = _country_right(reader, stop) if stop == behind else stop
        return make_reach(stop=country, cut=country, places=country > stop)
    body: Words | None = None
    kinds: set[str] = set()
    for _ in range(6):
        phrase = noun_phrase(reader, opened[1], opened[0]) if opened else None
        if opened is None or phrase is None:
            break
        preposition, start = opened
        if cut < 0 and office.accredited and preposition in ("to", "in", "at"):
            cut = stop
        if body is None and "body" in phrase.kinds:
            body = (start + article_at(reader, start), phrase.stop)
        elif body is not None and body[1] == stop and preposition in ("of", "for"):
            body = (body[0], phrase.stop)
        if cut < 0:
            kinds |= phrase.kinds
        stop = phrase.stop
        opened = _preposition(reader, stop, office)
        if opened is not None and opened[0] == "at" and _is_venue(reader, opened[1]):
            opened = None  # "President of Fiji at the State House": where he received
    stop = _over_last(reader, stop) if stop > behind else stop
    return make_reach(stop=stop, cut=stop if cut < 0 else cut, body=body, places="place" in kinds, stray="stray" in kinds)


def _is_venue(reader: Reader, index: int) -> bool:
    """Tell whether a building where one is received stands at `index`: the State House, the Presidential Palace."""
    first = index + article_at(reader, index)
    words = (place for place in range(first, min(first + 3, reader.size)) if place == first or reader.softs[place])
    return any(reader.caps[place] and reader.words[place] in reader.known.tables["venue"] for place in words)


def _over_last(reader: Reader, stop: int) -> int:
    """Return the index behind an unknown word that ends a complement, as the holder's name follows behind a comma.

    President of the Union of Nordic *Parliaments* (UNP), Paulo Reyes, …; not Minister of Trade Reyes, Karl Berg …
    """
    if stop + 1 >= reader.size or not reader.plain[stop] or not reader.caps[stop] or reader.lookup[stop][0]:
        return stop
    following = over_brackets(reader, stop + 1)
    gap = reader.gaps[following] if following < reader.size else ""
    if stop in reader.offices or stop in reader.honorifics or gap not in (", ", " , ", "), ") or reader.headline(stop):
        return stop
    told = following > stop + 1 or reader.words[stop].endswith("s")
    name = parse_name(reader, following) if told and following not in reader.offices else None
    ends = name is not None and name.stop - name.first > 1 and reader.gaps[name.stop][:1] in (",", ".", ";")
    return stop + 1 if ends else stop


def _comma_body(reader: Reader, index: int) -> bool:
    """Tell whether the ministry or department in which an office is held stands behind a comma, and a comma behind it."""
    if index >= len(reader.words) or reader.gaps[index] != ", " or not reader.caps[index]:
        return False
    if reader.words[index] not in reader.known.tables["served"]:
        return False
    phrase = noun_phrase(reader, index, "of")
    if phrase is not None and reader.softs[phrase.stop] and reader.words[phrase.stop] in ("of", "for"):
        phrase = noun_phrase(reader, phrase.stop + 1, "of")
    return phrase is not None and not reader.softs[phrase.stop]


def _body_right(reader: Reader, index: int) -> bool:
    """Tell whether a capitalised phrase for a body stands right behind an office word."""
    if index >= len(reader.words) or not reader.plain[index] or not reader.caps[index] or index in reader.offices:
        return False
    if reader.headline(index):
        return False
    if "body" in reader.lookup[index][0]:
        return True
    # Chairman Foreign Affairs Committee X
    phrase = noun_phrase(reader, index, "of") if "subject" in reader.lookup[index][0] else None
    return phrase is not None and "body" in phrase.kinds


# President Costa Rica Luis Mora · Prime Minister New Zealand John Reed
def _country_right(reader: Reader, index: int) -> int:
    """Return the index behind a country of several words that stands right behind an office word, before its holder's name."""
    if index >= reader.size or not reader.plain[index] or not reader.caps[index] or reader.headline(index):
        return index
    classes, behind = reader.lookup[index]
    if "country" not in classes or behind < index + 2 or behind >= reader.size or not reader.plain[behind]:
        return index
    name = parse_name(reader, behind, titled=False)
    return behind if name is not None and name.stop - name.first > 1 else index


def _continued(reader: Reader, behind: int) -> int:
    """Return where an office word that ends in a portfolio or body really ends: … Affairs and Trade, … Committee's Office."""
    if reader.hung[behind] and reader.words[behind] in reader.known.tables["elect"]:
        return behind + 1
    if reader.genitives[behind] and "body" in reader.lookback[behind][0]:
        phrase = noun_phrase(reader, behind + 1, "of")
        return phrase.stop if phrase and "body" in phrase.kinds else behind
    if "subject" not in reader.lookback[behind][0]:
        return behind
    if reader.gaps[behind] == ", " and portfolio(reader, behind) and list_goes_on(reader, reader.lookup[behind][1]):
        phrase = noun_phrase(reader, behind, "of", known="subject")
        return phrase.stop if phrase else behind
    if not reader.softs[behind]:
        return behind
    joined = conjunction(reader, behind, {"subject"}) if reader.words[behind] == "and" else None
    phrase = noun_phrase(reader, joined[1], "of") if joined else None
    return phrase.stop if phrase and "subject" in phrase.kinds else behind


def _opened(reader: Reader, index: int) -> tuple[str, int] | None:
    """Return the preposition of a complement that several words at `index` open, and where its phrase starts."""
    words = reader.words
    for size in reader.known.through.get(words[index], ()):
        if " ".join(words[index : index + size]) in reader.known.tables["through"]:
            return words[index + size - 1], index + size
    if words[index] == "and" and words[index + 1 : index + 2] in (["of"], ["for"]) and portfolio(reader, index + 2):
        # Minister for Women and of Health
        return words[index + 1], index + 2
    return None


def _preposition(reader: Reader, index: int, office: Office) -> tuple[str, int] | None:
    """Return the preposition of a complement at `index` and where its phrase starts."""
    words = reader.words
    if not reader.plain[index]:
        bracketed = over_brackets(reader, index)
        if index < bracketed < len(words) and reader.gaps[bracketed] == ") " and words[bracketed] == "of":
            # Chief of Defence Force (CDF) of …; Foreign Secretary (Senior Secretary) of …
            return "of", bracketed + 1
        if not reader.softs[index] or reader.gaps[index].strip() not in ("", "."):
            return None
    word = words[index]
    if word == "and" or word in reader.known.through:
        opened = _opened(reader, index)
        if opened is not None:
            return opened
    known = word in reader.known.tables["preposition"]
    if word == "from":
        # the Ambassador from the Republic of X; not "the minister from Monday on"
        return (word, index + 1) if office.key in _SENT and known else None
    if word in ("within", "to", "in"):
        seated = word == "in" and _seated(reader, index)
        known = known and (
            office.accredited or office.key in _ATTACHED or in_office(reader, index + 1) or seated or _courtly(reader, index + 1)
        )
    return (word, index + 1) if known else None


def _courtly(reader: Reader, index: int) -> bool:
    """Tell whether somebody is served, told by a courtesy and an office: Member of the Council to *His Majesty the King*."""
    behind = reader.honorifics.get(index, index)
    return behind > index and reader.words[behind : behind + 1] == ["the"] and behind + 1 in reader.offices


def _seated(reader: Reader, index: int) -> bool:
    """Tell whether "in" at `index` leads to the city of a body, right before its head's name: Chair of the Front in Bonn A B."""
    stop = index + 1
    if stop >= reader.size or "body" not in reader.lookback[index][0] or not reader.place(stop):
        return False
    behind = reader.lookup[stop][1]
    name = parse_name(reader, behind, titled=False) if behind < reader.size and reader.plain[behind] else None
    return name is not None and name.stop - name.first > 1


def noun_phrase(reader: Reader, start: int, preposition: str, *, known: str = "") -> Phrase | None:
    """Return the noun phrase that starts at word `start`, or goes on there with what is `known`; a name behind it stays out."""
    determined = 0 if start in reader.honorifics else article_at(reader, start)
    index = last = first = start + determined
    limit = min(start + _LONGEST, reader.size)
    kinds: set[str] = {known} if known else set()
    pending: list[int] = []
    previous = ""
    while index < limit:
        step = step_at(reader, index, kinds, opening=index == first, determined=first > start)
        if step is None:
            break
        kind, behind = step
        if kind == "place" and previous == "stray" and (_ends_name(reader, pending, behind) or _behind_article(reader, index)):
            break
        if kind == "place" and previous in ("subject", "body", "stray") and _names_alone(reader, index, behind):
            return _phrase(index, frozenset((*kinds, "stray")))
        if (previous == "place" and _ends(reader, index, behind, kind)) or (
            kind == "join" and len(pending) > 1 and kinds and reader.genitives[index]
        ):
            break
        previous, index = kind, behind
        if kind == "stray":
            pending.append(index - 1)
        elif kind != "join":
            kinds.add(kind)
            kinds.update(("stray",) if pending else ())
            last, pending = index, []
    if not kinds:
        return _unknown(reader, pending, preposition)
    if (preposition in ("to", "in") and not kinds & {"place", "body"}) or (preposition == "from" and "place" not in kinds):
        return None
    return _phrase(last, frozenset(kinds))


def _behind_article(reader: Reader, index: int) -> bool:
    """Tell whether the article of Arabic names is joined to a place, which so is a family's name: Saud Al-Sabah."""
    return reader.hung[index] and reader.caps[index - 1] and reader.words[index - 1] in reader.known.tables["article"]


def _ends_name(reader: Reader, pending: list[int], behind: int) -> bool:
    """Tell whether a place behind unknown words ends a name, family first: Chairman of the National Assembly Vuong Dinh Hue."""
    name = parse_name(reader, pending[0]) if pending and len(pending) > 1 else None
    return name is not None and name.order == "family_first" and name.stop >= behind


def _ends(reader: Reader, index: int, behind: int, kind: str) -> bool:
    """Tell whether a name begins right behind a place, of whatever kind its first word is."""
    if kind == "place":
        return _names_on(reader, index, behind)
    # Prime Minister of Portugal Luís Montenegro
    return kind == "stray" and reader.plain[index] and not body_ahead(reader, index)


def _names_on(reader: Reader, index: int, behind: int) -> bool:
    """Tell whether a place right behind another is a first name: President of Paraguay Santiago Peña."""
    if not reader.plain[index] or behind >= len(reader.words):
        return False
    return reader.plain[behind] and reader.caps[behind] and not reader.lookup[behind][0]


def _names_alone(reader: Reader, index: int, behind: int) -> bool:
    """Tell whether a place right behind a portfolio is a first name, one name behind it: … Civil Aviation Jordan Reyes."""
    if behind != index + 1 or not _names_on(reader, index, behind) or reader.headline(index):
        return False
    before = reader.lookback[index][0]
    if not (before & {"subject", "stop"} or ("body" in before and "country" not in reader.lookup[index][0])):
        # a word of another kind goes with the place: of Bonn City Germany
        return False
    return not (behind + 1 < reader.size and reader.softs[behind + 1] and reader.caps[behind + 1])


def _unknown(reader: Reader, pending: list[int], preposition: str) -> Phrase | None:
    """Return a noun phrase of unknown words; where a name follows, the phrase is its first word."""
    if pending and preposition in ("to", "at") and reader.acronym(pending[0]):
        # Representative of X to CARICOM
        return _phrase(pending[0] + 1, frozenset(("body",)))
    if not pending or preposition in ("to", "in", "on", "at", "from"):
        return None
    kinds = frozenset(("stray",))
    for cutting in range(1, len(pending) - 1):
        name = parse_name(reader, pending[cutting])
        if name and name.order == "family_first" and name.stop == pending[-1] + 1:
            return _phrase(pending[cutting], kinds)
    return _phrase(pending[0] + 1 if len(pending) >= 3 else pending[-1] + 1, kinds)
