"""The manual is true: its Python runs, its output is that of the command, its hooks and names are those of the code."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import eventx
from eventx import hookspecs, strategies, testing

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> list[str]:
    """Return the code blocks of a page in one language."""
    return [code for found, code in BLOCK.findall(page.read_text("utf-8")) if found == language]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_python_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python of a page runs from top to bottom; a block headed by a file's name is that file."""
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(tmp_path))
    names: dict[str, object] = {"__name__": "page"}
    for code in blocks(page, "python"):
        file = re.match(r"# (\w+\.py)\n", code)
        if file:
            (tmp_path / file[1]).write_text(code, encoding="utf-8")
            sys.modules.pop(file[1].removesuffix(".py"), None)
        else:
            exec(compile(code, str(page), "exec"), names)  # noqa: S102 - the manual's own code


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_toml_is_toml(page: Path) -> None:
    """The TOML of a page can be read."""
    for code in blocks(page, "toml"):
        tomllib.loads(code)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_output_is_real(page: Path) -> None:
    """What a page shows of the command is what it prints; `python scripts/update_docs.py` writes it anew."""
    shown = page.read_text("utf-8")
    script = ROOT / "scripts" / "update_docs.py"

    printed = subprocess.run([sys.executable, str(script), "--print", str(page)], capture_output=True, text=True, check=True)  # noqa: S603 - our own

    assert shown == printed.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link names a file that is there, and a heading of it."""
    for target in re.findall(r"\]\(([^)#:]*)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (page.parent / target).exists() if target else True, target
    for target, heading in re.findall(r"\]\(([^)#:]*)#([^)]*)\)", page.read_text("utf-8")):
        text = ((page.parent / target) if target else page).read_text("utf-8")
        headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
        slugs = [re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in headings]
        assert heading in slugs


def signature(name: str) -> str:
    """Return a hook's signature as its section in the manual has it."""
    parameters = inspect.signature(getattr(hookspecs, name))
    refiner = "Callable[[Document, tuple[Event, ...]], Iterable[Event]]"
    return f"{name}{parameters}".replace("'", "").replace("Refiner", refiner)


HOOKS = [name for name in dir(hookspecs) if name.startswith("eventx_")]


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_has_its_section_and_its_test(name: str) -> None:
    """Each hook has a section titled with its exact signature, a real plugin that is named there, and a test named after it."""
    assert f"\n## {signature(name)}\n" in (ROOT / "docs" / "hooks.md").read_text("utf-8")
    assert re.search(
        rf"^\| `{name}` \|.*\]\(examples/\w+/README\.md\)", (ROOT / "docs" / "hooks.md").read_text("utf-8"), re.MULTILINE
    )
    assert f"def test_hook_{name}(" in (ROOT / "tests" / "core" / "test_engine.py").read_text("utf-8")


def test_every_public_name_is_in_the_manual() -> None:
    """The page of the library names exactly what is public."""
    table = (ROOT / "docs" / "library.md").read_text("utf-8").partition("## Everything public")[2]
    named = {name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`([^`]+)`", row)}

    assert {*eventx.__all__, "eventx.testing", "eventx.strategies"} == named


def test_every_strategy_is_in_the_manual() -> None:
    """The page of the strategies names exactly what the module lists."""
    page = (ROOT / "docs" / "strategies.md").read_text("utf-8")
    named = {name for row in re.findall(r"^\| (`.*?) \|", page, re.MULTILINE) for name in re.findall(r"`(\w+)", row)}

    assert set(strategies.__all__) == named | {"DatedText", "EventText"}


def test_every_name_and_law_of_the_kit_is_in_the_manual() -> None:
    """The page for plugin authors lists exactly what the kit has, and every law."""
    page = (ROOT / "docs" / "plugins.md").read_text("utf-8")
    tables = dict(re.findall(r"^\| (.*?) \|.*\n\|[-|]*\n((?:\|.*\n)*)", page, re.MULTILINE))

    def named(head: str) -> set[str]:
        return {name for row in re.findall(r"^\| (`.*?) \|", tables[head], re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}

    assert set(testing.__all__) == named("in `eventx.testing`")
    assert set(testing.LAWS) == named("law")


def test_every_page_is_in_the_index() -> None:
    """The index links every page of the manual."""
    index = (ROOT / "docs" / "index.md").read_text("utf-8")

    assert all(f"({page.name})" in index for page in PAGES if page.parent.name == "docs" and page.stem != "index")
