"""What every officer reads before the first incident: the duties, how to hide, what the phone keeps."""

from __future__ import annotations

from app.reference.reading import DUTIES
from views.library.marking import use_mark
from views.library.telling import duty_rows
from views.parts.dock import tabs
from views.parts.frame import Layout
from views.parts.header import header
from views.saying import words
from views.screen import screen


@screen
def duties() -> Layout:
    body = [*duty_rows(), *use_mark(DUTIES)]
    return Layout(head=header(words("duties.title")), body=body, dock=tabs(""), records=False)
