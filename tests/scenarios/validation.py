"""What is wrong with a scenario file, in sentences. An empty list is a file that can be played."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from tests.scenarios import schema

_TIMES = (
    "report_at", "served_at", "started_at", "made_at", "arrested_at", "offence_arrest_at", "event_at",
    "time", "confirms", "at",
)  # fmt: skip


def sentences(told: Any) -> list[str]:
    """Every fault of the file, the nearest to its head first."""
    if not isinstance(told, Mapping):
        return ["The file is not an object."]
    return list(_file(told))


def _file(told: Mapping[str, Any]) -> Iterator[str]:
    must = [key for key in schema.FILE if key not in schema.FILE_OPTIONAL]
    yield from _keys("The file", told, schema.FILE, must)
    if told.get("training") is not True:
        yield "The file is not marked training."
    if told.get("region") != "England and Wales":
        yield "The region is not England and Wales."
    lists = {name: told.get(name, []) for name in ("officers", "people", "steps", "expect")}
    for name, value in lists.items():
        if not isinstance(value, list) or not all(isinstance(each, Mapping) for each in value):
            yield f"{name} is not a list of objects."
            return
    yield from _officers(lists["officers"])
    yield from _people(lists["people"])
    numbers = [officer.get("number") for officer in lists["officers"]]
    for number, step in enumerate(lists["steps"]):
        yield from _step(f"Step {number}", step, number, numbers)
    for number, expectation in enumerate(lists["expect"]):
        yield from _expectation(f"Expectation {number}", expectation, len(lists["steps"]))


def _keys(where: str, told: Mapping[str, Any], known: Iterable[str], must: Iterable[str]) -> Iterator[str]:
    allowed = tuple(known)
    yield from (f"{where} has an unknown field {key!r}." for key in told if key not in allowed)
    yield from (f"{where} lacks {key!r}." for key in must if key not in told)


def _officers(officers: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for place, officer in enumerate(officers):
        where = f"Officer {place}"
        yield from _keys(where, officer, schema.OFFICER, schema.OFFICER)
        if not isinstance(officer.get("number"), str):
            yield f"{where} has no number in quotes."
        if officer.get("rank") not in schema.RANKS:
            yield f"{where} has an unknown rank {officer.get('rank')!r}."


def _people(people: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for place, person in enumerate(people):
        where = f"Person {place}"
        yield from _keys(where, person, schema.PERSON, ("role", "name"))
        if person.get("role") not in schema.ROLES:
            yield f"{where} has an unknown role {person.get('role')!r}."


def _step(where: str, step: Mapping[str, Any], number: int, officers: list[Any]) -> Iterator[str]:
    yield from _keys(where, step, (*schema.STEP, *schema.STEP_OPTIONAL), schema.STEP)
    if not _moment(step.get("at")):
        yield f"{where} has no time with an offset."
    if step.get("by") not in officers:
        yield f"{where} is by {step.get('by')!r}, who is no officer of this file."
    if not isinstance(step.get("device"), str) or not str(step.get("device")).isalnum():
        yield f"{where} names no device."
    if not isinstance(step.get("online"), bool):
        yield f"{where} does not say whether it is online."
    yield from (
        f"{where} has a {key} that is not text."
        for key in ("item", "reason", "note")
        if key in step and not isinstance(step[key], str)
    )
    verb = step.get("do")
    if not isinstance(verb, str) or verb not in schema.VERBS:
        yield f"{where} has an unknown verb {verb!r}."
        return
    if verb in schema.NEEDS_ITEM and not step.get("item"):
        yield f"{where} names no item."
    yield from _value(f"{where} ({verb})", verb, step.get("value"), number)


def _value(where: str, verb: str, value: Any, number: int) -> Iterator[str]:
    if value is None:
        value = {}
    if not isinstance(value, Mapping):
        yield f"{where} has a value that is no object."
        return
    known = schema.VERBS[verb]
    yield from _keys(where, value, value if known is None else known, schema.NEEDED.get(verb, ()))
    for key in _TIMES:
        if key == "at" and verb == "answer":
            continue
        if key in (known or ()) and value.get(key) is not None and not _moment(value[key]):
            yield f"{where} has a {key!r} without time or offset."
    yield from _days(where, value if known is not None else {})
    if verb == "record_consent" and "exclusions" in value:
        yield from _object(f"{where}, exclusions,", value["exclusions"], schema.EXCLUSIONS, ())
    yield from _earlier(where, value, number)


def _days(where: str, value: Mapping[str, Any]) -> Iterator[str]:
    """Days as ISO dates, and how many of them."""
    named = [("order_made", value.get("order_made")), ("until", value.get("until"))]
    dates = value.get("dates", [])
    named += [("dates", each) for each in dates] if isinstance(dates, list) and dates else []
    for key, told in named:
        if told is not None and not _day(told):
            yield f"{where} has a {key!r} that is no day."
    if "dates" in value and not (isinstance(dates, list) and dates):
        yield f"{where} has 'dates' that are no list of days."
    if "days" in value and (isinstance(value["days"], bool) or not isinstance(value["days"], int)):
        yield f"{where} has 'days' that are no whole number."


def _earlier(where: str, value: Mapping[str, Any], number: int) -> Iterator[str]:
    """Steps that a step speaks of come before it."""
    named = [value["of_step"]] if "of_step" in value else []
    if "resolves" in value:
        named += value["resolves"] if isinstance(value["resolves"], list) else [None]
    for each in named:
        if isinstance(each, bool) or not isinstance(each, int):
            yield f"{where} speaks of a step without its number."
        elif not 0 <= each < number:
            yield f"{where} speaks of step {each}, which is not before it."


def _expectation(where: str, told: Mapping[str, Any], steps: int) -> Iterator[str]:
    yield from _keys(where, told, schema.EXPECTATION, schema.EXPECTATION)
    at = told.get("at")
    if isinstance(at, bool) or not (isinstance(at, int) or _moment(at)):
        yield f"{where} holds at neither a step nor a time."
    elif isinstance(at, int) and not 0 <= at < steps:
        yield f"{where} holds at step {at}, which there is not."
    check = told.get("check")
    if not isinstance(check, Mapping) or not check:
        yield f"{where} checks nothing."
        return
    yield from (f"{where} checks an unknown fact {key!r}." for key in check if key not in schema.CHECKS)
    for key, beside in schema.COMPANIONS.items():
        if key in check and not any(other in check for other in beside):
            yield f"{where} has {key!r} without {' or '.join(map(repr, beside))}."
    yield from _shapes(where, check)
    for number in _list(check.get("order_of_steps")):
        if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < steps:
            yield f"{where} speaks of step {number!r}, which there is not."


def _shapes(where: str, check: Mapping[str, Any]) -> Iterator[str]:
    for place in _list(check.get("in")):
        if place not in schema.PLACES:
            yield f"{where} looks in an unknown place {place!r}."
    for key in schema.LISTS:
        if key in check and not isinstance(check[key], list):
            yield f"{where} has a {key!r} that is no list."
    for key, known in schema.OBJECTS.items():
        if key in check:
            yield from _object(f"{where}, {key},", check[key], known, (known or ())[:1])


def _object(where: str, told: Any, known: Iterable[str] | None, must: Iterable[str]) -> Iterator[str]:
    if isinstance(told, Mapping):
        yield from _keys(where, told, told if known is None else known, must)
    else:
        yield f"{where} is no object."


def _list(told: Any) -> list[Any]:
    return told if isinstance(told, list) else []


def _day(told: Any) -> bool:
    """A day, or a moment of one."""
    try:
        return isinstance(told, str) and bool(date.fromisoformat(told[:10])) and told[10:11] in ("", "T")
    except ValueError:
        return False


def _moment(told: Any) -> bool:
    try:
        return isinstance(told, str) and datetime.fromisoformat(told).tzinfo is not None
    except ValueError:
        return False
