"""Measures `eventx.reconcile`: precision and recall of merging, growth of time, peak memory, on synthetic events.

`python benchmarks/reconcile.py` makes 10,000 and 100,000 meetings, visits, signings, ceremonies and anniversaries, 30 % of them
told again in another way (spelling, order of names, coarser date, fewer people, other roles), and among the rest near misses
(the same people a day later, one other person the same day). Each size runs in a process of its own; `--json` prints JSON.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import combinations

import attrs

from eventx import (
    Anniversary,
    Ceremony,
    Date,
    Document,
    Event,
    Extraction,
    Meeting,
    Participant,
    Place,
    Signing,
    Visit,
    reconcile,
)
from eventx.text import fold

# One line each reads better than a column of names.
# ruff: noqa: SIM905
_FAMILY = (
    "Nguyễn Trần Lê Phạm Hoàng Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Sok Hun Chea Kim Berg Novák Silva Müller Santos Tanaka Park".split()
)
_MIDDLE = (
    "Văn Thị Minh Quang Thanh Đức Hữu Ngọc Thu Xuân Bảo Gia Khánh Mai Jun Soo Dara Rith Ann Marie Karl Ivan José Omar".split()
)
_GIVEN = "An Bình Châu Dũng Giang Hà Hải Hạnh Hiếu Hòa Hùng Hương Khoa Lan Linh Long Nam Nga Phúc Sơn Tâm Trang Tú Vinh".split()
_COUNTRIES = "VN KH LA CN JP KR FR DE US NO".split()
_TYPES = (Meeting, Meeting, Meeting, Visit, Signing, Ceremony, Anniversary)
_DAYS = 3650
_TWICE = 0.3
"""The share of events that are told before."""
_NEAR = 0.1
"""The share of events that are near misses of another."""


def main() -> None:
    """Run the sizes and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one)))
        return
    rows = [_apart(size) for size in options.sizes]
    if options.json:
        print(json.dumps(rows, indent=2))
        return
    for row in rows:
        print(
            f"{row['events']:>8,} events -> {row['found']:>7,} ({row['distinct']:,} distinct): precision {row['precision']:.4f}, "
            f"recall {row['recall']:.4f}, {row['seconds']:.1f} s, peak {row['peak_mb']:.0f} MB (input: {row['input_mb']:.0f} MB)"
        )
    if len(rows) > 1:
        print(f"time grows {rows[-1]['seconds'] / rows[0]['seconds']:.1f} times from the first size to the last")


def _apart(size: int) -> dict[str, float]:
    """Return what one size measures in a process of its own."""
    command = [sys.executable, __file__, "--one", str(size)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 - our own code
    row: dict[str, float] = json.loads(done.stdout)
    return row


def measure(size: int) -> dict[str, float]:
    """Return precision and recall of the pairs merged, seconds of CPU and peak memory."""
    told = list(generate(size))
    random.Random(5).shuffle(told)  # noqa: S311 - texts, no secrets
    documents = [Extraction(document=Document("", id=f"d{n}"), events=(event,)) for n, (_, event) in enumerate(told)]
    truth = {f"d{n}": number for n, (number, _) in enumerate(told)}
    before = _peak()
    start = time.process_time()
    found = reconcile(documents)
    seconds = time.process_time() - start
    peak = _peak()
    wanted = sum(1 for _ in _pairs([list(group) for group in _grouped(truth).values()]))
    merged = list(_pairs([[s.document or "" for s in one.sources] for one in found]))
    right = sum(truth[a] == truth[b] for a, b in merged)
    return {
        "events": size,
        "distinct": len(set(truth.values())),
        "found": len(found),
        "precision": right / max(len(merged), 1),
        "recall": right / max(wanted, 1),
        "seconds": seconds,
        "peak_mb": peak,
        "input_mb": before,
    }


def _peak() -> float:
    """Return the process's peak memory in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _grouped(truth: dict[str, int]) -> dict[int, list[str]]:
    """Return the documents of each event."""
    groups: dict[int, list[str]] = {}
    for name, number in truth.items():
        groups.setdefault(number, []).append(name)
    return groups


def _pairs(groups: Sequence[list[str]]) -> Iterator[tuple[str, str]]:
    """Yield all pairs within groups."""
    for group in groups:
        yield from combinations(group, 2)


def generate(size: int) -> Iterator[tuple[int, Event]]:
    """Yield `size` events, each with the number of the event it tells of."""
    rng = random.Random(7)  # noqa: S311 - texts, no secrets
    names = [f"{rng.choice(_FAMILY)} {rng.choice(_MIDDLE)} {rng.choice(_GIVEN)}" for _ in range(max(size // 20, 50))]
    originals: list[tuple[int, Event]] = []
    seen: set[tuple[object, ...]] = set()
    for n in range(size):
        draw = rng.random()
        if originals and draw < _TWICE:
            number, event = rng.choice(originals)
            yield number, _again(event, rng)
            continue
        event = _near(rng.choice(originals)[1], names, rng) if originals and draw < _TWICE + _NEAR else _new(n, names, rng)
        while _told(event) in seen:  # two events of one content could not be told apart by anybody
            event = _new(n, names, rng)
        seen.add(_told(event))
        originals.append((n, event))
        yield n, event


def _told(event: Event) -> tuple[object, ...]:
    """Return what tells an event apart: its kind, who, where, what of; its day, but of an anniversary its year."""
    if isinstance(event, Anniversary):
        return (event.years, event.of, str(event.date)[:4])
    country = event.place.country if event.place else None
    return (event.type, str(event.date)[:10], country, frozenset(person.name for person in event.participants))


def _new(n: int, names: Sequence[str], rng: random.Random) -> Event:
    """Return a new event."""
    kind = rng.choice(_TYPES)
    day = dt.date(2015, 1, 1) + dt.timedelta(days=rng.randrange(_DAYS))
    if kind is Anniversary:
        a, b = rng.sample(names, 2)
        years = rng.randrange(5, 100, 5)
        return Anniversary(date=Date(f"{day}"), years=years, of=f"the ties of {a} and {b} number {n}")
    chosen = rng.sample(names, rng.choice((2, 2, 3)))
    first = {Meeting: "host", Signing: "signatory", Visit: "visitor"}.get(kind, "participant")
    second = {Meeting: "guest", Signing: "signatory"}.get(kind, "participant")
    people = tuple(
        Participant(name=name, role=second if at else first, country=rng.choice(_COUNTRIES)) for at, name in enumerate(chosen)
    )
    if kind is Visit:
        date = Date(f"{day}/{day + dt.timedelta(days=rng.randrange(1, 5))}")
        return Visit(date=date, participants=people[:1], place=Place(name="there", country=rng.choice(_COUNTRIES)))
    place = Place(name=rng.choice(("Hà Nội", "Vientiane", "Oslo")))
    if kind is Ceremony:
        return Ceremony(date=Date(f"{day}"), participants=people, place=place, form=rng.choice(("opening", "award")))
    return kind(date=Date(f"{day}"), participants=people, place=place)


def _near(event: Event, names: Sequence[str], rng: random.Random) -> Event:
    """Return another event that looks like `event`: some days on, or with other people."""
    if event.date is not None and event.date.earliest is not None and rng.random() < 1 / 2:
        later = event.date.earliest + dt.timedelta(days=rng.randrange(1, 60) if event.type != "visit" else 30)
        if event.type == "anniversary" and isinstance(event, Anniversary):
            return attrs.evolve(event, years=(event.years or 0) + 1, date=Date(f"{later}"))
        return attrs.evolve(event, date=Date(f"{later}"))
    if isinstance(event, Anniversary):
        a, b = rng.sample(names, 2)
        return attrs.evolve(event, of=f"the ties of {a} and {b}")
    other = attrs.evolve(event.participants[0], name=rng.choice(names))
    return attrs.evolve(event, participants=(other, *event.participants[1:]))


def _again(event: Event, rng: random.Random) -> Event:
    """Return the event as another report tells it."""
    date, people = event.date, event.participants
    draw = rng.random()
    if draw < 0.1 and date is not None and date.grain == "day" and event.type != "anniversary":
        date = Date("XXXX" + date.edtf[4:])
    elif draw < 0.2 and date is not None and date.earliest is not None:
        date = Date(str(date.earliest))
    if len(people) > 2 and rng.random() < 0.3:
        people = people[:2]
    people = tuple(_respelt(person, rng) for person in people)
    place = event.place if rng.random() < 0.7 else None
    return attrs.evolve(event, date=date, participants=people, place=place)


def _respelt(person: Participant, rng: random.Random) -> Participant:
    """Return a person as another report writes him: without marks, or the family name last, or with no role."""
    name = fold(person.name).title() if rng.random() < 0.4 else person.name
    if rng.random() < 0.2:
        family, *rest = name.split()
        name = " ".join((*rest, family))
    return attrs.evolve(person, name=name, country=person.country if rng.random() < 0.7 else None)


if __name__ == "__main__":
    main()
