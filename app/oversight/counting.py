"""What one incident adds to the counts. A count whose entries nobody can write yet is not here: no zero is
shown where nothing could be anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app import kinds
from app.case.model import Case
from app.clocks import updates
from app.court_calendar import CourtCalendar
from app.oversight.further import briefed, transfers, vawg
from app.oversight.kept import Seen, clocks_kept, updates_kept
from app.timekeeping import LONDON

WITHOUT_OWNER = timedelta(hours=1)
_ALTERNATIVES = (
    "alt-bop", "alt-orders", "alt-refuge", "alt-alarm", "alt-specialist", "alt-neighbourhood",
    "alt-followup",
)  # fmt: skip
_DECIDED = {kinds.REFERRAL_AUTHORISED: "authorised", kinds.REFERRAL_REFUSED: "refused"}

COUNTS: dict[str, tuple[str, ...]] = {
    "so-positive-action": ("arrest", "alternative", "neither", "both-sides", "reason"),
    "so-owner-gap": ("no-owner", "no-informant", "hour-without"),
    "so-compliance": (
        "hearing-met", "hearing-missed", "custody-met", "custody-missed", "visit-done", "visit-late",
        "visit-missed", "supervisor-met", "supervisor-missed", "repeat-met", "repeat-missed",
    ),
    "so-outcomes": ("considered", "referred", "authorised", "refused", "served", "heard", "made", "breached"),
    "so-victim-safety": ("breach-arrest", "breach-no-arrest", "signs", "support", "declined"),
    "so-informed": ("told", "told-late", "not-told"),
    "so-transfers": ("new-force", "sent", "confirmed", "not-confirmed"),
    "so-npt": ("current", "expired", "read", "unread", "actions-open"),
    "so-awareness": ("newest", "older", "never", "duties"),
    "so-vawg": ("marked",),
}  # fmt: skip
"""By id, what is counted under it, in the order in which it is read."""
AWARENESS = "so-awareness"
"""Counted of officers and by team; everything else is of incidents and by area."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One line of one incident in one count. `month` is YYYY-MM, Europe/London."""

    count: str
    measure: str
    case: str
    area: str
    month: str


def counted(case: Case, area: str, now: datetime, calendar: CourtCalendar) -> list[Counted]:
    """Everything that it adds, in the order of COUNTS."""
    return [
        Counted(count, seen.measure, case.id, area, f"{seen.at.astimezone(LONDON):%Y-%m}")
        for count, look in _LOOKS.items()
        for seen in look(case, now, calendar)
    ]


def _began(case: Case) -> Sequence[datetime]:
    """When it was reported, or else opened; nothing where neither is known."""
    at = case.report_at or case.opened_at
    return (at,) if at else ()


def _done(case: Case, *items: str) -> bool:
    return any(item in case.answers and case.answers[item].answer == "done" for item in items)


def _positive_action(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[Seen]:
    """A person who was arrested, other action, or neither: one of the three for each incident."""
    arrest = _done(case, "arr-grounds")
    for at in _began(case):
        yield Seen("arrest" if arrest else "alternative" if _done(case, *_ALTERNATIVES) else "neither", at)
        if _done(case, "pa-both-sides"):
            yield Seen("both-sides", at)
        why = case.answers.get("arr-not-why")
        if not arrest and why is not None and why.reason:
            yield Seen("reason", at)


def _owner_gap(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[Seen]:
    """Who is missing now, and where nobody owned the risk for more than an hour, now or before."""
    if case.referral.state == "closed":
        return
    for at in _began(case):
        missing = case.ownership.missing
        if "owner" in missing:
            yield Seen("no-owner", at)
        if "informs" in missing:
            yield Seen("no-informant", at)
        since = case.ownership.owner_since if case.ownership.owner else now
        if since is not None and since - (case.opened_at or at) > WITHOUT_OWNER:
            yield Seen("hour-without", at)


def _outcomes(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[Seen]:
    """How far the notice went: each step once for an incident, at its first time."""
    found: list[Seen] = [
        Seen(_DECIDED[each.kind], each.at) for each in case.decisions if each.kind in _DECIDED
    ]
    found += [Seen("referred", case.referral.sent_at)] if case.referral.sent_at else []
    found += [Seen("considered", at) for at in _considered(case)]
    found += [Seen("served", case.served_at)] if case.served_at else []
    found += [Seen("heard", each.started_at) for each in case.hearings if each.started_at]
    found += [Seen("made", order.made_at) for order in case.orders]
    found += [Seen("breached", breach.at) for breach in case.breaches]
    yield from _first(found)


def _considered(case: Case) -> Iterator[datetime]:
    """When a test of the notice was answered, or it was referred without one."""
    yield from (each.happened_at for each in case.given if each.item.startswith("dv-") and each.happened_at)
    if case.referral.sent_at:
        yield case.referral.sent_at


def _first(found: Sequence[Seen]) -> Iterator[Seen]:
    known: set[str] = set()
    for seen in sorted(found, key=lambda each: each.at):
        if seen.measure not in known:
            known.add(seen.measure)
            yield seen


def _victim_safety(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[Seen]:
    """Each breach with what was done; incidents with signs of one at a visit; support taken up or not."""
    for breach in case.breaches:
        yield Seen("breach-arrest" if breach.arrested_at else "breach-no-arrest", breach.at)
    yield from _first([Seen("signs", note.happened_at) for note in case.contacts if note.breach_signs])
    asked = case.consents.get("cn-support")
    for at in _began(case):
        if asked is not None and asked.state in ("declined", "withdrawn"):
            yield Seen("declined", at)
        elif updates.support_settled(case):
            yield Seen("support", at)


_LOOKS: dict[str, Callable[[Case, datetime, CourtCalendar], Iterator[Seen]]] = {
    "so-positive-action": _positive_action,
    "so-owner-gap": _owner_gap,
    "so-compliance": clocks_kept,
    "so-outcomes": _outcomes,
    "so-victim-safety": _victim_safety,
    "so-informed": updates_kept,
    "so-transfers": transfers,
    "so-npt": briefed,
    "so-vawg": vawg,
}
