"""A result other than an order: refused, withdrawn, not reached, or what was done about a breach."""

from __future__ import annotations

from datetime import datetime

from app.court import Result, record_court_result
from app.entry import Entry
from app.results import result_kinds
from views.parts.answers import answer_group
from views.parts.day import moment_field
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.text import section
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk
from views.visits.checks import past, text
from views.visits.court_forms import court_page, keep_fact
from views.visits.groups import grouped
from views.visits.page import Page, nowhere, use_page, use_this_case


@screen
def result() -> Layout:
    page = use_page(use_this_case(), "court/result")
    if page is None:
        return nowhere()
    at, said = say("result.at"), say("result.said")
    chosen = answer_group(
        [(each.id, say(f"result.kind.{each.id}")) for each in result_kinds()],
        page.get("kind") or None,
        page.tapped("kind"),
    )
    fields = [
        grouped("result.kind", page.problem("result.kind"), section(words("result.kind")), chosen),
        text_field(said, page.form, "said", words("result.said.hint"), page.problem(said.key), kind="long"),
        moment_field(at, page.form, "at", problem=page.problem(at.key)),
    ]
    return court_page("result", page, fields, lambda: _save(page))


async def _save(page: Page) -> None:
    known = {each.id: each for each in result_kinds()}
    kind, at = known.get(page.get("kind")), past(page.form, "at", "result.at")
    said = text(page.form, "said", "result.said")
    chosen = None if kind else Said("result.kind", words("result.kind.missing"))
    book, case, keys = desk().notebook, page.case, (page.form.key,)

    def work() -> Entry:
        assert kind, "it was chosen"
        when = at if isinstance(at, datetime) else None
        what = Result(str(said), kind.about, kind.outcome, kind.trigger, when)
        return record_court_result(book, case, what, keys)

    await keep_fact("result", page, (chosen, at, said), work)
