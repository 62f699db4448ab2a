"""The court made the order: 14 to 28 days, both ends included, s.28(10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import flet as ft

from app.court import OrderMade, record_order
from app.entry import Entry
from app.facts.gate import TERMS
from app.held import Held
from views.parts.answers import check_row
from views.parts.day import moment_field
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.sheet import sheet
from views.parts.text import section
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk
from views.visits.checks import past, whole
from views.visits.court_forms import court_page, keep_fact
from views.visits.page import Page, nowhere, use_page, use_this_case
from views.visits.telling import item_title


@screen
def order() -> Layout:
    page = use_page(use_this_case(), "court/order")
    if page is None:
        return nowhere()
    made, days = say("order.made"), say("order.days")
    hint, problem = (
        words("order.days.hint"),
        page.problem(days.key) or page.problem("court.order.held.order_days"),
    )
    fields = [
        moment_field(made, page.form, "made", problem=page.problem(made.key)),
        text_field(days, page.form, "days", hint, problem, kind="number"),
        text_field(say("order.court"), page.form, "court"),
        section(words("order.terms")),
        sheet([_term(page, term) for term in TERMS]),
        text_field(say("order.sealed-end"), page.form, "sealed_end", words("order.sealed-end.hint")),
    ]
    return court_page("order", page, fields, lambda: _save(page))


def _ticked(page: Page) -> tuple[str, ...]:
    return tuple(each for each in page.get("terms").split(",") if each)


def _term(page: Page, term: str) -> ft.Control:
    ticked = _ticked(page)

    def tick(there: bool) -> Any:
        kept = [each for each in TERMS if (each in ticked and each != term) or (each == term and there)]
        return page.put({"terms": ",".join(kept)})

    return check_row(Said(f"order.terms.{term}", item_title(page.case, term)), term in ticked, tick)


async def _save(page: Page) -> None:
    made, days = past(page.form, "made", "order.made"), whole(page.form, "days", "order.days")
    book, case, keys = desk().notebook, page.case, (page.form.key,)
    court, terms, sealed = page.get("court").strip(), _ticked(page), page.get("sealed_end").strip()
    work: Callable[[], Entry | Held] = lambda: record_order(  # noqa: E731
        book, case, OrderMade(_time(made), int(str(days)), court, terms, sealed), keys
    )
    await keep_fact("order", page, (made, days), work)


def _time(read: object) -> datetime:
    assert isinstance(read, datetime)
    return read
