"""What the board says of notices: who waits for a decision and how long, which notices and orders run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.case import Case
from app.clocks.deadlines import (
    DETERMINED,
    hearing_deadline,
    lapse_risk,
    live_hearing,
    order_end,
    order_in_force,
    order_last_day,
)
from app.clocks.words import left_words, span_words
from app.facts.decided import waits
from app.timekeeping import LONDON
from sync.station.console.saying import clock_time, day, moment
from sync.station.console.telling import FlagRow, Shown, Telling


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A referral that nobody has decided. `left` of the clock that ends first, empty where none runs."""

    case: str
    ref: str
    initials: str
    since: str
    waited: str
    clock: str
    left: str
    state: Shown
    marks: tuple[str, ...]
    flags: tuple[FlagRow, ...]


@dataclass(frozen=True, slots=True)
class RunningRow:
    """A notice served and not determined, or an order in force. `ends` is the safe answer."""

    case: str
    ref: str
    initials: str
    ends: str
    outer: str
    left: str
    hearing: str
    state: Shown
    flags: tuple[FlagRow, ...]


@dataclass(frozen=True, slots=True)
class HearingRow:
    case: str
    ref: str
    initials: str
    at: str
    court: str
    state: Shown


@dataclass(frozen=True, slots=True)
class NoticeRows:
    """All of them, what ends first standing first."""

    waiting: tuple[WaitingRow, ...] = ()
    notices: tuple[RunningRow, ...] = ()
    orders: tuple[RunningRow, ...] = ()
    today: tuple[HearingRow, ...] = ()


def notice_rows(telling: Telling, cases: Sequence[Case]) -> NoticeRows:
    now = telling.now
    waiting = sorted(filter(waits, cases), key=lambda case: str(case.referral.sent_at))
    served = [case for case in cases if case.served_at and case.referral.state not in DETERMINED]
    orders = [case for case in cases if order_in_force(case, now)]
    return NoticeRows(
        tuple(_waiting(telling, case) for case in waiting),
        tuple(_notice(telling, case) for case in sorted(served, key=lambda case: str(case.served_at))),
        tuple(_order(telling, case) for case in sorted(orders, key=lambda case: str(order_end(case)))),
        tuple(_today(telling, cases)),
    )


def _waiting(telling: Telling, case: Case) -> WaitingRow:
    ends = next((each for each in telling.running(case) if each.safe and each.state != "passed"), None)
    since = case.referral.sent_at or telling.now
    return WaitingRow(
        case=case.id,
        ref=case.ref,
        initials=case.initials,
        since=moment(since),
        waited=span_words(telling.now - since) if since < telling.now else "",
        clock=telling.clock_name(ends) if ends else "",
        left=left_words(ends.seconds_left) if ends else "",
        state=telling.state(case),
        marks=telling.marks(case),
        flags=telling.flags(case),
    )


def _notice(telling: Telling, case: Case) -> RunningRow:
    limit, live = hearing_deadline(case, telling.court), live_hearing(case)
    clock = next((each for each in telling.running(case) if each.id == "hearing"), None)
    over = lapse_risk(case, telling.now, telling.court)
    return RunningRow(
        case=case.id,
        ref=case.ref,
        initials=case.initials,
        ends=moment(limit.safe) if limit else "",
        outer=moment(limit.outer) if limit and limit.outer != limit.safe else "",
        left=left_words(clock.seconds_left) if clock and not over else "",
        hearing=f"{moment(live.at)}, {live.court}".removesuffix(", ") if live else "",
        state=telling.state(case),
        flags=telling.flags(case),
    )


def _order(telling: Telling, case: Case) -> RunningRow:
    last, ends = order_last_day(case), order_end(case)
    return RunningRow(
        case=case.id,
        ref=case.ref,
        initials=case.initials,
        ends=day(last) if last else "",
        outer="",
        left=left_words((ends - telling.now).total_seconds()) if ends else "",
        hearing="",
        state=telling.state(case),
        flags=telling.flags(case),
    )


def _today(telling: Telling, cases: Sequence[Case]) -> list[HearingRow]:
    today = telling.now.astimezone(LONDON).date()
    found = [(live, case) for case in cases if (live := live_hearing(case)) and not case.orders]
    listed = [each for each in found if each[0].at.astimezone(LONDON).date() == today]
    return [
        HearingRow(case.id, case.ref, case.initials, clock_time(live.at), live.court, telling.state(case))
        for live, case in sorted(listed, key=lambda each: each[0].at)
    ]
