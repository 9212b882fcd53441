"""The seeds: articles in both languages, which come with eventx."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from pathlib import Path

from eventx.document import Document


@lru_cache(maxsize=1)
def seed_documents() -> tuple[Document, ...]:
    """Return the seeds as documents, in the order of their names, which are their ids."""
    # inside the package where it is installed; in the project's root where it is worked on
    inside = Path(str(resources.files("eventx.testing"))) / "seeds"
    folder = inside if inside.is_dir() else Path(__file__).parents[3] / "seeds"
    return tuple(Document(path.read_text("utf-8"), id=path.stem) for path in sorted(folder.glob("*.txt")))
