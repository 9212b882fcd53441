"""How long functions and modules get: no longer than one can hold in mind, or they say why."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = [path for folder in ("src", "plugins") for path in sorted((ROOT / folder).rglob("*.py"))]
LINES, MODULE = 40, 300
REASON = "longer than other"
"""What the comment that says why begins with; the docstring of a module, or of a class in it, may say it too."""


def too_long(source: str) -> Iterator[str]:
    """Yield the functions of a module, and the module, that are too long and do not say why; docstrings are not counted."""
    lines = source.splitlines()
    if len(lines) > MODULE and REASON not in source:
        yield f"the module has {len(lines)} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first, last = node.lineno, node.end_lineno or node.lineno
            doc = node.body[0] if ast.get_docstring(node) else None
            count = last - first + 1 - ((doc.end_lineno or 0) - doc.lineno + 1 if doc else 0)
            if count > LINES and REASON not in "\n".join(lines[first - 1 : last]):
                yield f"{node.name} has {count} lines"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_function_or_module_is_too_long(path: Path) -> None:
    """A function has at most 40 lines besides its docstring, a module 300, or a comment says why it is longer than others."""
    assert [] == list(too_long(path.read_text("utf-8")))


def test_what_is_too_long_is_told() -> None:
    """A function is counted without its docstring, and one that says why is let be."""
    body = "    x = 1\n" * LINES
    for source, count in (
        (f"def f():\n{body}", 1),
        (f'def f():\n    """Return.\n\n    More.\n    """\n{body[10:]}', 0),
        (f"def f():\n    # longer than other functions: a table\n{body}", 0),
        ("x = 1\n" * (MODULE + 1), 1),
        ('"""Values, longer than other modules: one page."""\n' + "x = 1\n" * MODULE, 0),
    ):
        assert count == len(list(too_long(source)))
