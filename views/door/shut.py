"""Why no PIN opens a vault, and what to do. Everything is kept, whatever it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.ports import Shut
from views.door.tries import Tries
from views.door.waiting import at_door
from views.parts.buttons import link
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.text import body, heading, margin, strong
from views.saying import Said, say, words
from views.theme import letters, look, measures
from views.window import window

_ENROL_AGAIN = (Shut.DESTROYED, Shut.KEYSTORE_LOST, Shut.NOT_ENROLLED)


def shut_layout(tries: Tries) -> Layout:
    key = "door.shut.salvage" if tries.salvage else f"door.shut.{tries.shut}"
    said, act = _act(tries)
    told: list[ft.Control] = [heading(words(key), letters.QUESTION), body(words(f"{key}.text"))]
    if tries.busy:
        told.append(ft.Semantics(live_region=True, content=strong(words(tries.busy))))
    elif tries.reach:
        reach = strong(words(f"door.reach.{tries.reach}"), look().roles.danger)
        told.append(ft.Semantics(live_region=True, content=reach))
    more: list[ft.Control] = []
    if tries.shut not in _ENROL_AGAIN:
        more.append(link(say("door.enrol.another"), _enrol))
    return Layout(
        body=[
            margin(*told, above=measures.S32, gap=measures.S12),
            margin(*more, above=measures.S24),
        ],
        dock=action(said, act),
        records=False,
    )


def _act(tries: Tries) -> tuple[Said, Callable[[], Any]]:
    """The one thing to do next."""
    if tries.salvage:
        return say("door.shut.open-part"), tries.open_in_part
    if tries.shut is Shut.LEASE_OVER:
        return say("door.shut.ask"), tries.ask_station
    if tries.shut in _ENROL_AGAIN:
        return say("door.enrol.again"), _enrol
    return say("door.shut.look"), tries.look_again


def _enrol() -> None:
    at_door().enrolling = True
    window().redraw()
