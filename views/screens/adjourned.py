"""The hearing began and was put off: the notice goes on until the application is determined, s.27(9)."""

from __future__ import annotations

from datetime import datetime

from app.court import Adjournment, adjourn
from app.entry import Entry
from views.parts.day import moment_field
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.saying import say, words
from views.screen import screen
from views.services import desk
from views.visits.checks import moment, past, text
from views.visits.court_forms import court_page, keep_fact
from views.visits.page import Page, nowhere, use_page, use_this_case


@screen
def adjourned() -> Layout:
    page = use_page(use_this_case(), "court/adjourned")
    if page is None:
        return nowhere()
    started, to, why = say("adjourned.started"), say("adjourned.to"), say("adjourned.why")
    fields = [
        moment_field(started, page.form, "started", problem=page.problem(started.key)),
        moment_field(to, page.form, "to", words("adjourned.to.hint"), page.problem(to.key)),
        text_field(why, page.form, "why", problem=page.problem(why.key), kind="long"),
    ]
    return court_page("adjourned", page, fields, lambda: _save(page))


async def _save(page: Page) -> None:
    started = past(page.form, "started", "adjourned.started")
    to = moment(page.form, "to", "adjourned.to", needed=False)
    why = text(page.form, "why", "adjourned.why")
    book, case, keys = desk().notebook, page.case, (page.form.key,)

    def work() -> Entry:
        assert isinstance(started, datetime)
        put_off = Adjournment(started, to if isinstance(to, datetime) else None, str(why))
        return adjourn(book, case, put_off, keys)

    await keep_fact("adjourned", page, (started, to, why), work)
