"""Whether a verb tells of people together: two who are named before it, one with another behind it, or at a meal."""

from __future__ import annotations

from itertools import takewhile

from eventx import NounPhrase, Span, clause_opener
from eventx_engagements.somebody import in_office, named_person
from eventx_engagements.words import LOW, START, Look, Word, end_of

_OBJECT = 8
_FAR = 200
_LED = 160
"""How far before a verb it may be said who leads those who act, in code points."""
_ENDS = ".;:!?"
_TITLE_ENDS = ',;:!?()"“”\n'
"""What an object ends at; a full stop may be that of "U.S."."""


def two(look: Look, span: Span) -> bool:
    """Tell whether two who are named stand before it, joined: "*X and Y* discussed", not "the ministry discussed"."""
    return is_told_of_two(look, span.start)


# X and Y will sit down in Geneva on Monday to discuss the truce · A of B and C of D gathered in Seoul for talks
def to_talk(look: Look, span: Span) -> bool:
    """Tell whether two who are named gather to speak of something; they lead no crowd that does."""
    if look.grammar["crowd"].first(look.before(span.start, _FAR)) >= 0:
        return False
    return look.grammar["to_talk"].first(look.after(span, 16, _FAR)) >= 0 and two(look, span)


# President X called his counterpart Y on Monday to congratulate him; not "called President Y a friend"
def rung(look: Look, span: Span) -> bool:
    """Tell whether somebody in office is rung up: it is told what for."""
    return look.grammar["rung_to"].first(look.after(span, 24, _FAR, _ENDS)) >= 0 and in_office(look, span)


def two_or_pair(look: Look, span: Span) -> bool:
    """Tell whether two who are named stand before it, or a word for the two: hai nhà lãnh đạo gặp nhau."""
    return look.grammar["pair"].first(look.before(span.start, _FAR)[-_OBJECT:]) >= 0 or two(look, span)


def discussed(look: Look, span: Span) -> bool:
    """Tell whether two discuss something, or one with somebody in office: "discussed the matter *with Minister X*"."""
    if two(look, span):
        return True
    words = look.after(span, 30, _FAR, _TITLE_ENDS)
    company, people, articles = look.grammar["company"].table, look.grammar["people"], look.grammar["article"].table
    joins = look.grammar["join"].table
    for index, word in enumerate(words):
        if word[LOW] in company:
            behind = words[index + 1 :]
            behind = behind[1:] if behind and behind[0][LOW] in articles else behind
            # "with the Burundian External Relations and Cooperation Minister X": all of the office has capitals
            end = next((at for at, word in enumerate(behind) if not (look.is_capital(word) or word[LOW] in joins)), len(behind))
            return people.first(behind[: max(end, 4)]) >= 0 and look.has_name(behind[:12])
    return False


def is_told_of_two(look: Look, offset: int) -> bool:
    """Tell whether two who are named stand before `offset` in its clause, joined: "*X and Y* agreed"."""
    joins = look.grammar["join"].table
    words = look.before(offset, _FAR)
    at = [index for index, word in enumerate(words) if word[LOW] in joins]
    return any(look.has_name(words[:index]) and look.has_name(words[index + 1 :]) for index in at)


# A và B dẫn đầu đoàn hai nước hội đàm · A dẫn đầu Đoàn P và B dẫn đầu Đoàn Q hội đàm
def led_by_two(look: Look, offset: int) -> int | None:
    """Return where the second begins of two who are named as leading those who act, with no comma behind; ``None`` if none do."""
    led = look.grammar["led"]
    if not look.grammar.behind or not look.may_stand_before(offset, led):
        return None
    words = look.before(offset, _LED)
    at = next((at for at in range(len(words) - 1, 0, -1) if led.run(words, at)), 0)
    if at == 0 or "," in look.document.text[words[at][START] : offset]:
        return None
    joins = look.grammar["join"].table
    both = (i for i in range(at) if words[i][LOW] in joins and look.has_name(words[:i]) and look.has_name(words[i + 1 : at]))
    return next((words[i][START] for i in both), None)


def spoken_with(look: Look, span: Span) -> bool:
    """Tell whether somebody named is spoken with: "spoke today *with Minister X*"; not "spoke with reporters"."""
    words = look.after(span, 16)
    at = look.grammar["company"].first(words[:_OBJECT])
    if at < 0:
        return False
    breaks, behind = look.grammar["break"].table, words[at + 1 :]
    # "spoke with his counterparts of Peru, X, and of Chile, Y"
    colleagues = look.grammar["people"].first(behind[1:3]) >= 0 and look.grammar["pronoun"].run(behind, 0) > 0
    return look.has_name(list(takewhile(lambda word: word[LOW] not in breaks, behind)) if not colleagues else behind)


def spoken(look: Look, span: Span) -> bool:
    """Tell whether two speak, one with another, or those told before: "*They* spoke on the telephone"."""
    before = look.before(span.start, _FAR)[-1:]
    they = bool(before) and before[0][LOW] in look.grammar["plural"].table
    return spoken_with(look, span) or two(look, span) or they


def company_end(look: Look, span: Span) -> int | None:
    """Return where "with" ends behind a phrase of time or occasion right behind a verb: "met *during her stay* with X"."""
    if look.after(span, 1):
        return _behind_commas(look, span)
    words = look.words(span.end, min(look.document.sentence_at(span.start).end, span.end + _FAR), 3 * _OBJECT)
    company = look.grammar["company"].table
    at = next((index for index, word in enumerate(words) if word[LOW] in company), 0)
    behind = words[at + 1 :]
    told = at > 1 and (look.grammar["people"].first(behind[:_OBJECT]) >= 0 or (bool(behind) and look.is_name(behind[0])))
    return end_of(words[at]) if told and look.has_name(behind) else _behind_commas(look, span)


# met this Saturday in Lima, the capital of Peru, with X · met, on the sidelines of the summit, with President X
def _behind_commas(look: Look, span: Span) -> int | None:
    """Return where a "with" behind a comma ends that leads to who was met, where a verb tells when and where first.

    What stands between is a phrase of time or place, at once behind the verb or its comma, with what is said of the place.
    """
    document, company = look.document, look.grammar["company"].table
    last = document.sentence_at(span.start).end
    if not company or document.text.find(", ", span.end, min(last, span.end + _FAR)) < 0:
        return None
    words = look.words(span.end, min(last, span.end + _FAR), 3 * _OBJECT, _ENDS)
    at = next((index for index, word in enumerate(words) if word[LOW] in company), 0)
    if not at or document.text[words[at][START] - 2 : words[at][START]] != ", " or not _is_setting(look, words[:at]):
        return None
    before = [word for word in look.before(span.start, _FAR) if word[LOW] not in look.grammar["article"].table]
    if not look.has_name(before) and look.grammar["plural"].first(before) >= 0:
        return None  # "The leaders met in Paris, with President X urging restraint"
    opener = clause_opener(document, words[at][START])
    if opener is not None and opener.start >= span.end and opener.value != "adverbial":
        return None  # "met in Lima, the ministry *said*, with"
    behind = words[at + 1 :]
    if behind and behind[0][LOW] in (*look.grammar["article"].table, *look.grammar["pronoun"].table):
        behind = behind[1:]
    return end_of(words[at]) if look.grammar["people"].first(behind[:4]) >= 0 and look.has_name(behind) else None


def _is_setting(look: Look, words: list[Word]) -> bool:
    """Tell whether words open a phrase of time or place, and nobody does anything in them."""
    opens = look.grammar["adjunct"].run(words, 0) or look.is_calendar(words[0]) or look.has_when(words[:2])
    acts, joins = look.grammar["subject_pronoun"].table, look.grammar["join"].table
    return bool(opens) and not any(word[LOW] in acts or word[LOW] in joins for word in words)


# President X joined Prime Minister Y for dinner
def meal(look: Look, span: Span) -> bool:
    """Tell whether somebody joins another who is named at a meal or for talks."""
    words, meals = look.after(span, 20), look.grammar["meal"]
    at = meals.first(words)
    return at > 0 and look.grammar["people"].first(words[:at]) >= 0 and named_person(look, span) and _ends(look, words, at)


def _ends(look: Look, words: list[Word], at: int) -> bool:
    """Tell whether the meal is no part of something else: not "for the *dinner vote*"."""
    behind = at + look.grammar["meal"].run(words, at)
    if behind >= len(words):
        return True
    word, tables = words[behind], ("when", "where", "join", "agent", "company", "purpose")
    return look.has_when([word]) or any(look.grammar[tag].run(words, behind) for tag in tables)


def is_one_owner(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a pronoun says that what a noun tells is one person's: "during *her* visit"."""
    if phrase.owner is None or phrase.named:
        return False
    return look.document.lower[phrase.owner.start : phrase.owner.end] in look.grammar["one_owner"].table


def is_several_owner(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a pronoun says that what a noun tells is that of several: "during *their* visit"."""
    if phrase.owner is None or phrase.named or not look.grammar["one_owner"].table:
        return False
    return not is_one_owner(look, phrase)


# X and Y reached a deal during their Oslo summit · X and Y will hold a summit (meeting) in Lima
def is_of_two(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether a summit is one of two who are named, and nobody else's: theirs, or one that they hold."""
    held = phrase.role == "host" and phrase.determiner == "indefinite" and not _follows_of(look, span)
    return (held or is_several_owner(look, phrase)) and is_told_of_two(look, phrase.start)


def _follows_of(look: Look, span: Span) -> bool:
    """Tell whether it is told behind a noun of whom or what it is: "a summit *of* the leaders of Africa", "*on* trade"."""
    words = look.after(span, 1)
    return bool(words) and words[0][LOW] in look.grammar["links"].table
