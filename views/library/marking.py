"""Whether this officer has read a page of the guidance in the version that is on the phone, and the mark."""

from __future__ import annotations

import flet as ft

from app.clocks.words import moment_words
from app.entry import NO_CASE
from app.reference.reading import Mark, mark_read, newest_mark
from views.parts.buttons import outlined
from views.parts.panel import panel
from views.parts.text import margin
from views.saying import say, words
from views.services import commit, desk, now, services, use_records
from views.theme import measures


def use_mark(page: str) -> list[ft.Control]:
    """The line and, while this version is unread, the way to say that it was read. Call it on every draw."""
    known = use_records(NO_CASE).entries(NO_CASE)
    mark = newest_mark(known, page, desk().enrolment.officer.number)
    line = panel(mark_words(mark))
    if is_read(mark):
        return [line]

    async def read() -> None:
        records, book = desk().records, desk().notebook
        await commit(lambda: mark_read(book, records.entries(NO_CASE), page), case=NO_CASE)
        services().device.announce(words("mark.kept"))

    return [line, margin(outlined(say("mark.read").of(page), read), above=measures.S8)]


def is_read(mark: Mark | None) -> bool:
    return mark is not None and mark.version == services().guidance.version


def mark_words(mark: Mark | None) -> str:
    version = services().guidance.version
    if mark is None:
        return words("mark.never", version=version)
    at = moment_words(mark.at, now())
    if is_read(mark):
        return words("mark.this", version=version, time=at)
    return words("mark.older", version=version, old=mark.version, time=at)


def unread_line(page: str) -> str:
    """For a row that leads to the page; empty once this version was read."""
    known = desk().records.entries(NO_CASE)
    mark = newest_mark(known, page, desk().enrolment.officer.number)
    return "" if is_read(mark) else words("mark.unread")
