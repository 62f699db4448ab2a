"""The notice was served: the exact time starts the 48 hours, s.27(3)."""

from __future__ import annotations

from datetime import datetime

from app.court import serve_notice
from app.entry import Entry
from app.held import Held
from views.notice.serving import authority_told, territory_asked
from views.parts.day import moment_field
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk
from views.visits.checks import past, text
from views.visits.court_forms import court_page, keep_fact
from views.visits.page import Page, nowhere, use_page, use_this_case
from views.visits.regime_choice import choice, chosen, missing, notices


@screen
def served() -> Layout:
    page = use_page(use_this_case(), "court/served")
    if page is None:
        return nowhere()
    at, by = say("served.at"), say("served.by")
    page.form.begin({"by": desk().enrolment.officer.number}, None)
    fields = [
        authority_told(page.case),
        *choice(page, "notice", notices(page.case)),
        moment_field(at, page.form, "at", words("served.at.hint"), page.problem(at.key)),
        text_field(by, page.form, "by", words("served.by.hint"), page.problem(by.key)),
        text_field(say("served.place"), page.form, "place"),
        *territory_asked(page),
        text_field(say("served.evidence"), page.form, "evidence", words("served.evidence.hint")),
    ]
    return court_page("served", page, fields, lambda: _save(page))


async def _save(page: Page) -> None:
    at, by = past(page.form, "at", "served.at"), text(page.form, "by", "served.by")
    book, case, keys = desk().notebook, page.case, (page.form.key,)
    of = notices(case)
    told = {"served_by": by, "place": page.get("place").strip(), "kind": chosen(page, of)}
    told |= {name: page.get(name).strip() for name in ("territory", "evidence")}
    where = None if told["territory"] else Said("serving.territory", words("serving.territory.missing"))

    def work() -> Entry | Held:
        assert isinstance(at, datetime)
        return serve_notice(book, case, at, {name: each for name, each in told.items() if each}, keys)

    await keep_fact("served", page, (missing(page, "notice", of), at, by, where), work)
