"""Another browser window of this handset is the newer one."""

from __future__ import annotations

from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.text import body, heading, margin
from views.saying import say, words
from views.screen import screen
from views.services import services
from views.theme import letters, measures
from views.window import window


@screen
def other_window() -> Layout:
    here = window()
    return Layout(
        body=[
            margin(
                heading(words("door.other.title"), letters.QUESTION),
                body(words("door.other.text")),
                above=measures.S32,
                gap=measures.S12,
            )
        ],
        dock=action(say("door.other.here"), lambda: services().guard.claim(here.id)),
        records=False,
    )
