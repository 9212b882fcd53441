"""What English complements tell besides bodies and places: the session presided over, the talks an envoy is for, the month."""

from __future__ import annotations

from eventx import language_data
from eventx_titles.en_ahead import article_at, follows
from eventx_titles.en_phrases import Phrase
from eventx_titles.names import parse_name
from eventx_titles.reader import Reader


# President of the 78th session of the General Assembly
def session_at(reader: Reader, start: int) -> Phrase | None:
    """Return the numbered session at `start`, with which a body's name goes on."""
    index = start + article_at(reader, start)
    if index + 2 >= reader.size or not reader.softs[index + 1]:
        return None
    word = reader.words[index]
    numbered = word[:1].isdigit() and word.endswith(tuple(language_data("en").ordinal_endings))
    numbered = numbered or (word in language_data("en").ordinals and not reader.lookup[index][0])
    session = numbered and follows(reader, index + 1, "sitting") and follows(reader, index + 2, "of") and reader.softs[index + 2]
    return Phrase(index + 2, frozenset()) if session else None


# Advisor of the Foreign Minister for Political Affairs
def principal_at(reader: Reader, start: int) -> Phrase | None:
    """Return the office somebody serves, told with its article and without a name, where what he serves it for follows."""
    ruler = _ruler_served(reader, start)
    if ruler is not None:
        return ruler
    core = start + article_at(reader, start)
    if core == start or core not in reader.offices or not reader.caps[core]:
        return None
    behind = reader.offices[core][0]
    serves = behind < reader.size and reader.softs[behind] and follows(reader, behind, "for_month")
    return Phrase(behind, frozenset(("body",))) if serves else None


# Director of the Office of *His Majesty* A; not "Adviser to His Majesty King A", "of His Majesty Hussein"
def _ruler_served(reader: Reader, start: int) -> Phrase | None:
    """Return the courtesy by which alone the ruler is told whom somebody serves, where the full name of who serves follows."""
    behind = start + 2
    if behind >= reader.size or " ".join(reader.words[start:behind]) not in reader.known.tables["served_ruler"]:
        return None
    if start < 2 or reader.words[start - 2] not in reader.known.tables["serves_ruler"] or not reader.caps[start]:
        return None
    name = parse_name(reader, behind) if reader.softs[behind] and behind not in reader.offices else None
    return Phrase(behind, frozenset(("body",))) if name is not None and name.stop - name.first > 1 else None


# special envoy for the Belgrade-Pristina dialogue A · President of the Council for April, A
def over_matter(reader: Reader, stop: int) -> int:
    """Return the index behind what two places or a body have an office for: their dialogue; the month it is held in."""
    if stop < 2 or stop >= reader.size or not reader.softs[stop]:
        return stop
    if reader.hung[stop - 1] or reader.hung[stop - 2]:
        behind = stop + follows(reader, stop, "talked_over")
        return behind + (behind > stop and reader.softs[behind] and follows(reader, behind, "talked_over"))
    if follows(reader, stop, "for_month") and "body" in reader.lookback[stop][0]:
        index = stop + 1 + article_at(reader, stop + 1)
        month = (
            index + 2
            if index > stop + 1 and follows(reader, index, "month_word") and follows(reader, index + 1, "of")
            else stop + 1
        )
        if month < reader.size and reader.words[month] in language_data("en").months and reader.caps[month]:
            return month + 1
    return stop


__all__ = ["over_matter", "principal_at", "session_at"]
