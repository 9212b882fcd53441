"""Rules for Vietnamese acts of proposing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from eventx import Document, Hit, Span, evolve, maker
from eventx_proposals.act import Act, Status
from eventx_proposals.items_vi import first_verb
from eventx_proposals.lists import Tables, Words, alternation
from eventx_proposals.passives import passive_vi
from eventx_proposals.stretches import Stretch, is_capital, joined, sentence_around, tokens, tokens_before
from eventx_proposals.vi_said import said_before, said_behind, telling

_act, _span = maker(Act), maker(Span)

_BEFORE = 90
_AFTER = 160
_DEMONSTRATIVE = 24
_THING = 16
"""How many words behind such a thing "will" may stand."""
_SIDES = 3
"""The most words that tell of both sides, right before an act."""


@lru_cache(maxsize=1)
def _reduced(agents: Words) -> re.Pattern[str]:
    """Return the pattern of a reduced passive before an act: "do Việt Nam" đề xuất, "được các nước" đề nghị."""
    return re.compile(rf"(?:^|\s)(?:{alternation(agents)})\s[^,.;:]{{1,40}}$")


@lru_cache(maxsize=1)
def _of_old(affirming: Words, standing: Words) -> re.Pattern[str]:
    """Return the pattern of what makes a wish a standing one: "khẳng định Việt Nam mong muốn", "coi trọng và mong muốn"."""
    return re.compile(rf"(?:(?:{alternation(affirming)})\s[^,;.]{{0,60}}|(?:{alternation(standing)})\s+và\s+)$")


@lru_cache(maxsize=1)
def _valued(valuing: Words) -> re.Pattern[str]:
    """Return the pattern of what is said to be valued before a wish for it: "coi trọng quan hệ với X và mong muốn"."""
    return re.compile(rf"(?:{alternation(valuing)})\s[^,;.]{{1,60}}\svà\s+$")


@lru_cache(maxsize=1)
def _adverbs(adverbs: Words) -> re.Pattern[str]:
    """Return the pattern of the adverbs right before an act."""
    return re.compile(rf"(?:(?<!\w)(?:{alternation(adverbs)})\s+){{1,3}}$")


@lru_cache(maxsize=1)
def _joiner(joins: Words) -> re.Pattern[str]:
    """Return the pattern of what joins an act to the one before."""
    return re.compile(rf"(?:{alternation(joins)})\s+")


def _is_noun(document: Document, hit: Hit, before: Stretch, tables: Tables) -> bool:
    """Tell whether the words are a noun here: "các đề xuất", "theo yêu cầu của", "đáp ứng yêu cầu"."""
    around = tables["around"]
    if hit.value.get("act"):
        return _is_told(document, hit, around) or document.lower.startswith(around["no_act"].listed, hit.end + 1)
    words, starts = before.words, before.starts
    previous = words[-1] if words else None
    # "Bí thư đề nghị", "Tổng Lãnh sự mong muốn": the end of an office, though the syllable alone would make a noun
    office = len(words) > 1 and f"{words[-2]} {previous}" in tables["context"]["words"]
    # the last syllable of a name makes no noun: Phạm Bình Thuận đề nghị
    named = len(words) > 1 and is_capital(document, starts[-1]) and is_capital(document, starts[-2])
    noun = previous in around["nouns"] and not office and not named
    if noun or hit.value.get("clause"):
        return noun  # "mong rằng trên cương vị mới, …"
    # "nghiên cứu, đề xuất", "tham mưu, đề xuất", "niềm tin, hy vọng": nouns in a row
    if previous == "," and len(words) > 1 and words[-2] in around["listed"]:
        return True
    following = document.lower[hit.end : hit.end + 24].lstrip()
    if not following or not (following[0].isalnum() or following[0] in ',:"“'):
        return True
    not_next = around["not_next"].listed
    # hardly any act is followed by one of these, so that one look for all of them nearly always settles it
    if following.startswith(not_next) and any(
        following.startswith(word) and not following[len(word) : len(word) + 1].isalnum() for word in not_next
    ):
        return True
    return following[0] == "," and _opens_list(document, hit, around)


# đưa ra đề xuất này · nêu đề nghị trên một ngày sau khi …; not: đưa ra đề xuất trên cơ sở …
def _is_told(document: Document, hit: Hit, around: Mapping[str, Words]) -> bool:
    """Tell whether the noun of an act takes up what has been told: "đưa ra đề xuất *này*"."""
    words = document.lower[hit.end : hit.end + _DEMONSTRATIVE].split()[:2]
    if not words or words[0].rstrip(".,;") not in around["again"]:
        return False
    return " ".join(words) not in around["upon"]


def _opens_list(document: Document, hit: Hit, around: Mapping[str, Words]) -> bool:
    """Tell whether the words before a comma open a list of nouns: "đề xuất, kiến nghị của …"."""
    sentence = sentence_around(document, hit.start)
    words = joined(tokens(document, hit.end, min(sentence.end, hit.end + 40), 6).words)
    return any(
        f" {word} " in words[:16] or any(f" {word}{of}" in words for of in around["of"].padded) for word in around["proposals"]
    )


def _asks_nothing(document: Document, hit: Hit, led: Sequence[str], sentence: Span, tables: Tables) -> bool:
    """Tell whether who hopes asks nothing of the other: a standing wish, or one of both sides ("hai bên cũng mong")."""
    around = tables["around"]
    if joined(led[-_SIDES:]).endswith(around["both"].padded):
        return True
    if hit.value.get("act"):
        return False
    start = max(sentence.start, hit.start - _BEFORE)
    # "coi trọng quan hệ với Peru và mong muốn *Peru* mở cửa thị trường" asks Peru
    asked = document.text[hit.end + 1 : hit.end + 2].isupper()
    patterns = [_of_old(around["affirming"], around["standing"]), *([] if asked else [_valued(around["valuing"])])]
    return any(pattern.search(document.lower, start, hit.start) is not None for pattern in patterns)


# hy vọng chuyến thăm sẽ góp phần thúc đẩy quan hệ · mong muốn làm hết sức mình
def _is_of_thing(document: Document, body: int, sentence: Span, around: Mapping[str, Words]) -> bool:
    """Tell whether it is a thing, or who hopes, that is hoped to do something, by its first words and what is to come."""
    if document.lower.startswith(around["own_efforts"].listed, body):
        return True
    if not document.lower.startswith(tuple(around["things"]), body):
        return False
    ahead = joined(tokens(document, body, min(sentence.end, body + _BEFORE), _THING).words)
    return any(map(ahead.__contains__, around["to_come"].padded))


def _status(before: Sequence[str], tables: Tables) -> Status | None:
    """Return the status that the words right before an act give it, or None if it is denied."""
    around = tables["around"]
    words = joined(before[-3:])
    if any(map(words.__contains__, around["negations"].padded)):
        return None
    if words.endswith(around["planned"].padded):
        return "planned"
    conditional = "," not in before and before[:1] and before[0] in around["conditions"]
    return "hypothetical" if conditional or any(map(words.__contains__, around["hypothetical"].padded)) else "held"


def _start(document: Document, hit: Hit, tables: Tables, floor: int) -> int:
    """Return where an act's words begin, its adverbs included: "cũng", "đã", "cũng đã"."""
    match = _adverbs(tables["around"]["adverbs"]).search(document.lower, max(floor, hit.start - 40), hit.start)
    start = match.start() if match else hit.start
    joiner = _joiner(tables["around"]["joins"]).match(document.lower, start, hit.start)
    return joiner.end() if joiner else start


# Phó Thủ tướng X đề nghị hai bên tăng cường … · cũng đề nghị · bày tỏ mong muốn … · kêu gọi các nước …
def verb(document: Document, hit: Hit, tables: Tables) -> Act | None:
    """Read an act told by a verb; rule proposals.vi.verb."""
    sentence = sentence_around(document, hit.start)
    start = _start(document, hit, tables, sentence.start)
    before = tokens_before(document, sentence.start, hit.start, _BEFORE)
    if not before.words or _is_noun(document, hit, before, tables):
        return None
    led = (before if start == hit.start else tokens_before(document, sentence.start, start, _BEFORE)).words
    status = _status(led, tables) if led or start < hit.start else None
    around = tables["around"]
    if status is None or _reduced(around["agents"]).search(document.lower, max(sentence.start, start - 50), start):
        return None
    if hit.value["form"] == "hope" and _asks_nothing(document, hit, led, sentence, tables):
        return None
    body = hit.end
    while body < sentence.end and not document.text[body].isalnum():
        body += 1
    nothing = not any(char.isalpha() for char in document.text[body : sentence.end])
    # "đề nghị hai bên:" with lines behind; "đưa ra 3 đề xuất."
    if nothing and not _is_counted(document, hit, before, tables):
        return None
    if hit.value["form"] == "hope" and _is_of_thing(document, body, sentence, around):
        return None
    words = joined(led[-2:])
    quoted = words.endswith(around["speakers"].padded)
    # "Việt Nam kêu gọi các bên kiềm chế, Người phát ngôn X nói": a country speaks by somebody
    said = said_behind(document, body, sentence, tables, quoted=quoted)
    shared = not led or led[-1] in ",;" or words.endswith(around["joins"].padded)
    return _act(
        start=start, end=hit.end, body=body, form=hit.value["form"], rule="proposals.vi.verb", status=status,
        addressee=_addressee(document, hit, body, sentence, tables), shared=shared, said_by=said,
        quoted=quoted and said is not None,
    )  # fmt: skip


def _is_counted(document: Document, hit: Hit, before: Stretch, tables: Tables) -> bool:
    """Tell whether nothing follows an act in its sentence because the things are counted behind it: "đưa ra *3 đề xuất*."."""
    if hit.value.get("act") or document.lower[hit.end : hit.end + 2].strip() == ":":
        return True
    count = before.words[-1] if before.words else ""
    return hit.value["form"] == "propose" and (count.isdigit() or count in tables["items"]["counts"])


def _addressee(document: Document, hit: Hit, body: int, sentence: Span, tables: Tables) -> Span | None:
    """Return where somebody is asked: between the act and the first verb of what is proposed ("mong ngài X ủng hộ …")."""
    if hit.value["form"] == "should":
        return None
    honorifics = tables["around"]["honorifics"]
    if not document.text[body : body + 1].isupper() and not document.lower.startswith(honorifics.listed, body):
        return None
    stop = min(sentence.end, body + _AFTER)
    match = first_verb(tables["items"]["verbs"]).search(document.lower, body, stop)
    if match is None or match.start() <= body:
        return None
    first = tokens(document, body, match.start(), 1).words
    honorific = bool(first) and first[0] in honorifics
    return _span(body, match.start()) if honorific or document.text[body : body + 1].isupper() else None


# Ông X cho rằng hai bên cần tăng cường …
def should(document: Document, hit: Hit, tables: Tables) -> Act | None:
    """Read "hai bên cần …" with the one who said it; rule proposals.vi.should."""
    sentence = sentence_around(document, hit.start)
    told, agreed = None, False
    for match in telling(tables["items"]["reports"]).finditer(document.lower, sentence.start, hit.start):
        told = _span(sentence.start, match.start())
        agreed = " ".join(match[0].split()[:2]) in tables["items"]["answers"]  # "nhất trí (cho) rằng hai bên cần …" asks nothing
    after = tokens(document, hit.end, min(sentence.end, hit.end + 40), 1)
    told = told or said_before(document, hit, sentence, tables)
    said = said_behind(document, hit.end, sentence, tables, quoted=False) if told is None else None
    if (
        (told is None and said is None)
        or (agreed or not after.words)
        or not after.words[0][0].isalnum()
        or after.words[0] in tables["around"]["passive"]
    ):
        return None
    return _act(
        start=hit.start,
        end=hit.end,
        body=after.starts[0],
        form="should",
        rule="proposals.vi.should",
        certainty="implied",
        told_by=told,
        said_by=said,
    )


def _is_governed(document: Document, start: int, end: int) -> bool:
    """Tell whether nothing parts an act from the one before: "*đề nghị* trong thời gian tới hai bên *cần* …" is one."""
    return document.sentence_at(start).end > end and not any(mark in document.text[start:end] for mark in ",;:")


# X mong muốn ông Y *tiếp tục kêu gọi* … · mong muốn ông Y *kêu gọi* doanh nghiệp … · mong ông Y làm cầu nối, *kêu gọi* đầu tư …
def _is_asked_for(document: Document, last: int, act: Act, hit: Hit, around: Mapping[str, Words]) -> bool:
    """Tell whether an act is what the one before asks somebody to do."""
    between = document.text[last : act.start]
    if document.sentence_at(hit.start).start > last or ";" in between or ":" in between:
        return False
    if document.lower.startswith(around["going_on"].padded_behind, act.start) and act.start < hit.start:
        return True
    if document.lower[hit.start : hit.end] not in around["of_others"] or act.start < hit.start:
        return False
    words = between.split()
    if "," not in between:
        return len(words) > 1 and words[-1] not in around["joins"] and words[0] not in around["joins"]
    return between.rstrip().endswith(",") and document.lower.startswith(around["drawn"].listed, act.body)


# X đề nghị … *Đề nghị thành phố sớm mở đường bay* …
def _goes_on(document: Document, last: int, hit: Hit, tables: Tables) -> bool:
    """Tell whether an act opens the sentence behind the one with the act before, with whoever that was understood."""
    if hit.value["form"] in ("should", "hope") or hit.value.get("act") or not document.text[hit.start].isupper():
        return False
    sentence = document.sentence_at(hit.start)
    if sentence.start != hit.start or document.sentence_at(last).end > hit.start or document.text[hit.end : hit.end + 1] != " ":
        return False
    if document.text[document.sentence_at(last).end : hit.start].strip() or "\n" in document.text[last : hit.start]:
        return False
    return not _is_noun(document, hit, tokens_before(document, hit.start, hit.start, 0), tables)


def _parted(between: str, joins: Words) -> bool:
    """Tell whether more than what joins two words to one act stands between them."""
    for join in joins.listed:
        between = between.replace(join, "")
    return any(char.isalnum() for char in between)


def acts(document: Document, hits: Sequence[Hit], tables: Tables) -> Iterator[Act]:
    """Yield the acts of proposing of a Vietnamese document at the hits of their words, in order."""
    last = -1
    for hit in hits:
        act = should(document, hit, tables) if hit.value["form"] == "should" else verb(document, hit, tables)
        act = act or passive_vi(document, hit, tables)
        if act is None and last >= 0 and _goes_on(document, last, hit, tables):
            act = _act(
                start=hit.start, end=hit.end, body=hit.end + 1, form=hit.value["form"], rule="proposals.vi.verb",
                addressee=_addressee(document, hit, hit.end + 1, sentence_around(document, hit.start), tables),
            )  # fmt: skip
        if act is not None and last >= 0 and _is_asked_for(document, last, act, hit, tables["around"]):
            continue
        if act is None or (act.form == "should" and last >= 0 and _is_governed(document, last, act.start)):
            continue
        # "đề nghị, kiến nghị", "mong muốn, hy vọng": one act in two words
        if last >= 0 and not _parted(document.text[last : act.start], tables["around"]["one_act"]):
            act = evolve(act, shared=True)
        last = hit.end
        yield act
