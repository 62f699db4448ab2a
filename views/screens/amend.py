"""Put an entry right: what changes, and why. The version before stays readable beside it."""

from __future__ import annotations

import flet as ft

from app.amendment import Correction
from app.amendment import amend as put_right
from app.entry import Entry
from app.facts.history import root_of
from app.visits.outcomes import outcomes
from views.going import go
from views.parts.answers import answer_group
from views.parts.day import moment_field
from views.parts.dock import action
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.note import note_field
from views.parts.text import body, margin, section, stacked
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk, services
from views.theme import measures
from views.visits.amending import PARTS, Part, may_amend, read_new, start_of
from views.visits.checks import faults, text
from views.visits.entries import kind_words
from views.visits.page import Page, bars, nowhere, place, use_page, use_this_case


@screen
def amend() -> Layout:
    case, name = use_this_case(), ft.use_route_params().get("entry", "")
    page = use_page(case, f"note/{name}/amend")
    root = root_of(case, name) if case else None
    if case is None or page is None or root is None or not may_amend(root):
        return nowhere()
    page.form.begin(start_of(case, root), None)
    return Layout(
        head=header(words("amend.title")),
        bars=bars(case),
        body=[
            *page.summary(),
            margin(body(words("amend.hint", what=kind_words(root.kind))), above=measures.S12),
            *[_field(page, part) for part in PARTS[root.kind]],
            note_field(
                say("amend.why"), page.form, "amend.why", words("amend.why.hint"), page.problem("amend.why")
            ),
        ],
        dock=action(say("amend.save"), lambda: _save(page, root)),
        scroller=page.scroller,
    )


def _field(page: Page, part: Part) -> ft.Control:
    said = say(f"amend.{part.name}")
    problem = page.problem(said.key)
    if part.how in ("past", "moment"):
        return moment_field(said, page.form, part.name, problem=problem)
    if part.how == "outcome":
        return _outcomes(page)
    kind = {"long": "long", "number": "number"}.get(part.how, "text")
    return text_field(said, page.form, part.name, problem=problem, kind=kind)


def _outcomes(page: Page) -> ft.Control:
    about = services().guidance.about(page.case)
    options = [(each.id, say(f"outcome.{each.id}", **about)) for each in outcomes()]
    group = answer_group(options, page.get("outcome") or None, page.tapped("outcome"))
    return stacked(section(words("visit.outcome")), group)


async def _save(page: Page, root: Entry) -> None:
    new, why = read_new(page.form, page.case, root), text(page.form, "amend.why", "amend.why")
    wrong = new if isinstance(new, list) else []
    if not new:
        wrong = [Said("amend.why", words("amend.nothing"))]
    if await page.wrong([*wrong, *faults(why)]) or isinstance(new, list) or isinstance(why, Said):
        return
    book, case, correction = desk().notebook, page.case, Correction(root.id, new, why)
    kept = await page.keep(lambda: put_right(book, case, correction, clears=(page.form.key,)), "amend.held")
    if kept:
        services().device.announce(words("amend.saved"))
        await go(place(case.id, "note", root.id))
