"""Longer-term orders, for reference: who asks, what it does, what breaking it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import flet as ft

from app.case.model import Case
from app.guidance.checking import answer_of
from app.reference.library import OrderNote, orders
from views.going import to
from views.incident.in_words import answer_line, fill
from views.library.ageing import old
from views.parts.facts import facts
from views.parts.guide import shut_step
from views.parts.panel import panel, warning
from views.parts.sheet import sheet
from views.parts.text import margin, second, section
from views.saying import Said, words
from views.services import services
from views.theme import measures
from views.visits.page import place
from views.visits.said import date_words

ASKED = ("oo-aware", "oo-legal-referral")
"""What was said of such orders, and to whom she was referred: law 3i."""


def said(case: Case) -> list[ft.Control]:
    rows = []
    for item in ASKED:
        question = services().guidance.question(item)
        assert question is not None, "the content asks it"
        told = Said(f"{item}.title", fill(words(f"{item}.title"), case))
        settled = answer_of(question, case) is not None
        rows.append(
            shut_step(told, answer_line(case, question), settled, to(place(case.id, "orders", item, "said")))
        )
    return [section(words("order-note.said")), sheet(rows)]


def listed() -> Iterator[ft.Control]:
    known = orders()
    yield panel(words("order-note.lead"))
    yield _looked_at(known.checked)
    for order in known.orders:
        yield section(words(f"order-note.{order.id}"))
        yield facts(_rows(order))


def _looked_at(checked: date | None) -> ft.Control:
    if checked is None:
        return warning(words("guidance.never"))
    day = date_words(checked)
    if old(checked):
        return warning(words("guidance.old", day=day))
    return margin(second(words("order-note.checked", day=day)), below=measures.S4)


def _rows(order: OrderNote) -> list[tuple[str, str]]:
    about = f"order-note.{order.id}"
    return [
        (words("order-note.who"), words(f"{about}.who")),
        (words("order-note.does"), words(f"{about}.does")),
        (words("order-note.breach"), words(f"order-note.breach.{order.breach}")),
        (words("order-note.law"), order.law),
    ]
