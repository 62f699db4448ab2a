"""Guidance with its publisher and date, and advice for the plan in lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, takewhile

import flet as ft

from app.case.model import Case
from app.entry import NO_CASE
from app.guidance.checking import answer_of
from app.reference.advice import Advice
from app.reference.library import Guidance, library
from app.reference.reading import DUTIES, newest_mark
from views.going import to
from views.incident.going_on import task_page
from views.incident.in_words import answer_line, fill
from views.library.ageing import old, unlooked
from views.parts.buttons import link
from views.parts.facts import facts
from views.parts.guide import shut_step
from views.parts.panel import panel, warning
from views.parts.records import Need, need_row
from views.parts.sheet import sheet
from views.parts.text import body, margin, section
from views.saying import Said, say, words
from views.services import desk, services
from views.theme import measures
from views.visits.said import date_words


def guidance_rows() -> Iterator[ft.Control]:
    known = library().guidance
    aged = [each for each in known if unlooked(each.checked)]
    yield panel(words("guidance.lead"))
    if aged:
        yield warning(words("guidance.many-old", count=len(aged)))
    yield facts([(words(f"guidance.{each.id}"), _told(each)) for each in known])
    yield margin(link(say("duties.read"), to("/duties")), above=measures.S12)
    yield from _example()


def _example() -> Iterator[ft.Control]:
    """The reference that is our own: it stands here, and needs no intranet."""
    yield section(words("guidance.example.title"))
    yield from _lines("guidance.example")


def duty_rows() -> Iterator[ft.Control]:
    """The duties, what the app does, how to hide, what is on the phone."""
    for part in ("law", "app", "hide", "kept"):
        yield section(words(f"duties.{part}"))
        yield from _lines(f"duties.{part}")


def _lines(start: str) -> Iterator[ft.Control]:
    """As many as there are words for."""
    for key in takewhile(services().guidance.has, (f"{start}.{number}" for number in count(1))):
        yield margin(body(words(key)), below=measures.S8)


def first_reading() -> list[ft.Control]:
    """The way to it, until this officer has said once that it was read; a newer version asks nobody again."""
    known = desk().records.entries(NO_CASE)
    if newest_mark(known, DUTIES, desk().enrolment.officer.number):
        return []
    need = Need(ft.Icons.MENU_BOOK_OUTLINED, words("duties.row"), words("duties.row.text"))
    return [need_row(Said("duties.row", need.title), need, to("/duties"))]


def _told(each: Guidance) -> str:
    if each.checked is None:
        return f"{each.publisher}. {words('guidance.never')}"
    day = date_words(each.checked)
    line = words("guidance.line", publisher=each.publisher, day=day)
    return f"{line}. {words('guidance.old', day=day)}" if old(each.checked) else line


def advice_lines(case: Case, page: Advice) -> Iterator[ft.Control]:
    """The warning first: it is what hurts when it is read last."""
    if page.warns:
        yield warning(fill(words("advice.warns"), case), words("advice.warns.title"))
    for number in range(1, page.lines + 1):
        yield margin(body(fill(words(f"advice.{page.id}.{number}"), case)), above=measures.S12)
    yield section(words("advice.measures"))
    yield sheet([row for row in (_measure(case, item) for item in page.items) if row is not None])


def _measure(case: Case, item: str) -> ft.Control | None:
    question = services().guidance.question(item)
    if question is None:
        return None
    said = Said(f"{item}.title", words(f"{item}.title"))
    settled = answer_of(question, case) is not None
    return shut_step(said, answer_line(case, question), settled, to(task_page(case.id, question)))
