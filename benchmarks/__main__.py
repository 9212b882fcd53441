"""How fast eventx is beside its peers, what its parts cost, and how its time and memory grow.

    python -m benchmarks [--seconds 3] [--folder seeds] [--quick] [--only PART] [--write]

Run it from the project's folder, in an environment with the peers of `benchmarks/requirements.txt`; those that are missing are
left out. All but the last table is CPU time, so that other work on the machine disturbs it little; two processes against one is
time by the clock, and needs a quiet machine. `--quick` leaves out the largest sizes; `--write` puts the tables into the README.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks.speed import articles, best, import_time, measure
from benchmarks.whole_growth import adversarial, many_documents, one_document, plugins, words
from benchmarks.whole_peers import PEERS, Read, versions
from benchmarks.whole_profile import functions

from eventx import Engine

HERE = Path(__file__).parent
NAMES = {"en": "English", "vi": "Vietnamese"}
_MARKS = ("<!-- whole: begin -->", "<!-- whole: end -->")
_PROCESSES = ("two processes against one, by the clock", "two that send nothing against one, the machine's own limit")
_STREAM = """
import resource, sys
from pathlib import Path
import eventx
def peak():
    # what getrusage tells is at least what the process that started this one had taken, peers and all
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    own = [int(line.split()[1]) for line in lines if line.startswith("VmHWM")]
    return (own or [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss])[0] / 1000
texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
engine = eventx.Engine()
count = int(sys.argv[2])
events = 0
for extraction in engine.extract_many(texts[number % len(texts)] for number in range(count)):
    events += len(extraction.events)
print(peak())
"""
_FIRST = """
import time
import eventx
start = time.process_time()
eventx.extract("President Ana Souza received Foreign Minister Lee Min-ho in Hanoi on March 5, 2024.")
print(time.process_time() - start)
"""


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table in Markdown; numbers to the right."""
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = [
        "| " + " | ".join(f"{cell:{'<' if not n else '>'}{widths[n]}}" for n, cell in enumerate(row)) + " |" for row in cells
    ]
    rule = "|" + "|".join("-" * (width + 1) + ("-" if not n else ":") for n, width in enumerate(widths)) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def speeds(engine: Engine, folder: Path, seconds: float) -> Iterator[str]:
    """Yield a table a language: eventx, its parts and its peers on the same articles."""
    for code, documents in sorted(articles(folder).items()):
        texts = [document.text for document in documents]
        size = sum(len(text.encode()) for text in texts)
        own = measure(engine, documents, seconds)
        rows = [
            (f"**eventx, {name}**" if name.startswith("end to end") else f"its {name}", figure) for name, figure in own.items()
        ]
        for name, (make, _) in PEERS[code].items():
            try:
                read = make()
            except ImportError as error:
                print(f"skipped: {name} ({error})", file=sys.stderr)
                continue
            rows.append((name, size / 1e6 / best(partial(_read_all, read, texts), seconds)))
        whole = own["end to end, listed"]
        cells = [(name, _figure(mbs), f"{mbs * 1e6 / size * len(documents):,.0f}", f"{whole / mbs:.2g}×") for name, mbs in rows]
        yield f"{NAMES[code]}: {len(documents)} articles, {size / 1000:.0f} KB.\n\n" + table(
            ("", "MB/s", "articles/s", "eventx is"), cells
        )


def _read_all(read: Read, texts: Sequence[str]) -> None:
    """Read texts one after another."""
    for text in texts:
        read(text)


def _figure(number: float) -> str:
    """Return a number to three digits."""
    return f"{number:.3f}" if number < 1 else f"{number:.3g}"


def growths(engine: Engine, folder: Path, *, quick: bool) -> Iterator[str]:
    """Yield the tables of growth and of hostile text, English and Vietnamese beside each other."""
    texts = {code: [one.text for one in documents] for code, documents in sorted(articles(folder).items())}
    for title, unit, measured in (
        ("one document of", "µs/KB", lambda code: one_document(engine, texts[code], code)),
        ("documents (openings)", "µs each", lambda code: many_documents(engine, texts[code], 1000 if quick else 100_000)),
        ("words looked for", "µs/KB", lambda code: words(texts[code], code)),
        ("plugins", "µs/KB", lambda code: plugins(texts[code], code)),
    ):
        columns = {code: list(_steps(title, code, measured(code))) for code in texts}
        rows = []
        for row in zip(*columns.values(), strict=True):
            # what a document of 1 KB costs is mostly what every document does: those of 10 KB are the measure of larger ones
            firsts = [column[1 if title.startswith("one") else 0][1] for column in columns.values()]
            cells = [f"{figure:,.0f} ({figure / first:.2f}×)" for first, (_, figure) in zip(firsts, row, strict=True)]
            rows.append((" / ".join(dict.fromkeys(name for name, _ in row)), *cells))
        yield table((title, *(f"{NAMES[code]}, {unit}" for code in columns)), rows)
    hostile = {code: list(_steps("hostile", code, adversarial(engine, texts[code], code))) for code in texts}
    rows = [(row[0][0], *(f"{figure:.1f}" for _, figure in row)) for row in zip(*hostile.values(), strict=True)]
    yield table(("1 MB of hostile text, times a byte of news", *(NAMES[code] for code in hostile)), rows)


def _steps(title: str, code: str, measured: Iterator[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    """Yield what is measured and tell of it as it comes."""
    for name, figure in measured:
        print(f"{title}, {code}: {name}: {figure:,.1f}", file=sys.stderr)
        yield name, figure


def profiles(engine: Engine, folder: Path) -> Iterator[str]:
    """Yield a table a language of the functions that take most time."""
    for code, documents in sorted(articles(folder).items()):
        rows = [
            (f"`{name}`", f"{calls:,.1f}", f"{own:.1%}", f"{inclusive:.1%}")
            for name, calls, own, inclusive in functions(engine, documents)
        ]
        yield table((f"by function, {NAMES[code]}", "calls an article", "alone", "with what it calls"), rows)


def costs(folder: Path, *, quick: bool) -> str:
    """Return the table of memory, imports and processes."""
    folder = folder.resolve()

    def run(*arguments: object) -> list[float]:
        # in a process of its own, as one that holds the peers' models takes longer to start others
        command = [sys.executable, *map(str, arguments)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE.parent)  # noqa: S603 - our own code
        return list(map(float, done.stdout.split()))

    count = 1000 if quick else 10_000
    rows = [
        ("import eventx", f"{import_time('import eventx'):.0f} ms"),
        ("first extract after it", f"{1000 * min(run('-c', _FIRST) for _ in range(5))[0]:.0f} ms"),
        ("eventx --help", f"{import_time('import eventx.cli'):.0f} ms"),
        (f"peak memory, {count:,} articles streamed", f"{run('-c', _STREAM, folder, count)[0]:.0f} MB"),
        *zip(_PROCESSES, (f"{ratio:.2f}×" for ratio in run("-m", "benchmarks.whole_processes", folder)), strict=False),
    ]
    return table(("", ""), rows)


def machine() -> str:
    """Return what it was measured on."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        found = re.search(r"model name\s*: (.*)", info.read_text("utf-8"))
        model = found.group(1) if found else model
    listed = ", ".join(f"{name} {version}" for name, version in versions().items())
    day = f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}"
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {day}: {listed}."


def write(tables: str) -> None:
    """Put the tables into the README, between their marks."""
    path = HERE / "README.md"
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(f"{_MARKS[0]}.*?{_MARKS[1]}", lambda _: f"{_MARKS[0]}\n{tables}\n{_MARKS[1]}", text, flags=re.DOTALL), "utf-8"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=3.0, help="how long to measure each speed")
    parser.add_argument("--folder", type=Path, default=HERE.parent / "seeds", help="the articles")
    parser.add_argument("--quick", action="store_true", help="leave out the largest sizes")
    parser.add_argument("--only", choices=("speed", "growth", "profile", "costs"), help="measure only this part")
    parser.add_argument("--write", action="store_true", help="put the tables into benchmarks/README.md")
    given = parser.parse_args()
    engine = Engine()
    parts: list[str] = []
    if given.only in (None, "speed"):
        parts += speeds(engine, given.folder, given.seconds)
    if given.only in (None, "growth"):
        parts += growths(engine, given.folder, quick=given.quick)
    if given.only in (None, "profile"):
        parts += profiles(engine, given.folder)
    if given.only in (None, "costs"):
        parts.append(costs(given.folder, quick=given.quick))
    tables = "\n\n".join([*parts, machine()])
    if given.write:
        write(tables)
    print(tables)


if __name__ == "__main__":
    main()
