"""The court made the order. A DVPO has 14 to 28 days, both ends included, s.28(10); a DAPO any or none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import flet as ft

from app.court import OrderMade, record_order
from app.entry import Entry
from app.facts.gate import TERMS
from app.held import Held
from app.regimes import regime_of
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
from views.visits.regime_choice import choice, chosen, missing, orders
from views.visits.telling import item_title


@screen
def order() -> Layout:
    page = use_page(use_this_case(), "court/order")
    if page is None:
        return nowhere()
    made, days, of = say("order.made"), say("order.days"), orders(page.case)
    hint = words("order.days.hint" if _limited(chosen(page, of)) else "regime.days.hint-open")
    problem = page.problem(days.key) or page.problem("court.order.held.order_days")
    fields = [
        *choice(page, "order", of),
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
    of = orders(page.case)
    kind = chosen(page, of)
    made, days = past(page.form, "made", "order.made"), _days(page, kind)
    book, case, keys = desk().notebook, page.case, (page.form.key,)
    court, terms, sealed = page.get("court").strip(), _ticked(page), page.get("sealed_end").strip()
    work: Callable[[], Entry | Held] = lambda: record_order(  # noqa: E731
        book, case, OrderMade(_time(made), _number(days), court, terms, sealed, kind), keys
    )
    await keep_fact("order", page, (missing(page, "order", of), made, days), work)


def _limited(kind: str) -> bool:
    return not kind or regime_of(kind).order_days is not None


def _days(page: Page, kind: str) -> int | Said | None:
    """None where the order may have no end and none was typed."""
    if not _limited(kind) and not page.get("days").strip():
        return None
    return whole(page.form, "days", "order.days")


def _number(read: int | Said | None) -> int | None:
    assert not isinstance(read, Said)
    return read


def _time(read: object) -> datetime:
    assert isinstance(read, datetime)
    return read
