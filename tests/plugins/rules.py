"""What the tests of each plugin ask of its cases: a rule has one in which it reads something and one in which it must not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from eventx import Extractor
from eventx.testing import Case, run_extractor

LANGUAGES = ("en", "vi")
PLUGINS = Path(__file__).parents[2] / "plugins"


def ids_in_code(plugin: str) -> set[str]:
    """Return the rule ids that stand in the code of a built-in plugin; one with the document's language in it is several."""
    code = "".join(path.read_text("utf-8") for path in (PLUGINS / f"eventx_{plugin}").glob("*.py"))
    # what a document keeps under a name is no rule
    written = re.findall(rf'(?<!cached\()"({plugin}\.(?:{{document\.lang}}|[a-z_]+)(?:\.[a-z_]+)*)"', code)
    return {one.replace("{document.lang}", language) for one in written for language in LANGUAGES}


def readings(rule: str, cases: Iterable[Case], extractor: Extractor, options: Mapping[str, Any] | None = None) -> list[bool]:
    """Return, for each of the cases about a rule, whether the rule reads something in it."""
    about = [case for case in cases if case.rule == rule]
    return [rule in {found.rule for found in run_extractor(extractor, case.document, options)} for case in about]
