"""Write the country names of both languages from CLDR (through babel) into the words files of eventx_places.

Run it after an update of babel, from anywhere::

    python scripts/generate_countries.py

Each name becomes a surface in lower case; names with a second name in brackets become two ("Myanmar (Burma)"), names with
"&" are written with "and" too. Vietnamese texts also use English names, so that the Vietnamese file holds both.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import babel

FOLDER = Path(__file__).parents[1] / "plugins" / "eventx_places"
LANGUAGES = ("en", "vi")
# CLDR's codes that are no country or territory of ISO 3166-1 (but Kosovo's, which everybody uses)
NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
# what CLDR adds to a name and no text writes
_ADDITIONS = re.compile(r" SAR China$|^Đặc khu Hành chính |, Trung Quốc$|^Thành (?=Vatican)| City$(?<=Vatican City)")
_BRACKETS = re.compile(r"(?P<first>[^()]+) \((?P<second>[^()]+)\)$")


def names(language: str) -> dict[str, str]:
    """Return the surfaces of a language's country names and their ISO 3166-1 alpha-2 codes."""
    territories = babel.Locale(language).territories
    return {
        surface: code
        for code, name in sorted(territories.items())
        if re.fullmatch(r"[A-Z]{2}", code) and code not in NOT_ISO
        for surface in surfaces(name)
    }


def surfaces(name: str) -> list[str]:
    """Return the surfaces of one CLDR name."""
    bare = _ADDITIONS.sub("", name)
    bracketed = _BRACKETS.match(bare)
    parts = [bracketed["first"], bracketed["second"]] if bracketed else [bare]
    found = []
    for part in parts:
        lowered = unicodedata.normalize("NFC", part).replace("’", "'").lower()
        spelled = [lowered, lowered.replace(" & ", " and ")]
        spelled += [form.replace("st. ", saint) for form in spelled for saint in ("saint ", "st ")] if "st. " in lowered else []
        spelled += [form.replace(" - ", "-") for form in spelled] if " - " in lowered else []
        found.extend(dict.fromkeys(spelled))
    return found


def content(language: str) -> str:
    """Return the words file of a language."""
    entries = names(language)
    if language != "en":
        entries = {**names("en"), **entries}
    lines = [f'"{surface}" = "{code}"' for surface, code in sorted(entries.items(), key=lambda item: (item[1], item[0]))]
    release = ".".join(babel.__version__.split(".")[:2])
    source = f"CLDR, written by scripts/generate_countries.py with babel {release}; do not edit, write further names into"
    return f'source = "{source} {language}.toml"\n\n[country]\n' + "\n".join(lines) + "\n"


def main() -> None:
    """Write the files."""
    for language in LANGUAGES:
        path = FOLDER / f"countries_{language}.toml"
        path.write_text(content(language), "utf-8")
        print(path)


if __name__ == "__main__":
    main()
