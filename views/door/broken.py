"""The folder of the vaults cannot be read. Nothing is made anew in its place."""

from __future__ import annotations

from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.text import body, heading, margin
from views.saying import say, words
from views.screen import screen
from views.theme import letters, measures
from views.window import window


@screen
def broken_door() -> Layout:
    return Layout(
        body=[
            margin(
                heading(words("door.broken"), letters.QUESTION),
                body(words("door.broken.text")),
                above=measures.S32,
                gap=measures.S12,
            )
        ],
        dock=action(say("door.shut.look"), window().redraw),
        records=False,
    )
