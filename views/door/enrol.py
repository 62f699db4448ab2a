"""Enrol this phone: where the station is, the code that it gave, and a PIN chosen twice."""

from __future__ import annotations

import asyncio

import flet as ft

from views.door.choose_pin import choose_pin
from views.door.tries import go_in
from views.door.waiting import AtDoor, at_door, start_again
from views.parts.dock import action
from views.parts.errors import error_summary
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.header import header, top_header
from views.parts.text import body, margin
from views.saying import Said, say, words
from views.screen import screen
from views.services import Enrolling, services
from views.theme import measures
from views.window import window

STATION, CODE = "door.enrol.station", "door.enrol.code"
_AT_CODE = ("enrol-mistyped", "enrol-wrong-code", "code-length", "code-letter", "code-check")


def enrol_screen() -> ft.View:
    return choose_pin(finish) if at_door().choosing else station_screen()


@screen
def station_screen() -> Layout:
    door = at_door()
    problem = words(f"door.problem.{door.problem}") if door.problem else ""
    at = CODE if door.problem in _AT_CODE else STATION
    summary: list[ft.Control] = [error_summary([Said(at, problem)], lambda key: None)] if problem else []
    title, first = words("door.enrol.title"), not services().handset.vaults()
    return Layout(
        head=top_header(title) if first else header(title, on_back=start_again),
        body=[
            *summary,
            margin(body(words("door.enrol.text")), above=measures.S8),
            text_field(
                say(STATION), door.form, STATION, words(f"{STATION}.hint"),
                problem if at == STATION else "", kind="address",
            ),
            text_field(say(CODE), door.form, CODE, words(f"{CODE}.hint"), problem if at == CODE else ""),
        ],
        dock=action(say("ui.continue"), lambda: go_on(door)),
        records=False,
    )  # fmt: skip


async def go_on(door: AtDoor) -> None:
    station, code = door.form.get(STATION).strip(), door.form.get(CODE)
    door.problem = "station-empty" if not station else services().door.code_problem(code)
    door.choosing = not door.problem
    window().redraw()


async def finish(pin: str) -> str:
    """Use up the code. Empty when the phone is enrolled and open; else the problem."""
    door = at_door()
    asked = Enrolling(door.form.get(STATION).strip(), door.form.get(CODE), pin)
    made = await asyncio.to_thread(services().door.enrol, asked)
    if isinstance(made, str):
        door.problem, door.choosing = made, made.startswith("pin-")
        window().redraw()
        return made
    await services().guard.unlock(made, pin)
    await go_in()
    return ""
