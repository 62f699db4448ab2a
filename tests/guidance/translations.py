"""What a translation of the wording still lacks, file by file: python -m tests.guidance.translations [cy].

0 when nothing is missing, left over or put together from other facts; 1 else, with a line for each.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.guidance.load import CONTENT
from app.guidance.tongues import ABOUT
from app.guidance.wording import flat

WORDING = CONTENT / "wording"
NOT_ON_THE_PHONE = ("console.", "doc.")
ON_THE_PHONE = ("doc.kind.", "doc.purpose.", "doc.refused.", "doc.missing.", "doc.lacks.")
"""Console and documents for courts stay English, but for what the documents' page on the phone says."""
SAME = frozenset(
    {
        "DVPN", "DAPN", "TRAINING", "Refuge", "06:15", "08:30", "{day}", "{time} {zone}", "{title}: {what}",
    }
)  # fmt: skip
"""Texts that are the same in every language, beside those that are facts and marks alone."""
SPELLING = "spoken."
"""The alphabet of the radio is the same in every language."""
_FACT = re.compile(r"\{(\w+)\}")


def of_file(path: Path) -> dict[str, str]:
    return dict(flat(tomllib.loads(path.read_text("utf-8")))) if path.is_file() else {}


def wanted(key: str) -> bool:
    return key.startswith(ON_THE_PHONE) or not key.startswith(NOT_ON_THE_PHONE)


def faults(language: str, wording: Path = WORDING) -> Iterator[str]:
    """'ui.toml: ui.hide is missing', and so on."""
    other = wording / language
    for path in sorted(each for each in (wording / "en").glob("*.toml") if each.name != ABOUT):
        ours, theirs = of_file(path), of_file(other / path.name)
        yield from (f"{path.name}: {each}" for each in _between(ours, theirs))
    for path in sorted(other.glob("*.toml")):
        if not (wording / "en" / path.name).is_file():
            yield f"{path.name}: there is no such file in English"


def _between(ours: dict[str, str], theirs: dict[str, str]) -> Iterator[str]:
    yield from (f"{key} is missing" for key in ours if wanted(key) and key not in theirs)
    yield from (f"{key} is not in English" for key in theirs if key not in ours)
    for key in ours.keys() & theirs.keys():
        if set(_FACT.findall(ours[key])) != set(_FACT.findall(theirs[key])):
            yield f"{key} has other facts"
        elif ours[key] == theirs[key] and not _same(key, ours[key]):
            yield f"{key} is not translated"


def _same(key: str, text: str) -> bool:
    plain = not any(letter.isalpha() for letter in _FACT.sub("", text))
    return plain or text in SAME or key.startswith(SPELLING)


def main(words: Sequence[str]) -> int:
    found = list(faults(words[0] if words else "cy"))
    print("\n".join([*found, f"{len(found)} to do"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
