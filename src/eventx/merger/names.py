"""Names compared across spellings: accents, case, order, and the parts by which people are called."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from eventx import kept
from eventx.contribution import Mention
from eventx.text import fold

GIVEN_NAME_LAST = "VN"
"""The one country whose names put the family first and are called by their last part."""
_PAIR = 2
_LONG = 4
"""From how many words on a name may be taken up by one of its inner ones."""
_GIVEN = 4
"""More letters than so many has a given name of two syllables by which somebody with the family name first may be called."""
_MISPRINTED, _LONG_WORD = 5, 8
"""How many letters a word has at least of which one may be misprinted, and its first one."""
_PARTICLE = 3
"""The most letters of a particle within a name."""
# Marks that belong inside a word of a name: Ri’ayatuddin is one word, Xuan-Mai two.
_INNER = str.maketrans("", "", "'’ʻ`")


@lru_cache(maxsize=1)
def _doubled() -> re.Pattern[str]:
    """Return the pattern of a letter that stands twice."""
    return re.compile(r"([a-z])\1")


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    """Return the pattern of a word."""
    return re.compile(r"\w+")


@lru_cache(maxsize=8)
def name_words(table: str) -> frozenset[str]:
    """Return the words of a table of ``names.toml``, read once."""
    return frozenset(kept.toml(resources.files("eventx.merger") / "names.toml")[table])


@lru_cache(maxsize=32768)
def tokens(name: str) -> tuple[str, ...]:
    """Return a name's words, folded, in order."""
    return tuple(_word().findall(fold(name).translate(_INNER)))


def singular(word: str) -> str:
    """Return a word without what a plural ends in."""
    return next((word.removesuffix(end) for end in name_words("plural") if word.endswith(end)), word)


def callable_by(name: Mention) -> frozenset[tuple[str, ...]]:
    """Return the shorter forms by which a full name may be taken up.

    The part the mention gives as `call_name` if the family name comes first, else the first or the last word; every tail of the
    name and every head of at least two words; of a long one with the family name last, each inner word.
    """
    words = tokens(name.name or "")
    length = len(words)
    if length < 2:
        return frozenset({words})
    if name.name_order != "family_last" and name.call_name is not None and -length <= name.call_name < length:
        forms = {words, (words[name.call_name],)}
    else:
        forms = {words, (words[0],), (words[-1],)}
    if name.name_order == "family_first" and length == _PAIR and len(words[1]) > _GIVEN:
        forms.add((words[1],))  # "Vice Premier Gaoli", as Zhang Gaoli is called by mistake
    sons = name_words("father")
    fathers = not sons.isdisjoint(words)
    if fathers:
        son = next((place for place, word in enumerate(words) if word in sons and place), length)
        # Faisal bin Farhan is not called by the name of his father
        forms.discard(words[son + 1 :])
    for cut in range(1, length - 1):
        # "words" itself is whole: a tail begins behind its first word, a head ends before its last
        if not fathers or words[cut - 1] not in sons:
            forms.add(words[cut:])
        forms.add(words[: cut + 1])
    if length > _PAIR and not fathers and name.name_order == "family_last":
        # William Samoei Ruto is William Ruto, too
        forms.add((words[0], words[-1]))
    if length >= _LONG and not fathers and name.name_order == "family_last":
        # Luiz Inácio Lula da Silva is called Lula, Miguel Díaz-Canel Bermúdez is Canel
        forms.update([(word,) for word in words[1:-1] if len(word) > _PARTICLE])
    return frozenset(forms)


@lru_cache(maxsize=32768)
def sounded(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name's words without what transcriptions differ in: Sergey is Sergei, Abdullah Abdulla, Mohammed Mohamed."""
    return tuple(_doubled().sub(r"\1", word.replace("y", "i").replace("th", "t").rstrip("h")) or word for word in words)


def without_article(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return an Arabic name without its articles and by what it may be taken up; nothing of a name without one.

    Nasser Al-Mohammad, or Nasser Al-Sabah, is Nasser Mohammad Al-Ahmad Al-Sabah.
    """
    articles = name_words("article")
    if articles.isdisjoint(words[1:]):
        return ()
    bare = tuple(word for word in words if word not in articles)
    return tuple(dict.fromkeys((bare, (bare[0], bare[-1]), *(bare[:cut] for cut in range(2, len(bare))))))


def leading_initials(words: tuple[str, ...]) -> int:
    """Return with how many initials a name begins; the last word is none."""
    return next((place for place, word in enumerate(words[:-1]) if len(word) > 1), len(words) - 1)


def is_shortened(initials: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether initials are those of the names of somebody before his last one, as far as both tell them."""
    return all(word.startswith(initial) for initial, word in zip(initials, words[:-1], strict=False))


def is_initialled(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether one of two names has initials for middle names of the other: Michael R. Brown, Michael Richard Brown."""
    if len(words) != len(others) or len(words) <= _PAIR or (words[0], words[-1]) != (others[0], others[-1]):
        return False
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(words[1:-1], others[1:-1], strict=True))


# Saysomphone Phomvihane · Xaysomphone Phomvihane; not Mario Santos · Maria Santos, Jan Hansen · Jan Jansen
def is_misprinted(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether two names differ by one letter of one word, within it or, of a long word, anywhere but at its end."""
    if len(words) != len(others):
        return False
    other = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    if len(other) != 1:
        return False
    a, b = sorted(other[0], key=len)
    if len(a) < _MISPRINTED or len(b) - len(a) > 1 or a[-1] != b[-1]:
        return False
    if a[0] != b[0] and len(a) < _LONG_WORD:
        return False
    at = next((place for place, (one, two) in enumerate(zip(a, b, strict=False)) if one != two), len(a))
    return a[at + (len(a) == len(b)) :] == b[at + 1 :]


def without_letters(name: str) -> str:
    """Return the name of a body without its acronym in brackets: Liberal Democratic Party (LDP) of Japan."""
    return _bracketed().sub("", name) if "(" in name else name


@lru_cache(maxsize=1)
def _bracketed() -> re.Pattern[str]:
    """Return the pattern of an acronym in brackets."""
    return re.compile(r" \([^\W\d_a-z]{2,10}\)")


def compatible(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Tell whether two full names are one: the same words in either order, or one a subset with two words in common."""
    if shorter == longer:
        return True
    a, b = set(shorter), set(longer)
    return len(a) >= 2 and a <= b and len(shorter) == len(a)


# the 53rd Islands Forum · the Islands Forum (IF)
def title_words(name: str) -> set[str]:
    """Return the words of a conference's name that tell which one it is, without its number and its short form in brackets."""
    words = set(tokens(name.partition("(")[0]))
    return {word for word in words if word.isdigit() or not word[0].isdigit()} or words
