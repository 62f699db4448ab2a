"""Enrol this phone: where the station is, the code that it gave, and a PIN chosen twice."""

from __future__ import annotations

import asyncio

import flet as ft

from views.door.choose_pin import choose_pin
from views.door.tries import go_in
from views.door.typed_code import CODE, read_as
from views.door.waiting import at_door, start_again
from views.parts.dock import action
from views.parts.errors import error_summary
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.header import header, top_header
from views.parts.text import body, margin
from views.saying import Said, say, words
from views.screen import screen
from views.services import Enrolling, services, use_kept
from views.theme import measures
from views.tongues import other_tongues
from views.window import window

STATION = "door.enrol.station"
_AT_CODE = ("enrol-mistyped", "enrol-wrong-code", "code-length", "code-letter", "code-check")


def enrol_screen() -> ft.View:
    return choose_pin(finish) if at_door().choosing else station_screen()


@screen
def station_screen() -> Layout:
    door, scroller = at_door(), use_kept(ft.Ref[ft.Column])
    problem = words(f"door.problem.{door.problem}") if door.problem else ""
    at = CODE if door.problem in _AT_CODE else STATION

    async def lead(key: str) -> None:
        if scroller.current:
            await scroller.current.scroll_to(scroll_key=key)

    title, first = words("door.enrol.title"), not services().handset.vaults()
    return Layout(
        head=top_header(title) if first else header(title, on_back=start_again),
        body=[
            *([error_summary([Said(at, problem)], lead)] if problem else []),
            margin(body(words("door.enrol.text")), above=measures.S8),
            _field(STATION, problem if at == STATION else ""),
            _field(CODE, problem if at == CODE else ""),
            read_as(),
            margin(*other_tongues(), above=measures.S16),
        ],
        dock=action(say("ui.continue"), go_on),
        scroller=scroller,
        records=False,
    )


def _field(key: str, problem: str) -> ft.Control:
    kind = "address" if key == STATION else "text"
    return text_field(say(key), at_door().form, key, words(f"{key}.hint"), problem, kind=kind)


def go_on() -> None:
    """What can be checked without asking anybody is checked before a PIN is chosen."""
    door = at_door()
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
