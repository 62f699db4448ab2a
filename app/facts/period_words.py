"""The days of a period in words, the same on the phone and at the console."""

from __future__ import annotations

from app.case.model import Case
from app.facts.period import Day, Happening, Period
from app.guidance import Guidance
from app.timekeeping import LONDON
from app.visits.extra import AFTER, EXTRA

_NAMED = {EXTRA: "extra", AFTER: "after"}


def happening_words(guidance: Guidance, case: Case, happening: Happening) -> str:
    """'Visit made, 18:05', 'Hearing listed, 10:00'."""
    said = _said(guidance, case, happening)
    if happening.at is None:
        return said
    return guidance.words("period.at", what=said, time=f"{happening.at.astimezone(LONDON):%H:%M}")


def _said(guidance: Guidance, case: Case, happening: Happening) -> str:
    words, what, state = guidance.words, happening.what, happening.state
    if what == "record":
        known = guidance.has(f"outcome.{state}")
        return words(f"outcome.{state}") if known else words("period.record")
    if what == "review":
        title = guidance.fill(words(f"{happening.about}.title"), guidance.about(case))
        return words(f"period.review.{state}", why=title)
    if what == "visit":
        return words(f"period.{_NAMED.get(happening.about, 'visit')}.{state}")
    if what in ("hearing", "breach"):
        return words(f"period.{what}.{state}")
    return words(f"period.{what}", order=case.order_kind)


def day_lines(guidance: Guidance, case: Case, day: Day) -> tuple[str, ...]:
    """All of one day, in the order of the day."""
    return tuple(happening_words(guidance, case, each) for each in day.happenings)


def number_words(guidance: Guidance, told: Period, day: Day) -> str:
    """'Day 7', or that the order is over by then."""
    key = "period.day.after" if told.source == "order" and day.number > told.length else "period.day"
    return guidance.words(key, number=day.number)
