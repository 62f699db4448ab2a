"""The guidance that the app rests on: title, publisher, when it was looked at, and whether it was read."""

from __future__ import annotations

from app.reference.reading import GUIDANCE
from views.library.marking import use_mark
from views.library.telling import guidance_rows
from views.parts.dock import tabs
from views.parts.frame import Layout
from views.parts.header import header
from views.saying import words
from views.screen import screen


@screen
def guidance() -> Layout:
    body = [*use_mark(GUIDANCE), *guidance_rows()]
    return Layout(head=header(words("guidance.title")), body=body, dock=tabs(""), records=False)
