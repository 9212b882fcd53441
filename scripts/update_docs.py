"""Write the output of commands into the pages that show it.

    python scripts/update_docs.py [--print] [PAGE…]

In a ``console`` block each line that starts with ``$ `` is run with bash in the project's root; what stands below it is
replaced by what it prints. A block below ``<!-- file: PATH -->`` (seen from the page) is that file's text, a table below
``<!-- table: NAME -->`` one of ``tables.py``. With ``--print`` the page is printed, not written; the tests compare it with the
page.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```)", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^<!-- file: (\S+) -->\n\n```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)

TABLE = re.compile(r"^<!-- table: (\w+) -->\n\n(?:\|.*\n)*\n?", re.MULTILINE)


def run(command: str) -> str:
    """Return what a command prints, in a terminal of 80 columns."""
    environment = os.environ | {"COLUMNS": "80", "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout  # noqa: S603, S607 - the page's own commands


def updated(text: str, folder: Path) -> str:
    """Return a page of a folder with the output of its commands and the text of its files."""

    def file(match: re.Match[str]) -> str:
        return f"<!-- file: {match[1]} -->\n\n```{match[2]}\n{(folder / match[1]).read_text('utf-8')}```"

    def block(match: re.Match[str]) -> str:
        commands = [line for line in match.group().splitlines() if line.startswith("$ ")]
        return "".join(f"{line}\n{run(line[2:]).strip()}\n" for line in commands)

    def made(match: re.Match[str]) -> str:
        # Imported here: most pages have none.
        from tables import table  # noqa: PLC0415

        return f"<!-- table: {match[1]} -->\n\n{table(match[1])}\n"

    return TABLE.sub(made, BLOCK.sub(block, FILE.sub(file, text))).rstrip("\n") + "\n"


def main() -> None:
    """Update the pages, or print them."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--print", action="store_true", help="print the pages instead of writing them")
    arguments.add_argument("pages", nargs="*", type=Path, default=[ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))])
    given = arguments.parse_args()
    for page in given.pages:
        text = updated(page.read_text("utf-8"), page.parent)
        if given.print:
            sys.stdout.buffer.write(text.encode())
        else:
            page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
