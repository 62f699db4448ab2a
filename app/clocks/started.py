"""From when a clock runs: the start as it stands, and every start that was put right since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from app import kinds
from app.case.model import Case
from app.case.reading import moment
from app.clocks.counted import TwoAnswers, both
from app.court_calendar import CourtCalendar
from app.facts.history import versions_of
from app.timekeeping import local


@dataclass(frozen=True, slots=True)
class Earlier:
    """A start that stood before, who put it right, when and why. `answers`: the deadlines that it gave."""

    at: datetime
    by: str
    changed_at: datetime
    why: str
    answers: TwoAnswers | None = None


@dataclass(frozen=True, slots=True)
class Started:
    """`entry` recorded it; empty where the case does not say which did."""

    at: datetime
    entry: str
    earlier: tuple[Earlier, ...] = ()

    def with_answers(self, hours: int, calendar: CourtCalendar) -> tuple[Earlier, ...]:
        """The earlier starts, each with the deadlines that it gives in this calendar."""
        return tuple(
            Earlier(each.at, each.by, each.changed_at, each.why, both(each.at, hours, calendar))
            for each in self.earlier
        )


def start_of(case: Case, entry: str, field: str, at: datetime) -> Started:
    """The start `at`, which stands in this field of the entry, and what stood there before."""
    versions, found = versions_of(case, entry), list[Earlier]()
    for before, after in pairwise(versions):
        was, new = (moment(each.body, field) or each.happened_at for each in (before, after))
        if was != new:
            found.append(Earlier(local(was), after.by, local(after.written_at), after.why or ""))
    return Started(local(at), entry, tuple(found))


def service_start(case: Case) -> Started | None:
    """Personal service, s.27(3). Where it was recorded twice the earlier one stands."""
    if case.served_at is None:
        return None
    for each in case.entries:
        if each.kind == kinds.NOTICE_SERVED:
            stands = versions_of(case, each.id)[-1]
            if (moment(stands.body, "served_at") or each.happened_at) == case.served_at:
                return start_of(case, each.id, "served_at", case.served_at)
    return Started(local(case.served_at), "")
