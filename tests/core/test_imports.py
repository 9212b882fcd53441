"""What importing costs: no module compiles a pattern before it is needed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = [path for folder in ("src", "plugins") for path in sorted((ROOT / folder).rglob("*.py"))]


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that run when a module is imported: those outside of functions, but for defaults and decorators."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            for outer in (*child.decorator_list, *child.args.defaults, *filter(None, child.args.kw_defaults)):
                yield outer
                yield from at_import(outer)
        elif not isinstance(child, ast.Lambda):
            yield child
            yield from at_import(child)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_compiles_a_pattern(path: Path) -> None:
    """A pattern is made by a function that keeps it, not where the module is read."""
    calls = [node for node in at_import(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    assert [] == [node.lineno for node in calls if isinstance(node.func, ast.Attribute) and node.func.attr == "compile"]
