"""Wrong expectations, one for each fact of a file: a check that lets them pass checks nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date, datetime, timedelta
from typing import Any

from tests.scenarios import schema

CONTEXT = ("device", "in")
_KEPT = ("id", "trigger")
"""Parts that say what a fact is about."""

_ALONE: dict[str, dict[str, Any]] = {
    "strings_absent_on_disk": {"strings_absent_on_disk": ["vaults"]},
    "string_absent": {"string_absent": ["station_url"], "in": ["lock_screen"]},
}
"""Strings that are there: on every disk, and in what a locked phone may read."""


def wrong_expectations(told: Mapping[str, Any]) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """For each expectation and fact: its number, the fact, and the expectation with that fact wrong."""
    for number, expectation in enumerate(told["expect"]):
        for key in expectation["check"]:
            if key not in CONTEXT:
                wrong = deepcopy(dict(expectation))
                wrong["check"] |= _wrong(key, expectation["check"])
                yield number, key, wrong


def _wrong(key: str, check: Mapping[str, Any]) -> dict[str, Any]:
    if key == "must_not_be":
        beside = next(other for other in check if other != key)
        return {key: check[beside]}
    return _ALONE.get(key) or {key: other(check[key])}


def other(value: Any) -> Any:
    """A value of the same kind that is not this one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, list):
        return list(reversed(value)) if len(set(map(str, value))) > 1 and _ordered(value) else [*value, "x"]
    if isinstance(value, Mapping):
        return {key: each if key in _KEPT else other(each) for key, each in value.items()}
    return _later(value) if isinstance(value, str) else "x"


def _ordered(value: list[Any]) -> bool:
    """Step numbers, days and times mean their order; other lists say only what is in them."""
    return all(isinstance(each, int) or str(each)[:1].isdigit() for each in value)


def _later(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return f"{value}x"
    if len(value) == len("2027-01-01"):
        return (date.fromisoformat(value) + timedelta(1)).isoformat()
    return (moment + timedelta(minutes=1)).isoformat()


def with_wrong(told: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[int, str]]]:
    """The file with every wrong expectation after its own, and what each of them makes wrong."""
    wrong = list(wrong_expectations(told))
    both = {**told, "expect": [*told["expect"], *(expectation for _, _, expectation in wrong)]}
    return both, [(number, key) for number, key, _ in wrong]


assert set(_ALONE) <= schema.CHECKS
