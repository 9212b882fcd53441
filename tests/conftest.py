"""What all tests share: Hypothesis profiles, isolated Engines, fake distributions and the reference material."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from eventx import Engine, Extractor, hookimpl

# Deadlines measure the machine, not the code; the first example of a test also pays for reading the words.
settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("deep", max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# the same examples each time, none of them from earlier runs: for scripts/mutation.py, which must not mistake luck for a finding
settings.register_profile(
    "steady", max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of reference material beside the project, or skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the reference material (../shared) is not here")
    return SHARED


@pytest.fixture(autouse=True)
def _plugins_of_no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the caller's choice of plugins out of the tests."""
    monkeypatch.delenv("EVENTX_PLUGINS", raising=False)


def make_plugin(*extractors: Extractor, name: str = "made", **hooks: Callable[..., Any]) -> Any:
    """Return a plugin object with extractors and further hooks."""
    made: dict[str, Any] = {key: hookimpl(function) for key, function in hooks.items()}
    if extractors:
        made["eventx_extractors"] = hookimpl(lambda: extractors)
    return SimpleNamespace(__name__=name, **made)


@pytest.fixture
def plugin() -> Callable[..., Any]:
    """Return the function that makes plugin objects."""
    return make_plugin


@pytest.fixture
def engine_of() -> Callable[..., Engine]:
    """Return a function that makes an Engine of some extractors and of nothing installed."""

    def make(*extractors: Extractor, **options: Any) -> Engine:
        return Engine(plugins=[make_plugin(*extractors)], autoload=False, **options)

    return make


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Return a function that puts a plugin on the path as an installed distribution: a module and its dist-info."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def add(name: str, source: str, *, version: str = "1.0", entry: str | None = None) -> Path:
        (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
        info = tmp_path / f"{name}_dist-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}-dist\nVersion: {version}\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[eventx]\n{entry or name} = {name}\n", encoding="utf-8")
        added.append(name)
        return tmp_path

    added: list[str] = []
    before: dict[str, ModuleType] = dict(sys.modules)
    yield add
    for name in added:
        if name not in before:
            sys.modules.pop(name, None)
