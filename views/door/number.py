"""Several officers on one handset: each says who they are. Nobody is listed."""

from __future__ import annotations

import flet as ft

from views.door.waiting import at_door
from views.parts.buttons import link
from views.parts.dock import action
from views.parts.errors import error_summary
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.text import heading, margin
from views.saying import Said, say, words
from views.screen import screen
from views.services import services
from views.theme import letters, measures
from views.window import window

FIELD = "door.number.field"


@screen
def number_screen() -> Layout:
    door, here = at_door(), window()

    def go_on() -> None:
        door.vault = services().handset.vault_for(door.form.get(FIELD).strip())
        door.problem = "" if door.vault else "number"
        here.redraw()

    def enrol() -> None:
        door.enrolling, door.problem = True, ""
        here.redraw()

    problem = words("door.problem.number") if door.problem == "number" else ""
    summary: list[ft.Control] = [error_summary([Said(FIELD, problem)], lambda key: None)] if problem else []
    return Layout(
        body=[
            *summary,
            margin(heading(words("door.number.title"), letters.SCREEN), above=measures.S32),
            text_field(say(FIELD), door.form, FIELD, problem=problem),
            margin(link(say("door.enrol.another"), enrol), above=measures.S24),
        ],
        dock=action(say("door.number.go"), go_on),
        records=False,
    )
