"""What a byte of hostile text costs the dates extractor, against a byte of normal text, both as an Engine runs it: without gc."""

from __future__ import annotations

import gc
import math
import random
import time
from collections.abc import Callable
from pathlib import Path

from eventx import Document, Engine
from eventx.testing import run_extractor

SIZE = 1_000_000
BOUND = 3.0
PUBLISHED = "2022-09-06"


def hostile(language: str) -> dict[str, str]:
    """Return a text of 1 MB of each kind."""
    rng = random.Random(3)  # noqa: S311 - texts, no secrets

    def noise(alphabet: str) -> str:
        return "".join(rng.choices(alphabet, k=SIZE))

    def words(*choice: str) -> str:
        return " ".join(rng.choices(choice, k=SIZE // 3))

    def lines(*choice: str) -> str:
        found = rng.choices(choice, k=SIZE // 3)
        return "\n".join(" ".join(found[start : start + 12]) for start in range(0, len(found), 12))

    def over(unit: str) -> str:
        return unit * (SIZE // len(unit.encode()) + 1)

    common = {
        "digits and slashes": noise("0123456789/"),
        "digits, dashes, dots": noise("0123456789-. "),
        "1/1/1/1/…": over("1/"),
        "1-2-3-…": "-".join(str(number) for number in range(SIZE // 5)),
        "one long number": over("7"),
        "spaces": over(" "),
        "years": words(*map(str, range(1900, 2100))),
        "year ranges, nested": over("1990-1995 - 1992-1994 - "),
    }
    own = {
        "en": {
            "May may May": over("May may "),
            "months": words("May", "march", "March", "Sept.", "June", "sun", "second", "5", "5th", "2022"),
            "ranges, nested": over("from May 5 to from 6 to 8 June - 9 July to "),
            "weekdays": words("Monday", "Sun", "Friday,", "last", "next", "on", "to"),
            "the day before the day before": over("the day before "),
            "words of dates, line by line": lines(
                "the", "of", "last", "next", "week", "May", "two", "days", "ago", "5", "Friday", "half", "2022", "in", "said"
            ),
            "words of dates": words("the", "of", "last", "next", "week", "month", "two", "days", "ago", "later", "first", "half"),
        },
        "vi": {
            "tháng tháng tháng": over("tháng "),
            "ngày tháng năm": words("ngày", "tháng", "năm", "mùng", "5", "9", "2022", "Giêng"),
            "ranges, nested": over("từ ngày 5 đến từ ngày 6 đến 8/9 - 9/10 đến "),
            "weekdays": words("thứ", "hai", "ba", "tư", "năm", "Chủ nhật", "tuần", "trước"),
            "năm năm năm": over("năm "),
            "words of dates, line by line": lines(
                "ngày", "5", "tháng", "năm", "nay", "sau", "2022", "tuần", "đầu", "hai", "thứ", "và", "đến", "họp", "quý"
            ),
            "words of dates": words(
                "hôm", "qua", "nay", "sau", "trước", "tuần", "cùng", "ngày", "đầu", "cuối", "hai", "cách đây"
            ),
        },
    }
    return {name: text.encode()[:SIZE].decode(errors="ignore") for name, text in (common | own[language]).items()}


def best(work: Callable[[], object], rounds: int) -> float:
    """Return the seconds of CPU that a call takes: the best of some."""
    times = []
    for _ in range(rounds):
        gc.collect()
        gc.disable()  # as an Engine does while it extracts
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
        gc.enable()
    return min(times)


def slowdown(seeds: Path, rounds: int = 3) -> str:
    """Return a table: MB of text a second of CPU, how many times the time of normal text a byte takes, and how that grows.

    Growth is the exponent of time over length from a tenth of the text to all of it: 1 where time is linear in length.

    Args:
        seeds: the folder of articles that stand for normal text, joined to 1 MB.
        rounds: how often each text is read; the best counts.

    """
    [extractor] = Engine(plugins=["dates"]).extractors
    texts = [path.read_text("utf-8") for path in sorted(seeds.glob("*.txt"))]
    lines = []
    for language in ("en", "vi"):
        joined = "\n\n".join(text for text in texts if Document(text).lang == language)
        normal = (joined * (SIZE // len(joined.encode()) + 1)).encode()[:SIZE].decode(errors="ignore")

        def seconds(text: str, code: str = language) -> float:
            def work() -> object:
                return run_extractor(extractor, Document(text, language=code, published=PUBLISHED))

            return best(work, rounds) / len(text.encode())

        usual = seconds(normal)
        lines.append(f"{language:32}{'MB/s':>8}{'times':>8}{'growth':>8}")
        for name, text in ({"normal text": normal} | hostile(language)).items():
            cost = seconds(text)
            growth = 1 + math.log10(cost / seconds(text[: len(text) // 10]))
            flag = f"  over {BOUND:.0f}" if cost > BOUND * usual else ""
            lines.append(f"{name:32}{1e-6 / cost:8.2f}{cost / usual:8.1f}{growth:8.2f}{flag}")
        lines.append("")
    return "\n".join(lines)
