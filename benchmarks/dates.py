"""eventx's dates and its peers side by side: right values, false positives, speed and memory over the same texts in one run.

    python benchmarks/dates.py [--peers NAME …] [--languages en vi] [--failures NAME] [--write] [--json]
    python benchmarks/dates.py --adversarial

Peers stand in `dates_peers.PEERS` and are installed by ``pip install -r benchmarks/requirements.txt`` (into an environment of
their own); those not installed are skipped with a line that says so. Each reads in a process of its own. What counts as right
is told in `dates_values`, what the texts are in `dates_texts`, what each peer is told in its function in `dates_peers`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.metadata
import json
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from dates_adversarial import slowdown
from dates_found import Found
from dates_free import dateless
from dates_peers import PEERS, Text
from dates_plain import plain
from dates_reader import varied
from dates_texts import Sample, cases, generated
from dates_values import Score, add

from eventx import Document

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
LIMIT = 1800  # seconds that a peer may take for all it is given
LONG = 100_000  # the characters of the one long text
NAMES = {"en": "English", "vi": "Vietnamese"}
COLUMNS = (
    *("right: cases", "right: generated", "exact", "value F1", "false, dated", "false / 10 KB: traps", "false / 10 KB: news"),
    *("KB/s", "KB/s, long", "MB"),
)


@dataclass(frozen=True)
class Row:
    """What came out for one peer in one language."""

    peer: str
    score: Score
    speed: float
    long: float | None
    memory: float
    raised: int

    def cells(self) -> list[str]:
        """Return the cells of the table."""
        score = self.score
        shares = [score.right.get(name, 0) / max(score.wanted.get(name, 0), 1) for name in ("cases", "generated")]
        return [
            *(f"{100 * share:.1f} %" for share in shares),
            f"{100 * score.exact / max(sum(score.wanted.values()), 1):.1f} %",
            f"{score.value_f1:.3f}",
            str(score.outside),
            f"{score.dateless_rate('cases', 'traps'):.1f}",
            f"{score.dateless_rate('news'):.1f}",
            speed(self.speed),
            speed(self.long),
            f"{self.memory:.0f}",
        ]


def speed(value: float | None) -> str:
    """Return KB a second, to two figures that matter."""
    if value is None:
        return "—"
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}"


def missing(name: str) -> list[str]:
    """Return the distributions that a peer lacks."""
    lacking = []
    for distribution in PEERS[name].needs:
        try:
            importlib.metadata.version(distribution)
        except importlib.metadata.PackageNotFoundError:
            lacking.append(distribution)
    return lacking


def versions(names: Sequence[str]) -> str:
    """Return the versions of what the peers need."""
    distributions = dict.fromkeys(one for name in names for one in PEERS[name].needs)
    return ", ".join(f"{one} {importlib.metadata.version(one)}" for one in distributions)


def samples(language: str, rounds: int) -> list[Sample]:
    """Return all texts: cases, sentences made up, paragraphs without dates (published on a day like any other)."""
    without = [("traps", text) for text in dateless(language, 5 * rounds)] + [("news", text) for text in plain(language)]
    free = [Sample(source, Text(text, "2023-06-15", "2023-06-15"), ()) for source, text in without]
    return [*cases(language), *generated(language, rounds), *free]


def articles(language: str) -> list[Text]:
    """Return the example articles of a language, to measure speed on."""
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return [Text(text, None, "2023-06-15") for text in texts if Document(text).lang == language]


def run(peer: str, language: str, job: dict[str, object], limit: float) -> dict[str, object] | str:
    """Return what a peer's process answered, or what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        asked, answer = Path(folder) / "job.json", Path(folder) / "answer.json"
        asked.write_text(json.dumps(job), "utf-8")
        command = [sys.executable, str(HERE / "dates_reader.py"), peer, language, str(asked), str(answer)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=limit, cwd=folder, check=False)  # noqa: S603 - our own
        except subprocess.TimeoutExpired:
            return f"not done in {limit:.0f} s"
        if not answer.exists():
            return (done.stderr.strip().splitlines() or ["ended without an answer"])[-1]
        told: dict[str, object] = json.loads(answer.read_text("utf-8"))
        return told


def measured(peer: str, language: str, given: list[Sample], seconds: float) -> Row | str:
    """Return the row of a peer, or what went wrong."""
    texts, news = [asdict(sample.text) for sample in given], articles(language)
    told = run(peer, language, {"texts": texts, "articles": [asdict(text) for text in news], "seconds": seconds}, LIMIT)
    if isinstance(told, str):
        return told
    joined = "\n\n".join(text.text for text in news)
    long = "\n\n".join(varied(joined, number) for number in range(LONG // len(joined) + 1))[:LONG]
    again = run(peer, language, {"texts": [], "articles": [asdict(Text(long, None, "2023-06-15"))], "seconds": 1}, 30 * seconds)
    score = Score()
    for sample, found in zip(given, told["found"], strict=True):  # type: ignore[call-overload] # as the process wrote it
        add(score, sample.text.text, sample.source, sample.wanted, [Found(**item) for item in found])
    long_speed = None if isinstance(again, str) else float(str(again["speed"]))
    return Row(peer, score, float(str(told["speed"])), long_speed, float(str(told["memory"])), int(str(told["raised"])))


def table(language: str, rows: Sequence[Row], given: Sequence[Sample]) -> str:
    """Return a table in Markdown, the best share of right values first."""
    wanted = {name: sum(len(one.wanted) for one in given if one.source == name) for name in ("cases", "generated")}
    free = [one for one in given if not one.wanted]
    size = sum(len(one.text.text.encode()) for one in free) / 1000
    news = sum(len(one.text.text.encode()) for one in free if one.source == "news") / 1000
    head = (
        f"{NAMES[language]}: {wanted['cases']} dates in cases, {wanted['generated']} in generated sentences, "
        f"{len(free)} texts ({size:.0f} KB) without dates, {news:.0f} KB of them news."
    )
    lines = [head, "", "| | " + " | ".join(COLUMNS) + " |", "|---|" + "---:|" * len(COLUMNS)]
    ordered = sorted(rows, key=lambda row: -row.score.recall)
    lines += [f"| {row.peer} | " + " | ".join(row.cells()) + " |" for row in ordered]
    raised = [f"{row.peer} raised on {row.raised} texts" for row in ordered if row.raised]
    return "\n".join([*lines, *(["", "; ".join(raised) + "."] if raised else [])])


def write(tables: str) -> None:
    """Put the tables into the README, between their marks."""
    path = HERE / "README.md"
    marks = ("<!-- dates: begin -->", "<!-- dates: end -->")
    pattern = f"{marks[0]}.*?{marks[1]}"
    text = path.read_text("utf-8")
    path.write_text(re.sub(pattern, lambda _: f"{marks[0]}\n{tables}\n{marks[1]}", text, flags=re.DOTALL), "utf-8")


def arguments() -> argparse.Namespace:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", nargs="+", default=list(PEERS), choices=list(PEERS), metavar="NAME", help=", ".join(PEERS))
    parser.add_argument("--languages", nargs="+", default=list(NAMES), choices=list(NAMES))
    parser.add_argument("--rounds", type=int, default=6, help="sentences to make up of each phrase")
    parser.add_argument("--seconds", type=float, default=5.0, help="how long to measure a peer's speed")
    parser.add_argument("--failures", metavar="NAME", help="print what this peer got wrong instead of the table")
    parser.add_argument("--write", action="store_true", help="put the tables into README.md")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--adversarial", action="store_true", help="eventx alone: time a byte of hostile text against normal text"
    )
    return parser.parse_args()


def main() -> None:
    """Measure and print."""
    given = arguments()
    if given.adversarial:
        print(slowdown(SEEDS))
        return
    names = [given.failures] if given.failures else given.peers
    for name in [name for name in names if missing(name)]:
        print(f"skipped: {name} (not installed: {', '.join(missing(name))})", file=sys.stderr)
        names = [other for other in names if other != name]
    parts, figures = [], {}
    for language in given.languages:
        texts, rows = samples(language, given.rounds), []
        for name in [name for name in names if language in PEERS[name].languages]:
            row = measured(name, language, texts, given.seconds)
            if isinstance(row, str):
                print(f"skipped: {name}, {NAMES[language]} ({row})", file=sys.stderr)
                continue
            rows.append(row)
            print(f"{language} {name}: {dict(zip(COLUMNS, row.cells(), strict=True))}", file=sys.stderr)
            if given.failures:
                print("\n".join(row.score.failures))
        parts.append(table(language, rows, texts))
        figures[language] = {row.peer: dict(zip(COLUMNS, row.cells(), strict=True)) for row in rows}
    made = f"Python {platform.python_version()}, {dt.datetime.now(tz=dt.UTC):%Y-%m-%d}: {versions(names)}."
    tables = "\n\n".join([*parts, made])
    if given.write:
        write(tables)
    if not given.failures:
        print(json.dumps(figures, ensure_ascii=False, indent=2) if given.json else tables)


if __name__ == "__main__":
    main()
