"""The steps of an English noun phrase: what stands at a word of it, a place, a body, a portfolio, and where that ends."""

from __future__ import annotations

from eventx_titles.en_ahead import describes, follows, modifies, names_portfolio, short_body
from eventx_titles.en_portfolio import compass, conjunction, ends_abstract, list_goes_on, modified_body, over_union, portfolio
from eventx_titles.lexis import PLACES
from eventx_titles.names import parse_name
from eventx_titles.reader import Reader

# kinds of words behind which a portfolio of unknown words, or the short name of a body, may stand
_HELD, _NAMED = frozenset(("subject", "body")), frozenset(("place", "body"))
_SHORT = 6
"""An acronym is shorter, in letters."""
_DASHES = frozenset((" - ", " – "))
_GAPS = frozenset((" (", ") ", ", ", "’ ", "' ", " & "))


def _over_courtesy(reader: Reader, index: int) -> tuple[str, int] | None:
    """Return the step over a courtesy and an article before an office: adviser to His Highness the President."""
    behind = reader.honorifics.get(index, index)
    if not (reader.softs[index] and behind > index and follows(reader, behind, "the")):
        return None
    return ("join", behind + 1) if behind + 1 in reader.offices else None


def step_at(reader: Reader, index: int, kinds: set[str], *, opening: bool, determined: bool) -> tuple[str, int] | None:
    """Return the kind of the words at `index` of a noun phrase and the index behind them; nothing where it ends."""
    if reader.plain[index] and index not in reader.offices and index not in reader.honorifics:
        return _known(reader, index, kinds, opening=opening)
    return _odd_step(reader, index, kinds, opening=opening, determined=determined)


def _odd_step(reader: Reader, index: int, kinds: set[str], *, opening: bool, determined: bool) -> tuple[str, int] | None:
    """Return what `step_at` does where something else than a blank stands before the words, or an office or courtesy begins."""
    gap = reader.gaps[index]
    if gap in _DASHES and "place" in kinds and reader.place(index):
        return "place", reader.lookup[index][1]
    if (not opening and gap not in _GAPS and not reader.softs[index]) or (index in reader.honorifics and reader.caps[index]):
        return _over_courtesy(reader, index)
    if gap == " (":
        closes = index + 1 < len(reader.words) and reader.gaps[index + 1] == ") " and reader.caps[index]
        return ("join", index + 1) if closes else None
    portfolio_too = opening and "subject" in reader.lookup[index][0]  # Minister of *Justice* A
    if (
        index in reader.offices
        and "body" not in reader.lookup[index][0]
        and not (portfolio_too or names_portfolio(reader, index))
    ):
        owned = (
            determined or follows(reader, index - 1, "the") or bool(reader.softs[index] and reader.lookback[index][0] & PLACES)
        )
        return None if gap == ", " else _nested(reader, index, determined=owned)
    if reader.genitives[index] or (reader.hung[index] and reader.words[index] in reader.known.tables["hanger"]):
        return "join", index + 1
    return _known(reader, index, kinds, opening=opening)


def _ends_list(reader: Reader, index: int) -> bool:
    """Tell whether the last of a list of portfolios stands at `index`; no office begins there: A, and *State* Minister B."""
    if not portfolio(reader, index):
        return modified_body(reader, index)
    behind = reader.lookup[index][1]
    return not (index in reader.offices or (behind in reader.offices and reader.softs[behind]))


def _known(reader: Reader, index: int, kinds: set[str], *, opening: bool) -> tuple[str, int] | None:
    """Return the kind of the phrase at `index`, known or not, and the index behind it."""
    classes, stop = reader.lookup[index]
    gap = reader.gaps[index]
    if gap == ", " and not opening:
        listed = "subject" in kinds or ("body" in kinds and index > 0 and _ends_in_portfolio(reader, index))
        if listed and follows(reader, index, "conjunction") and _ends_list(reader, index + 1):
            return "join", index + 1
        if not (listed and portfolio(reader, index) and list_goes_on(reader, stop)):
            behind = over_union(reader, index) if "subject" in kinds else index
            return ("subject", behind) if behind > index else None
    kind = _kind(reader, index, classes) if classes else None
    return (kind, stop) if kind is not None else _other(reader, index, kinds)


def _ends_in_portfolio(reader: Reader, index: int) -> bool:
    """Tell whether the name of the body before `index` ends in a portfolio: Chamber of *Commerce*, Trade and Industry."""
    return reader.caps[index] and "subject" in reader.known.classes.get(reader.words[index - 1], ())


def _other(reader: Reader, index: int, kinds: set[str]) -> tuple[str, int] | None:
    """Return the kind of what is neither a place nor a known body or portfolio at `index`, and the index behind it."""
    if reader.words[index].isdigit() and reader.plain[index] and follows(reader, index - 1, "numbered"):
        return "body", index + 1  # Commander of Military Region 7
    if not kinds.isdisjoint(_HELD) and ends_abstract(reader, index):
        return "subject", index + 1
    if _is_short(reader, index, kinds):
        return "body", index + 1
    classes, stop = reader.lookup[index]
    if modifies(reader, index) or (not kinds and describes(reader, index)) or compass(reader, index + 1):
        # of the interim government
        return "join", stop
    if follows(reader, index, "conjunction") or reader.gaps[index] == " & ":
        return conjunction(reader, index, kinds)
    ends = "stop" in classes and not _opens_name(reader, index)
    ends = ends or not (reader.caps[index] or reader.words[index].isdigit())
    return None if ends else ("stray", index + 1)


def _is_short(reader: Reader, index: int, kinds: set[str]) -> bool:
    """Tell whether the short name of a body stands at `index`: behind a place, or before a name of the family-first world."""
    if not reader.plain[index] or kinds.isdisjoint(_NAMED):
        return False
    if "place" in kinds and short_body(reader, index):
        return True
    # head of Vietnam's ASEAN SOM Nguyen Van A
    short = 1 < len(reader.words[index]) < _SHORT and reader.surface(index, index + 1).isupper()
    return short and _names_syllables(reader, index + 1)


def _names_syllables(reader: Reader, index: int) -> bool:
    """Tell whether a name of the family-first world stands at `index`, in the same phrase."""
    name = parse_name(reader, index) if index < reader.size and reader.plain[index] else None
    return name is not None and name.order == "family_first" and name.stop - name.first > 1


def _opens_name(reader: Reader, index: int) -> bool:
    """Tell whether a common word opens the name of a body: the Greater Nagoya Center, the Inter-Park Union; not in headlines."""
    goes_on = index + 1 < len(reader.words) and (reader.plain[index + 1] or reader.hung[index + 1]) and reader.caps[index + 1]
    return goes_on and reader.caps[index] and not reader.headline(index)


def _kind(reader: Reader, index: int, classes: frozenset[str]) -> str | None:
    """Return the kind of a known phrase: a place, a body, a portfolio."""
    if reader.caps[index] and not classes.isdisjoint(PLACES):
        return "place"
    if "body" in classes:
        return "body"
    return "subject" if "subject" in classes else None


def _nested(reader: Reader, index: int, *, determined: bool) -> tuple[str, int] | None:
    """Return an office inside a complement: the President's Office; adviser to the Prime Minister (no name behind)."""
    behind, office = reader.offices[index]
    if reader.genitives[behind]:
        return "body", behind + 1
    if not determined or office.weak or (_is_named(reader, behind) and not follows(reader, index - 1, "the")):
        return None
    return ("body", behind) if not (behind in reader.honorifics and reader.softs[behind]) else None


def _is_named(reader: Reader, behind: int) -> bool:
    """Tell whether a name follows an office."""
    return reader.softs[behind] and parse_name(reader, behind) is not None
