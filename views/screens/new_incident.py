"""Open an incident. Only the reference is needed at the door."""

from __future__ import annotations

import flet as ft

from views.going import go
from views.incident.filling import Filling, use_filling
from views.incident.opening import KEY, Warned, faults_of, opened
from views.incident.place import address_fields
from views.parts.day import moment_field
from views.parts.dock import action
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.note import saved_line
from views.parts.text import body, margin
from views.saying import Said, say, words
from views.screen import screen
from views.theme import look, measures


@screen
def new_incident() -> Layout:
    page = use_filling(KEY)
    warned: ft.MutableRef[Warned] = ft.use_ref(Warned)

    async def save() -> None:
        if await page.wrong(faults_of(page.form, warned.current)):
            return
        case = await page.gate.once(lambda: opened(page.form))
        if case:
            await go(f"/incident/{case}")

    report = say("ui.new.report")
    hint, problem = words("ui.new.report.hint"), page.problem(report.key)
    return Layout(
        head=header(words("ui.new.title")),
        body=[
            *page.summary(),
            margin(body(words("ui.new.only-ref")), above=measures.S16),
            _field(page, "ref"),
            moment_field(report, page.form, "report", hint, problem),
            _field(page, "call"),
            *address_fields(page.form, page.redraw),
            saved_line(page.form),
        ],
        dock=action(Said("ui.new.save", words("ui.new.open" if look().large else "ui.new.save")), save),
        scroller=page.scroller,
    )


def _field(page: Filling, name: str) -> ft.Control:
    what = say(f"ui.new.{name}")
    return text_field(what, page.form, name, words(f"ui.new.{name}.hint"), page.problem(what.key))
