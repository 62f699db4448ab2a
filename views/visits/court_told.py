"""Service, hearings, order and results of a case in words. No place of service: that is an address."""

from __future__ import annotations

from collections.abc import Iterator

from app.case.model import Case
from app.clocks.deadlines import order_end
from app.clocks.words import deadline_words
from views.parts.facts import Fact
from views.saying import words
from views.visits.telling import item_title


def court_facts(case: Case) -> list[Fact]:
    return list(_facts(case))


def _facts(case: Case) -> Iterator[Fact]:
    if case.served_at:
        yield words("court.fact.served"), deadline_words(case.served_at)
    for hearing in case.hearings:
        name = "replaced" if hearing.replaced else "began" if hearing.started_at else "hearing"
        at = hearing.started_at or hearing.at
        yield words(f"court.fact.{name}"), _at_court(hearing.court, deadline_words(at))
    ends = order_end(case)
    if case.order_made and ends:
        yield words("court.fact.order"), deadline_words(case.order_made)
        yield words("court.fact.days"), words("court.days", days=case.order_days, end=deadline_words(ends))
        if case.order_terms:
            yield words("order.terms"), ", ".join(item_title(case, term) for term in case.order_terms)
        sealed = next((order.sealed_end for order in case.orders if order.sealed_end), "")
        if sealed:
            yield words("order.sealed-end"), sealed
    for result in case.court_results:
        yield words("court.fact.result"), f"{deadline_words(result.at)}: {result.result}"


def _at_court(court: str, when: str) -> str:
    return words("court.at", court=court, when=when) if court else when
