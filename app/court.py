"""What an officer records of service, hearings, the order and a breach. Facts start clocks at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app import kinds
from app.case.model import Case
from app.entry import Entry
from app.held import Held
from app.notebook import Notebook

SHORTEST_ORDER, LONGEST_ORDER = 14, 28
NOT_SERVABLE = ("refused", "withdrawn", "order_made", "order_refused", "closed")


def serve_notice(
    book: Notebook, case: Case, served_at: datetime, details: Mapping[str, Any]
) -> Entry | Held:
    """Personal service by a constable, s.25(2): the 48 hours start at `served_at`."""
    if case.referral.state in NOT_SERVABLE:
        return Held(("state",))
    body = {"served_at": served_at.isoformat(), **details}
    return book.write(case.id, kinds.NOTICE_SERVED, body, served_at)


def list_hearing(book: Notebook, case: Case, court: str, at: datetime) -> Entry:
    """The court fixes the list: a listing after the deadline is recorded, with a warning on screen."""
    return book.write(case.id, kinds.HEARING_LISTED, {"court": court, "at": at.isoformat()})


def adjourn(book: Notebook, case: Case, started_at: datetime, to: datetime, why: str) -> Entry:
    """The hearing began and was put off; the notice continues, s.27(9)."""
    body = {"started_at": started_at.isoformat(), "to": to.isoformat(), "why": why}
    return book.write(case.id, kinds.HEARING_ADJOURNED, body, started_at)


def record_order(
    book: Notebook, case: str, made_at: datetime, days: int, details: Mapping[str, Any]
) -> Entry | Held:
    """An order of 14 to 28 days, both ends included, s.28(10)."""
    if not SHORTEST_ORDER <= days <= LONGEST_ORDER:
        return Held(("order_days",))
    body = {"made_at": made_at.isoformat(), "days": days, **details}
    return book.write(case, kinds.ORDER_MADE, body, made_at)


def record_court_result(book: Notebook, case: str, result: str) -> Entry:
    return book.write(case, kinds.COURT_RESULT, {"result": result})


def report_breach(book: Notebook, case: str, details: Mapping[str, Any]) -> Entry:
    """Reasonable grounds for believing a breach, s.25(1)(b) or 28(9). Shape: kinds.BREACH_REPORTED."""
    return book.write(case, kinds.BREACH_REPORTED, details)
