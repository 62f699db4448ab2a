"""End of shift: what is not sent, what is open and who takes it, and the way out that says so."""

from __future__ import annotations

import flet as ft

from app.visits.shift_end import shift_end
from views.going import to
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.tag import sync_badge
from views.saying import say, words
from views.screen import screen
from views.services import form, use_now, use_records
from views.shift.ending import END, give_all, leave, opened, sending, unsent_words
from views.visits.who_takes import me


@screen
def end_of_shift() -> Layout:
    records, at = use_records(), use_now()
    asked, ask = ft.use_state(False)
    end, typed = shift_end(records.cases(), me(), at), form(END)

    async def out() -> None:
        if unsent_words() and not asked:
            ask(True)
        elif not unsent_words():
            await leave()

    return Layout(
        head=header(words("shift.end"), sync_badge(records.unsent_count(), to("/send"))),
        body=[*sending(asked), *opened(end, typed, lambda: give_all(typed, end.mine))],
        dock=action(say("end.lock"), out),
    )
