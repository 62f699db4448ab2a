"""A PIN is chosen: keyed in twice on the app's own keypad. A weak one is refused with the reason."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from views.door.pad import use_pad
from views.door.pin import keyed
from views.door.waiting import at_door
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import middle_title
from views.saying import say, words
from views.screen import screen
from views.services import services
from views.window import window


@screen
def choose_pin(finish: Callable[[str], Awaitable[str]]) -> Layout:
    """`finish` is given the PIN and answers with the problem, or with nothing when the phone is open."""
    door, here = at_door(), window()
    first: ft.MutableRef[str] = ft.use_ref("")
    busy, set_busy = ft.use_state(False)

    async def entered() -> None:
        if busy or not pad.digits:
            return
        pin = pad.take()
        if first.current:
            same, first.current = first.current == pin, ""
            door.problem = "" if same else "pin-differs"
        else:
            same, door.problem = False, services().door.pin_problem(pin)
            first.current = "" if door.problem else pin
        here.redraw()
        if same:
            set_busy(True)
            try:
                await finish(pin)
            finally:
                set_busy(False)

    pad = use_pad(entered)
    pad.shut = busy
    step = "again" if first.current else "choose"
    problem = f"door.problem.{door.problem}" if door.problem and not pad.digits else ""
    told = "door.enrol.working" if busy else problem
    title = middle_title("", words(f"door.pin.{step}"), words(f"door.pin.{step}.hint"))
    above, foot = keyed(title, pad, words(told) if told else "")
    return Layout(
        head=header(words("door.enrol.title"), on_back=_to_station),
        body=[above],
        foot=foot,
        dock=action(say("ui.continue"), entered),
        records=False,
    )


def _to_station() -> None:
    door = at_door()
    door.choosing, door.problem = False, ""
    window().redraw()
