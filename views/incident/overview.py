"""The incident at a glance: whose it is, what is known, what two officers wrote apart from each other."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case, Value
from app.case.reading import text, texts
from app.clocks.running import running_clocks
from app.clocks.words import moment_words
from app.conflicts import unresolved
from app.facts.people import children
from app.visits.schedule import risk_grade
from views.incident.in_words import fill
from views.parts.drifting import drift_line
from views.parts.identity import Flag, full_identity
from views.parts.panel import warning
from views.saying import words
from views.services import now, services
from views.visits.clock_faces import clock_line


def identity(case: Case) -> ft.Control:
    return full_identity(case.ref, _line(case), risk_grade(case), list(_flags(case)))


def _line(case: Case) -> str:
    """'R.M. · reported 21:40 today'."""
    if case.report_at is None:
        told = words("ui.incident.not-reported")
    else:
        told = words("ui.incident.reported", time=moment_words(case.report_at, now()))
    return words("ui.incident.line", initials=case.initials, told=told) if case.initials else told


def _flags(case: Case) -> Iterator[Flag]:
    """What an officer must know at the door, as it was recorded. In ink: a flag is no verdict."""
    count = len(children(case))
    if count:
        key = "ui.incident.children.one" if count == 1 else "ui.incident.children.many"
        yield ft.Icons.CHILD_CARE, words(key, count=count)
    victim = case.person("victim")
    language = (victim.details.get("language", "") if victim else "") or _answered(
        case, "pre-language", "language"
    )
    if language:
        yield ft.Icons.TRANSLATE, language
    if _answered(case, "pre-firearms-check", "result"):
        yield ft.Icons.WARNING_AMBER, words("ui.incident.firearms")
    if case.undisclosed or any(person.undisclosed for person in case.people):
        yield ft.Icons.LOCATION_OFF_OUTLINED, words("ui.incident.undisclosed")


def _answered(case: Case, item: str, name: str) -> str:
    answer = case.answers.get(item)
    return text(answer.details, name).strip() if answer and answer.answer == "done" else ""


def clocks(case: Case) -> list[ft.Control]:
    known = running_clocks(case, now(), services().calendar)
    begun = [clock for clock in known if clock.start]
    rows = [clock_line(clock) for clock in (*begun, *(clock for clock in known if not clock.start))]
    return [*rows, *(drift_line() if rows else [])]


# Two officers, two values


def conflicts(case: Case) -> list[ft.Control]:
    """Both values, in words. The more careful one stands first until a supervisor chooses."""
    return [_conflict(case, about, values) for about, values in unresolved(case).items()]


def _conflict(case: Case, about: str, values: tuple[Value, ...]) -> ft.Control:
    name = _name(case, about)
    told = [
        words(
            "ui.conflict.value",
            value=_value(case, about, value),
            officer=value.by,
            time=moment_words(value.at, now()),
        )
        for value in values
    ]
    return warning("\n".join([*told, words("ui.conflict.until")]), words("ui.conflict.title", about=name))


def _name(case: Case, about: str) -> str:
    kind, _, person = about.partition("/")
    if kind == "address" and person:
        found = next((each for each in case.people if each.id == person), None)
        who = (found.initials or words(f"role.{found.role}")) if found else ""
        return words("ui.conflict.address-of", who=who)
    if kind in ("risk_grade", "order", "address"):
        return words(f"ui.conflict.{kind.replace('_', '-')}")
    return fill(words(f"{kind}.title"), case)


def _value(case: Case, about: str, value: Value) -> str:
    """An address stays on the page of the person: here only that there is one, and whether it is kept."""
    kind, body = about.partition("/")[0], value.value
    if kind == "risk_grade":
        return words(f"ui.risk.{text(body, 'grade')}")
    if kind == "address":
        kept = body.get("undisclosed") is True
        return words("ui.conflict.address-kept" if kept else "ui.conflict.address-open")
    if kind == "order":
        return words("ui.conflict.order-days", days=text(body, "days"))
    told = texts(body, "channels") or (text(body, "answer"),)
    guidance = services().guidance
    return ", ".join(guidance.choice_words(each) if guidance.has(f"choice.{each}") else each for each in told)
