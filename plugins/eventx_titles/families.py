"""Family names by which those are called whom their own language calls by the last part of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from eventx_titles.names import Name
from eventx_titles.reader import Reader

_PAIR = 2
"""So many words have names of which either may be the family's."""


def families(reader: Reader, names: Iterable[Name]) -> Iterator[str]:
    """Yield the family names by which somebody called by his last part is called: the only one of his family, as a subject.

    "Prime Minister *Nguyen* Van Linh arrived in Prague. *Nguyen* will meet"; in the language of such names nobody is called so.
    """
    kin: dict[str, set[str]] = defaultdict(set)
    for name in names if reader.lang != "vi" else ():
        if name.order == "family_first" and name.call == -1 and name.stop - name.first > _PAIR:
            kin[name.text.split()[0]].add(" ".join(reader.folded(name.first, name.stop)))
    for family, members in kin.items():
        if len(members) == 1 and _opens_sentence(reader, family):
            yield next(iter(members)).split()[0]


def _opens_sentence(reader: Reader, word: str) -> bool:
    """Tell whether a word opens a sentence with no other name behind it: "*Nguyen* will meet", not "with Nguyen flowers"."""
    text, document = reader.text, reader.document
    at = text.find(word + " ")
    while at >= 0:
        if text[at + len(word) + 1 : at + len(word) + 2].islower() and document.sentence_at(at).start == at:
            return True
        at = text.find(word + " ", at + 1)
    return False


__all__ = ["families"]
