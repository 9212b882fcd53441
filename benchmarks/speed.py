"""How fast eventx reads: MB of UTF-8 a second on one core, end to end and for each part, English and Vietnamese apart.

    python benchmarks/speed.py [--seconds 3] [--folder seeds] [--json]

Each language's articles are read over and over for some seconds after one round of warming up; the best of three rounds counts.
"End to end" is what `Engine.extract` takes, "listed" what `Engine.extract_many` takes of a list of them. The parts are then
measured in the order in which the Engine runs them, each document made anew, so that who first needs a view of it (its sentences,
its words in lower case) pays for it: "words" is the one pass for all lexicons. Figures are of CPU time, so that other work on the
machine disturbs them little.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from eventx import Document, Engine
from eventx.contribution import ordered, stamped
from eventx.merger import merge

T = TypeVar("T")
ROOT = Path(__file__).parents[1]
_TIMES = 32
"""How many times the articles stand in the list."""


def articles(folder: Path) -> dict[str, list[Document]]:
    """Return the articles of a folder by language."""
    found: dict[str, list[Document]] = {}
    for path in sorted(folder.glob("*.txt")):
        document = Document(path.read_text("utf-8"), id=path.stem)
        found.setdefault(document.lang, []).append(Document(document.text, id=path.stem, language=document.lang))
    return found


def best(work: Callable[[], object], seconds: float) -> float:
    """Return the CPU seconds that one call takes: the best of three rounds."""
    work()
    times = []
    for _ in range(3):
        count, start = 0, time.process_time()
        while time.process_time() - start < seconds / 3:
            work()
            count += 1
        times.append((time.process_time() - start) / count)
    return min(times)


def measure(engine: Engine, documents: list[Document], seconds: float) -> dict[str, float]:
    """Return MB a second, end to end and for each part."""
    size = sum(len(document.text.encode()) for document in documents) / 1e6
    whole = best(lambda: [engine.extract(anew(document)) for document in documents], seconds)
    # a list of them is worked on some at a time; no extraction is kept, as where each is written out
    listed = best(lambda: deque(engine.extract_many([anew(one) for one in documents * _TIMES]), maxlen=0), seconds) / _TIMES
    rounds = []
    start = time.process_time()
    while time.process_time() - start < seconds or len(rounds) < 3:
        rounds.append(parts(engine, documents))
    fastest = {name: min(one[name] for one in rounds) for name in rounds[0]}
    return {"end to end": size / whole, "end to end, listed": size / listed} | {
        name: size / taken for name, taken in fastest.items()
    }


def anew(document: Document) -> Document:
    """Return the document without the views computed for it."""
    return Document(document.text, id=document.id, language=document.language)


def parts(engine: Engine, documents: Sequence[Document]) -> dict[str, float]:
    """Return the CPU seconds of each part over all documents, once."""
    taken: dict[str, float] = {}

    def timed(name: str, work: Callable[[], T]) -> T:
        start = time.process_time()
        result = work()
        taken[name] = taken.get(name, 0.0) + time.process_time() - start
        return result

    for document in map(anew, documents):
        timed("words", lambda d=document: engine._scan(d))  # noqa: SLF001 - the part to measure has no public name
        found = []
        for extractor in engine.extractors:
            if not extractor.languages or document.lang in extractor.languages:
                options = extractor.options_type()
                told = timed(extractor.name, lambda d=document, e=extractor, o=options: list(e.extract(d, o)))
                found += [stamped(contribution, extractor.name) for contribution in told]
        merged = ordered(found)
        timed("merger", lambda d=document, m=merged: merge(d, m, types=engine.event_types))
    return taken


def import_time(code: str) -> float:
    """Return the milliseconds of CPU that some code takes beyond starting Python: the best of ten."""

    def run(line: str) -> float:
        before = os.times()
        subprocess.run([sys.executable, "-c", line], check=True)  # noqa: S603 - our own code
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    return 1000 * (min(run(code) for _ in range(10)) - min(run("pass") for _ in range(10)))


def main() -> None:
    """Measure and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seconds", type=float, default=3.0, help="how long to measure each part")
    arguments.add_argument("--folder", type=Path, default=ROOT / "seeds", help="the articles")
    arguments.add_argument("--json", action="store_true", help="print JSON")
    given = arguments.parse_args()
    engine = Engine()
    figures = {code: measure(engine, documents, given.seconds) for code, documents in sorted(articles(given.folder).items())}
    imports = {
        "import eventx": import_time("import eventx"),
        "eventx.Engine()": import_time("import eventx; eventx.Engine()"),
        "eventx --help": import_time("import eventx.cli"),
    }
    if given.json:
        print(json.dumps({"megabytes_per_second": figures, "milliseconds": imports}))
        return
    names = dict.fromkeys(name for column in figures.values() for name in column)
    print(f"{'MB/s':20}" + "".join(f"{code:>10}" for code in figures))
    for name in names:
        print(f"{name:20}" + "".join(f"{column.get(name, float('nan')):10.2f}" for column in figures.values()))
    print()
    for name, milliseconds in imports.items():
        print(f"{name:20}{milliseconds:10.0f} ms")


if __name__ == "__main__":
    main()
