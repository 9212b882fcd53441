"""What Hypothesis calls when it is imported, by the entry point group ``hypothesis``; eventx itself never imports this."""

from __future__ import annotations


def register() -> None:
    """Tell Hypothesis of the strategies for eventx's types; nothing is built before one is asked for."""
    # Imported here: Hypothesis is in the middle of its own import when it loads this module.
    from hypothesis import strategies as st  # noqa: PLC0415 - as the comment says

    from eventx import contribution, document, edtf, extraction, model, problems  # noqa: PLC0415 - as above

    def later(name: str, **arguments: object) -> st.SearchStrategy[object]:
        from eventx import strategies  # noqa: PLC0415 - as above

        made: st.SearchStrategy[object] = getattr(strategies, name)(**arguments)
        return made

    names = {
        model.Span: "spans",
        edtf.Date: "dates",
        model.Title: "titles",
        model.Participant: "participants",
        model.Event: "events",
        contribution.Contribution: "contributions",
        document.Document: "documents",
        problems.Problem: "problems",
        extraction.Extraction: "extractions",
    }
    for kind, name in names.items():
        st.register_type_strategy(kind, lambda _, name=name: later(name))  # type: ignore[misc]
    for event_type in model.EVENT_TYPES:
        st.register_type_strategy(event_type, lambda kind: later("events", types=(kind,)))
