"""End of shift: what is not sent, what is open and who takes it, and the way out that says so."""

from __future__ import annotations

import flet as ft

from app.visits.shift_end import shift_end
from views.going import to
from views.incident.filling import use_filling
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.tag import sync_badge
from views.saying import say, words
from views.screen import screen
from views.services import use_now, use_records
from views.shift.ending import END, give_all, leave, opened, sending, to_the_top, unsent_words
from views.visits.who_takes import me


@screen
def end_of_shift() -> Layout:
    records, at = use_records(), use_now()
    asked, ask = ft.use_state(False)
    page = use_filling(END)
    end = shift_end(records.cases(), me(), at)

    async def out() -> None:
        if not unsent_words():
            await leave()
            return
        ask(True)
        await to_the_top(page)

    return Layout(
        head=header(words("shift.end"), sync_badge(records.unsent_count(), to("/send"))),
        body=[*sending(asked), *opened(end, page.form, lambda: give_all(page.form, end.mine))],
        dock=action(say("end.lock"), out),
        scroller=page.scroller,
    )
