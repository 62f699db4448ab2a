"""For the officer's own safety: what is recorded, and what nobody asked control. It stands before the way to
the address."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case
from app.clocks.words import moment_words
from app.facts.door import DoorFlag, door_flags
from views.going import to
from views.incident.going_on import task_page
from views.parts.buttons import link
from views.parts.facts import facts
from views.parts.panel import warning
from views.parts.text import section
from views.saying import say, words
from views.services import now, services
from views.visits.groups import alone


def door_safety(case: Case, ask: bool = True) -> list[ft.Control]:
    """`ask`: with the ways to the questions that control was not asked."""
    about, flags = services().guidance.about(case), door_flags(case)
    unknown = [flag for flag in flags if not flag.known]
    rows = [(words(f"door.flag.{each.name}", **about), _told(each)) for each in flags if each.known]
    parts: list[ft.Control] = [section(words("door.title"))]
    parts += [facts(rows)] if rows else []
    parts += [warning(_unasked(unknown), "", *(_asks(case, unknown) if ask else ()))] if unknown else []
    return parts


def _told(flag: DoorFlag) -> str:
    """'Shotgun certificate. 4471, 22:06 today'."""
    by = words("door.by", officer=flag.by, time=moment_words(flag.at, now())) if flag.at else ""
    return "\n".join(each for each in (flag.told, by) if each)


def _unasked(unknown: list[DoorFlag]) -> str:
    return " ".join(words(f"door.unasked.{each.name}") for each in unknown)


def _asks(case: Case, unknown: list[DoorFlag]) -> Iterator[ft.Control]:
    for each in unknown:
        question = services().guidance.question(each.item)
        if question:
            yield alone(link(say(f"door.ask.{each.name}"), to(task_page(case.id, question))))
