"""The words of engagements: which tables of the words files there are, and the keys of a trigger."""

from __future__ import annotations

from functools import lru_cache

from eventx import TRIGGER_KEYS, Lexicon, language_data

KEYS = frozenset(
    {
        "noun",
        "verb",
        "needs",
        "weak",
        "strict",
        "trip",
        "counted",
        "of",
        "inside",
        "again",
        "met",
        "gerund",
        "calls",
        "listed",
        "landed",
        "fronts",
        "direct",
        "feast",
        "goal",
        *("passive", "passive_needs", "numbered", "inverted", "cut", "edition", "received", "states", "several"),
    },
)
"""The keys of a trigger beyond those of every frame; en.toml says what each means."""

_IN_A_ROW = (
    *("also", "apart", "attended_by", "between", "by", "coming", "comrades", "contract", "day", "describes", "half", "invited"),
    *("is_also", "landing", "last_one", "led", "meets", "moves_to", "presided", "side", "thanks", "to_come_behind", "yearly"),
)
"""Tables of languages with verbs in a row."""

LEXICON = Lexicon(
    name="engagements",
    package="eventx_engagements",
    tags=("trigger", "other", "elsewhere"),
    tables=(
        *_IN_A_ROW,
        "home", "no_owner", "praises", "judges", "several", "passive_adverb", "thing_of",
        "present", "also_by", "were_present", "worked_when", "came_from", "came_when", "meanwhile", "paid_by", "ahead",
        "talked_of", "is_there", "on_visit", "gives_role", "leads_role", "sets_up", "signed_for", "message", "hands",
        "way_home", "speakers_own", "as_they", "numbering", "now", "lies_ahead",
        "stay", "who", "seat", "goods", "stone", "convened", "idea", "two_sides",
        "about", "adjunct", "agent", "ago", "article", "as", "aside", "asked", "auxiliary", "backdrop", "backdrop_of",
        "behind", "break", "by_frames", "closes", "comes", "company", "counter", "demonstrative", "denied", "destination",
        "document", "envoy", "frames", "gerund", "gift", "goal", "goes_on", "goes_on_after", "group", "happens", "includes",
        "inverted", "join", "kind_of", "lasts", "links", "lists", "modifier", "moves", "object_has", "of_body", "one_owner",
        "other_one", "over", "own", "passive", "people", "plural", "pronoun", "purpose", "receiver", "role_at", "series",
        "serves", "sides",
        "signed_closes", "since", "takers", "takes_up", "thing", "trip", "unsigned", "verbal", "when", "where", "year",
        "congratulates", "comes_back", "ended", "on_day", "led_group", "leader_of",
        "leads", "separately", "in_turn", "of_envoys", "envoys", "place_of", "office_ends", "own_ceremony", "spoken_of",
        "own_paper", "joint", "between_two", "signed_when", "receives", "credentials_before", "credentials_after", "one_of",
        "said_in", "sent", "setting", "subject_pronoun", "toward", "from_here", "led_in_body", "keeps", "feast", "site",
        "feasted", "spoken_noun", "example", "gathering", "some", "day_led", "respectively",
        "credentials_given", "fact", "fact_other", "has_been", "members", "indoors", "often", "happened", "crowd",
        "one_of_papers", "halves", "numbered", "often_done", "often_met", "over_time", "perfect", "signs", "meal", "matter",
        "many", "mourned", "there", "own_land", "separate", "behalf", "received_at", "latter", "sender", "on_phone", "homecoming",
        "here", "comes_there",
        "doers_behind", "met_owner", "object_far", "two_people", "two_sign",
        "journey", "it", "known", "pair", "shown", "occasion",
        "mechanisms", "means",
        "body_end", "welcomes", "bodies",
        "premises", "pact", "to_talk", "rung_to", "told_back", "courtesy", "until", "traits", "ends", "results", "met_things",
        "to_come", "at_ceremony", "told_behind", "they", "bare_light", "modal", "meal_for", "body_owner", "sent_for",
    ),
    # whether a visit is told as background is read from the words around it
    keys={"trigger": (TRIGGER_KEYS - {"background"}) | KEYS},
    overlapping=True,
)  # fmt: skip


@lru_cache(maxsize=32)
def ends(code: str, name: str) -> tuple[str, ...]:
    """Return what forms of verbs end in; nothing in a language without."""
    end = LEXICON.table(code, "ends").get(name)
    return (end,) if end is not None else ()


@lru_cache(maxsize=8)
def possessing(code: str) -> tuple[str, ...]:
    """Return what possessors end in, in lower case with straight quotes."""
    data = language_data(code)
    return (*(ending for ending in data.possessives if ending.isascii()), *data.plural_possessives)
