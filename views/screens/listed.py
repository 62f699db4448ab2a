"""The court listed the hearing. A listing after the deadline is recorded, and warned about."""

from __future__ import annotations

from datetime import datetime

import flet as ft

from app.case.model import Case
from app.clocks.deadlines import hearing_deadline, last_practical_sitting
from app.clocks.words import deadline_words
from app.court import Listing, list_hearing
from app.entry import Entry
from views.parts.day import moment_field
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.panel import warning
from views.saying import say, words
from views.screen import screen
from views.services import desk, services
from views.visits.checks import moment, text
from views.visits.court_forms import court_page, keep_fact
from views.visits.page import Page, nowhere, use_page, use_this_case


@screen
def listed() -> Layout:
    page = use_page(use_this_case(), "court/listed")
    if page is None:
        return nowhere()
    court, at = say("listed.court"), say("listed.at")
    fields = [
        *_latest(page.case),
        text_field(court, page.form, "court", problem=page.problem(court.key)),
        moment_field(at, page.form, "at", problem=page.problem(at.key)),
        text_field(say("listed.reason"), page.form, "reason", words("listed.reason.hint"), kind="long"),
    ]
    return court_page("listed", page, fields, lambda: _save(page))


def _latest(case: Case) -> list[ft.Control]:
    """The last sitting that keeps the deadline, before anybody types a date."""
    calendar = services().calendar
    limit, sitting = hearing_deadline(case, calendar), last_practical_sitting(case, calendar)
    if limit is None:
        return []
    if sitting is None:
        return [warning(words("listed.no-sitting", by=deadline_words(limit.safe)))]
    told = words("listed.latest", sitting=deadline_words(sitting), by=deadline_words(limit.safe))
    return [warning(told)]


async def _save(page: Page) -> None:
    court, at = text(page.form, "court", "listed.court"), moment(page.form, "at", "listed.at")
    book, case, keys, reason = desk().notebook, page.case, (page.form.key,), page.get("reason").strip()

    def work() -> Entry:
        assert isinstance(at, datetime)
        return list_hearing(book, case, Listing(str(court), at, reason), keys)

    await keep_fact("listed", page, (court, at), work)
