"""How eventx's time grows: with a document, with documents, words and plugins; and what hostile text costs."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from eventx import Document, Engine, Lexicon, extractor, hookimpl

SIZE = 1_000_000
_ROUNDS = 3


def seconds(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """Return the CPU seconds that a call takes: the best of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def of_size(texts: Sequence[str], size: int) -> str:
    """Return articles one after another, as many bytes as asked for."""
    joined = "\n\n".join(texts) + "\n\n"
    return (joined * (size // len(joined.encode()) + 1)).encode()[:size].decode(errors="ignore")


def one_document(engine: Engine, texts: Sequence[str], language: str) -> Iterator[tuple[str, float]]:
    """Yield, for documents from 1 KB to 10 MB, their size and the microseconds a KB takes."""
    for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000):
        text = of_size(texts, size)
        times = max(1, 200_000 // size)

        def work(text: str = text, times: int = times) -> None:
            for _ in range(times):
                engine.extract(Document(text, language=language))

        rounds = _ROUNDS if size < SIZE else 1
        yield f"{size // 1000:,} KB", seconds(work, rounds) / times / size * 1e9


def many_documents(engine: Engine, texts: Sequence[str], most: int) -> Iterator[tuple[str, float]]:
    """Yield, for 1 to 100,000 short documents, their number and the microseconds one takes."""
    leads = [text[:300] for text in texts]
    number = 1
    while number <= most:
        times = max(1, 100 // number)

        def work(number: int = number, times: int = times) -> None:
            for _ in range(times):
                for extraction in engine.extract_many(leads[index % len(leads)] for index in range(number)):
                    del extraction

        yield f"{number:,}", seconds(work, _ROUNDS if number < 10_000 else 1) / times / number * 1e6
        number *= 10


def words(texts: Sequence[str], language: str) -> Iterator[tuple[str, float]]:
    """Yield, for 1 to 10 times the words (those added are in no text), the factor and the microseconds a KB takes."""
    base = sum(len(one.lexicon.entries(language)) for one in Engine().extractors if one.lexicon is not None)
    chance = random.Random(1)  # noqa: S311 - words, no secrets
    for factor in (1, 2, 5, 10):
        with tempfile.TemporaryDirectory() as folder:
            more = {
                "".join(chance.choices("bcdfgklmnprst", k=3)) + chance.choice("aeiou") + str(n)
                for n in range(base * (factor - 1))
            }
            listed = ", ".join(f'"{word}"' for word in sorted(more))
            Path(folder, f"{language}.toml").write_text(f"filler = [{listed}]\n", "utf-8")
            engine = Engine(plugins=[_finding_nothing("filler", Lexicon(name="filler", package=Path(folder), tags=("filler",)))])
            yield f"{factor}×, {base + len(more):,} words", _a_kilobyte(engine, texts, language)


def plugins(texts: Sequence[str], language: str) -> Iterator[tuple[str, float]]:
    """Yield, for 0 to 44 plugins that find nothing beside the six built in, their number and the microseconds a KB takes."""
    for number in (0, 4, 14, 44):
        with tempfile.TemporaryDirectory() as folder:
            made = []
            for index in range(number):
                place = Path(folder, str(index))
                place.mkdir()
                Path(place, f"{language}.toml").write_text(f'filler = ["qxj{index}a", "qxj{index}b c"]\n', "utf-8")
                made.append(_finding_nothing(f"nothing{index}", Lexicon(name=f"nothing{index}", package=place, tags=("filler",))))
            yield f"{6 + number}", _a_kilobyte(Engine(plugins=made) if made else Engine(), texts, language)


def _finding_nothing(name: str, lexicon: Lexicon) -> Any:
    """Return a plugin that looks at the hits of its words, of which no text has any."""

    @extractor(name=name, provides=("date",), lexicon=lexicon)
    def nothing(document: Document, _options: Any) -> list[Any]:
        return list(document.hits(lexicon))

    return SimpleNamespace(__name__=name, eventx_extractors=hookimpl(lambda: [nothing]))


def _a_kilobyte(engine: Engine, texts: Sequence[str], language: str) -> float:
    """Return the microseconds that a KB takes."""

    def work() -> None:
        for text in texts:
            engine.extract(Document(text, language=language))

    work()
    return seconds(work, 10) / sum(len(text.encode()) for text in texts) * 1e9


def hostile(texts: Sequence[str], engine: Engine, language: str) -> dict[str, str]:
    """Return texts of 1 MB that ask for trouble."""
    chance = random.Random(3)  # noqa: S311 - texts, no secrets
    triggers = sorted(
        entry.surface
        for one in engine.extractors
        if one.lexicon is not None
        for entry in one.lexicon.entries(language)
        if entry.tag in ("trigger", "act")
    )
    offices = {"en": "Minister of the Ministry of the ", "vi": "Bộ trưởng Bộ của Bộ trưởng Bộ "}
    dates = {"en": "March 5, 2024\n", "vi": "ngày 5 tháng 3 năm 2024\n"}
    made = {
        "all capitals": of_size(texts, SIZE).upper(),
        "all commas": "," * SIZE,
        "commas between words": of_size([" ".join(texts).replace(" ", ", ")], SIZE),
        "one endless sentence": of_size([" ".join(texts).replace("\n", " ").replace(".", "")], SIZE),
        "nested brackets": "(" * (SIZE // 2) + ")" * (SIZE // 2),
        "nested brackets with names": "(President Ana Souza " * (SIZE // 21),
        "Minister of the Ministry of the": offices[language] * (SIZE // len(offices[language].encode())),
        "every word a trigger": " ".join(chance.choices(triggers, k=SIZE // 8)),
        "every line a date": dates[language] * (SIZE // len(dates[language].encode())),
        "every word a capital": of_size([" ".join(texts).title()], SIZE),
        "one letter": "a" * SIZE,
        "line ends": "\n" * SIZE,
    }
    return {name: text.encode()[:SIZE].decode(errors="ignore") for name, text in made.items()}


def adversarial(engine: Engine, texts: Sequence[str], language: str) -> Iterator[tuple[str, float]]:
    """Yield each hostile text's name and how many times the time of normal text a byte of it takes."""

    def cost(text: str) -> float:
        return seconds(lambda: engine.extract(Document(text, language=language)), 1) / len(text.encode())

    usual = cost(of_size(texts, SIZE))
    for name, text in hostile(texts, engine, language).items():
        yield name, cost(text) / usual
