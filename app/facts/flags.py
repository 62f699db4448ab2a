"""What two sides did without knowing of each other, and what the law does not allow: said, never undone.

The same on the phone and at the console, for it is read from the same entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app import kinds
from app.case.model import Case, Decision
from app.case.reading import text
from app.clocks.deadlines import hearing_vs_deadline, live_hearing
from app.court_calendar import CourtCalendar
from app.entry import Entry
from app.facts.decided import standing, unseen
from app.facts.heard import reconciled
from app.facts.territory import outside
from app.regimes import regime_of

_CLAIMS = (
    kinds.REFERRAL_ENDORSED, kinds.REFERRAL_AUTHORISED, kinds.REFERRAL_REFUSED, kinds.MORE_INFORMATION_WANTED,
)  # fmt: skip
_FACTS_OF_THEIR_OWN = (
    kinds.NOTICE_SERVED, kinds.BREACH_REPORTED, kinds.ORDER_MADE, kinds.COURT_RESULT, kinds.CASE_CLOSED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flag:
    """`name` is what happened, `by` who and `at` when, `entry` what shows it.

    served-no-authority   served, and no authorisation is recorded
    served-refused        served, and the notice was refused
    served-before         served before the authorisation
    served-outside        served where such a notice has no effect
    changed-after         what bears on the decision was recorded or arrived after it
    withdrawn-unseen      withdrawn by an officer, and decided later by somebody who could not know
    not-taken             a second decision, or one on what was over: refused, and kept
    claimed               a handset recorded a decision of its own: it moves nothing
    order-days            an order outside its shortest and longest period
    heard-otherwise       an officer was told by radio something else than what the station wrote
    hearing-late          the hearing is listed after the safe deadline
    """

    name: str
    by: str
    at: datetime
    entry: str


def flags(case: Case, calendar: CourtCalendar) -> tuple[Flag, ...]:
    """Every flag of the case as it stands, oldest first."""
    found = [
        *_served(case),
        *_outside(case),
        *_afterwards(case),
        *(_of(each, "not-taken") for each in case.entries if each.kind == kinds.DECISION_NOT_TAKEN),
        *(_of(each, "claimed") for each in case.entries if each.kind in _CLAIMS and not each.of_station),
        *_heard(case),
        *_orders(case),
        *_hearing(case, calendar),
    ]
    return tuple(sorted(found, key=lambda flag: (flag.at, flag.name, flag.entry)))


def _of(entry: Entry, name: str) -> Flag:
    return Flag(name, entry.by, entry.written_at, entry.id)


def _served(case: Case) -> Iterator[Flag]:
    """The officer's fact stands, and the 48 hours run: what is missing is said beside it."""
    service = next((each for each in case.entries if each.kind == kinds.NOTICE_SERVED), None)
    if service is None or case.served_at is None:
        return
    decision = standing(case)
    if decision is None:
        yield Flag("served-no-authority", service.by, case.served_at, service.id)
    elif decision.kind == kinds.REFERRAL_REFUSED:
        yield Flag("served-refused", service.by, case.served_at, service.id)
    elif decision.at > case.served_at:
        yield Flag("served-before", service.by, case.served_at, service.id)


def _outside(case: Case) -> Iterator[Flag]:
    """Served in Scotland, Northern Ireland or abroad: nobody relies on it before a lawyer has looked."""
    service = next((each for each in case.entries if each.kind == kinds.NOTICE_SERVED), None)
    if service and case.served_at and outside(case):
        yield Flag("served-outside", service.by, case.served_at, service.id)


def _afterwards(case: Case) -> Iterator[Flag]:
    decision = _last_said(case)
    if decision is None or not decision.seen:
        return
    for entry in unseen(case, decision.seen):
        if entry.kind == kinds.REFERRAL_WITHDRAWN:
            if entry.written_at < decision.at:
                yield _of(entry, "withdrawn-unseen")
        elif entry.kind not in _FACTS_OF_THEIR_OWN:
            yield _of(entry, "changed-after")


def _last_said(case: Case) -> Decision | None:
    """The decision that stands, as its author last looked at it: a written confirmation reads anew."""
    first = standing(case)
    confirmed = (each for each in case.decisions if first and each.confirms == first.entry)
    return next(confirmed, first)


def _heard(case: Case) -> Iterator[Flag]:
    for each in reconciled(case):
        if each.state == "contradicted":
            yield Flag("heard-otherwise", each.heard.by, each.heard.at, each.heard.entry)


def _orders(case: Case) -> Iterator[Flag]:
    made = {each.id: each for each in case.entries if each.kind == kinds.ORDER_MADE}
    for order in case.orders:
        entry = made[order.entry]
        if regime_of(text(entry.body, "kind")).order_days_held(order.days):
            yield Flag("order-days", entry.by, order.made_at, order.entry)


def _hearing(case: Case, calendar: CourtCalendar) -> Iterator[Flag]:
    """Only while it is still to come to court: what began or was decided is no listing any more."""
    live = live_hearing(case)
    against = hearing_vs_deadline(case, calendar)
    if live and live.started_at is None and not case.orders and against in ("after_safe", "after_outer"):
        entry = next((each for each in case.entries if each.id == live.entry), None)
        if entry and entry.kind == kinds.HEARING_LISTED:
            yield Flag("hearing-late", entry.by, live.at, entry.id)
