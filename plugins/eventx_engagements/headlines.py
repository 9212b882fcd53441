"""Headlines, in which capitals say nothing."""

from __future__ import annotations

from eventx import Document

_HEADED = 20
"""So many words of a sentence tell whether it is a headline."""


def is_title_case(document: Document, offset: int) -> bool:
    """Tell whether the sentence at `offset` is a headline in which all words are capitalised, so that capitals say nothing."""
    sentence = document.sentence_at(offset)
    if document.text[sentence.end - 1 : sentence.end] == ".":
        return False
    long = [word for word in document.text[sentence.start : sentence.end].split(None, _HEADED)[:_HEADED] if len(word) > 3]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
