"""The groups of the shift's list, each row with its one tap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import flet as ft

from app.visits.schedule import DueVisit
from app.visits.shift import grouped, wished
from views.going import to
from views.parts.buttons import link
from views.parts.panel import panel
from views.parts.strip import strip_legend
from views.parts.text import margin, second, section
from views.saying import say, words
from views.shift.choosing import where_words, wish
from views.theme import measures
from views.visits.due import ROWS, due_rows
from views.visits.groups import alone
from views.visits.said import day_words
from views.visits.taking import beside_row
from views.visits.who_takes import me

AHEAD = "planned"


def listing(rows: Sequence[DueVisit], at: datetime) -> list[ft.Control]:
    """What the officer asked to see of `rows`, by urgency."""
    shown = wished(rows, wish(), me())
    ordered = any(row.case.order_made for row in shown)
    found: list[ft.Control] = [margin(strip_legend(), above=measures.S4)] if ordered else []
    strips: set[str] = set()
    groups = grouped(shown, at, ROWS)
    for name, cut in groups:
        aside = words("visits.today", day=day_words(at.date())) if name == "due" else ""
        listed = due_rows(cut, strips, at, beside_row, where_words)
        before = [ways()] if name == AHEAD else []
        found += [*before, section(words(f"shift.group.{name}"), aside), listed]
    if not shown:
        found.append(panel(words(f"shift.none.{wish().whose.value}")))
    left = len(shown) - ROWS
    if left > 0:
        found.append(margin(second(words("visits.more", count=left)), above=measures.S12))
    return found if any(name == AHEAD for name, _ in groups) else [*found, ways()]


def ways() -> ft.Control:
    """What concerns the whole of the shift: below what it holds, and above what is still to come."""
    keys = (("visits.add", "/visits/new"), ("shift.round", "/visits/round"), ("shift.end", "/visits/end"))
    return margin(*(alone(link(say(key), to(where))) for key, where in keys), above=measures.S12)
