"""Whether what is signed or exchanged stands around a verb, and whether the verb is passive."""

from __future__ import annotations

from eventx import Slot, Span, clause_opener, evolve
from eventx_engagements.company import is_told_of_two
from eventx_engagements.lexicon import ends
from eventx_engagements.names import paper_end
from eventx_engagements.words import LISTED, LOW, NO_MARKS, START, Look, Word, end_of

_PAPER = 3
_QUOTE = 12
_WORDS = 30
_NEAR, _FAR = 90, 300
_SUBJECT = 250
"""How far before a verb in the passive the paper may stand that is its subject."""
_PARTICIPLE, _ARTICLE = 30, 20
_SMALL = 3
"""The most letters of the small words within a body's name: of, and, the."""
_HEAD = 7
"""How many words behind a verb the paper that is signed is told, and how many before it in the passive."""


# signed a memorandum of understanding · agreed to sign the declaration · six agreements will be signed · ký Bản ghi nhớ
def with_paper(look: Look, span: Span) -> Span:
    """Return where it is told that something was signed: the verb with the paper, if nobody is named between the two."""
    papers = look.grammar["document"]
    words = look.after(span, 2 * _HEAD, marks=",;:.!?()")
    at = papers.first(words[:_HEAD])
    if at >= 0 and not _is_participle(look, span):
        # those "between" whom it was signed are named, too
        sides = (look.grammar[tag].first(words) for tag in ("between_two", "between"))
        end = paper_end(look, words[: min((side for side in sides if side > at), default=None)], at)
        return span if look.has_name(words[:at]) else Span(span.start, end_of(words[end - 1]))
    words = look.before(span.start, _NEAR, LISTED)[-2 * _HEAD :]
    at = next((index for index in range(len(words) - 1, -1, -1) if papers.run(words, index)), -1)
    if at < 0 or look.has_name(words[at + papers.run(words, at) :]) or not is_passive(look, span):
        return span
    first = at - 1 if at and (words[at - 1][LOW] in look.grammar["article"].table or words[at - 1][LOW].isdigit()) else at
    return Span(words[first][START], span.end)


def is_passive(look: Look, span: Span) -> bool:
    """Tell whether the document that is signed stands before the verb ("agreements were signed")."""
    papers = look.grammar["document"]
    behind = papers.first(look.after(span, 14, _NEAR, LISTED)) >= 0 or papers.first(_quoted(look, span)) >= 0
    return not behind or _is_participle(look, span)


def _is_participle(look: Look, span: Span) -> bool:
    """Tell whether a verb only says of a paper right before it that it was signed: "The *agreements signed* include a loan"."""
    if look.grammar.behind or not look.document.lower.endswith(ends(look.document.lang, "past"), span.start, span.end):
        return False
    before = look.before(span.start, _PARTICIPLE)
    if not before or look.document.text[end_of(before[-1]) : span.start].strip():
        return False  # "issued a statement, signed a declaration"
    return look.grammar["document"].run(before, len(before) - 1) > 0


def _is_long_ago(look: Look, words: list[Word]) -> bool:
    """Tell whether the words name a year without a day or month: "ký năm 2013"; up to which a paper is for tells nothing."""
    years, until = look.grammar["year"], look.grammar["until"].table
    for index in range(len(words) - 1):
        if index and words[index - 1][LOW] in until:
            continue  # "ký Tuyên bố tầm nhìn *đến* năm 2030"
        year = words[index][LOW] in years.longest and words[index + 1][LOW]
        if year and year.isdigit() and len(year) == 4 and years.run(words, index) == 1:
            yearly = look.grammar["yearly"].first(words[:index]) >= 0
            return not yearly and (index == 0 or not words[index - 1][LOW][-1].isdigit())
    return False


def _opens_long_ago(look: Look, span: Span) -> bool:
    """Tell whether the sentence opens with a year without a day or month: "*In 2022*, X signed an agreement"."""
    start = look.document.sentence_at(span.start).start
    years = look.grammar["year"]
    if look.grammar.behind or not years.may_stand(look.document.lower, start, start + _QUOTE):
        return False
    return _is_long_ago(look, look.words(start, span.start, 3, NO_MARKS))


# in recent years A and B have signed agreements · A and B have signed ten agreements so far
def _is_over_time(look: Look, span: Span) -> bool:
    """Tell whether a clause says of many years what was signed in them."""
    over = look.grammar["over_time"]
    sentence = look.document.sentence_at(span.start)
    start, end = max(sentence.start, span.start - _NEAR), min(sentence.end, span.end + _NEAR)
    if not over.table or not over.may_stand(look.document.lower, start, end):
        return False
    return over.first(look.words(start, span.start, _WORDS, NO_MARKS)) >= 0 or over.first(look.after(span, 14)) >= 0


def _is_said_of_past(look: Look, span: Span) -> bool:
    """Tell whether somebody says that it has been done, on no day that is told: "X said that A and B *have signed* a pact"."""
    perfect = look.grammar["perfect"].table
    if not perfect:
        return False
    before = look.before(span.start, _NEAR)
    if not any(word[LOW] in perfect for word in before[-_PAPER:]):
        return False
    opener = clause_opener(look.document, span.start)
    if opener is None or opener.value != "complement":
        return False
    sentence = look.document.sentence_at(span.start)
    words = look.words(sentence.start, sentence.end, 3 * _WORDS, NO_MARKS)
    # "a 5-year agreement" tells no day
    return not look.has_when([word for word in words if word[LOW].isalpha() or word[LOW].isdigit()])


def named_signatories(look: Look, lead: int, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slots of a signing without those who only say so: "X said that *A and B* have signed", whoever they are."""
    opener = clause_opener(look.document, lead)
    if look.grammar.behind or opener is None or opener.value != "complement" or opener.end > lead:
        return slots
    if not look.has_name(look.words(opener.end, lead, _WORDS, NO_MARKS)):
        return slots
    return tuple(evolve(slot, spans=slot.spans[:1], carry=False) if len(slot.spans) > 1 else slot for slot in slots)


def document(look: Look, span: Span) -> bool:
    """Tell whether a document is signed: named after the verb, or before it in the passive; no law, no player."""
    papers, others = look.grammar["document"], look.grammar["unsigned"]
    words = look.after(span, 14, _NEAR, LISTED)
    if _is_long_ago(look, words) or look.grammar["ago"].first(words) >= 0 or _opens_long_ago(look, span):
        return False
    if _is_told_as_known(look, span, words) or _is_over_time(look, span) or _is_said_of_past(look, span):
        return False
    if (fact := fact_before(look, span.start)) and look.grammar["people"].first(fact) < 0 and _is_past(look, span, fact):
        return False
    if papers.first(words) < 0:
        words = _quoted(look, span) or words
    paper, other = papers.first(words), others.first(words)
    if paper >= 0:
        # "nghị định" is a decree, "nghị định thư" a protocol
        longer = paper == other and papers.run(words, paper) > others.run(words, other)
        return (other < 0 or paper < other or longer) and not _is_private(look, span, words[paper:])
    return other < 0 and _was_signed(look, span, words)


def _was_signed(look: Look, span: Span, words: list[Word]) -> bool:
    """Tell whether a document stands before the verb, in the passive, given the words behind it."""
    before = _before(look, span, words)
    # "no agreement was signed"
    by = bool(words) and words[0][LOW] in look.grammar["agent"].table
    denied = look.grammar["denied"].first(before) >= 0 or (by and _is_one_sided(look, before, words))
    if denied or look.grammar["document"].first(before) < 0:
        return not denied and _is_told_before(look, span)
    # "The agreement, signed by X and Y, …"; "welcomed the deal signed between X and Y during the visit"
    if (by and (look.has_name(words) or look.grammar["people"].first(words) >= 0)) or _is_between_two(look, span):
        return True
    # "were signed", or a headline; "the agreements signed in 2015" are told as known
    sentence = look.document.sentence_at(span.start)
    headline = look.grammar["document"].first(before[-1:]) >= 0 and look.document.text[sentence.end - 1] not in ".!?"
    return headline or look.grammar["passive"].first(before[-4:]) >= 0


# Hue and Nara have a memorandum now. *It was* signed in Hue on June 4
def _is_told_before(look: Look, span: Span) -> bool:
    """Tell whether "it" is what a sentence says was signed, and the sentence before it tells of a paper."""
    start = look.document.sentence_at(span.start).start
    words = look.words(start, span.start, _PAPER + 1, NO_MARKS)
    if not words or words[0][LOW] not in look.grammar["it"].table or look.grammar["passive"].first(words[1:]) != len(words) - 2:
        return False
    before = look.document.sentence_at(max(start - 1, 0))
    if before.start >= start:
        return False
    told = look.words(before.start, before.end, 2 * _WORDS, NO_MARKS)
    return look.grammar["document"].first(told) >= 0 and look.grammar["unsigned"].first(told) < 0


# hoan nghênh việc *hai Bộ* đã ký Bản ghi nhớ · đánh giá cao việc *Bộ trưởng A và Bộ trưởng B* vừa ký Bản ghi nhớ
def fact_before(look: Look, offset: int) -> list[Word]:
    """Return the words from "the fact that" up to a verb, in languages that say it with a noun before who did it."""
    facts = look.grammar["fact"]
    if not facts.table or not facts.may_stand(look.document.lower, offset - _FAR // 2, offset):
        return []
    words = look.words(max(look.document.sentence_at(offset).start, offset - _FAR // 2), offset, 2 * _WORDS, NO_MARKS)
    for at in range(len(words) - 1, -1, -1):
        if words[at][LOW] in facts.table:
            # "làm *việc*" is another word
            other = at > 0 and words[at - 1][LOW] in look.grammar["fact_other"].table
            return [] if other else words[at + 1 :]
    return []


def _is_past(look: Look, span: Span, fact: list[Word]) -> bool:
    """Tell whether a verb, or what stands right before it, says that something has been done."""
    told = look.grammar["has_been"].table
    return fact[-1][LOW] in told or look.document.match[span.start : span.end].split()[0] in told


# full implementation of the signed agreements · to put signed documents into practice
def _is_told_as_known(look: Look, span: Span, words: list[Word]) -> bool:
    """Tell whether an article stands right before a form in -ed, where no verb does, or what is done to signed papers."""
    if look.grammar.behind or not look.document.lower.endswith(ends(look.document.lang, "past"), span.start, span.end):
        return False
    before = look.document.match[max(span.start - _ARTICLE, 0) : span.start].split()
    if not before or look.document.text[span.start - 1 : span.start] != " ":
        return False
    if words and words[0][LOW] in look.grammar["article"].table:
        return False  # "the two signed *an* agreement"
    known = bool(words) and before[-1] in look.grammar["known"].table and look.grammar["document"].run(words, 0) > 0
    return known or before[-1] in look.grammar["article"].table


def _is_one_sided(look: Look, before: list[Word], words: list[Word]) -> bool:
    """Tell whether it is somebody's own paper: "in a *statement* signed by X, his spokesman"; no joint one, none of two."""
    own, joins = look.grammar["own_paper"].table, look.grammar["join"].table
    if not any(word[LOW] in own for word in before[-_PAPER:]) or look.grammar["joint"].first(before) >= 0:
        return False
    sentence = look.document.sentence_at(before[-1][START])
    # "On behalf of the Kenyan side the document was signed by X"
    if look.grammar["behalf"].first(look.words(sentence.start, sentence.end, 2 * _WORDS, NO_MARKS)) >= 0:
        return False
    at = next((index for index, word in enumerate(words) if word[LOW] in joins), 0)
    return not (at and look.has_name(words[:at]) and look.has_name(words[at + 1 : at + 4]))


def _is_between_two(look: Look, span: Span) -> bool:
    """Tell whether it is told between whom and when something was signed; "the agreement signed between us" is known."""
    words = look.words(span.end, look.document.sentence_at(span.start).end, _WORDS, LISTED)
    if not words or words[0][LOW] not in look.grammar["between_two"].table or not look.has_name(words):
        return False
    if _is_long_ago(look, words):
        return False
    return look.grammar["signed_when"].first(words) > 0 or any(look.is_calendar(word) for word in words)


def _before(look: Look, span: Span, words: list[Word]) -> list[Word]:
    """Return the words of the clause before a verb; behind "The agreement, *which was* signed by X" those before "which", too."""
    before = look.before(span.start, _NEAR)
    if look.grammar["passive"].first(before[-_PAPER:]) >= 0:
        # "A memorandum on all that it is about *was signed*": however long its name is
        before = _with_parties(look, span, look.before(span.start, _SUBJECT))
    if not words or words[0][LOW] not in look.grammar["agent"].table or len(before) > _PAPER:
        return before
    opener = clause_opener(look.document, span.start)
    if opener is None or opener.value != "relative":
        return before
    start = max(look.document.sentence_at(span.start).start, opener.start - _NEAR)
    return [*look.words(start, opener.start, _WORDS, NO_MARKS)[-_PAPER:], *before]


def _with_parties(look: Look, span: Span, before: list[Word]) -> list[Word]:
    """Return the words before a passive, those before the names of two bodies too, which may be long.

    "The memorandum *between the Chamber of Commerce, Industry and Crafts of X and the Ministry of Y was* signed".
    """
    start = max(look.document.sentence_at(span.start).start, span.start - _FAR)
    words = look.words(start, span.start, 2 * _WORDS, NO_MARKS)
    at = look.grammar["between_two"].first(words)
    if at <= 0 or words[at][START] > (before[0][START] if before else span.start):
        return before
    names = words[at + 1 : -1]
    # nothing but names and small words: no verb of its own
    return words if all(look.is_capital(word) or len(word[LOW]) <= _SMALL for word in names) else before


def _quoted(look: Look, span: Span) -> list[Word]:
    """Return the words of a name in quotation marks that follows at once: signed a “Memorandum of Understanding on Trade”."""
    opening = look.document.text[span.end : span.end + _QUOTE]
    at = next((index for index, char in enumerate(opening) if char in '“"'), -1)
    return look.words(span.end + at + 1, min(span.end + _NEAR, len(look.document.text)), 8) if at >= 0 else []


# The papers signed include an agreement between Minister X and Minister Y
def parties(look: Look, span: Span) -> bool:
    """Tell whether those named behind "an agreement between" signed it: papers were signed, it is one, somebody follows."""
    start = look.document.sentence_at(span.start).start
    words = look.words(max(start, span.start - _SUBJECT), span.start, 2 * _WORDS, NO_MARKS)
    one_of = look.grammar["one_of_papers"]
    at = max((index for index in range(len(words)) if one_of.run(words, index)), default=-1)
    told = at > 0 and len(words) - at <= _PAPER and any(word[LOW] in look.grammar["signs"].table for word in words[:at])
    return told and look.grammar["people"].first(look.after(span, _PAPER)) >= 0


def _is_private(look: Look, span: Span, words: list[Word]) -> bool:
    """Tell whether a contract is somebody's own: neither another party with a name behind it, nor two before it."""
    if not look.grammar["contract"].table or not look.grammar["contract"].run(words, 0):
        return False
    company = look.grammar["company"].table
    at = next((index for index, word in enumerate(words) if word[LOW] in company), -1)
    return not (at >= 0 and look.has_name(words[at + 1 : at + 5])) and not is_told_of_two(look, span.start)


def paper(look: Look, span: Span) -> bool:
    """Tell whether a document is what is exchanged: right behind ("exchanged *notes*"), or before it in the passive."""
    before = look.before(span.start, _NEAR)
    if look.grammar["passive"].first(before[-3:]) >= 0:
        # "views were exchanged on the agreement": what is exchanged stands before
        return look.grammar["document"].first(before) >= 0 and document(look, span)
    return look.grammar["document"].first(look.after(span, _PAPER)) >= 0 and document(look, span)
