"""Clocks worked out on paper: both answers, the days that led to them, and which calendar gave them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from app.clocks.deadlines import (
    hearing_vs_deadline,
    last_practical_sitting,
    live_hearing,
    order_end,
    order_last_day,
)
from app.clocks.words import deadline_words
from app.clocks.working import Working, working
from app.documents.material import Material
from app.documents.model import Block, Boxed, Facts, Section, Table, Words
from app.regimes import regime_of


def hearing_clock(told: Material) -> Section:
    """The 48 hours from personal service, s.27(3)."""
    title = told.words("doc.clock.hearing")
    if told.case.served_at is None:
        return Section(title, (Words(told.words("doc.clock.not-started")),))
    regime = regime_of(told.case.notice)
    worked = working(told.case.served_at, regime.hearing_hours, regime.days(told.calendar))
    return Section(title, (*work(told, worked), *_listed(told)))


def work(told: Material, worked: Working) -> Iterator[Block]:
    """Both answers and every day between."""
    yield Facts(
        (
            (told.words("doc.clock.start"), told.moment(worked.start)),
            (told.words("doc.clock.hours"), told.words("doc.clock.counted", hours=worked.hours)),
            (told.words("doc.clock.safe"), told.moment(worked.safe)),
            (told.words("doc.clock.outer"), told.moment(worked.outer)),
            (told.words("doc.clock.calendar"), worked.calendar),
        )
    )
    head = tuple(
        told.words(f"doc.clock.{name}") for name in ("day", "from", "to", "in-safe", "in-outer", "why")
    )
    rows = tuple(
        (
            told.day(day.day),
            f"{day.opens:%H:%M}",
            "24:00" if day.closes.date() > day.day else f"{day.closes:%H:%M}",
            hours(told, day.safe),
            hours(told, day.outer),
            day.why or told.words("doc.clock.ordinary"),
        )
        for day in worked.days
    )
    yield Table(head, rows, (24, 9, 9, 15, 15, 28))


def hours(told: Material, counted: timedelta) -> str:
    """'8 h 30 min', or that nothing of the day counts."""
    minutes = int(counted.total_seconds() // 60)
    if minutes == 0:
        return told.words("doc.clock.none")
    whole, rest = divmod(minutes, 60)
    return f"{whole} h {rest} min" if rest else f"{whole} h"


def _listed(told: Material) -> Iterator[Block]:
    sitting, live = last_practical_sitting(told.case, told.calendar), live_hearing(told.case)
    rows = [
        (
            told.words("doc.clock.sitting"),
            told.moment(sitting) if sitting else told.words("doc.clock.special"),
        )
    ]
    if live:
        where = f"{live.court}, {told.moment(live.at)}" if live.court else told.moment(live.at)
        rows.append((told.words("doc.clock.listed"), where))
    yield Facts(tuple(rows))
    verdict = hearing_vs_deadline(told.case, told.calendar)
    if verdict in ("after_safe", "after_outer"):
        line = told.words(f"doc.clock.{verdict.replace('_', '-')}")
        yield Boxed(told.words("doc.clock.late"), (line,))


def order_clock(told: Material) -> Section | None:
    """The period of the order, both ends included, s.28(10). None while there is no order."""
    last, end = order_last_day(told.case), order_end(told.case)
    if told.case.order_made is None or last is None or end is None:
        return None
    rows = (
        (told.words("doc.clock.made"), told.moment(told.case.order_made)),
        (told.words("doc.clock.days"), str(told.case.order_days)),
        (told.words("doc.clock.last-day"), told.day(last)),
        (told.words("doc.clock.ends"), deadline_words(end)),
    )
    sealed = next((each.sealed_end for each in told.case.orders if each.sealed_end), "")
    more = ((told.words("doc.clock.sealed"), sealed),) if sealed else ()
    return Section(told.words("doc.clock.order"), (Facts(rows + more),))
