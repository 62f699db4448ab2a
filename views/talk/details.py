"""Boxes that hold a number or a place of the victim, under how they may be used."""

from __future__ import annotations

import flet as ft

from views.incident.asked import Asked, goes_with
from views.talk.reach import reach

DETAILS = ("number", "safe_contact", "sleeps", "ring", "address")


def under_reach(asked: Asked) -> list[ft.Control]:
    """What goes with an answer; once a number or a place stands in it, how it may be used comes first."""
    boxes = goes_with(asked)
    holds = any(asked.told.details.get(name) or asked.form.get(name) for name in DETAILS)
    return [*reach(asked.case, ask=False), *boxes] if holds and boxes else boxes
