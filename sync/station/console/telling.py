"""What a console page says of a case: initials, states, clocks. No name, address or number of anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.case import Case
from app.case.model import Visit
from app.clocks.deadlines import referral_state
from app.clocks.face import RunningClock
from app.clocks.running import running_clocks
from app.court_calendar import CourtCalendar
from app.guidance import Guidance
from app.visits.extra import outstanding
from app.visits.schedule import due_list, next_due, status
from sync.station.console.saying import day, moment


@dataclass(frozen=True, slots=True)
class Shown:
    """A state in words, and how much it asks for: plain, calm, soon or now. The words carry the meaning."""

    words: str
    weight: str = "plain"


@dataclass(frozen=True, slots=True)
class CaseRow:
    """Empty texts are what nobody has recorded; the page says so."""

    id: str
    ref: str
    initials: str
    reported: str
    grade: Shown | None
    undecided: bool
    owner: str
    informs: str
    state: Shown
    marks: tuple[str, ...]
    referred: str
    waits: bool
    next_visit: str
    passed: int
    """Clocks that have passed."""

    @property
    def covered(self) -> bool:
        """Somebody owns it and somebody keeps the victim informed."""
        return bool(self.owner and self.informs)


@dataclass(frozen=True, slots=True)
class VisitRow:
    case: str
    ref: str
    initials: str
    due: str
    why: str
    """Empty for a day of the plan."""
    state: Shown


@dataclass(frozen=True, slots=True)
class ClockRow:
    """`safe` is the earlier answer; `outer` the later one where they differ."""

    name: str
    state: Shown
    safe: str
    outer: str


_WEIGHT = {
    "LAPSE_RISK": "now", "referred": "soon", "served": "soon", "listed": "soon", "adjourned": "soon",
    "missed": "now", "overdue": "now", "due": "soon", "late": "calm", "done": "calm",
    "passed": "now", "soon": "soon", "high": "now", "medium": "soon",
}  # fmt: skip


class Telling:
    """In one language, at one moment, by one calendar."""

    def __init__(self, guidance: Guidance, now: datetime, calendar: CourtCalendar) -> None:
        self._guidance, self._now, self._calendar = guidance, now, calendar

    def _shown(self, where: str, name: str) -> Shown:
        return Shown(self._guidance.words(f"{where}.{name}"), _WEIGHT.get(name, "plain"))

    def case(self, case: Case) -> CaseRow:
        """OverflowError where an entry names a time that no calendar holds."""
        grade, due = case.risk.standing, next_due(case, self._now)
        clocks = running_clocks(case, self._now, self._calendar)
        return CaseRow(
            id=case.id,
            ref=case.ref,
            initials=case.initials,
            reported=moment(case.report_at) if case.report_at else "",
            grade=self._shown("console.grade", grade) if grade else None,
            undecided=bool(case.risk.conflict) and case.risk.resolved_by is None,
            owner=case.ownership.owner,
            informs=case.ownership.informs,
            state=self._shown("console.state", referral_state(case, self._now, self._calendar)),
            marks=tuple(self._guidance.words(f"console.mark.{mark}") for mark in case.referral.marks),
            referred=moment(case.referral.sent_at) if case.referral.sent_at else "",
            waits=case.referral.state == "referred",
            next_visit=day(due) if due else "",
            passed=sum(clock.state == "passed" for clock in clocks),
        )

    def due(self, cases: Sequence[Case]) -> list[VisitRow]:
        """Visits not yet made, the most pressing first."""
        rows = due_list(cases, self._now)
        return [self._visit(row.case, row.visit, row.status) for row in rows]

    def visits(self, case: Case) -> list[VisitRow]:
        """All of one case, by day, whether made or not."""
        known = sorted((*case.visits, *outstanding(case, self._now)), key=lambda visit: (visit.due, visit.id))
        return [self._visit(case, visit, status(visit, self._now)) for visit in known]

    def _visit(self, case: Case, visit: Visit, how: str) -> VisitRow:
        key = f"console.visit.{visit.id}"
        why = self._guidance.words(key) if self._guidance.has(key) else ""
        return VisitRow(case.id, case.ref, case.initials, day(visit.due), why, self._shown("ui.visit", how))

    @property
    def calendar(self) -> str:
        """The version that the clocks were worked out with."""
        return self._calendar.version

    def clocks(self, case: Case) -> list[ClockRow]:
        return [self._clock(each) for each in running_clocks(case, self._now, self._calendar)]

    def _clock(self, clock: RunningClock) -> ClockRow:
        name = "clock-update" if clock.wording.startswith("clock-update") else clock.wording
        outer = clock.outer if clock.outer != clock.safe else None
        return ClockRow(
            self._guidance.words(f"console.clock.{name}"),
            self._shown("ui.clock", clock.state),
            moment(clock.safe) if clock.safe else "",
            moment(outer) if outer else "",
        )


def tellable(telling: Telling, cases: Sequence[Case]) -> tuple[list[Case], list[CaseRow], list[str]]:
    """Cases and their rows, and the references of those that cannot be told: one odd time in one entry
    must not take the board away."""
    told: list[tuple[Case, CaseRow]] = []
    odd: list[str] = []
    for case in cases:
        try:
            telling.visits(case)
            told.append((case, telling.case(case)))
        except (OverflowError, ValueError):
            odd.append(case.ref)
    return [case for case, _ in told], [row for _, row in told], odd
