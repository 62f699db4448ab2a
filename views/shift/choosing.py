"""Whose visits the list shows, and in which order. Kept while the vault is open, and never sealed."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakKeyDictionary

import flet as ft

from app.visits.near import nearness, spot
from app.visits.schedule import DueVisit
from app.visits.shift import Order, Whose, Wish
from views.drafts import Drafts, Form, loose_form
from views.parts.answers import answer_group
from views.parts.buttons import link, outlined
from views.parts.choices import choice_row
from views.parts.fields import text_field
from views.parts.text import margin, second
from views.saying import say, words
from views.services import desk
from views.theme import measures
from views.visits.groups import alone

WHOSE, ORDER, NEAR, OPEN = "whose", "order", "near", "open"
Redraw = Callable[[], None]
_kept: WeakKeyDictionary[Drafts, Form] = WeakKeyDictionary()


def wish_form() -> Form:
    """What was chosen since the vault was opened."""
    return _kept.setdefault(desk().drafts, loose_form())


def wish() -> Wish:
    form = wish_form()
    return Wish(Whose(form.get(WHOSE) or "all"), Order(form.get(ORDER) or "risk"), form.get(NEAR))


def choosing(redraw: Redraw) -> list[ft.Control]:
    """The choice of whose visits; the order in a line, and open where it is being changed."""
    form, wished = wish_form(), wish()

    def chosen(name: str) -> Callable[[str], None]:
        def choose(value: str) -> None:
            form.put(name, value)
            redraw()

        return choose

    whose = [
        (each.value, say(f"shift.whose.{each.value}")) for each in (Whose.MINE, Whose.NOBODY, Whose.EVERYBODY)
    ]
    shown = choice_row(whose, wished.whose.value, chosen(WHOSE))
    if not form.get(OPEN):
        told = second(words(f"shift.sorted.{wished.order.value}"))
        way = alone(link(say("shift.change"), lambda: chosen(OPEN)("yes")))
        return [shown, margin(told, way)]
    orders = [(each.value, say(f"shift.order.{each.value}")) for each in Order]
    parts = [shown, answer_group(orders, wished.order.value, chosen(ORDER))]
    if wished.order is Order.NEAR:
        parts.append(text_field(say("shift.near"), form, NEAR, words("shift.near.hint")))
        parts.append(margin(second(words("shift.near.means")), above=measures.S8))
    return [*parts, margin(outlined(say("shift.show"), lambda: chosen(OPEN)("")), above=measures.S12)]


def where_words(row: DueVisit) -> str:
    """How near it is, or its area, in the words of the order that was chosen; empty by risk."""
    wished, where = wish(), spot(row.case)
    if wished.order is Order.AREA:
        return (
            words("shift.area", area=where.area) if where.area else words(f"shift.step.{_why(where.state)}")
        )
    if wished.order is Order.NEAR and wished.near.strip():
        return words(f"shift.step.{nearness(wished.near, where).step}")
    return ""


def _why(state: str) -> str:
    return "no-area" if state == "known" else state
