"""The fields of an event's type that the words around its trigger tell: form, days, name, edition, documents."""

from __future__ import annotations

from eventx import NounPhrase, Span
from eventx_engagements.duration import days_of, is_over
from eventx_engagements.names import documents, edition
from eventx_engagements.verbs import Reading
from eventx_engagements.words import LOW, Look


def told_fields(look: Look, reading: Reading) -> tuple[tuple[str, object], ...]:
    """Return the fields of the event type that the words around tell."""
    kind, phrase = reading.value["type"], reading.phrase
    if kind == "signing":
        papers = documents(look, reading.anchor.span) if reading.value.get("needs") != "parties" else ()
        return (("documents", papers),) if papers else ()
    form = (("form", reading.form),) if reading.form else ()
    if phrase is None or kind not in ("visit", "conference"):
        return form
    found: list[tuple[str, object]] = [*form]
    if kind == "visit":
        days = days_of(look, reading.anchor.span, phrase)
        if days is not None:
            found.append(("days", days))
        if is_over(look, phrase):
            found.append(("over", True))
        return tuple(found)
    if reading.name is not None:
        found.append(("name", " ".join(look.document.slice(reading.name).split())))
    number = edition(look, phrase, reading.name.end if reading.name else reading.anchor.span.end)
    if number is not None:
        found.append(("edition", number))
    return tuple(found)


def form_of(look: Look, span: Span, phrase: NounPhrase, kind: str) -> str | None:
    """Return the form that an adjective of the noun tells, before it or, in languages that say so, behind it."""
    modifiers = look.grammar["modifier"]
    for word in reversed(phrase.modifiers):
        if kind in modifiers.table.get(word, ()):
            return str(modifiers.table[word][kind])
    if not look.grammar.behind:
        return None
    words = look.words(span.end, len(look.document.text), 6)
    for index in range(min(3, len(words))):
        form = modifiers.value(words, index) if words[index][LOW] in modifiers.longest else None
        if form and kind in form:
            return str(form[kind])
    return None
