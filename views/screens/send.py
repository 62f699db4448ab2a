"""To send: where each own record is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import flet as ft

from app.case.model import Case
from app.clocks.words import moment_words
from app.ports import RecordState
from views.going import to
from views.parts.dock import tabs
from views.parts.empty import empty
from views.parts.frame import Layout
from views.parts.header import top_header
from views.parts.records import pager, sent_row
from views.parts.sheet import sheet
from views.parts.tag import sync_badge
from views.parts.text import section
from views.saying import words
from views.screen import screen
from views.send.progress import progress_card
from views.send.rows import grouped, sent_of
from views.services import desk, services, use_now, use_records

ROWS = 50


@screen
def send() -> Layout:
    moment, records = use_now(), use_records()
    first, set_first = ft.use_state(0)
    states, unsent = records.send_states(), records.unsent_count()
    body: list[ft.Control] = []
    if states:
        body.append(progress_card(services().syncing.state(), unsent))
        body += _groups(states, first, moment)
        body += pager(first, ROWS, len(states), set_first)
    else:
        body.append(empty(words("send.empty"), words("send.empty.text")))
    return Layout(
        head=top_header(words("send.title"), sync_badge(unsent, to("/send"))),
        body=body,
        dock=tabs("send"),
    )


def _groups(states: Sequence[RecordState], first: int, moment: datetime) -> list[ft.Control]:
    """One page over all groups: those that need the officer stand on the first."""
    cases: dict[str, Case | None] = {}
    contact = desk().records.last_contact()
    body, before = [], 0
    for key, found in grouped(states):
        page = found[max(0, first - before) : max(0, first + ROWS - before)]
        before += len(found)
        aside = ""
        if contact and key == "send.sent":
            aside = words("send.contact", time=moment_words(contact, moment))
        if page:
            rows = [sent_row(sent_of(record, cases, moment)) for record in page]
            body += [section(words(key), aside), sheet(rows)]
    return body
