"""The words that bound clauses and tell an event's status; part of the Engine's one pass for words."""

from __future__ import annotations

from eventx.lexicon import Lexicon

CLAUSES = Lexicon(
    name="clauses",
    package="eventx.clauses",
    tags=("opener", "status"),
    tables=(
        "reporting", "determiner", "demonstrative", "light", "preposition", "leader", "noun", "adverb", "infinitive", "finite",
        "barrier", "nobody", "conjunction", "relation", "company", "opening_phrase", "time", "with", "since", "aim",
        "named", "occasion", "phrase_verb", "after", "in_year", "before_name", "together", "edition", "origin", "proper", "land",
        "of_people", "of_things", "singular", "colleague", "unnamed", "realm", "adds", "lately", "at", "set_off", "there", "folk",
        "beside",
        "taking_place", "leaving", "before_that", "told_before", "just_past", "recently", "pluperfect", "done", "meanwhile",
        "topic", "run_up", "no_finite", "same_day",
        "on_site", "sent", "kept", "spoken_of", "idle", "stands_in", "home_time", "feast_day", "jointly", "joins", "letters",
        "came", "example", "past_time", "in_office", "takes_office",
        "role_as",
        "leads", "follows_on",
        "archive",
        "recalling", "saying", "moreover",
        "mission",
        "where_held", "set_at", "informant", "then", "acts", "before_state", "belonging",
        "whereabouts", "discussing", "came_for", "purpose", "auxiliary", "homeward", "comes_over", "work_of", "one_by_one",
        "sends", "next", "during_which", "acts_for", "place_of", "looking_back", "invited", "of_state", "calls_off",
        "decided", "put_to", "put_off", "reigns", "of_place", "itself", "ahead_of", "aimed", "aims_at", "also_on",
        "which_one", "among_them", "by_report", "paper_of",
        "signed_on", "signed_paper", "signing_verb", "signer", "speaking", "spoken_at", "on_side", "side_has", "event_noun",
    ),
    keys={"status": frozenset({"status", "side", "opens", "reported", "over", "close", "denies", "setting", "noun"})},
)  # fmt: skip
