"""That this phone's clock disagrees with the station's, said wherever a clock or a time depends on it."""

from __future__ import annotations

from datetime import timedelta

import flet as ft

from app.clocks.words import span_words
from views.parts.text import icon_line, margin, second
from views.saying import words
from views.services import drift
from views.theme import look, measures

DAY = timedelta(days=1)


def drift_words(about: str = "clocks") -> str:
    """`about`: clocks (what is left) or typed (a time that the phone fills in). Empty while both agree."""
    found = drift()
    if found is None:
        return ""
    way = "behind" if found > timedelta() else "ahead"
    return words(f"clock.drift.{about}.{way}", span=_span(abs(found)))


def _span(span: timedelta) -> str:
    days, rest = divmod(span, DAY)
    return words("clock.drift.days", days=days, rest=span_words(rest)) if days else span_words(span)


def drift_line(about: str = "clocks") -> list[ft.Control]:
    told, roles = drift_words(about), look().roles
    line = icon_line(ft.Icons.WARNING_AMBER, second(told, roles.ink), roles.warn) if told else None
    if line is None:
        return []
    return [line] if about == "typed" else [margin(line, above=measures.S8, below=measures.S4)]
