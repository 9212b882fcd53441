"""Step 4b, build: which of the titles that a text gives somebody are told of him."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter

from eventx.merger.entities import Entity
from eventx.merger.names import tokens
from eventx.model import Title

_PLACE = itemgetter(0, 1)
_LETTERS = 4
"""The most letters of an acronym for an office: PM, DPM."""
_BARE = 2
"""How many words a title without an organisation may have to count as a bare office."""


def titles_of(entity: Entity) -> tuple[Title, ...]:
    """Return an entity's titles in the order of the text, without those that say less than another.

    Left out are a bare office, one in letters, and one told without the name in fewer words than with it.
    """
    if len(entity.titles) < 2:
        return (entity.titles[0][2],) if entity.titles else ()
    told = sorted(entity.titles, key=_PLACE)
    titles = [title for _, _, title, _ in told]
    words = [frozenset(own) for *_, own in told]
    # where each is of another office none stands for another in letters
    repeated = len({title.office for title in titles}) < len(titles)
    kept = []
    for title, own, (*_, spelt) in zip(titles, words, told, strict=True):
        again = repeated and ((spelt in entity.alone and _is_within(title, own, titles, words)) or _is_abbreviated(title, titles))
        if not again and not _is_bare(title, own, titles, words):
            kept.append(title)
    return tuple(kept)


def _is_within(title: Title, own: frozenset[str], titles: Sequence[Title], words: Sequence[frozenset[str]]) -> bool:
    """Tell whether all words of a title, and more, stand in another of the same office: Lao minister, Lao Minister of Trade."""
    return any(other.office == title.office and own < theirs for other, theirs in zip(titles, words, strict=True))


def _is_bare(title: Title, own: frozenset[str], titles: Sequence[Title], words: Sequence[frozenset[str]]) -> bool:
    """Tell whether a title is a bare office that a longer one tells, by its words or as the same office."""
    if title.organisation is not None or len(own) > _BARE:
        return False
    for other, theirs in zip(titles, words, strict=True):
        if other is title:
            continue
        alike = other.office == title.office
        if (own < theirs and (alike or (len(own) == 1 and _is_of_kind(title, other)))) or (alike and len(theirs) > len(own) + 2):
            return True
    return False


def _is_of_kind(title: Title, other: Title) -> bool:
    """Tell whether the office of another title is of a bare one's kind: a vice president, not the chief of the general staff."""
    return title.office is not None and other.office is not None and title.office.split("_")[-1] in other.office.split("_")


def _is_abbreviated(title: Title, titles: Iterable[Title]) -> bool:
    """Tell whether a title is another of the same office in letters: PM, Estonian PM beside Prime Minister, NA Vice Chairman."""
    if title.office is None or not _has_letters(title):
        return False
    longer = [o for o in titles if o.office == title.office and o is not title and len(tokens(o.text)) > len(tokens(title.text))]
    return bool(longer) and not all(map(_has_letters, longer))


def _has_letters(title: Title) -> bool:
    """Tell whether a word of a title is an acronym."""
    text = title.text
    return not text.islower() and any(word.isupper() and 1 < len(word) <= _LETTERS for word in text.split())
