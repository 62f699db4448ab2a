"""The guidance that the app rests on: title, publisher, and when it was last looked at."""

from __future__ import annotations

from views.library.telling import guidance_rows
from views.parts.dock import tabs
from views.parts.frame import Layout
from views.parts.header import header
from views.saying import words
from views.screen import screen


@screen
def guidance() -> Layout:
    return Layout(head=header(words("guidance.title")), body=[*guidance_rows()], dock=tabs(""), records=False)
