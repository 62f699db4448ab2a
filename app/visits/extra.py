"""The visit within 24 hours of service, of a hearing's result or of a trigger, and the contact after
the order. Elapsed hours; nothing is disregarded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.case.model import Case, Visit, VisitNote
from app.timekeeping import LONDON, local
from app.triggers import triggers
from app.visits.cadence import cadence, order_last_day, post_expiry_contact_by

EXTRA, AFTER = "extra", "post-expiry"
# Service, the court's result and the contact after the order stand for these.
_COVERED = ("tr-notice-issued", "tr-order-made", "tr-order-refused", "tr-order-expiry")


@dataclass(frozen=True, slots=True)
class ExtraVisit:
    """A reason for an extra visit: `because` is service, hearing result or the trigger's item.

    `seen_at` is the first visit for "extra" at or after `since` that saw and spoke to her alone.
    """

    since: datetime
    by: datetime
    because: str
    seen_at: datetime | None = None

    def status(self, now: datetime) -> str:
        """done, late, due or missed."""
        if self.seen_at:
            return "done" if self.seen_at <= self.by else "late"
        return "due" if now < self.by else "missed"


def extra_visits(case: Case) -> list[ExtraVisit]:
    """Every reason so far, oldest first."""
    within = timedelta(hours=int(cadence()["extra_within_hours"]))
    seen = sorted(note.happened_at for note in case.contacts if note.complete and note.for_visit == EXTRA)
    return [
        ExtraVisit(
            local(since),
            local(since + within),
            because,
            next((local(at) for at in seen if at >= since), None),
        )
        for since, because in sorted(_reasons(case))
    ]


def extra_visit(case: Case) -> ExtraVisit | None:
    """The newest reason for an extra visit."""
    found = extra_visits(case)
    return found[-1] if found else None


def extra_visit_status(case: Case, now: datetime) -> str | None:
    newest = extra_visit(case)
    return newest.status(now) if newest else None


def _reasons(case: Case) -> Iterator[tuple[datetime, str]]:
    results = [result.at for result in case.court_results if result.outcome != "not_reached"]
    if case.order_made:
        results.append(case.order_made)
    yield from ((at, "hearing result") for at in results)
    if case.served_at:
        yield case.served_at, "service"
    for trigger in triggers(case):
        if trigger.item not in _COVERED and trigger.since not in results:
            yield trigger.since, trigger.item


def post_expiry_by(case: Case) -> date | None:
    """The last local day for the contact after the order."""
    if case.order_made is None or case.order_days is None:
        return None
    return post_expiry_contact_by(case.order_made.astimezone(LONDON).date(), case.order_days)


def post_expiry_contact(case: Case) -> VisitNote | None:
    """The first contact after the order's last day that saw her alone, or reached her by telephone."""
    if case.order_made is None or case.order_days is None:
        return None
    last = order_last_day(case.order_made.astimezone(LONDON).date(), case.order_days)
    after = [note for note in case.contacts if note.happened_at.astimezone(LONDON).date() > last]
    return next((note for note in after if note.complete or note.type == "phone contact"), None)


def outstanding(case: Case, now: datetime) -> list[Visit]:
    """What is not on the due list but must be done: at most one extra visit, for the oldest reason since
    which nobody has seen her alone, and the contact after the order once that is over."""
    found = []
    seen = [note.happened_at for note in case.contacts if note.complete]
    unmet = [extra for extra in extra_visits(case) if not any(at >= extra.since for at in seen)]
    if unmet:
        day = unmet[0].by.astimezone(LONDON).date()
        found.append(Visit(EXTRA, day, at=unmet[0].by, why=unmet[0].because))
    by = post_expiry_by(case)
    if by and _over(case, now) and post_expiry_contact(case) is None:
        found.append(Visit(AFTER, by, why="after the order"))
    return found


def _over(case: Case, now: datetime) -> bool:
    if case.order_made is None or case.order_days is None:
        return False
    last = order_last_day(case.order_made.astimezone(LONDON).date(), case.order_days)
    return now.astimezone(LONDON).date() > last
