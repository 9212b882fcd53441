"""The document an extractor is handed, with the views all extractors share."""

from __future__ import annotations

import datetime as dt
import time
from bisect import bisect_right
from collections.abc import Callable, Hashable
from typing import Any, Protocol, TypeVar

import attrs

from eventx import text as views
from eventx.comparing import by_value
from eventx.language import detect_language, language_data
from eventx.model import Span
from eventx.records import evolve, lazy
from eventx.segmentation import Segmentation, segment
from eventx.vouching import expect_kinds

T = TypeVar("T")

_DEADLINE = ("deadline",)
_LEAST = 0.001
"""Seconds that are left at least: a pattern takes no time limit of nothing."""


class Scanner(Protocol):
    """What `Document.hits` needs of a lexicon."""

    def scan(self, document: Document) -> tuple[Any, ...]:
        """Return the lexicon's hits in the document."""


def _to_date(value: object) -> dt.date | None:
    """Return a date from a date, a datetime or an ISO 8601 string (``2022-09-05`` or longer)."""
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        try:
            return dt.datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    message = f"Document.published: {value!r} is not a date; write it as YYYY-MM-DD, e.g. 2022-09-05"
    raise ValueError(message)


def _to_code(value: object) -> str | None:
    """Return a language code as ISO 639-1 writes it: in lower case, without the region or script behind it ("en-GB")."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        message = f"Document.language: expected a code such as 'en', got {type(value).__name__}"
        raise TypeError(message)
    code = value.strip().replace("_", "-").partition("-")[0].lower() or None
    # the same object where nothing is to be changed: a copy of a document has what the document has
    return value if code == value else code


@by_value
@attrs.frozen(slots=False, eq=False, repr=False)
class Document:
    """A text with what is known about it.

    The views (`lower`, `folded`, `match`, `sentences` …) are computed once and shared by all extractors; each has the same
    length as `text`, so an offset in one is an offset in all. The Engine hands extractors a document in NFC, with one
    space between words and lines that were broken to a width in one (`normal_form`), and maps spans back to the text as given,
    so a plugin need not care how its input was composed.

    Args:
        text: the text; never altered.
        published: the day of publication, as a date or an ISO 8601 string.
        language: ISO 639-1 code, in capitals or not, with or without a region ("en-GB" is ``en``); detected from the text if not
            given. One that no plugin reads gives no events, and a problem.
        title: the headline, if it is not part of the text.
        id: what the caller calls the document.
        uri: where it came from.

    Raises:
        ValueError: if `published` is no date.
        TypeError: if one of the others is no string.

    """

    text: str
    published: dt.date | None = attrs.field(default=None, kw_only=True, converter=_to_date)
    language: str | None = attrs.field(default=None, kw_only=True, converter=_to_code)
    title: str | None = attrs.field(default=None, kw_only=True)
    id: str | None = attrs.field(default=None, kw_only=True)
    uri: str | None = attrs.field(default=None, kw_only=True)
    _hits: dict[Hashable, tuple[Any, ...]] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Reject a text that is no string, and what is said of it in anything but strings."""
        if not isinstance(self.text, str):
            message = f"Document.text: expected str, got {type(self.text).__name__}; decode bytes as UTF-8 first"
            raise TypeError(message)
        expect_kinds(self, language=str, title=str, id=str, uri=str)

    @lazy
    def lang(self) -> str:
        """The language code in force: as given, else as detected."""
        return self.language or detect_language(self.text, self._small)

    @lazy
    def _small(self) -> str:
        """The text as Python writes it in lower case: the language is told by it, and `lower` made of it."""
        return self.text.lower()

    @lazy
    def lower(self) -> str:
        """The text in lower case, quotes and dashes straight, Vietnamese tones in one place."""
        return views.lower(self.text, self._small)

    @lazy
    def folded(self) -> str:
        """The text in lower case without diacritics."""
        return views.fold_lower(self.lower)

    @lazy
    def match(self) -> str:
        """The form in which lexicons are matched: words in lower case, a space for any other character."""
        data = language_data(self.lang)
        return views.match_form(self.text, folded=data.folded, low=self.lower, captions=data.captions)

    @lazy
    def segmentation(self) -> Segmentation:
        """Sentences and paragraphs, with look-up by offset."""
        data = language_data(self.lang)
        return segment(self.text, data.abbreviations, data.captions)

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, in order."""
        return self.segmentation.sentences

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs, in order."""
        return self.segmentation.paragraphs

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds `offset`, or the last one before it; in a blank text, all of it."""
        known = self.segmentation
        # as `Segmentation.sentence_index`, written out because it is asked for very often
        index = bisect_right(known.sentence_starts, offset)
        if index:
            return known.sentences[index - 1]
        return known.sentences[0] if known.sentences else Span(0, len(self.text))

    def slice(self, span: Span) -> str:
        """Return the surface of `span`."""
        return self.text[span.start : span.end]

    def hits(self, lexicon: Scanner) -> tuple[Any, ...]:
        """Return the hits of `lexicon`, from the Engine's one pass if it made one, else from a pass of its own."""
        found = self._hits.get(id(lexicon))
        if found is None:
            found = self._hits[id(lexicon)] = lexicon.scan(self)
        return found

    def keep_hits(self, lexicon: Scanner, hits: tuple[Any, ...]) -> None:
        """Keep the hits that the Engine's one pass found for `lexicon`."""
        self._hits[id(lexicon)] = hits

    def let_go(self, owner: str, lexicon: Scanner | None = None) -> None:
        """Forget what was kept for one extractor, which is done: what is cached under its name, and the hits of a lexicon."""
        kept = self._hits
        if lexicon is not None:
            kept.pop(id(lexicon), None)
        for key in [key for key in kept if isinstance(key, str) and key.startswith(f"{owner}.")]:
            del kept[key]

    @property
    def time_left(self) -> float | None:
        """Seconds the extractor at work may still take; None without a time limit. For the ``timeout=`` of `regex` patterns."""
        deadline = self._hits.get(_DEADLINE)
        return None if deadline is None else max(deadline[0] - time.monotonic(), _LEAST)

    def renewed(self, *, text: str | None = None, known: Document | None = None, **changes: Any) -> Document:
        """Return a copy with some fields changed to values of their types; with the views of one of the same text, if `known`."""
        copy = evolve(self) if type(self) is not Document else object.__new__(Document)
        mine = vars(copy)
        if known is not None:
            mine.update(vars(known))
        given = vars(self)
        mine.update({name: given[name] for name in _GIVEN}, _hits={})
        mine.update(changes)
        if text is not None:
            mine["text"] = text
        return copy

    def copy_for_one(self, seconds: float | None = None) -> Document:
        """Return a copy for one extractor, with the views and hits there are, and with a time limit if one is given."""
        copy = evolve(self)
        mine, its = vars(self), vars(copy)
        its.update({name: value for name, value in mine.items() if name not in its})
        copy._hits.update(self._hits)  # noqa: SLF001 - its own class
        if seconds is not None:
            copy._hits[_DEADLINE] = (time.monotonic() + seconds,)  # noqa: SLF001 - as above
        return copy

    def cached(self, key: str, make: Callable[[Document], T]) -> T:
        """Return ``make(self)``, computed once for this document and kept under `key`.

        An Engine lets go of what stands under an extractor's name and a dot ("proposals.tokens") once that one is done.
        """
        found = self._hits.get(key)
        if found is None:
            found = self._hits[key] = (make(self),)
        value: T = found[0]
        return value


_GIVEN = tuple(field.name for field in attrs.fields(Document) if field.init)
