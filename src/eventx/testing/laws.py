"""The laws of extractors: each a function that raises AssertionError where the extractor at hand breaks it."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator
from typing import Any

import attrs

from eventx.contribution import Contribution, Trigger
from eventx.document import Document
from eventx.edtf import Date
from eventx.extraction import Reading
from eventx.fitting import is_type, unknown_type, unsound_trigger
from eventx.language import languages as known_languages
from eventx.model import Span
from eventx.normal_form import normalise
from eventx.problems import nearest
from eventx.soundness import unsound
from eventx.testing.bench import PUBLISHED, WORDLESS, Bench, samples, shifted, spans_in

_GIVEN = ("text", "published", "language", "title", "id", "uri")
_MISSPELT = 0.8
"""How like a type of eventx's the name of one must be that is taken for it misspelt, where the author's own are not known."""
_VIEWS = ("lower", "folded", "match", "segmentation")


def never_raises(bench: Bench) -> None:
    """Never raise, whatever the text."""
    for code, text in bench.all:
        bench.run(bench.document(code, text))
        # cut anywhere, a text ends in the middle of what a rule expects
        if len(text) < 400:
            for end in range(1, len(text), max(1, len(text) // 12)):
                bench.run(bench.document(code, text[:end]))


def deterministic(bench: Bench) -> None:
    """Give the same contributions for the same document, whatever was read before."""
    first = [bench.run(bench.document(code, text)) for code, text in bench.all]
    for (code, text), before in reversed(list(zip(bench.all, first, strict=True))):
        document = bench.document(code, text)
        for again in (bench.run(document), bench.run(document)):
            if again != before:
                what = f"a second reading differs: {_difference(before, again)}"
                remedy = "keep nothing between two calls, use no clock and no random number, and sort what comes out of a set"
                bench.broken("deterministic", document, what, remedy)


def pure(bench: Bench) -> None:
    """Change neither the document nor the words of the lexicon."""
    lexicon = bench.extractor.lexicon
    for code, text in bench.news:
        document = bench.document(code, text)
        given = {name: getattr(document, name) for name in (*_GIVEN, *_VIEWS)}
        known = {*vars(document), "lang", *_GIVEN}
        bench.run(document)
        changed = [name for name, value in given.items() if getattr(document, name) != value]
        changed += sorted(set(vars(document)) - known)
        if changed:
            what = f"it changed the document: {', '.join(changed)}"
            remedy = "treat the document as frozen; what is worth keeping goes through document.cached(key, make)"
            bench.broken("pure", document, what, remedy)
        # an evolved lexicon reads its files anew
        if lexicon is not None and lexicon.entries(code) != attrs.evolve(lexicon).entries(code):
            what, remedy = "it changed the values of its lexicon", "copy a hit's value before altering it: dict(hit.value)"
            bench.broken("pure", document, what, remedy)


def valid_spans(bench: Bench) -> None:
    """Keep every span in the text, and read at least one character."""
    for code, text in bench.all:
        document = bench.document(code, text)
        for item in bench.run(document):
            if not isinstance(item.span, Span):
                what = f"{item.rule} gave {item.span!r}"
                bench.broken("valid_spans", document, what, "give an eventx.Span: Span(*match.span())")
            outside = [span for span in spans_in(item) if span.end > len(document.text)]
            if outside or not len(item.span):
                what = f"{item.rule} gave {outside[0] if outside else item.span} in a text of {len(document.text)} code points"
                remedy = (
                    "give offsets into document.text (its views lower, folded and match have the same offsets), end exclusive"
                )
                bench.broken("valid_spans", document, what, remedy)


def declared(bench: Bench) -> None:
    """Give only declared fields and languages, and have words for the languages declared."""
    extractor = bench.extractor
    for code in extractor.languages:
        if extractor.lexicon is not None and not extractor.lexicon.entries(code):
            what = f"it declares the language {code!r}, for which its lexicon has no words"
            bench.broken("declared", None, what, f"write {code}.toml beside the code, or take {code!r} out of languages=")
    for code, text in bench.all:
        document = bench.document(code, text)
        for item in bench.run(document):
            if item.field not in extractor.provides:
                what = f"{item.rule} contributed {item.field!r} but provides is {', '.join(extractor.provides) or 'empty'}"
                bench.broken("declared", document, what, f"add {item.field!r} to provides=, or do not contribute it")
            named = [part for part in item.rule.split(".")[1:-1] if part in known_languages()]
            if not item.rule or (extractor.languages and not set(named) <= set(extractor.languages)):
                what = f"the rule id is {item.rule!r}, the languages are {', '.join(extractor.languages)}"
                bench.broken("declared", document, what, "name rules NAME.LANGUAGE.RULE, in languages that languages= has")


def composed(bench: Bench) -> None:
    """Give one answer for composed and decomposed letters (NFC, NFD), and composed strings in values."""
    for code, text in bench.all:
        document = bench.document(code, text)
        bench.run(document)
        results = []
        for given in (unicodedata.normalize("NFC", document.text), unicodedata.normalize("NFD", document.text)):
            reading = Reading(Document(given, language=code, published=PUBLISHED))
            reading.contributions = bench.run(reading.document)
            found = reading.finished(lambda *_: ()).contributions
            surfaces = [normalise(given[c.span.start : c.span.end])[0] for c in found]
            results.append([(c.field, c.value, c.rule, s) for c, s in zip(found, surfaces, strict=True)])
        if results[0] != results[1]:
            what = f"NFC gives {len(results[0])} contributions, NFD {len(results[1])}, or others"
            remedy = "read document.text and its views only: the Engine composes them; let no span start or end inside a letter"
            bench.broken("composed", document, what, remedy)
        for _, value, rule, _ in results[0]:
            wrong = [text for text in _strings(value) if not unicodedata.is_normalized("NFC", text)]
            if wrong:
                what = f"{rule} gave {wrong[0]!a}, which is decomposed"
                bench.broken("composed", document, what, "take strings from document.text by span: document.slice(span)")


def local(bench: Bench) -> None:
    """Shift spans, and change nothing else, when neutral paragraphs are put before and after the text."""
    for code, text in bench.news:
        neutral = next((s for s in samples(code)["neutral"] if not bench.run(bench.document(code, s))), None)
        if neutral is None:
            continue
        # what heads a document (a dateline, a day of publication) may be read otherwise further down: both stand further down
        one = bench.document(code, f"{neutral}\n\n{text}\n\n{neutral}")
        two = bench.document(code, f"{neutral}\n\n{neutral}\n\n{text}\n\n{neutral}\n\n{neutral}")
        before = [shifted(item, len(neutral) + 2) for item in bench.run(one)]
        after = bench.run(two)
        if before != after:
            what = f"a neutral paragraph before and after it changes what is read: {_difference(before, after)}"
            remedy = (
                "look at the sentence or paragraph around a hit only, and count nothing from the beginning or end of the text"
            )
            bench.broken("local", two, what, remedy)


def silent(bench: Bench) -> None:
    """Give nothing for a text without a letter or a digit."""
    for code in bench.languages:
        for text in WORDLESS:
            document = bench.document(code, text)
            found = bench.run(document)
            if found:
                what = f"{found[0].rule} read {found[0].field!r} where there is no word"
                bench.broken(
                    "silent", document, what, "let a rule ask for at least one word, and never fall back to a default value"
                )


def frozen_values(bench: Bench) -> None:
    """Give values that are frozen, hashable, and made of what JSON can hold."""
    for code, text in bench.all:
        document = bench.document(code, text)
        for item in bench.run(document):
            for why in _not_frozen(item.value):
                remedy = "use eventx's own types, str, int, bool, dates, tuples, and classes made with attrs.frozen"
                bench.broken("frozen_values", document, f"{item.rule}: {why}", remedy)
            hash(item)


def typed(bench: Bench) -> None:
    """Give values of the types that the merger expects of the field, down to what they hold."""
    for code, text in bench.all:
        document = bench.document(code, text)
        for item in bench.run(document):
            length = len(document.text)
            wrong = unsound(item, length)
            if not wrong and isinstance(item.value, Trigger):
                wrong = _of_no_type(bench, item.value.type) or unsound_trigger(item.value, bench.event_types, length)
            if wrong:
                remedy = "give the classes that docs/plugins.md lists for the field, with values of the types they declare"
                bench.broken("typed", document, f"{item.rule}: {wrong}", remedy)


def finds_what_is_told(bench: Bench) -> None:
    """Find everything that the paired strategy wrote, where it stands, if one is given."""
    if bench.told is None:
        return
    from hypothesis import HealthCheck, given, settings  # noqa: PLC0415 - only who gives a strategy needs Hypothesis

    @settings(max_examples=60, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(bench.told)
    def check(drawn: Any) -> None:
        given_document, told = drawn
        document = attrs.evolve(given_document, text=normalise(given_document.text)[0])
        found = bench.run(document)
        for span, wanted in told:
            here = [item for item in found if item.span == span]
            if not any(bench.same(item.value, wanted) for item in here):
                instead = f"it gave {here[0].value!r}" if here else "it gave nothing there"
                what = f"{document.slice(span)!r} tells {wanted!r}; {instead}"
                remedy = "let a rule read these words; or take them out of the strategy, if they do not say so"
                bench.broken("finds_what_is_told", document, what, remedy)

    check()


# -- helpers -----------------------------------------------------------------------------------------------------------


def _of_no_type(bench: Bench, name: str) -> str | None:
    """Tell of an event type that there is not, as far as the kit knows the types: all of them, or eventx's own."""
    known = bench.event_types
    if is_type(name, known) or not (bench.types or nearest(name, known, likeness=_MISSPELT)):
        return None
    return f"{unknown_type(name, known)}; tell the kit of it with types=[…]"


def _difference(before: list[Contribution], after: list[Contribution]) -> str:
    """Tell the first contribution in which two readings differ."""
    for one, two in zip(before, after, strict=False):
        if one != two:
            fields = [f.name for f in attrs.fields(Contribution) if getattr(one, f.name) != getattr(two, f.name)]
            return "; ".join(f"{name}: {getattr(one, name)!r} became {getattr(two, name)!r}" for name in fields)
    return f"{len(before)} contributions became {len(after)}"


def _strings(value: Any) -> Iterator[str]:
    """Yield every string inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _strings(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _strings(getattr(value, field.name))


def _not_frozen(value: Any) -> Iterator[str]:
    """Yield what in a value can be altered, or has no place in JSON."""
    if value is None or isinstance(value, (str, int, float, bool, dt.date, Date, Span)):
        return
    if isinstance(value, tuple):
        for item in value:
            yield from _not_frozen(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _not_frozen(getattr(value, field.name))
        if _can_be_set(value):
            yield f"{type(value).__name__} can be altered"
    else:
        yield f"{type(value).__name__} {value!r:.60} is neither frozen nor JSON"


def _can_be_set(value: Any) -> bool:
    """Tell whether an attribute of an attrs object can be set."""
    for field in attrs.fields(type(value)):
        try:
            setattr(value, field.name, getattr(value, field.name))
        except AttributeError:
            return False
        return True
    return False
