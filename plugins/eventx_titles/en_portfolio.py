"""English portfolios: what a minister or a ministry is for, and lists of them."""

from __future__ import annotations

from eventx_titles.en_ahead import article_at, body_ahead, follows
from eventx_titles.lexis import PLACES
from eventx_titles.names import parse_name
from eventx_titles.reader import Reader, abstract

# shorter words that end so are names: Clement
_SHORTEST_ABSTRACT = 7


def portfolio(reader: Reader, index: int) -> bool:
    """Tell whether a portfolio stands at `index`: a known one, or a word that tells of something done or being so."""
    if index >= len(reader.words):
        return False
    return "subject" in reader.lookup[index][0] or ends_abstract(reader, index)


def ends_abstract(reader: Reader, index: int) -> bool:
    """Tell whether an unknown word ends as words for what is done or is so do: Orientation, Empowerment."""
    word = reader.words[index]
    if len(word) < _SHORTEST_ABSTRACT or not reader.caps[index] or reader.lookup[index][0] - {"stop"}:
        return False
    return abstract(reader, word)


def _joins_portfolio(reader: Reader, ahead: int, kinds: set[str]) -> bool:
    """Tell whether a portfolio of unknown or foreign words stands behind an "and".

    … and National Orientation; East Asian and Pacific Affairs; … and East African Cooperation.
    """
    index, size = ahead, 0
    while index < len(reader.words) and size < 3 and (size == 0 or reader.softs[index]) and reader.caps[index]:
        if index in reader.offices or index in reader.honorifics:
            break
        if index + 1 < reader.size and reader.hung[index + 1] and reader.caps[index + 1]:
            # … and *Inter-Parliamentary* Ties Committee
            index, size = index + 1, size + 1
        classes, stop = reader.lookup[index]
        if ends_abstract(reader, index):
            return "subject" in kinds or "place" not in kinds
        if "subject" in classes:
            # a known portfolio right behind "and" is told elsewhere, unless it goes on with a place
            return not _office_at(reader, stop) and (size > 0 or ("place" in kinds and not kinds & {"subject", "body"}))
        if "body" in classes:
            # the Hong Kong and Macao Work Office
            own = kinds == {"place"} and size > 0 and bool(reader.lookup[ahead][0] & PLACES)
            # the National Crisis and Disasters Management Authority
            named = size > 0 and "subject" in kinds and not reader.lookup[ahead][0] & PLACES
            return (own or named) and not _office_at(reader, stop)
        if classes - (PLACES | {"modifier"}) or (not classes and not size and not body_ahead(reader, index)):
            break
        index, size = stop, size + 1
    return False


def modified_body(reader: Reader, index: int) -> bool:
    """Tell whether the last of a list tells with the others what a body is for: Culture, *and Scientific Organization*."""
    if index + 1 >= reader.size or not (reader.caps[index] and reader.caps[index + 1] and reader.softs[index + 1]):
        return False
    return reader.words[index].endswith(tuple(reader.known.tables["adjective_ends"])) and "body" in reader.lookup[index + 1][0]


def list_goes_on(reader: Reader, index: int) -> bool:
    """Tell whether a list of portfolios goes on at `index`: Agriculture, Forestry and Fisheries."""
    words = reader.words
    for _ in range(6):
        if index >= len(words):
            return False
        if words[index] in reader.known.tables["conjunction"]:
            return (
                portfolio(reader, index + 1)
                or ("modifier" in reader.lookup[index + 1][0] if index + 1 < len(words) else False)
                or modified_body(reader, index + 1)
            )
        if not portfolio(reader, index):
            return _names_holder(reader, index)
        if reader.gaps[index] == " & ":
            return True
        index = reader.lookup[index][1]
    return False


def _names_holder(reader: Reader, index: int) -> bool:
    """Tell whether the holder's full name stands right behind a list without an "and": Education, Science, Culture *A B*."""
    if not (reader.softs[index] and reader.caps[index]) or index in reader.offices or index in reader.honorifics:
        return False
    name = parse_name(reader, index)
    return name is not None and name.stop - name.first > 1


def over_union(reader: Reader, index: int) -> int:
    """Return the index behind a body or place among portfolios: for Foreign Affairs, *the European Union* and Cooperation."""
    first = index + article_at(reader, index)
    if first >= reader.size or not reader.caps[first] or first in reader.offices:
        return index
    classes, behind = reader.lookup[first]
    last = behind + 1
    union = not classes.isdisjoint(("body", *PLACES)) and (first > index or behind > first + 1)
    if not union or not reader.softs[behind] or not follows(reader, behind, "conjunction"):
        return index
    told = last < reader.size and reader.caps[last] and "subject" in reader.lookup[last][0]
    return behind if told and reader.lookup[last][1] not in reader.offices else index


def _portfolio_after(reader: Reader, index: int) -> bool:
    """Tell whether a known portfolio stands at `index`, written as one, and no office behind it."""
    if index >= len(reader.words) or not reader.caps[index]:
        return False
    classes, stop = reader.lookup[index]
    return "subject" in classes and not _office_at(reader, stop)


def compass(reader: Reader, index: int) -> bool:
    """Tell whether an "and" at `index` joins two parts of the world: South and Central Asian, Eastern and Southern Africa."""
    points = reader.known.tables["compass"]
    if (
        index + 1 >= reader.size
        or reader.words[index] not in reader.known.tables["conjunction"]
        or reader.words[index - 1] not in points
    ):
        return False
    if not (reader.caps[index - 1] and reader.caps[index + 1]):
        return False
    return reader.words[index + 1] in points or bool(reader.lookup[index + 1][0] & PLACES)


def _region(reader: Reader, ahead: int, kinds: set[str]) -> bool:
    """Tell whether a region of the world, which has no offices of its own, ends a phrase behind a place and "and".

    … for West Africa and the Sahel; … for Europe and Central Asia.
    """
    if "place" not in kinds:
        return False
    first = ahead + follows(reader, ahead, "the")
    if first >= reader.size or not reader.caps[first]:
        return False
    stop = reader.lookup[first][1]
    if " ".join(reader.words[first:stop]) not in reader.known.tables["region"]:
        return False
    return not reader.softs[stop] or reader.caps[stop] or "stop" in reader.lookup[stop][0]


def _body_after(reader: Reader, index: int) -> bool:
    """Tell whether a body told by its full name stands at `index`, capitalised: Council of Ministers."""
    if index >= reader.size or not reader.caps[index] or index in reader.offices:
        return False
    classes, stop = reader.lookup[index]
    return "body" in classes and not reader.known.tables["of"].isdisjoint(reader.words[index : stop + 1])


def conjunction(reader: Reader, index: int, kinds: set[str]) -> tuple[str, int] | None:
    """Return an "and" or "&" between two portfolios, both capitalised or both not."""
    ahead = index + 1 if reader.words[index] in reader.known.tables["conjunction"] else index
    if ahead >= len(reader.words) or ahead in reader.offices or not (reader.softs[ahead] or ahead == index):
        return None
    behind = _joint(reader, index, ahead, kinds) if ahead > index else None
    if behind is not None:
        return "join", behind
    if not kinds & {"subject", "body"} or "subject" not in reader.lookup[ahead][0]:
        return None
    if reader.caps[index - 1] != reader.caps[ahead] or _office_at(reader, reader.lookup[ahead][1]):
        return None
    return ("join", ahead) if ahead > index else ("subject", reader.lookup[ahead][1])


def _joint(reader: Reader, index: int, ahead: int, kinds: set[str]) -> int | None:
    """Return where the second of two goes on behind an "and" that joins parts of the world, or portfolios of unknown words."""
    if compass(reader, index):
        return ahead
    article = follows(reader, ahead, "the")
    if _region(reader, ahead, kinds) or (kinds & {"subject", "place"} and article and _portfolio_after(reader, ahead + 1)):
        # for Health and the Environment, for Asia and the Pacific
        return ahead + article
    if "body" in kinds and article and _body_after(reader, ahead + 1):
        # President of the Council of State and the Council of Ministers
        return ahead + 1
    return ahead if kinds & {"subject", "body", "place"} and _joins_portfolio(reader, ahead, kinds) else None


def _office_at(reader: Reader, index: int) -> bool:
    """Tell whether an office word follows in the same phrase; one that is as a courtesy to the name behind it does not count."""
    if index not in reader.offices or not reader.softs[index]:
        return False
    behind, office = reader.offices[index]
    courteous = office.key in reader.known.tables["personal"] and reader.caps[index] and reader.softs[behind]
    return not (courteous and parse_name(reader, behind) is not None)
