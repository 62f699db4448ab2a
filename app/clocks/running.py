"""The clocks of a case at a moment, soonest first. Computed on read, never stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.case.model import Case
from app.clocks import deadlines
from app.clocks.counted import counted_left, uncounted
from app.court_calendar import CourtCalendar
from app.timekeeping import LONDON, local

SOON = timedelta(hours=6)
_Ends = tuple[datetime, datetime, datetime, str]


@dataclass(frozen=True, slots=True)
class RunningClock:
    """One clock. `name` is a wording key; `preposition` is 'by' (48 h) or 'before' (24 h)."""

    name: str
    case: Case
    start: datetime
    safe: datetime
    outer: datetime
    preposition: str
    left: timedelta
    state: str
    share: float
    not_counted: tuple[str, ...] = ()


def clocks(case: Case, now: datetime, calendar: CourtCalendar) -> list[RunningClock]:
    """Every clock that runs or has passed without its end being recorded."""
    return sorted(_found(case, now, calendar), key=lambda clock: clock.safe)


def _found(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[RunningClock]:
    limit = deadlines.hearing_deadline(case, calendar)
    if limit and case.served_at and not deadlines.heard(case):
        ends = (case.served_at, limit.safe, limit.outer, "by")
        yield _counted("hearing", case, ends, now, calendar)
    for breach in case.breaches:
        held = deadlines.custody(case, breach, calendar)
        produced = any(entry.body.get("kind") == "court_result" for entry in case.log)
        if held and breach.arrested_at and not produced:
            ends = (breach.arrested_at, held.safe, held.outer, "before")
            yield _counted("custody", case, ends, now, calendar)
    yield from _elapsed_clocks(case, now, calendar)


def _elapsed_clocks(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[RunningClock]:
    check = _safety_check(case)
    if check and not _contact_after(case, check[0]):
        yield _elapsed("safety-check", case, check[0], check[1], now)
    support = deadlines.support_referral_by(case, calendar)
    asked = case.consents.get("cn-support")
    if support and case.report_at and (asked is None or asked.state in ("not asked", "later")):
        yield _elapsed("support", case, case.report_at, _end_of(support), now)
    over = deadlines.order_end(case)
    if over and case.order_made and deadlines.order_in_force(case, now):
        yield _elapsed("order", case, case.order_made, over, now)


def _safety_check(case: Case) -> tuple[datetime, datetime] | None:
    answer = case.answers.get("alt-followup")
    if answer is None or answer.answer != "done" or answer.written_at is None:
        return None
    try:
        at = datetime.fromisoformat(str(answer.details.get("at", "")))
    except ValueError:
        return None
    return (answer.written_at, at) if at.tzinfo else None


def _contact_after(case: Case, since: datetime) -> bool:
    return any(note.happened_at >= since and note.complete for note in case.contacts)


def _end_of(day: date) -> datetime:
    return local(datetime.combine(day + timedelta(1), time(), LONDON))


def _counted(
    name: str, case: Case, ends: _Ends, now: datetime, calendar: CourtCalendar
) -> RunningClock:
    start, safe, outer, preposition = ends
    left = counted_left(now, safe, calendar)
    whole = counted_left(start, safe, calendar)
    skipped = tuple(f"{day:%a}" for day, _ in uncounted(start, outer, calendar))
    return RunningClock(
        name, case, start, safe, outer, preposition, left, _state(left),
        1 - left / whole if whole else 1.0, skipped,
    )  # fmt: skip


def _elapsed(
    name: str, case: Case, start: datetime, end: datetime, now: datetime
) -> RunningClock:
    left = max(end - now, timedelta())
    whole = end - start
    share = 1 - left / whole if whole > timedelta() else 1.0
    return RunningClock(name, case, start, end, end, "by", left, _state(left), share)


def _state(left: timedelta) -> str:
    if left <= timedelta():
        return "passed"
    return "soon" if left < SOON else "running"
