"""Measure what the tests notice: change the code in one place at a time and see whether a test fails.

    python scripts/mutation.py FOLDER [--sample 30] [--seed 1] [--only merger]

Needs git, and cosmic-ray in the environment (``pip install cosmic-ray``). FOLDER gets a copy of the last commit, in which the
changes are made, and the results. Of each group of modules so many places are drawn, and one change for each; changes of
annotations, which are never evaluated, and of how much a cache holds are left out. Each change has the tests of its group to
get past. Told are the share of changes that a test noticed, and each that none did.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import sqlite3
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORE = "tests/core/"
GROUPS: dict[str, tuple[str, str]] = {
    "merger": (
        "merger/*.py",
        f"{CORE}merger {CORE}test_visitors.py tests/test_passages.py tests/test_events.py tests/test_seeds.py",
    ),
    "engine": (
        (
            "engine.py outcome.py failures.py as_given.py chooser.py plugins.py isolation.py options.py handed_in.py "
            "soundness.py extractors.py problems.py"
        ),
        (
            f"{CORE}test_core_details.py {CORE}test_engine_bounds.py {CORE}test_broken_plugins.py {CORE}test_plugins.py "
            f"{CORE}test_engine.py {CORE}test_processes.py"
        ),
    ),
    "values": (
        "edtf.py model.py contribution.py records.py",
        f"{CORE}test_edtf.py {CORE}test_date_bounds.py {CORE}test_model.py {CORE}test_records.py {CORE}test_core_details.py",
    ),
    "texts": (
        "text.py document.py language.py lexicon.py words_format.py",
        (
            f"{CORE}test_core_details.py {CORE}test_text.py {CORE}test_text_bounds.py {CORE}test_document.py "
            f"{CORE}test_lexicon.py {CORE}test_engine.py"
        ),
    ),
    "json": (
        "serialise.py converter.py strict.py",
        f"{CORE}test_dumps.py {CORE}test_loads.py {CORE}test_strict.py {CORE}test_serialise.py {CORE}test_schema.py",
    ),
    "frames": (
        "frames.py slots.py anchor.py nouns.py clauses/*.py",
        (
            f"{CORE}test_frames.py {CORE}test_frame_windows.py {CORE}test_nouns.py {CORE}test_clauses.py "
            f"{CORE}test_clause_bounds.py tests/test_seeds.py tests/plugins/test_engagements.py"
        ),
    ),
}
"""The modules of each group, and the tests that must notice a change of them."""

SKIPPED = ("ReplaceBinaryOperator_BitOr", "ReplaceBinaryOperator_BitAnd", "RemoveDecorator", "ExceptionReplacer")
"""Kinds of changes that are no question to tests here: types joined by |, caches taken away, exceptions of other kinds."""

CONFIG = """[cosmic-ray]
module-path = {modules}
timeout = {timeout}
excluded-modules = []
test-command = "{python} -m pytest -x -q -p no:cacheprovider {tests}"
[cosmic-ray.distributor]
name = "local"
"""


def annotations(path: Path) -> set[int]:
    """Return the places (row and column as one number) that lie in annotations and in the sizes of caches."""
    inside: set[int] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        parts = [getattr(node, name, None) for name in ("annotation", "returns")]
        parts += [part for part in getattr(node, "decorator_list", ()) if ast.unparse(part).startswith("lru_cache(")]
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            parts.append(node)
        for part in parts:
            if isinstance(part, ast.AST):
                first, last = part.lineno * 1000 + part.col_offset, part.end_lineno * 1000 + part.end_col_offset  # type: ignore[attr-defined, operator] # a node with a place
                inside.update(range(first, last + 1))
    return inside


def draw(session: Path, tree: Path, size: int, seed: int) -> int:
    """Leave a sample of the changes in a session: so many places, one change each; return how many places there are."""
    database = sqlite3.connect(session)
    rows = database.execute(
        "SELECT job_id, module_path, operator_name, start_pos_row, start_pos_col FROM mutation_specs"
    ).fetchall()
    outside = {module: annotations(tree / module) for module in {row[1] for row in rows}}
    places: dict[tuple[str, int, int], list[str]] = defaultdict(list)
    for job, module, operator, row, column in sorted(rows):
        name = operator.rpartition("/")[2]
        if not name.startswith(SKIPPED) and row * 1000 + column not in outside[module]:
            places[module, row, column].append(job)
    dice = random.Random(seed)  # noqa: S311 - a sample, no secret
    drawn = dice.sample(sorted(places), min(size, len(places)))
    kept = [(dice.choice(places[place]),) for place in drawn]
    database.execute("CREATE TEMP TABLE kept (job TEXT)")
    database.executemany("INSERT INTO kept VALUES (?)", kept)
    for table in ("mutation_specs", "work_items"):
        database.execute(f"DELETE FROM {table} WHERE job_id NOT IN (SELECT job FROM kept)")  # noqa: S608 - names written here
    database.commit()
    return len(places)


def run(command: list[str], tree: Path) -> None:
    """Run a command of cosmic-ray in the copy."""
    environment = os.environ | {
        "PYTHONPATH": f"{tree / 'src'}{os.pathsep}{tree / 'plugins'}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "HYPOTHESIS_PROFILE": "steady",
    }
    tool = Path(sys.executable).parent / "cosmic-ray"
    subprocess.run([str(tool), *command], cwd=tree, env=environment, check=True)  # noqa: S603 - our own


def report(session: Path) -> tuple[int, int]:
    """Print each change that no test noticed; return how many were noticed, and how many there were."""
    database = sqlite3.connect(session)
    query = (
        "SELECT m.module_path, m.start_pos_row, m.operator_name, r.test_outcome, r.diff FROM mutation_specs m "
        "JOIN work_results r USING (job_id) ORDER BY m.module_path, m.start_pos_row"
    )
    rows = database.execute(query).fetchall()
    survived = [row for row in rows if "SURVIVED" in str(row[3]).upper()]
    for module, line, operator, _, diff in survived:
        changed = [text for text in str(diff).splitlines() if text[:1] in "+-" and text[:3] not in ("+++", "---")]
        print(f"  {module}:{line} {operator.rpartition('/')[2]}\n    " + "\n    ".join(changed))
    return len(rows) - len(survived), len(rows)


def main() -> None:
    """Draw, change, test and tell."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--sample", type=int, default=30, help="places drawn of each group")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--only", choices=GROUPS, action="append", help="this group only; may be repeated")
    arguments.add_argument("--report", action="store_true", help="tell what earlier runs found")
    given = arguments.parse_args()
    folder = given.folder.resolve()
    tree = folder / "tree"
    if not tree.exists():
        subprocess.run(["git", "clone", "-q", str(ROOT), str(tree)], check=True)  # noqa: S603, S607 - our own
        # compiled by content: a change within the same second must not be overlooked
        command = ["-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "src", "plugins"]
        subprocess.run([sys.executable, *command], cwd=tree, check=True)  # noqa: S603 - our own
    killed = total = 0
    for name in given.only or GROUPS:
        session = folder / f"{name}.sqlite"
        if not given.report:
            modules, tests = GROUPS[name]
            paths = [
                str(path.relative_to(tree)) for glob in modules.split() for path in sorted((tree / "src" / "eventx").glob(glob))
            ]
            config = folder / f"{name}.toml"
            config.write_text(CONFIG.format(modules=paths, timeout=120, python=sys.executable, tests=tests), encoding="utf-8")
            run(["baseline", str(config)], tree)
            run(["init", "--force", str(config), str(session)], tree)
            print(f"{name}: {draw(session, tree, given.sample, given.seed)} places", flush=True)
            run(["exec", str(config), str(session)], tree)
        noticed, made = report(session)
        print(f"{name}: {noticed} of {made} noticed", flush=True)
        killed, total = killed + noticed, total + made
    print(f"all: {killed} of {total} noticed ({killed / max(total, 1):.1%})")


if __name__ == "__main__":
    main()
