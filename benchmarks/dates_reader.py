"""The process in which one peer of `dates.py` reads.

    python dates_reader.py PEER LANGUAGE JOB ANSWER

JOB is a JSON file with ``texts`` to read, ``articles`` to measure speed on and ``seconds`` to do it; ANSWER gets what was found,
the speed in KB of UTF-8 a second of CPU, and the peak of memory. Each peer has a process of its own, started anew for each
language, which imports that peer alone.
"""

from __future__ import annotations

import dataclasses
import json
import resource
import string
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from dates_found import Found
from dates_peers import PEERS, Text


def varied(text: str, number: int) -> str:
    """Return a text with another meaningless word before each sentence, so that no cache of a peer knows it from before."""
    word = "Q" + "".join(string.ascii_lowercase[int(digit)] for digit in str(number))
    return text.replace(". ", f". {word} ")


def cpu() -> float:
    """Return the seconds of CPU used so far, those of ended child processes included."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def speed(read: Callable[[Text], object], articles: Sequence[Text], seconds: float) -> float:
    """Return KB a second of CPU: articles are read one by one, over and over, for some seconds."""
    size, used, began, number = 0, 0.0, time.monotonic(), 0
    while True:
        number += 1
        for article in articles:
            text = dataclasses.replace(article, text=varied(article.text, number))
            start = cpu()
            read(text)
            used += cpu() - start
            size += len(text.text.encode())
            if time.monotonic() - began > seconds:
                return size / 1000 / max(used, 1e-9)


def main() -> None:
    """Read the texts of a job and write the answer."""
    name, language, job, answer = sys.argv[1:]
    warnings.simplefilter("ignore")  # what peers have to say of their own dependencies
    given = json.loads(Path(job).read_text("utf-8"))
    reader = PEERS[name].make(language)
    raised = 0

    def read(text: Text) -> list[Found]:
        nonlocal raised
        try:
            return list(reader(text))
        except Exception:  # noqa: BLE001 - a peer may raise anything; it is counted
            raised += 1
            return []

    found = [[dataclasses.asdict(item) for item in read(Text(**text))] for text in given["texts"]]
    failures, articles = raised, [Text(**text) for text in given["articles"]]
    if found:
        for article in articles:
            read(article)  # all is warm then, and memory has been at its height
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    fast = speed(read, articles, given["seconds"])
    told = {"found": found, "speed": fast, "memory": memory, "raised": failures}
    Path(answer).write_text(json.dumps(told), "utf-8")


if __name__ == "__main__":
    main()
