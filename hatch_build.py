"""Put beside each words file of a wheel what it says as JSON, so that the first text is read sooner.

Reading TOML takes some twenty times as long as JSON. `eventx.kept.toml` takes the JSON if it was made of the very bytes of the
words file; a folder of sources, and one in which words were changed, goes without.
"""

from __future__ import annotations

import runpy
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # the type of its configuration says nothing here
    """Adds the JSON to wheels; it is made in a folder of its own, which goes when the wheel is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the JSON of all words files in the wheel's packages."""
        self.scratch = Path(tempfile.mkdtemp(prefix="eventx-words-"))
        if version == "editable":
            return
        root = Path(self.root)
        as_json = runpy.run_path(str(root / "src/eventx/kept.py"))["as_json"]
        for package in map(Path, self.build_config.packages):
            for path in sorted((root / package).rglob("*.toml")):
                inside = path.relative_to(root / package.parent).as_posix()
                made = self.scratch / f"{inside.replace('/', '-')}.json"
                made.write_bytes(as_json(path.read_bytes()))
                build_data["force_include"][str(made)] = f"{inside}.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - as hatchling calls it
        """Remove what was made for the wheel."""
        shutil.rmtree(self.scratch, ignore_errors=True)
