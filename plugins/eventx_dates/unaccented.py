"""Vietnamese dates in texts written without accents, as in messages: "hom nay", "ngay 5 thang 9 nam 2022"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from eventx import Document
from eventx_dates.lexer import LEXICON


@lru_cache(maxsize=1)
def _letter() -> re.Pattern[str]:
    """Return the pattern of a letter of English."""
    return re.compile("[a-zA-Z]")


def accented(document: Document) -> Document:
    """Return a Vietnamese document with the accents of dates put back in lines that have none; any other as it is.

    A letter with its accents is one character, so that every offset stays what it was.
    """
    if document.lang != "vi":
        return document
    text = document.text
    # nearly every line is blank or has an accent
    if not any(line and _is_bare(line) for line in text.split("\n")):
        return document
    pattern, phrases = _phrases()
    lines = (pattern.sub(lambda m: _restored(m, phrases), line) if _is_bare(line) else line for line in text.split("\n"))
    restored = "\n".join(lines)
    return document if restored == text else Document(restored, language="vi", published=document.published)


def _is_bare(line: str) -> bool:
    """Tell whether a line has letters, and none with an accent."""
    return line.isascii() and bool(_letter().search(line))


@lru_cache(maxsize=1)
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of the phrases as they look without accents (``#`` is a number), and each with its accents."""
    numbers = {_plain(word): word for word in LEXICON.table("vi", "number")}
    phrases = {_plain(phrase): phrase for phrase in LEXICON.table("vi", "accented")}
    number = r"(?:\d{1,4}|" + "|".join(numbers) + ")"
    options = "|".join(re.escape(phrase).replace(r"\#", number) for phrase in sorted(phrases, key=len, reverse=True))
    # Most places are told from a phrase by a letter or two, which looking through all phrases for each place would not see.
    begins = _trie(phrases, number)
    before = "".join(f"(?<!{word} )" for word in LEXICON.table("vi", "no_year_behind"))
    return re.compile(rf"(?<![^\W_])(?={begins}){before}(?:{options})(?![^\W_])", re.IGNORECASE), phrases | numbers


def _trie(phrases: Iterable[str], number: str) -> str:
    """Return a pattern of the first letters of phrases that parts with each letter, not with each phrase."""
    branches: dict[str, list[str]] = {}
    for phrase in phrases:
        branches.setdefault(phrase[:1], []).append(phrase[1:])
    if "" in branches:
        return ""
    parts = (re.escape(first).replace(r"\#", number) + _trie(rests, number) for first, rests in branches.items())
    return f"(?:{'|'.join(parts)})"


def _restored(match: re.Match[str], phrases: dict[str, str]) -> str:
    """Return a phrase with its accents and its own capitals."""
    found = match.group()
    words = found.lower().split(" ")
    whole = phrases.get(" ".join(words))
    if whole is None:
        shape = [
            "#" if word.isdigit() or (word in phrases and word not in LEXICON.table("vi", "number_or_year")) else word
            for word in words
        ]
        whole = next((phrases[key] for key in (" ".join(shape), *_shapes(words)) if key in phrases), " ".join(words))
    filled = [phrases.get(word, word) if mark == "#" else mark for mark, word in zip(whole.split(" "), words, strict=True)]
    return "".join(new.upper() if old.isupper() else new for new, old in zip(" ".join(filled), found, strict=True))


def _shapes(words: list[str]) -> list[str]:
    """Return a phrase with a number in each place in turn: "nam ngay truoc" are five days."""
    return [" ".join(("#" if index == place else word) for index, word in enumerate(words)) for place in range(len(words))]


def _plain(word: str) -> str:
    """Return a word without accents."""
    letters = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
