"""Breach now: confirm, grounds for believing, arrest with its exact time, or no arrest and why."""

from __future__ import annotations

from datetime import datetime

import flet as ft

from app.facts.breach import check_order_first
from app.timekeeping import LONDON
from views.going import to
from views.parts.dock import action
from views.parts.facts import facts
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.panel import warning
from views.parts.tag import saved_badge
from views.parts.text import margin, second, section
from views.saying import say, words
from views.screen import screen
from views.services import services, use_now
from views.theme import measures
from views.visits.breach_form import breach_fields, is_offence, kind_of
from views.visits.breach_saving import report
from views.visits.breach_told import in_force_facts, reported_rows
from views.visits.clock_faces import chips
from views.visits.page import Page, bars, nowhere, use_page, use_this_case
from views.visits.said import clock_words


@screen
def breach() -> Layout:
    case, at = use_this_case(), use_now()
    page = use_page(case, "breach")
    if case is None or page is None:
        return nowhere()
    saved = page.form.saved_at
    return Layout(
        head=header(words("breach.title"), saved_badge(clock_words(saved), to("/send")) if saved else None),
        bars=bars(case),
        body=[*page.summary(), *_first(page, at), *breach_fields(page), *reported_rows(case)],
        dock=action(say("breach.save"), lambda: report(page)),
        scroller=page.scroller,
    )


def _first(page: Page, at: datetime) -> list[ft.Control]:
    """What is looked at before anybody is arrested, and what there is no power for."""
    case, kind = page.case, kind_of(page)
    urgent = check_order_first(case, at, services().calendar)
    key = "breach.check.doubt" if urgent else "breach.check"
    power = "breach.power.offence" if is_offence(kind) else "breach.power"
    today = f"{at.astimezone(LONDON):%H:%M}"
    return [
        warning(words(key, time=today), words("breach.check.title")),
        section(words("breach.in-force")),
        facts(in_force_facts(case, at)),
        *chips(case, at),
        margin(second(words(power)), above=measures.S12),
        *([margin(second(words(f"breach.power.{kind}")), above=measures.S4)] if kind else []),
    ]
