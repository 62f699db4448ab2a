"""Days, times and visits in the words that an officer reads."""

from __future__ import annotations

from datetime import date, datetime, time

import flet as ft

from app.case.model import Case, Visit
from app.clocks.deadlines import order_end
from app.clocks.words import deadline_words, moment_words, short_day
from app.timekeeping import LONDON
from app.visits.extra import AFTER, EXTRA
from app.visits.missed import why_missed
from app.visits.no_answer import NoAnswer, no_answer
from app.visits.replanning import CALLED_FOR
from app.visits.schedule import order_strip, status
from app.visits.window import Anchor, Window, anchor, window
from views.parts.strip import visit_strip
from views.saying import words


def day_words(day: date) -> str:
    """'Thu 26 Nov'."""
    return short_day(datetime.combine(day, time(12), LONDON))


def clock_words(moment: datetime) -> str:
    """'20:10'."""
    return f"{moment.astimezone(LONDON):%H:%M}"


def when_words(moment: datetime, now: datetime) -> str:
    """'22:10 today', or the day and time."""
    return moment_words(moment, now)


def state_line(visit: Visit, state: str, now: datetime) -> str:
    """'Overdue, was due 20:00 today'. The state stands in it as a word."""
    if state in ("done", "late"):
        seen = next((note.happened_at for note in visit.records if note.complete), None)
        return words(f"visits.line.{state}", time=moment_words(seen, now) if seen else day_words(visit.due))
    if state == "overdue" and visit.at:
        return words("visits.line.overdue", time=moment_words(visit.at, now))
    if state == "due":
        if visit.at is None:
            return words("visits.line.due-by-today" if visit.id == AFTER else "visits.line.due-today")
        key = "visits.line.due-by" if visit.id == EXTRA else "visits.line.due-at"
        return words(key, time=moment_words(visit.at, now))
    if state == "planned":
        key = "visits.line.planned-by" if visit.id in (EXTRA, AFTER) else "visits.line.planned"
        return words(key, time=moment_words(visit.at, now) if visit.at else day_words(visit.due))
    return words(f"visits.line.{state}", time=day_words(visit.due))


def why_line(case: Case, visit: Visit, now: datetime) -> str:
    """Why there is this visit, and whether it is said why nobody came; nobody opened comes first."""
    ladder = no_answer(case, visit.id)
    if ladder and ladder.repeated_at is None:
        return ladder_line(ladder, now)
    told = [_why(visit)]
    if status(visit, now) == "missed":
        told.append(
            words("visits.why.missed-said" if why_missed(case, visit) else "visits.why.missed-unsaid")
        )
    return ". ".join(each for each in told if each)


def _why(visit: Visit) -> str:
    if visit.id == EXTRA and visit.why:
        return words("visits.why.extra", because=because_words(visit.why))
    if visit.id == AFTER:
        return words("visits.why.after")
    if visit.why in ("order", "extended", CALLED_FOR):
        return words(f"visits.why.{visit.why}")
    told = [visit.why, visit.officer and words("visits.why.officer", officer=visit.officer)]
    return ". ".join(each for each in told if each)


def because_words(because: str) -> str:
    """Service, a hearing's result, or the trigger's own words."""
    if because.startswith("tr-"):
        return words(f"{because}.title")
    return words("visits.because." + because.replace(" ", "-"))


def ladder_line(ladder: NoAnswer, now: datetime) -> str:
    key = "visits.why.try-again" if now < ladder.repeat_by else "visits.why.try-was-due"
    return words(key, time=moment_words(ladder.first, now), by=moment_words(ladder.repeat_by, now))


def order_line(case: Case, now: datetime) -> str:
    """'Day 7 of 28. Ends end of Mon 14 Dec (24:00).' Empty while no order is known."""
    ends = order_end(case)
    if ends is None or case.order_made is None:
        return ""
    if now >= ends:
        return words("visits.order.over", end=deadline_words(ends))
    number = (now.astimezone(LONDON).date() - case.order_made.astimezone(LONDON).date()).days + 1
    return words("visits.order.day", day=max(number, 1), days=case.order_days, end=deadline_words(ends))


def window_line(case: Case, now: datetime) -> str:
    """The day of the order, or the day since the report or the service, as the force counts."""
    counted = window(case)
    if counted is None:
        return words("visits.no-order")
    if counted.source == "order":
        return order_line(case, now)
    number = (now.astimezone(LONDON).date() - counted.first).days + 1
    key = f"visits.from-{counted_from(counted)}"
    return words(key, day=number, days=counted.days, end=day_words(counted.last))


def counted_from(counted: Window) -> str:
    """order, service or report; after the report, why it is that: no order is known yet, or the force counts
    from something else."""
    policy = anchor()
    by_policy = counted.source == "report" and policy in (Anchor.REPORT, Anchor.SERVICE)
    return f"report-{policy}" if by_policy else counted.source


def case_strip(case: Case, now: datetime) -> ft.Control | None:
    """The order's 28 days with the words below; None while there is no order."""
    cells = order_strip(case, now)
    if not cells:
        return None
    today = now.astimezone(LONDON).date()
    at = next((number for number, (day, _) in enumerate(cells) if day == today), None)
    return visit_strip([cell for _, cell in cells], at, order_line(case, now))


def date_words(day: date) -> str:
    """'2 Mar 1991'."""
    return f"{day_words(day).partition(' ')[2]} {day.year}"
