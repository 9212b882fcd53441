"""The command ``eventx new-plugin``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("new-plugin")
@click.argument("name", metavar="NAME")
@click.option("--folder", default=".", metavar="FOLDER", help="Where the package's folder is made; here if not given.")
def new_plugin(name: str, folder: str) -> None:
    """Write a new plugin package: entry point, extractor, words in two languages, cases, tests, README, CI.

    NAME says what it reads, in lower case: floods, sister_cities. Its tests pass as written; make its words yours.
    """
    from eventx.problems import InputError  # noqa: PLC0415 - loaded when the command runs, as all that a command needs
    from eventx.scaffold import write_plugin  # noqa: PLC0415 - as above

    try:
        written = write_plugin(name, Path(folder))
    except InputError as error:
        click.echo(f"eventx: {error}", err=True)
        raise click.exceptions.Exit(1) from error
    home = next(path.parent for path in written if path.name == "pyproject.toml")
    for path in written:
        click.echo(path.as_posix())
    click.echo(f'\nNext: cd {home.as_posix()} && python -m pip install -e ".[test]" && python -m pytest')
