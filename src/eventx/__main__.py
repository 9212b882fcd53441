"""``python -m eventx`` is the command ``eventx``."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command; who interrupts it while it is still being imported sees no more of it than later."""
    try:
        from eventx.cli import main  # noqa: PLC0415 - what takes time stands inside
    except KeyboardInterrupt:
        print("\nAborted!", file=sys.stderr)  # noqa: T201 - as click says it
        sys.exit(1)
    main(prog_name="eventx")


if __name__ == "__main__":
    run()
