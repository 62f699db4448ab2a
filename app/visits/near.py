"""How like two addresses are, by their words: no map, no satellite, no network.

Near is no distance. The same postcode comes first, then the same sector (NV1 4), the same district (NV1),
the same letters (NV), and of equals the one that shares more words. An address that is not disclosed is
compared with nothing: where it stands in a list would tell where it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.case.model import Case
from app.case.reading import text, truth

STEPS = (
    "postcode",
    "sector",
    "district",
    "letters",
    "words",
    "other",
    "no-postcode",
    "two",
    "hidden",
    "none",
)
"""Nearest first; the last four cannot be compared, and stand last."""
HIDDEN, TWO, NONE, KNOWN = "hidden", "two", "none", "known"
_FULL = re.compile(r"\b([A-Z]{1,2})(\d[A-Z\d]?)\s*(\d)([A-Z]{2})\b", re.IGNORECASE)
_PART = re.compile(r"\s*([A-Z]{1,2})(\d[A-Z\d]?)(?:\s+(\d))?\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Postcode:
    """NV, NV1, NV1 4 and NV1 4AB; the last two empty where only a part was typed."""

    letters: str
    district: str
    sector: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a visit is, as far as a list may know. `state`: known, hidden, two or none."""

    state: str
    postcode: Postcode | None = None
    words: frozenset[str] = frozenset()
    area: str = ""
    """NV1 or, without a postcode, the last part of the address that has no number: Northvale."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """`step`: of STEPS. `common`: how many words both have."""

    step: str
    common: int = 0

    @property
    def rank(self) -> tuple[int, int]:
        return STEPS.index(self.step), -self.common


def postcode(told: str) -> Postcode | None:
    """The last whole postcode in a text; a part of one only where nothing else stands in it."""
    found = _FULL.findall(told.upper())
    if found:
        letters, rest, digit, unit = found[-1]
        district = f"{letters}{rest}"
        return Postcode(letters, district, f"{district} {digit}", f"{district} {digit}{unit}")
    part = _PART.fullmatch(told.upper())
    if part is None:
        return None
    district = part[1] + part[2]
    return Postcode(part[1], district, f"{district} {part[3]}" if part[3] else "")


def spot(case: Case) -> Spot:
    """Where the victim is, else where the incident was; two addresses that disagree are no place."""
    victim = case.person("victim")
    if case.undisclosed or (victim is not None and victim.undisclosed):
        return Spot(HIDDEN)
    known = case.contested.get(f"address/{victim.id}") if victim else None
    values = [value.value for value in known.open] if known else []
    if any(truth(value, "undisclosed") for value in values):
        return Spot(HIDDEN)
    told = list(dict.fromkeys(each for value in values if (each := text(value, "address"))))
    if len(told) > 1:
        return Spot(TWO)
    address = told[0] if told else case.address
    return _known(address) if address.strip() else Spot(NONE)


def _known(address: str) -> Spot:
    code = postcode(address)
    parts = [each.strip() for each in re.split(r"[,\n]", _FULL.sub("", address))]
    named = [each for each in parts if each and not any(letter.isdigit() for letter in each)]
    area = code.district if code else named[-1] if named else ""
    return Spot(KNOWN, code, _words(address), area)


def nearness(typed: str, where: Spot) -> Nearness:
    """How like `where` is to an address, a postcode or a part of one as it was typed."""
    if where.state != KNOWN:
        return Nearness(where.state)
    common = len(_words(typed) & where.words)
    code, other = postcode(typed), where.postcode
    if code is None:
        return Nearness("words" if common else "other", common)
    if other is None:
        return Nearness("no-postcode", common)
    return Nearness(_step(code, other), common)


def _step(one: Postcode, other: Postcode) -> str:
    if one.whole and one.whole == other.whole:
        return "postcode"
    if one.sector and one.sector == other.sector:
        return "sector"
    if one.district == other.district:
        return "district"
    return "letters" if one.letters == other.letters else "other"


def _words(told: str) -> frozenset[str]:
    """Words of three letters and more; a postcode is none."""
    return frozenset(each.casefold() for each in _WORD.findall(_FULL.sub("", told)))
