"""Do what the tutorial's first part tells a new user to do: in an empty folder and a fresh environment, with the built wheel.

    python scripts/new_user.py [--write]

The commands are those of the ``sh-session`` block of docs/tutorial.md. Each must succeed and print what the page shows (times
aside); with ``--write`` the page is written anew. Needs bash and a package index.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "tutorial.md"
BLOCK = re.compile(r"(?<=^```sh-session\n)(.*?)(?=^```)", re.MULTILINE | re.DOTALL)
MARK = "-- next command --"


def commands(page: str) -> list[str]:
    """Return the commands of the page's session."""
    match = BLOCK.search(page)
    return [line[2:] for line in match.group().splitlines() if line.startswith("$ ")] if match else []


def session(lines: list[str], wheel: Path, folder: Path) -> list[str]:
    """Return what each command prints, run one after the other in an empty folder that holds the wheel."""
    empty = folder / "new"
    empty.mkdir()
    (empty / wheel.name).write_bytes(wheel.read_bytes())
    keep = {"HOME", "LANG", "TMPDIR", "SSL_CERT_FILE"}
    environment = {name: value for name, value in os.environ.items() if name in keep or name.startswith("PIP_")}
    environment |= {
        "PATH": f"{Path(sys.executable).resolve().parent}{os.pathsep}{os.defpath}",
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
    }
    environment |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    script = "set -e\n" + "".join(f"{line}\necho '{MARK}'\n" for line in lines)
    done = subprocess.run(["bash", "-c", script], cwd=empty, env=environment, capture_output=True, text=True, check=False)  # noqa: S603, S607 - the page's own commands
    if done.returncode:
        message = f"a command failed:\n{done.stdout}\n{done.stderr}"
        raise SystemExit(message)
    return [output.strip() for output in done.stdout.split(MARK)[:-1]]


def plain(text: str) -> str:
    """Return a text without how long things took."""
    return re.sub(r"\d+\.\d+s", "…s", text)


def main() -> None:
    """Run the session, then compare the page or write it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--write", action="store_true", help="write the page instead of comparing it")
    given = arguments.parse_args()
    page = PAGE.read_text("utf-8")
    lines = commands(page)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT)], check=True)  # noqa: S603 - our own
        started = time.monotonic()
        outputs = session(lines, next(folder.glob("eventx-*.whl")), folder)
        taken = time.monotonic() - started
    block = "".join(f"$ {line}\n{output}\n" if output else f"$ {line}\n" for line, output in zip(lines, outputs, strict=True))
    written = BLOCK.sub(lambda _: block, page, count=1)
    print(f"{len(lines)} commands, {taken:.0f} s")
    if given.write:
        PAGE.write_text(written, encoding="utf-8")
    elif plain(written) != plain(page):
        print(block)
        message = "docs/tutorial.md shows other output; python scripts/new_user.py --write"
        raise SystemExit(message)


if __name__ == "__main__":
    main()
