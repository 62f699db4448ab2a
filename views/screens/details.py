"""The incident's own details. What was missing is added, what is wrong is put right; both stay readable."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from views.going import above, go
from views.incident.consulting import use_consulted
from views.incident.details import faults_of, keep, start_of, versions
from views.incident.filling import Filling, use_filling
from views.incident.place import address_fields
from views.incident.purpose import undisclosed
from views.parts.day import moment_field
from views.parts.dock import action
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.note import saved_line
from views.parts.text import margin, second, section
from views.saying import say, words
from views.screen import screen
from views.talk.reach import guarded
from views.theme import measures
from views.visits.page import bars, nowhere, use_this_case


@screen
def details() -> Layout:
    case = use_this_case()
    opened = use_consulted(case, "incident")
    purpose_told, tell = ft.use_state(False)
    shown = case is not None and (not case.undisclosed or purpose_told)
    page = use_filling(f"{case.id}/details" if case else "", start_of(case, shown) if case else None)
    place = ft.use_view_path()
    if case is None:
        return nowhere()
    if not opened:
        waits = [margin(second(words("ui.person.opening")), above=measures.S24)]
        return Layout(head=header(words("ui.incident.details")), bars=bars(case), body=waits)

    async def save() -> None:
        if await page.wrong(faults_of(page.form)):
            return
        if await page.gate.once(lambda: keep(page.form, case)):
            await go(above(place))

    where = [section(words("ui.place.address")), *undisclosed(case, "", lambda: tell(True))]
    if shown:
        where = guarded(case, address_fields(page.form, page.redraw))
    body = [*page.summary(), *_boxes(page), *where, saved_line(page.form), versions(case)]
    return Layout(
        head=header(words("ui.incident.details")),
        bars=bars(case),
        body=body,
        dock=action(say("ui.save"), save),
        scroller=page.scroller,
    )


def _boxes(page: Filling) -> Iterator[ft.Control]:
    ref, report, call = (say(f"ui.new.{name}") for name in ("ref", "report", "call"))
    yield text_field(ref, page.form, "ref", problem=page.problem(ref.key))
    hint, problem = words("ui.new.report.hint"), page.problem(report.key)
    yield moment_field(report, page.form, "report", hint, problem)
    yield text_field(call, page.form, "call", words("ui.new.call.hint"))
