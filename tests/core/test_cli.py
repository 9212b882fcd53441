"""The command: what it prints, what it complains of, and its exit codes."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from eventx import Extraction, loads
from eventx.cli import main

TINY = r'''
"""Finds signings: the word "signed", and who stands before it."""
import re
from eventx import Contribution, Mention, Slot, Span, Title, Trigger, extractor, hookimpl

@extractor(name="tiny", provides=("trigger", "mention"), languages=("en", "vi"))
def tiny(document, options):
    for match in re.finditer(r"President ([A-Z]\w+ [A-Z]\w+)", document.text):
        mention = Mention(name=match[1], titles=(Title(text="President"),), country="LA")
        yield Contribution(field="mention", value=mention, span=Span(match.start(1), match.end(1)), rule="tiny.president")
    for match in re.finditer(r"(will )?sign(ed)?\b", document.text):
        status = "hypothetical" if "if" in document.text else "planned" if match[1] else "held"
        slot = Slot(role="signatory", spans=(Span(0, match.start()),), take="last")
        trigger = Trigger(type="signing", status=status, slots=(slot,), fields=(("documents", ("a treaty",)),))
        yield Contribution(field="trigger", value=trigger, span=Span(match.start(), match.end()), rule="tiny.signed")

@hookimpl
def eventx_extractors():
    return [tiny]
'''

Run = Callable[..., Result]


@pytest.fixture
def run(install: Callable[..., Path]) -> Run:
    """Return a function that runs a command with a tiny plugin only."""
    install("tiny", TINY)

    def call(command: str, *arguments: str | Path, plugin: bool = True, **options: object) -> Result:
        only = ["--plugin", "tiny"] if plugin else []
        return CliRunner().invoke(main, [command, *only, *map(str, arguments)], **options)  # type: ignore[arg-type]

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return an article with one signing."""
    path = tmp_path / "news" / "one.txt"
    path.parent.mkdir()
    path.write_text("President Anna Example signed a treaty.\nNothing else was said.\n", encoding="utf-8")
    return path


def test_json_lines(run: Run, article: Path) -> None:
    """Each document is a line that `loads` reads."""
    result = run("extract", "--format", "jsonl", article, article)

    assert (0, "", 2) == (result.exit_code, result.stderr, len(result.stdout.splitlines()))
    extraction = loads(result.stdout.splitlines()[0])
    assert isinstance(extraction, Extraction)
    assert ("one", ["signing"]) == (extraction.document.id, [event.type for event in extraction.events])
    assert ["Anna Example"] == [person.name for person in extraction.events[0].participants]


def test_json_is_one_list(run: Run, article: Path) -> None:
    """JSON output is a list of documents, and a list if there are none."""
    assert ["one", "one"] == [
        x["document"]["id"] for x in json.loads(run("extract", "--format", "json", article, article).stdout)
    ]
    assert [] == json.loads(run("extract", "--format", "json", "absent").stdout)


def test_csv(run: Run, article: Path) -> None:
    """CSV output has a row an event and the own fields of all types as columns."""
    (row,) = csv.DictReader(io.StringIO(run("extract", "--format", "csv", article).stdout))

    assert ("one", "signing", "a treaty") == (row["document"], row["type"], row["documents"])
    assert ("Anna Example", "signatory", "LA", "President") == tuple(
        row[key] for key in ("participants", "roles", "countries", "titles")
    )


@pytest.mark.parametrize("width", [80, 120])
def test_table(run: Run, article: Path, width: int) -> None:
    """The table tells type, who, role and words, and fits the terminal."""
    result = run("extract", article, env={"COLUMNS": str(width)})

    assert 0 == result.exit_code
    assert all(word in result.stdout for word in ("one · en", "1 event", "signing", "Anna Example", "signatory", "signed"))
    assert width >= max(map(len, result.stdout.splitlines()))


def test_provenance(run: Run, article: Path) -> None:
    """Provenance stands in JSON if asked for."""
    (line,) = run("extract", "--format", "jsonl", "--provenance", article).stdout.splitlines()

    assert json.loads(line)["events"][0]["provenance"]


def test_hypothetical_events_on_request(run: Run) -> None:
    """What is told as hypothetical is left out unless asked for."""
    text = "Much depends on whether and if President Anna Example signed it."
    kept = run("extract", "--format", "jsonl", "--hypothetical", "-", input=text)

    assert ["hypothetical"] == [event["status"] for event in json.loads(kept.stdout)["events"]]
    assert [] == json.loads(run("extract", "--format", "jsonl", "-", input=text).stdout)["events"]


def test_published_and_language(run: Run, article: Path) -> None:
    """What the caller knows of the documents is in the output."""
    result = run("extract", "--format", "jsonl", "--published", "2022-09-06", "--language", "vi", article)

    assert ("2022-09-06", "vi") == tuple(json.loads(result.stdout)["document"][key] for key in ("published", "language"))


def test_output_to_a_file(run: Run, article: Path, tmp_path: Path) -> None:
    """The output goes to a file as UTF-8; one that cannot be written is named."""
    target = tmp_path / "out.jsonl"

    assert (0, "") == (run("extract", "--format", "jsonl", "-o", target, article).exit_code, "")
    assert 1 == len(target.read_text("utf-8").splitlines())
    failed = run("extract", "-o", tmp_path / "no" / "out", article)
    assert (1, True) == (failed.exit_code, "--output: " in failed.stderr and "No such file" in failed.stderr)


def test_bad_inputs_are_named_and_the_others_are_read(run: Run, article: Path, tmp_path: Path) -> None:
    """Every bad input is named on standard error, the exit code is 1, and everything else is extracted."""
    bad = {"empty.txt": b"", "blank.txt": b" \n", "nul.txt": b"a\0b", "latin.txt": b"\xe0", "s.jsonl": b'{"text": "\\ud800"}'}
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "nothing").mkdir()
    names = [*bad, "nothing", "missing"]

    result = run("extract", "--format", "jsonl", *(tmp_path / name for name in names), article)

    assert 1 == result.exit_code
    assert ["one"] == [json.loads(line)["document"]["id"] for line in result.stdout.splitlines()]
    assert [True] * len(names) == [
        str(tmp_path / name) in line for name, line in zip(names, result.stderr.splitlines(), strict=True)
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--published", "notadate"), "--published: 'notadate' is not a date; write it as YYYY-MM-DD, e.g. 2022-09-05"),
        (("--published", "2022-02-30"), "--published: '2022-02-30' is not a date"),
        (("--language", "xx"), "--language: no plugin reads 'xx'; languages: en, vi"),
        (("--plugin", "absent"), "no plugin named absent; installed: "),
        (("--no-plugin", "tiny"), "no extractor is loaded"),
    ],
)
def test_bad_options_end_in_a_message(run: Run, article: Path, arguments: tuple[str, ...], message: str) -> None:
    """An option that makes no sense is named with its remedy, on one line, with exit code 1."""
    result = run("extract", *arguments, article)

    assert (1, 1) == (result.exit_code, len(result.stderr.splitlines()))
    assert message in result.stderr


@pytest.mark.parametrize("command", ["extract", "explain"])
def test_a_broken_plugin_on_the_path(run: Run, article: Path, install: Callable[..., Path], command: str) -> None:
    """A plugin that cannot be loaded is named with version and reason; the others work; the exit code is 1."""
    install("broken", "import a_module_that_does_not_exist", version="0.9")

    result = run(command, "--plugin", "broken", article)

    assert 1 == result.exit_code
    assert "plugin broken (broken-dist 0.9) failed at load: ModuleNotFoundError: No module named 'a_module" in result.stderr
    assert "Anna Example" in result.stdout


def test_a_plugin_that_fails_on_a_document(run: Run, article: Path, install: Callable[..., Path]) -> None:
    """A failure while extracting is told on standard error and in the output; the others' events are there."""
    source = TINY.replace("tiny", "failing").replace("    for match", "    raise KeyError('oops')\n    for match", 1)
    install("failing", source)

    result = run("extract", "--plugin", "failing", "--format", "jsonl", article, article, article)

    for line in map(json.loads, result.stdout.splitlines()):
        assert (1, 1, 1) == (result.exit_code, len(line["events"]), len(line["problems"]))
    first, more = result.stderr.splitlines()
    assert "plugin failing (failing-dist 1.0), extractor failing failed at extract on document one: KeyError" in first
    assert "plugin failing: the same on 2 more documents: KeyError" in more


def test_plugins(run: Run, install: Callable[..., Path]) -> None:
    """The list tells of each plugin what became of it and what it extracts."""
    install("broken", "raise RuntimeError('no')")
    result = run("plugins", "--plugin", "broken")

    assert 1 == result.exit_code
    assert (
        "tiny (tiny-dist 1.0): loaded\n  hooks: eventx_extractors\n  extractor tiny: trigger, mention (en, vi)" in result.stdout
    )
    assert "broken (broken-dist 1.0): failed: RuntimeError: no" in result.stdout
    listed = {plugin["name"]: plugin for plugin in json.loads(run("plugins", "--json").stdout)}
    assert ("loaded", ["tiny"]) == (listed["tiny"]["status"], [x["name"] for x in listed["tiny"]["extractors"]])
    assert "blocked" == listed["dates"]["status"]


CHOOSY = TINY.replace('languages=("en", "vi"))', 'languages=("en", "vi"), options_type=Options)').replace(
    "@extractor(",
    """import attrs
from eventx import Event

@attrs.frozen(kw_only=True)
class Options:
    far: int = 3
    words: tuple[str, ...] = ("a",)
    seen: list = attrs.field(factory=list)

@attrs.frozen(kw_only=True)
class Truce(Event):
    type = "truce"

@hookimpl
def eventx_event_types():
    return [Truce]

@extractor(""",
    1,
)


def test_plugins_with_options_and_event_types(install: Callable[..., Path]) -> None:
    """The list tells of each option its type and default, and of each event type."""
    install("choosy", CHOOSY.replace("tiny", "choosy"))

    told = CliRunner().invoke(main, ["plugins"]).stdout
    listed = {plugin["name"]: plugin for plugin in json.loads(CliRunner().invoke(main, ["plugins", "--json"]).stdout)}

    assert "  event types: truce\n" in told
    assert "    option far: int = 3\n" in told
    (extractor,) = listed["choosy"]["extractors"]
    assert ["truce"] == listed["choosy"]["event_types"]
    assert {"type": "int", "default": 3} == extractor["options"]["far"]
    assert "('a',)" == extractor["options"]["words"]["default"]
    assert extractor["options"]["seen"]["default"] is None
    assert ["en", "vi"] == extractor["languages"]


def test_plugins_never_imports_what_is_blocked(run: Run, install: Callable[..., Path]) -> None:
    """A plugin that would end the program can be listed and left out."""
    install("bomb", "raise SystemExit('boom')")

    assert 0 == run("plugins", "--no-plugin", "bomb").exit_code


def test_explain(run: Run, article: Path) -> None:
    """The report tells for each field who said it, and for a silent sentence how far it got."""
    result = run("explain", article)

    assert 0 == result.exit_code
    for words in ("signing", "“signed”", "tiny.signed", "Anna Example", "sentences that gave no event", "Nothing else was said."):
        assert words in result.stdout
    whole = loads(run("explain", "--json", article).stdout)
    assert whole.contributions
    assert article.read_text("utf-8") == whole.document.text


def test_explain_names_what_it_cannot_read(run: Run) -> None:
    """A missing file is named; the exit code is 1."""
    result = run("explain", "absent.txt")

    assert (1, "eventx: absent.txt: no such file or folder\n") == (result.exit_code, result.stderr)


def test_schema(run: Run, article: Path) -> None:
    """The schema printed holds for the lines printed."""
    schema = json.loads(run("schema").stdout)

    jsonschema.validate(json.loads(run("extract", "--format", "jsonl", article).stdout), schema)


def test_no_arguments_is_a_question_of_usage() -> None:
    """A command without a path tells how it is used, with exit code 2."""
    result = CliRunner().invoke(main, ["extract"])

    assert (2, True) == (result.exit_code, "Usage: " in result.stderr)


def test_the_installed_command(article: Path) -> None:
    """The command runs as a program, in a pipe, and says its version."""
    command = [sys.executable, "-m", "eventx"]

    assert "eventx, version " in subprocess.run([*command, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own
    piped = subprocess.run([*command, "extract", "--help"], capture_output=True, text=True, check=True)  # noqa: S603 - our own
    assert "PATH" in piped.stdout
    assert article.exists()


def test_reconcile(run: Run, article: Path) -> None:
    """With --reconcile each event comes out once with the documents that tell of it, as a table or as lines of JSON."""
    again = article.with_name("two.txt")
    again.write_text(article.read_text("utf-8"), encoding="utf-8")

    lines = run("extract", "--reconcile", "--format", "jsonl", article, again)
    table = run("extract", "--reconcile", article, again)

    found = [json.loads(line) for line in lines.stdout.splitlines()]
    # the tiny plugin tells no date, and without one nothing is joined
    assert [["one"], ["two"]] == [[source["document"] for source in one["sources"]] for one in found]
    assert all("signed" in one["sources"][0]["event"]["evidence"][0]["text"] for one in found)
    assert (0, "2 events of 2 documents", True) == (table.exit_code, table.stdout.splitlines()[0], "told by" in table.stdout)


def test_reconcile_has_no_csv(run: Run, article: Path) -> None:
    """Formats with a row or an object a document are refused with --reconcile."""
    result = run("extract", "--reconcile", "--format", "csv", article)

    assert (2, True) == (result.exit_code, "--reconcile prints a table or jsonl" in result.stderr)


def test_time_limit(install: Callable[..., Path], article: Path) -> None:
    """An extractor that takes longer costs its own output; a limit of nothing is refused."""
    install("tiny", TINY)
    install("stuck", TINY.replace("tiny", "stuck").replace("document, options):", "document, options):\n    while True: pass"))
    command = ["extract", "--plugin", "tiny", "--plugin", "stuck", "--format", "jsonl", "--time-limit"]

    result = CliRunner().invoke(main, [*command, "0.2", str(article)])
    refused = CliRunner().invoke(main, [*command, "0", str(article)])

    assert (1, 1) == (result.exit_code, len(loads(result.stdout).events))
    assert "extractor stuck failed at extract on document one: TimeoutError: stuck took longer than 0.2 s" in result.stderr
    assert 2 == refused.exit_code


def test_processes_change_nothing_but_the_time(run: Run, article: Path, tmp_path: Path) -> None:
    """The output stays in order; what cannot be read is told as before."""
    for number in range(5):
        (article.parent / f"{number}.txt").write_text(article.read_text("utf-8").replace("Ana", "ABCDE"[number] + "na"), "utf-8")
    arguments = ("--format", "jsonl", article.parent, tmp_path / "missing")

    one, two = run("extract", *arguments), run("extract", "--processes", "2", *arguments)

    assert (one.exit_code, one.stdout, one.stderr) == (two.exit_code, two.stdout, two.stderr)
    assert 6 == len(two.stdout.splitlines())


def _as_installed(arguments: list[str], **options: object) -> subprocess.CompletedProcess[str]:
    """Return what the command does as a program of its own."""
    command = [sys.executable, "-m", "eventx", *arguments]
    return subprocess.run(command, text=True, check=False, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload,no-any-return]  # noqa: S603 - our own


def test_output_is_no_input(run: Run, article: Path) -> None:
    """A file that is read is not written, whether it is named, linked or lies in a folder that is read; it stays as it is."""
    before = article.read_text("utf-8")
    link = article.with_name("link")
    link.symlink_to(article)

    for path, target in ((article, article), (article.parent, article), (article, link)):
        result = run("extract", path, "-o", target)
        assert (2, True) == (result.exit_code, f"--output: {target} is one of the files to be read" in result.stderr)
    assert before == article.read_text("utf-8")


@pytest.mark.parametrize("command", ["extract", "dates"])
def test_output_stays_where_nothing_could_be_read(article: Path, tmp_path: Path, command: str) -> None:
    """An earlier output outlives a run that reads nothing; no file is made by it either; one that reads something replaces it."""
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text("earlier", encoding="utf-8")
    old.chmod(0o640)
    before = sorted(tmp_path.iterdir())

    for target in (old, new):
        assert 1 == CliRunner().invoke(main, [command, "--format", "csv", "absent.txt", "-o", str(target)]).exit_code
    assert ("earlier", before) == (old.read_text("utf-8"), sorted(tmp_path.iterdir()))
    CliRunner().invoke(main, [command, "--format", "csv", str(article), "-o", str(old)])
    assert (True, 0o640) == (old.read_text("utf-8").startswith("document,"), old.stat().st_mode & 0o777)
    assert before == sorted(tmp_path.iterdir())


def test_output_in_the_folder_that_is_read(run: Run, article: Path) -> None:
    """What is written is not read: the file is there when all is read."""
    target = article.with_name("out.jsonl")

    assert 0 == run("extract", "--format", "jsonl", article.parent, "-o", target).exit_code
    assert 1 == len(target.read_text("utf-8").splitlines())


def test_output_through_a_link(run: Run, article: Path, tmp_path: Path) -> None:
    """The file that a link points at is written; the link stays."""
    link, target = tmp_path / "link", tmp_path / "target"
    link.symlink_to(target)

    assert 0 == run("extract", article, "-o", link).exit_code
    assert (True, True) == (link.is_symlink(), "signing" in target.read_text("utf-8"))


def test_output_that_must_stay_is_filled(run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be replaced, such as one that is mounted, gets the output all the same."""

    def refuse(*_: object) -> None:
        raise OSError(16, "Device or resource busy")

    monkeypatch.setattr(Path, "replace", refuse)
    target = tmp_path / "out"
    assert 0 == run("extract", article, "-o", target).exit_code
    assert ["news", "out"] == [path.name for path in sorted(tmp_path.iterdir()) if path.name in ("news", "out", "out.part")]
    assert "signing" in target.read_text("utf-8")


def test_interrupted_output_is_kept_beside(run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who interrupts a run is told where its output so far is; the file asked for is as before."""
    target = tmp_path / "out.jsonl"
    target.write_text("earlier", encoding="utf-8")

    def tell(*_: object) -> None:
        if told:
            raise KeyboardInterrupt
        told.append(1)

    told: list[int] = []
    monkeypatch.setattr("eventx.command_options.ProblemPrinter.tell", tell)
    result = run("extract", "--format", "jsonl", article, "-o", target)

    (part,) = tmp_path.glob("out.jsonl.*.part")
    assert (1, f"eventx: what was written so far is in {part}") == (result.exit_code, result.stderr.splitlines()[0])
    assert ("earlier", 1) == (target.read_text("utf-8"), len(part.read_text("utf-8").splitlines()))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_ends_in_a_message(article: Path) -> None:
    """What cannot be written is told in one line, with exit code 1."""
    for arguments, where in (
        (["extract", str(article)], "standard output"),
        (["schema"], "standard output"),
        (["extract", str(article), "-o", "/dev/full"], "--output: /dev/full"),
    ):
        with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 - a device
            result = _as_installed(arguments, stdout=full)
        assert (1, f"eventx: {where}: No space left on device\n") == (result.returncode, result.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell is needed")
def test_closed_streams(article: Path, tmp_path: Path) -> None:
    """Without a standard output a command says so, unless it writes to a file; of a reader that has gone nothing is told."""
    for arguments, status, message in (
        ("extract ARTICLE >&-", 1, "eventx: there is no standard output; give --output FILE\n"),
        ("dates ARTICLE >&-", 1, "eventx: there is no standard output; give --output FILE\n"),
        ("schema >&-", 1, "eventx: there is no standard output\n"),
        ("extract ARTICLE -o OUT >&-", 0, ""),
        ("extract ARTICLE | true; exit ${PIPESTATUS[0]}", 1, ""),
    ):
        line = arguments.replace("ARTICLE", str(article)).replace("OUT", str(tmp_path / "out"))
        result = subprocess.run(  # noqa: S603 - our own
            ["bash", "-c", f"{sys.executable} -m eventx {line}"],  # noqa: S607 - whichever there is
            text=True,
            check=False,
            stderr=subprocess.PIPE,
        )
        assert (status, message) == (result.returncode, result.stderr)


def test_interruption_while_importing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Who interrupts the command while it starts sees no traceback."""
    from eventx import __main__ as program

    class Interrupted:
        def __getattr__(self, _: str) -> object:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "eventx.cli", Interrupted())  # type: ignore[arg-type]
    with pytest.raises(SystemExit) as end:
        program.run()
    assert (1, "\nAborted!\n") == (end.value.code, capsys.readouterr().err)


def test_every_source_is_told(run: Run, article: Path) -> None:
    """Files of one stem in two folders are two sources, with ids and paths of their own."""
    other = article.parent / "b" / "one.txt"
    other.parent.mkdir()
    other.write_bytes(article.read_bytes())

    result = run("extract", "--reconcile", "--format", "jsonl", article.parent)
    sources = [(s["document"], s["uri"]) for line in result.stdout.splitlines() for s in json.loads(line)["sources"]]
    assert [("b/one", other.as_posix()), ("news/one", article.as_posix())] == sorted(sources)


def test_languages_of_lines(run: Run, tmp_path: Path) -> None:
    """A line in a language that nobody reads is told, with exit code 1; capitals and regions are no other language."""
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"text": "They signed.", "language": x}) + "\n" for x in ("EN", "en-GB", "xx")), "utf-8")
    result = run("extract", "--format", "jsonl", path)

    assert (1, True) == (result.exit_code, "document a-3: no plugin reads 'xx'; languages: en, vi; give one" in result.stderr)
    assert [1, 1, 0] == [len(json.loads(line)["events"]) for line in result.stdout.splitlines()]
    assert 0 == run("extract", "--language", "EN", "-", input="They signed.").exit_code


def test_formats_for_other_programs(run: Run, article: Path) -> None:
    """JSON-LD is one object, a calendar begins and ends as such, events or none."""
    graph = json.loads(run("extract", "--format", "jsonld", article, article).stdout)
    assert ("https://schema.org", 2) == (graph["@context"], len(graph["@graph"]))
    assert [] == json.loads(run("extract", "--format", "jsonld", "-", input="Nothing.").stdout)["@graph"]

    calendar = run("extract", "--format", "ical", article).stdout_bytes
    assert calendar.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert calendar.endswith(b"CALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n")
