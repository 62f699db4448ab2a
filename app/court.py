"""What an officer records of service, hearings, the order and a breach. Facts start clocks at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app import kinds
from app.case.model import Case
from app.clocks.worked import with_computed
from app.entry import Entry
from app.held import Held
from app.notebook import Notebook
from app.regimes import regime_of

NOT_SERVABLE = ("refused", "withdrawn", "order_made", "order_refused", "closed")


def order_days_held(days: object, kind: str = "DVPO") -> bool:
    """Whether this is no length of such an order: of a DVPO 14 to 28 days, both ends included, s.28(10).
    An order of a regime without limits may have no days: it runs until further order."""
    regime = regime_of(kind)
    return regime.order_days_held(days) and not (days is None and regime.order_days is None)


def serve_notice(
    book: Notebook,
    case: Case,
    served_at: datetime,
    details: Mapping[str, Any] | None = None,
    clears: Sequence[str] = (),
) -> Entry | Held:
    """Personal service by a constable, s.25(2): the 48 hours start at `served_at`.

    `details`: place, served_by, kind (DVPN without). Held with state when refused, over, or served
    already; a wrong time of service is amended, never served again.
    """
    if case.referral.state in NOT_SERVABLE or case.served_at:
        return Held(("state",))
    body = {**(details or {}), "served_at": served_at.isoformat()}
    told = with_computed(kinds.NOTICE_SERVED, body, case, book.calendar())
    return book.write(case.id, kinds.NOTICE_SERVED, told, served_at, clears)


@dataclass(frozen=True, slots=True)
class Listing:
    """A hearing as the court listed it."""

    court: str
    at: datetime
    reason: str = ""


def list_hearing(book: Notebook, case: Case, listing: Listing, clears: Sequence[str] = ()) -> Entry:
    """The court fixes the list: a listing after the deadline is recorded, with a warning on screen."""
    body = {"court": listing.court, "at": listing.at.isoformat(), "reason": listing.reason}
    return book.write(case.id, kinds.HEARING_LISTED, body, clears=clears)


@dataclass(frozen=True, slots=True)
class Adjournment:
    """The hearing began at `started_at` and goes on at `to` (None: no date given)."""

    started_at: datetime
    to: datetime | None
    why: str
    reason: str = ""


def adjourn(book: Notebook, case: Case, put_off: Adjournment, clears: Sequence[str] = ()) -> Entry:
    """The hearing began and was put off; the notice continues, s.27(9)."""
    body = {
        "started_at": put_off.started_at.isoformat(),
        "to": put_off.to.isoformat() if put_off.to else None,
        "why": put_off.why,
        "reason": put_off.reason,
    }
    return book.write(case.id, kinds.HEARING_ADJOURNED, body, put_off.started_at, clears)


@dataclass(frozen=True, slots=True)
class OrderMade:
    """An order as the court made it. `sealed_end` only where the sealed order states another end.
    `kind`: DVPO or DAPO; a DAPO may have no days."""

    made_at: datetime
    days: int | None
    court: str = ""
    terms: tuple[str, ...] = ()
    sealed_end: str = ""
    kind: str = "DVPO"


def record_order(book: Notebook, case: Case, order: OrderMade, clears: Sequence[str] = ()) -> Entry | Held:
    """Held: order_days outside the limits of its kind; order_extend where there is an order: none can be
    lengthened, and an order of the other Act is a record of its own."""
    if order_days_held(order.days, order.kind):
        return Held(("order_days",))
    if case.orders:
        return Held(("order_extend",))
    body = {
        "kind": order.kind,
        "made_at": order.made_at.isoformat(),
        "days": order.days,
        "court": order.court,
        "terms": list(order.terms),
        "replaces": None,
    }
    if order.sealed_end:
        body["sealed_end"] = order.sealed_end
    told = with_computed(kinds.ORDER_MADE, body, case, book.calendar())
    return book.write(case.id, kinds.ORDER_MADE, told, order.made_at, clears)


@dataclass(frozen=True, slots=True)
class Result:
    """A result other than an order; shape in kinds.COURT_RESULT. `trigger`: the review it calls for."""

    result: str
    about: str = ""
    outcome: str = ""
    trigger: str = ""
    at: datetime | None = None


def record_court_result(book: Notebook, case: Case, result: Result, clears: Sequence[str] = ()) -> Entry:
    said = {name: getattr(result, name) for name in ("result", "about", "outcome", "trigger")}
    body = {name: value for name, value in said.items() if value}
    return book.write(case.id, kinds.COURT_RESULT, body, result.at, clears)


def report_breach(
    book: Notebook, case: Case, details: Mapping[str, Any], clears: Sequence[str] = ()
) -> Entry:
    """Reasonable grounds for believing a breach, s.25(1)(b) or 28(9). Shape: kinds.BREACH_REPORTED."""
    told = with_computed(kinds.BREACH_REPORTED, details, case, book.calendar())
    return book.write(case.id, kinds.BREACH_REPORTED, told, clears=clears)
