"""The forms for what a court did, and for closing a case: a hearing, an adjournment, an order, a result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.case import Case
from app.clocks.deadlines import against, hearing_deadline
from app.closure import close_case
from app.court import (
    Adjournment,
    Listing,
    OrderMade,
    Result,
    adjourn,
    list_hearing,
    record_court_result,
    record_order,
)
from app.facts.gate import TERMS
from sync.station.console.acts import Act, Work, supervises
from sync.station.console.saying import moment
from sync.station.console.telling import Telling
from sync.station.console.typed import Reader

OUTCOMES = ("order_refused", "withdrawn", "not_reached")


def _hearing(reader: Reader, _: Case) -> Work:
    at = reader.moment("at", "no-day")
    listing = Listing(reader.text("court", "court"), at or reader.now, reader.text("reason"))
    return lambda book, case, ranks: list_hearing(book, case, listing)


def _adjournment(reader: Reader, _: Case) -> Work:
    started = reader.past("started", "no-day") or reader.now
    put_off = Adjournment(started, reader.moment("to"), reader.text("reason", "reason"))
    return lambda book, case, ranks: adjourn(book, case, put_off)


def _order(reader: Reader, _: Case) -> Work:
    order = OrderMade(
        made_at=reader.past("made", "no-day") or reader.now,
        days=reader.whole("days", "order_days"),
        court=reader.text("court", "court"),
        terms=reader.ticked(TERMS),
        sealed_end=reader.text("sealed_end"),
    )
    return lambda book, case, ranks: record_order(book, case, order)


def _result(reader: Reader, _: Case) -> Work:
    outcome = reader.chosen("outcome", OUTCOMES, "outcome")
    at = reader.past("at", "no-day")
    result = Result(reader.text("result", "result"), "application", outcome, at=at)
    return lambda book, case, ranks: record_court_result(book, case, result)


def _close(reader: Reader, _: Case) -> Work:
    why = reader.text("reason", "reason")
    return lambda book, case, ranks: close_case(book, case, why)


def _deadline(telling: Telling, case: Case) -> Mapping[str, Any]:
    limit = hearing_deadline(case, telling.court)
    safe = moment(limit.safe) if limit else ""
    outer = moment(limit.outer) if limit and limit.outer != limit.safe else ""
    return {"safe": safe, "outer": outer}


def _listed(telling: Telling, case: Case, reader: Reader) -> Mapping[str, Any]:
    """The court fixes the list: a late one is recorded, and said to be late before it is."""
    at, limit = reader.moment("at"), hearing_deadline(case, telling.court)
    words = telling.guidance.words
    late = bool(at and limit and against(at, limit) != "ok")
    lines = [
        (words("console.field.court"), reader.text("court")),
        (words("console.field.at"), moment(at) if at else ""),
        (words("console.field.reason"), reader.text("reason")),
    ]
    warning = words("console.warning.hearing-late", safe=moment(limit.safe)) if late and limit else ""
    return {"lines": [line for line in lines if line[1]], "warning": warning}


def _terms(telling: Telling, _: Case) -> Mapping[str, Any]:
    return {"terms": [(term, telling.guidance.words(f"{term}.title")) for term in TERMS]}


_FIELDS = {"order_days": "days", "reason": "reason"}

ACTS = (
    Act(
        "hearing", supervises, _hearing, back="incident", facts=_deadline, shown=_listed, confirms=True,
    ),
    Act("adjournment", supervises, _adjournment, back="incident", fields=_FIELDS),
    Act("order", supervises, _order, back="incident", facts=_terms, fields=_FIELDS),
    Act("result", supervises, _result, back="incident", fields=_FIELDS),
    Act("close", supervises, _close, back="incident", fields=_FIELDS),
)  # fmt: skip
