"""Where the frame of an act looks for the one who proposes and the one who is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eventx import Document, Hit, Slot, Span, clause_before, clause_opener, maker, sentence_before
from eventx_proposals.act import Act
from eventx_proposals.lists import Words, word_lists
from eventx_proposals.stretches import Stretch, is_capital, tokens, words_alone

_slot, _span = maker(Slot), maker(Span)

_LONG = 800
"""A longer stretch before an act has no opening phrase worth looking for."""


_LEAST = 12
"""The fewest code points of a body that tells something, with the word for it."""
_SINGULAR = 5
"""The most letters of a word that ends as a plural does and is none: is, was, has."""
_CROWD = 4
"""The most words by which many who are not named are told."""
_SIDE = 30
"""The most code points of a stretch that is a side alone."""
_SHORT = 8
"""A clause of more words before an act may hold more than its subject."""


def slots(document: Document, act: Act, previous: tuple[Slot, ...], *, further: bool = False) -> tuple[Slot, ...]:
    """Return an act's slots.

    Args:
        document: the document.
        act: the act.
        previous: the slots of the act before it in the same sentence, if they share their subject.
        further: whether its sentence tells of an act before it.

    """
    if act.agent is not None:
        proposer = _slot(role="proposer", spans=(act.agent,), take="head")
        asked = act.addressee
        return (
            (proposer,) if asked is None else (proposer, _slot(role="addressee", spans=(asked,), take="head", kinds=("person",)))
        )
    clause = _shrink(document, clause_before(document, act.start))
    opener = clause_opener(document, act.start)
    if (
        opener is not None
        and opener.value == "relative"
        and not act.shared
        and not words_alone(_start_of(document, clause)).words
    ):
        # "X met Y, who urged him": the noun right before
        before = sentence_before(document, opener.start)
        spans = [span for span in (_closing_name(document, before), before) if span is not None]
        proposer = _slot(role="proposer", spans=tuple(spans), take="last", carry=True)
    else:
        # "X said *the two legislatures* should …": they are those of whom it is asked
        somebody_else = act.form != "should" and (
            _is_somebody_else(document, clause) or (further and _is_unnamed(document, clause))
        )
        windows = [clause] if somebody_else else _windows(document, act, clause, opener)
        leading = _leading_name(document, windows[0]) if act.shared and windows and not act.told_by else None
        windows = windows if leading is None else [leading, *windows]
        spans = [*previous[0].spans, *windows] if previous else windows
        spans = [span for span in dict.fromkeys(spans) if span.end > span.start]
        proposer = _slot(role="proposer", spans=tuple(spans), take="head", carry=not somebody_else)
    if act.addressee is None or not _names(document, act.addressee):
        return (proposer,)
    return (proposer, _slot(role="addressee", spans=(act.addressee,), take="head", kinds=("person",)))


def _windows(document: Document, act: Act, clause: Span, opener: Hit | None) -> list[Span]:
    """Return the windows for the one who proposes, the likeliest first."""
    if act.form == "should":
        told = [] if act.told_by is None else [*_after_opening(document, act.told_by), act.told_by]
        return told if act.said_by is None else [*told, act.said_by]
    whole = sentence_before(document, act.start)
    # "Tại họp báo ở Berlin sau hội đàm với X, *Y* kêu gọi": what a preposition opens ends at its comma
    opened = opener is not None and opener.value == "adverbial" and document.lang == "vi"
    inner = [*_after_opening(document, clause, opened=opened), clause]
    outer = [*_behind_informant(document, whole), *_after_opening(document, whole), whole]
    # "X praised the work that he had done and urged him": what goes on is the main clause
    goes_on = act.shared and opener is not None and opener.value in ("relative", "complement")
    windows = [*outer, *inner] if goes_on else [*inner, *outer]
    if _is_side(document, windows[0]):
        windows = windows[:1]  # whom the phrase before it names is who is asked
    if act.told_by is not None:
        windows.insert(0, act.told_by)
    if act.said_by is None:
        return windows
    if act.quoted:
        return [act.said_by, *windows]
    # "Vietnam hopes …, he said": a country speaks by somebody; "the rebels asked …, the minister said" is told of them
    subject = words_alone(_start_of(document, clause)).starts
    return [*windows, act.said_by] if len(subject) <= 4 and all(is_capital(document, start) for start in subject) else windows


# Tại buổi làm việc với Bộ trưởng X, *phía Việt Nam* đề nghị … · Tại cuộc gặp X, *tỉnh Quảng Trị* đề nghị …
def _is_side(document: Document, span: Span) -> bool:
    """Tell whether a stretch is a side alone, told by its country, province or city: none whom another stretch names."""
    sides = word_lists(document.lang)["around"].get("sides_told")
    if sides is None or len(span) > _SIDE:
        return False
    found = words_alone(tokens(document, span.start, span.end))
    led = 1 if found.words and found.words[0] in sides else 0
    return len(found.words) > led and all(is_capital(document, start) for start in found.starts[led:])


# Bộ Ngoại giao Nhật Bản cho biết *Bộ trưởng X* đã cảm ơn Việt Nam; đề nghị …
def _behind_informant(document: Document, span: Span) -> list[Span]:
    """Return what a body is said to have told of somebody, where a sentence opens so: what he did is his."""
    around = word_lists(document.lang)["around"]
    if not document.lower.startswith(around["informants"].listed, span.start):
        return []
    reports = (document.lower.find(told, span.start, span.end) + len(told) for told in around["informed"].padded)
    return [_shrink(document, _span(start, span.end)) for start in reports if start > span.start + _LEAST][:1]


def _start_of(document: Document, span: Span) -> Stretch:
    """Return the words and marks of a stretch, only the first of one that is too long to be a subject."""
    return tokens(document, span.start, min(span.end, span.start + _LONG))


def _is_somebody_else(document: Document, span: Span) -> bool:
    """Tell whether a clause's subject is not the person the text speaks of: "a group of senators", "the rebel army"."""
    around = word_lists(document.lang)["around"]
    start = document.text.find(" - ", span.start, min(span.end, span.start + 40))
    found = _start_of(document, _span(start + 3, span.end) if start >= 0 else span)
    words = [word for word in found.words if word[0].isalnum()]
    if not words:
        return False
    if words[0] in around["indefinite"] or _are_many(around, words):
        return True
    persons, last = around["persons"], words[-1]
    plural = around.get("plural_ends")
    if plural is not None and last.endswith(plural.listed) and len(last) > _SINGULAR and last not in persons:
        return not is_capital(document, words_alone(found).starts[-1])  # "the African *ambassadors* urged", whoever they are
    if not persons or len(words) > _SHORT or last in persons or last in word_lists(document.lang)["context"]["words"]:
        return False
    return not is_capital(document, words_alone(found).starts[-1])


# Các doanh nghiệp đề nghị tỉnh tạo điều kiện · Đại diện các doanh nghiệp đề nghị …
def _are_many(around: Mapping[str, Words], words: Sequence[str]) -> bool:
    """Tell whether a clause's subject begins with those who are many and not named."""
    crowds = around.get("crowds")
    return crowds is not None and " ".join(words[:_CROWD]).startswith(crowds.listed)


# X requested access, but *the government* had asked for more time
def _is_unnamed(document: Document, span: Span) -> bool:
    """Tell whether a clause behind another has a subject of its own that names nobody: an article opens it, no name follows."""
    found = words_alone(_start_of(document, span))
    around = word_lists(document.lang)["around"]
    if not found.words or len(found.words) > _SHORT or found.words[0] not in around.get("determiners", ()):
        return False
    return not any(is_capital(document, start) for start in found.starts) and around["pronouns"].isdisjoint(found.words)


def _is_part(document: Document, word: str, start: int) -> bool:
    """Tell whether a word or mark may stand inside a name with its titles."""
    return word == "," or is_capital(document, start) or word in word_lists(document.lang)["around"]["particles"]


def _closing_name(document: Document, span: Span) -> Span | None:
    """Return the name with its titles that a stretch ends with: in "X met Y, who urged" it is Y."""
    found = tokens(document, max(span.start, span.end - _LONG), span.end)
    first = len(found.words)
    while first and _is_part(document, found.words[first - 1], found.starts[first - 1]):
        first -= 1
    return _span(found.starts[first], span.end) if first < len(found.words) else None


def _leading_name(document: Document, span: Span) -> Span | None:
    """Return the names a stretch begins with, if another verb follows: in "X met Y and proposed" it is X."""
    found = _start_of(document, span)
    words, starts = found.words, found.starts
    last = 0
    while last < len(words) and _is_part(document, words[last], starts[last]):
        last += 1
    pronoun = last == 1 and words[0] in word_lists(document.lang)["around"]["pronouns"]
    if last == len(words) or not (pronoun or (last > 1 and any(is_capital(document, start) for start in starts[1:last]))):
        return None
    return _span(span.start, found.end(last - 1))


def _shrink(document: Document, span: Span) -> Span:
    """Return the span without blanks around it."""
    rest = document.text[span.start : span.end].lstrip(" ,\n")
    start = span.end - len(rest)
    return _span(start, start + len(rest.rstrip()))


def _after_opening(document: Document, span: Span, *, opened: bool = False) -> list[Span]:
    """Return what remains of a stretch that begins with an opening phrase ("At the talks with X, Y"), shortest first."""
    if len(span) > _LONG or document.text.find(",", span.start, span.end) < 0:
        return []
    first = tokens(document, span.start, span.end, 2).words
    if not first or not (opened or _opens(document, first)):
        return []
    found = tokens(document, span.start, span.end)
    commas = [index for index, word in enumerate(found.words) if word == ","]
    if not commas:
        return []
    last = _shrink(document, _span(found.end(commas[-1]), span.end))
    rest = _shrink(document, _span(found.end(commas[0]), span.end))
    return [window for window in (last, rest) if _has_subject(document, window)]


def _opens(document: Document, first: list[str]) -> bool:
    """Tell whether a sentence's first word, or two, open a phrase before the subject."""
    if first[0].endswith(word_lists(document.lang)["around"]["opening_ends"].listed):
        return True
    opening = word_lists(document.lang)["around"]["opening"]
    return first[0] in opening or " ".join(first) in opening


def _has_subject(document: Document, span: Span) -> bool:
    """Tell whether a stretch holds a name, or enough words to hold somebody."""
    found = words_alone(tokens(document, span.start, span.end))
    if len(found.words) >= 2 or any(is_capital(document, start) for start in found.starts):
        return True
    return not word_lists(document.lang)["around"]["pronouns"].isdisjoint(found.words)


def _names(document: Document, span: Span) -> bool:
    """Tell whether a stretch holds a capitalised word, so that somebody may be named in it."""
    return any(char.isupper() for char in document.text[span.start : span.end])
