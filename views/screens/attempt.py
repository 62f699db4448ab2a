"""An attempt to give notice of the hearing: the court asks whether the efforts were reasonable, s.27(7)."""

from __future__ import annotations

from datetime import datetime

from app.attempts import Attempt, record_attempt
from app.entry import Entry
from app.held import Held
from views.parts.day import moment_field
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.saying import say, words
from views.screen import screen
from views.services import desk
from views.visits.checks import past, text
from views.visits.court_forms import court_page, keep_fact
from views.visits.page import Page, nowhere, use_page, use_this_case

NEEDED = ("place", "who", "result")


@screen
def attempt() -> Layout:
    page = use_page(use_this_case(), "court/attempt")
    if page is None:
        return nowhere()
    page.form.begin({"who": desk().enrolment.officer.number}, None)
    at = say("attempt.at")
    fields = [moment_field(at, page.form, "at", problem=page.problem(at.key))]
    for name in (*NEEDED, "evidence"):
        said = say(f"attempt.{name}")
        hint, kind = words(f"attempt.{name}.hint"), "long" if name == "result" else "text"
        fields.append(text_field(said, page.form, name, hint, page.problem(said.key), kind=kind))
    return court_page("attempt", page, fields, lambda: _save(page))


async def _save(page: Page) -> None:
    at = past(page.form, "at", "attempt.at")
    told = [text(page.form, name, f"attempt.{name}") for name in NEEDED]
    book, case, keys = desk().notebook, page.case, (page.form.key,)

    def work() -> Entry | Held:
        assert isinstance(at, datetime)
        tried = Attempt(at, page.get("place"), page.get("who"), page.get("result"), page.get("evidence"))
        return record_attempt(book, case, tried, keys)

    await keep_fact("attempt", page, (at, *told), work)
