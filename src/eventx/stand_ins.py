"""The extractions that stand for what could not be read: empty but for a problem that says why."""

from __future__ import annotations

import attrs

from eventx.arguments import as_document
from eventx.document import Document
from eventx.extraction import Extraction
from eventx.failures import RUN


def of_none(given: object) -> Extraction:
    """Return what stands for something that is neither a document nor a text."""
    try:
        return Extraction(document=as_document(given))
    except TypeError as error:
        return Extraction(document=Document(""), problems=(RUN.problem("read", error),))


def of_lost(document: Document | str, reason: str) -> Extraction:
    """Return what stands for a document that was lost with the process that read it."""
    if not isinstance(document, Document | str):
        return of_none(document)
    given = as_document(document)
    problem = attrs.evolve(RUN.problem("extract", RuntimeError(), document=given.id), error=f"the document {reason}")
    return Extraction(document=given, problems=(problem,))
