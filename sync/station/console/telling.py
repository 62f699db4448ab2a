"""What a console page says of a case: initials, states, clocks. No name, address or number of anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.briefing.wanted import wanted
from app.case import Case
from app.case.model import Visit
from app.clocks.deadlines import hearing_deadline, lapse_risk, referral_state
from app.clocks.face import RunningClock
from app.clocks.running import running_clocks
from app.court_calendar import CourtCalendar
from app.facts.decided import waits
from app.facts.flags import flags
from app.facts.period import period
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
    flags: int
    lapsed: str = ""
    """By when the hearing had to begin that was missed; empty where none was."""

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


@dataclass(frozen=True, slots=True)
class FlagRow:
    """`entry` shows it: by whom it was recorded and when it happened."""

    words: str
    by: str
    at: str
    entry: str


_WEIGHT = {
    "LAPSE_RISK": "now", "referred": "soon", "served": "soon", "listed": "soon", "adjourned": "soon",
    "missed": "now", "overdue": "now", "due": "soon", "late": "calm", "done": "calm",
    "passed": "now", "soon": "soon", "high": "now", "medium": "soon",
    "shown": "calm", "not-shown": "now", "not-known": "soon",
}  # fmt: skip


class Telling:
    """In one language, at one moment, by one calendar."""

    def __init__(self, guidance: Guidance, now: datetime, calendar: CourtCalendar) -> None:
        self.guidance, self.now, self.court = guidance, now, calendar

    def shown(self, where: str, name: str) -> Shown:
        return Shown(self.guidance.words(f"{where}.{name}"), _WEIGHT.get(name, "plain"))

    def case(self, case: Case) -> CaseRow:
        """OverflowError where an entry names a time that no calendar holds."""
        grade, due = case.risk.standing, next_due(case, self.now)
        clocks = self.running(case)
        return CaseRow(
            id=case.id,
            ref=case.ref,
            initials=case.initials,
            reported=moment(case.report_at) if case.report_at else "",
            grade=self.shown("console.grade", grade) if grade else None,
            undecided=bool(case.risk.conflict) and case.risk.resolved_by is None,
            owner=case.ownership.owner,
            informs=case.ownership.informs,
            state=self.state(case),
            marks=self.marks(case),
            referred=moment(case.referral.sent_at) if case.referral.sent_at else "",
            waits=waits(case),
            flags=len(self.flags(case)),
            next_visit=day(due) if due else "",
            passed=sum(clock.state == "passed" for clock in clocks),
            lapsed=self.lapsed(case),
        )

    def fill(self, key: str, case: Case) -> str:
        """The words of the content, with who is who in this case."""
        return self.guidance.fill(self.guidance.words(key), self.guidance.about(case))

    def plan(self, each: str) -> str:
        """One part of a plan B: an item's title, or as it was typed."""
        return self.guidance.words(f"{each}.title") if self.guidance.has(f"{each}.title") else each

    def lapsed(self, case: Case) -> str:
        limit = hearing_deadline(case, self.court)
        return moment(limit.safe) if limit and lapse_risk(case, self.now, self.court) else ""

    def state(self, case: Case) -> Shown:
        return self.shown("console.state", referral_state(case, self.now, self.court))

    def marks(self, case: Case) -> tuple[str, ...]:
        return tuple(self.guidance.words(f"console.mark.{mark}") for mark in case.referral.marks)

    def flags(self, case: Case) -> tuple[FlagRow, ...]:
        """What crossed on the way, or is not as the law has it."""
        return tuple(
            FlagRow(self.guidance.words(f"flag.{flag.name}"), flag.by, moment(flag.at), flag.entry)
            for flag in flags(case, self.court)
        )

    def running(self, case: Case) -> list[RunningClock]:
        return running_clocks(case, self.now, self.court)

    def due(self, cases: Sequence[Case]) -> list[VisitRow]:
        """Visits not yet made, the most pressing first."""
        rows = due_list(cases, self.now)
        return [self._visit(row.case, row.visit, row.status) for row in rows]

    def visits(self, case: Case) -> list[VisitRow]:
        """All of one case, by day, whether made or not."""
        known = sorted((*case.visits, *outstanding(case, self.now)), key=lambda visit: (visit.due, visit.id))
        return [self._visit(case, visit, status(visit, self.now)) for visit in known]

    def _visit(self, case: Case, visit: Visit, how: str) -> VisitRow:
        key = f"console.visit.{visit.id}"
        why = self.guidance.words(key) if self.guidance.has(key) else ""
        return VisitRow(case.id, case.ref, case.initials, day(visit.due), why, self.shown("ui.visit", how))

    @property
    def calendar(self) -> str:
        """The version that the clocks were worked out with."""
        return self.court.version

    def clocks(self, case: Case) -> list[ClockRow]:
        return [self._clock(each) for each in self.running(case)]

    def clock_name(self, clock: RunningClock) -> str:
        name = "clock-update" if clock.wording.startswith("clock-update") else clock.wording
        return self.guidance.words(f"console.clock.{name}")

    def _clock(self, clock: RunningClock) -> ClockRow:
        outer = clock.outer if clock.outer != clock.safe else None
        return ClockRow(
            self.clock_name(clock),
            self.shown("ui.clock", clock.state),
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
            period(case, telling.now, telling.court)
            wanted(case, telling.now, telling.court)
            told.append((case, telling.case(case)))
        except (OverflowError, ValueError):
            odd.append(case.ref)
    return [case for case, _ in told], [row for _, row in told], odd
