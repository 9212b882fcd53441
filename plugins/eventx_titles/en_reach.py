"""English complements: of the X Committee, to Laos, for Foreign Affairs and Trade; a name behind them stays out."""

from __future__ import annotations

from eventx_titles.en_ahead import article_at, follows, letters_right, over_brackets, over_quoted
from eventx_titles.en_before import modifies_office
from eventx_titles.en_phrases import Phrase, noun_phrase
from eventx_titles.en_portfolio import conjunction, list_goes_on, over_union, portfolio
from eventx_titles.en_prepositions import preposition_at
from eventx_titles.en_terms import over_matter, principal_at, session_at
from eventx_titles.grammar import Stretch
from eventx_titles.lexis import Office
from eventx_titles.names import parse_name
from eventx_titles.reach import Reach, make_reach
from eventx_titles.reader import Reader

_MARKS = 2
"""How many marks stand between letters in brackets and the s of what is theirs: the bracket and the apostrophe."""
_TELLS = 8
"""How many words before a matter the verb may stand of what somebody is told on it."""
_CHARGES = 8
"""How many countries an envoy may be in charge of."""
_WORDS = 4
"""How many words one of them may have."""


def complement(reader: Reader, behind: int, office: Office) -> Reach:
    """Return how far the prepositional phrases behind an office word reach."""
    stop, cut = _continued(reader, behind), -1
    stop = _over_body(reader, stop, office) if stop == behind else stop
    opened = preposition_at(reader, stop, office)
    if opened is None:
        country = _country_right(reader, stop) if stop == behind else stop
        return make_reach(stop=country, cut=country, places=country > stop)
    body: Stretch | None = None
    kinds: set[str] = set()
    tables = reader.known.tables
    for _ in range(6):
        phrase = _told_at(reader, opened) if opened else None
        if opened is None or phrase is None:
            break
        preposition, start = opened
        # High Commissioner to Fiji; High Commissioner in charge of Fiji
        charged = start > stop + 1
        served = _serves(reader, office, opened, phrase, charged=charged)
        if cut < 0 and served:
            cut = stop
        if body is None and "body" in phrase.kinds:
            body = (start + article_at(reader, start), phrase.stop)
        elif body is not None and body[1] == stop and preposition in tables["serves"]:
            body = (body[0], phrase.stop)
        if cut < 0:
            kinds |= phrase.kinds
        stop = phrase.stop
        owned = _behind_letters(reader, stop)
        if owned is not None:
            body = (owned[0], owned[1].stop) if "body" in owned[1].kinds else None
            stop = owned[1].stop
        if served and "place" in phrase.kinds:
            stop = _over_charges(reader, _over_served(reader, stop)) if charged else _over_served(reader, stop)
        opened = preposition_at(reader, stop, office)
    stop = _over_last(reader, over_matter(reader, _over_town(reader, stop, office))) if stop > behind else stop
    return make_reach(stop=stop, cut=stop if cut < 0 else cut, body=body, places="place" in kinds, stray="stray" in kinds)


# head of the Lao Revolutionary Party (LPRP)'s *Commission for Training*; of the Republic of Korea (RoK)'s *Jeju province*
def _behind_letters(reader: Reader, stop: int) -> tuple[int, Phrase] | None:
    """Return what belongs to a body or country that is told with its letters in brackets, and where it begins."""
    owner = stop + 1
    if owner + 1 >= reader.size or reader.gaps[stop] != " (" or reader.words[owner] not in reader.known.tables["genitive"]:
        return None
    if reader.gaps[owner][:1] != ")" or len(reader.gaps[owner]) != _MARKS:
        return None
    phrase = noun_phrase(reader, owner + 1) if reader.softs[owner + 1] else None
    return (owner + 1, phrase) if phrase is not None else None


def _told_at(reader: Reader, opened: tuple[str, int]) -> Phrase | None:
    """Return the phrase behind a preposition, if it may be one of a title."""
    preposition, start = opened
    held = _holders_office(reader, start) or session_at(reader, start) or principal_at(reader, start)
    if held is None and start < reader.size and modifies_office(reader, start):
        return None  # "under the co-chair of Deputy Prime Minister X"
    phrase = held or noun_phrase(reader, start, preposition)
    if phrase is None or preposition not in reader.known.tables["calls_on"]:
        return phrase
    if not reader.caps[start] and not reader.known.tables["told_on"].isdisjoint(reader.words[max(start - _TELLS, 0) : start - 1]):
        return None  # briefed the Ambassador *on trade*
    # Courtesy Call of the Minister of Fiji *on Foreign Affairs* Secretary A, on Foreign Minister A
    further = phrase.stop in reader.offices and reader.softs[phrase.stop] and reader.caps[phrase.stop]
    return None if further or start in reader.offices else phrase


# Speaker House of Representatives; Permanent Secretary, Ministry of Health; DG ISI
def _over_body(reader: Reader, stop: int, office: Office) -> int:
    """Return the index behind the body that stands right behind an office, or behind its comma."""
    tables = reader.known.tables
    bare = office.key in tables["bare_body_office"]
    if bare and letters_right(reader, stop):
        return stop + 1
    if not (bare and _body_right(reader, stop)) and not (office.key in tables["comma_body_office"] and _comma_body(reader, stop)):
        return stop
    phrase = noun_phrase(reader, stop)
    return phrase.stop if phrase is not None else stop


def _serves(reader: Reader, office: Office, opened: tuple[str, int], phrase: Phrase, *, charged: bool) -> bool:
    """Tell whether a phrase tells where or for what the holder of an office is sent, not by whom.

    At the Swedish Embassy, at the Embassy of Sweden: whose it is, known by its noun.
    """
    preposition, start = opened
    tables = reader.known.tables
    if office.key in tables["matter_office"] and preposition in tables["assigned"]:
        return True
    if not office.accredited or not (charged or preposition in tables["served_at"]):
        return False
    return "body" not in phrase.kinds or tables["mission"].isdisjoint(reader.words[start : phrase.stop])


def _holders_office(reader: Reader, start: int) -> Phrase | None:
    """Return the phrase that tells in whose office somebody serves: Head of the Office of *Deputy Prime Minister A*."""
    if start < 2 or start >= reader.size or not reader.caps[start] or reader.words[start - 2] not in reader.known.tables["seat"]:
        return None
    core = reader.lookup[start][1] if "modifier" in reader.lookup[start][0] else start
    if core not in reader.offices or not reader.softs[core]:
        return None
    behind, office = reader.offices[core]
    name = parse_name(reader, behind) if reader.softs[behind] and not office.weak else None
    return Phrase(name.stop, frozenset(("body",))) if name is not None else None


def _over_served(reader: Reader, stop: int) -> int:
    """Return the index behind further countries an envoy is sent to: to Ghana, *Togo and Benin* A; to Laos *and Nepal*, A."""
    index = stop
    while reader.gaps[index] == ", " and reader.place(index):
        index = reader.lookup[index][1]
    index += reader.gaps[index] == "," and follows(reader, index, "conjunction")
    if not follows(reader, index, "conjunction") or not (reader.softs[index] or reader.gaps[index] == ", "):
        return stop
    phrase = noun_phrase(reader, index + 1)
    if phrase is not None and follows(reader, phrase.stop, "of"):
        phrase = noun_phrase(reader, phrase.stop + 1)  # and the Republic of Malta
    if phrase is None or phrase.kinds != {"place"}:
        return stop
    behind = phrase.stop
    if not reader.softs[behind]:
        return behind if reader.gaps[behind][:1] in (",", ";", ".", ")") else stop
    named = reader.caps[behind] and behind not in reader.offices and parse_name(reader, behind) is not None
    return behind if named else stop


# High Commissioner in charge of Fiji, Samoa, and the Islands, His Excellency A
def _over_charges(reader: Reader, stop: int) -> int:
    """Return the index behind all that an envoy is in charge of, known or not, if his courtesy or office follows."""
    index = stop
    for _ in range(_CHARGES):
        joined = follows(reader, index, "conjunction")
        if index >= reader.size or (not joined and reader.gaps[index] != ", "):
            break
        first = index + joined + article_at(reader, index + joined)
        if first >= reader.size or not reader.caps[first] or first in reader.offices or first in reader.honorifics:
            break
        behind = reader.lookup[first][1] if reader.place(first) else first + 1
        while behind < reader.size and reader.caps[behind] and reader.gaps[behind] == " " and behind < first + _WORDS:
            behind += 1  # Fiji Islands
        if behind >= reader.size or not (reader.gaps[behind] == ", " or follows(reader, behind, "conjunction")):
            break
        index = behind
    told = index < reader.size and reader.gaps[index] == ", " and (index in reader.honorifics or index in reader.offices)
    return index if told else stop


# Consul General of Peru in Newtown, A B, said
def _over_town(reader: Reader, stop: int, office: Office) -> int:
    """Return the index behind an unknown town where somebody sent abroad sits, as the holder's name follows behind a comma."""
    if not office.accredited or stop + 2 >= reader.size or not follows(reader, stop, "inside") or not reader.caps[stop + 1]:
        return stop
    behind = stop + 2
    behind += reader.softs[behind] and reader.caps[behind]  # San Bruno
    if behind >= reader.size or reader.gaps[behind] != ", " or behind in reader.offices or reader.lookup[stop + 1][0]:
        return stop
    name = parse_name(reader, reader.honorifics.get(behind, behind))
    full = name is not None and name.stop - name.first > 1
    return behind if full and name is not None and reader.gaps[name.stop][:1] in (",", ".", ";") else stop


def _over_last(reader: Reader, stop: int) -> int:
    """Return the index behind what ends a complement: a name in quotation marks; a word before a comma and the holder's name.

    President of the Union of Nordic *Parliaments* (UNP), Paulo Reyes, …; not Minister of Trade Reyes, Karl Berg …
    """
    if reader.genitives[stop]:
        return _continued(reader, stop)  # head of the Ministry of Security's representative agency
    if not reader.plain[stop]:
        return over_quoted(reader, stop)
    if stop + 1 >= reader.size or not reader.caps[stop] or reader.lookup[stop][0]:
        return stop
    following = over_brackets(reader, stop + 1)
    gap = reader.gaps[following] if following < reader.size else ""
    if stop in reader.offices or stop in reader.honorifics or gap not in (", ", " , ", "), ") or reader.headline(stop):
        return stop
    told = following > stop + 1 or reader.words[stop].endswith(tuple(reader.known.tables["plural_ends"]))
    name = parse_name(reader, following) if told and following not in reader.offices else None
    ends = name is not None and name.stop - name.first > 1 and reader.gaps[name.stop][:1] in (",", ".", ";")
    return stop + 1 if ends else stop


def _comma_body(reader: Reader, index: int) -> bool:
    """Tell whether the ministry or department in which an office is held stands behind a comma, and a comma behind it."""
    if index >= len(reader.words) or reader.gaps[index] != ", " or not reader.caps[index]:
        return False
    if reader.words[index] not in reader.known.tables["served"]:
        return False
    phrase = noun_phrase(reader, index)
    for _ in range(2):
        # Ministry *of Youth and Sports of Nepal*
        if phrase is not None and reader.softs[phrase.stop] and follows(reader, phrase.stop, "serves"):
            phrase = noun_phrase(reader, phrase.stop + 1)
    if phrase is None:
        return False
    return not reader.softs[phrase.stop] or (follows(reader, phrase.stop, "conjunction") and phrase.stop + 1 in reader.offices)


def _body_right(reader: Reader, index: int) -> bool:
    """Tell whether a capitalised phrase for a body stands right behind an office word."""
    if index >= len(reader.words) or not reader.plain[index] or not reader.caps[index] or index in reader.offices:
        return False
    if reader.headline(index):
        return False
    if "body" in reader.lookup[index][0]:
        return True
    # Chairman Foreign Affairs Committee X
    phrase = noun_phrase(reader, index) if "subject" in reader.lookup[index][0] else None
    return phrase is not None and "body" in phrase.kinds


# President Costa Rica Luis Mora · Prime Minister New Zealand John Reed · President Kenya Peter Otieno; not Minister Israel Berg
def _country_right(reader: Reader, index: int) -> int:
    """Return the index behind a country that stands right behind an office word, before its holder's full name."""
    if index >= reader.size or not reader.plain[index] or not reader.caps[index] or reader.headline(index):
        return index
    classes, behind = reader.lookup[index]
    if "country" not in classes or behind >= reader.size or not reader.plain[behind]:
        return index
    if behind < index + 2 and reader.words[index] in reader.known.tables["country_given"]:
        return index
    name = parse_name(reader, behind, titled=False)
    return behind if name is not None and name.stop - name.first > 1 else index


# the President-elect · Foreign Minister nominee X
def _is_not_yet(reader: Reader, behind: int) -> bool:
    """Tell whether a word behind an office says that it is not held yet."""
    if behind >= reader.size or not (reader.hung[behind] or reader.plain[behind]):
        return False
    return reader.words[behind] in reader.known.tables["elect" if reader.hung[behind] else "elect_apart"]


def _continued(reader: Reader, behind: int) -> int:
    """Return where an office word that ends in a portfolio or body really ends: … Affairs and Trade, … Committee's Office."""
    if _is_not_yet(reader, behind):
        return behind + 1
    if reader.genitives[behind] and "body" in reader.lookback[behind][0]:
        phrase = noun_phrase(reader, behind + 1)
        return phrase.stop if phrase and "body" in phrase.kinds else behind
    if "subject" not in reader.lookback[behind][0]:
        return behind
    listed = reader.gaps[behind] == ", " and portfolio(reader, behind) and list_goes_on(reader, reader.lookup[behind][1])
    if listed or (reader.gaps[behind] == ", " and over_union(reader, behind) > behind):
        phrase = noun_phrase(reader, behind, known="subject")
        return phrase.stop if phrase else behind
    if not reader.softs[behind]:
        return behind
    joined = conjunction(reader, behind, {"subject"}) if follows(reader, behind, "conjunction") else None
    phrase = noun_phrase(reader, joined[1]) if joined else None
    return phrase.stop if phrase and "subject" in phrase.kinds else behind
