"""What the case says under each heading of a briefing, to begin with. Initials and no place: what the local
team has to know beyond that a supervisor writes, and who is tasked with an address is led to it on the phone.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.case.model import Case, Person
from app.clocks.deadlines import order_last_day
from app.clocks.words import deadline_words, short_day
from app.facts.people import children
from app.guidance import Guidance
from app.timekeeping import LONDON
from app.triggers import RELEASED

PERPS, VICTIMS = ("suspect", "perpetrator"), ("victim",)


def drafted(case: Case, guidance: Guidance) -> dict[str, str]:
    """By field; empty where the case says nothing."""
    return {
        "npt-perps": _people(case, guidance, PERPS),
        "npt-victims": _people(case, guidance, VICTIMS),
        "npt-locations": "",
        "npt-children": _children(case, guidance),
        "npt-orders": "\n".join(_orders(case, guidance)),
        "npt-licence-release": _release(case, guidance),
        "npt-safety-plans": _plan(case, guidance),
    }


def _people(case: Case, guidance: Guidance, roles: tuple[str, ...]) -> str:
    return "\n".join(_person(each, guidance) for each in case.people if each.role in roles)


def _person(person: Person, guidance: Guidance) -> str:
    role = guidance.words(f"role.{person.role}")
    return guidance.words("briefing.person", role=role, initials=person.initials) if person.name else role


def _children(case: Case, guidance: Guidance) -> str:
    known = children(case)
    living = sum(each.resident is not False for each in known)
    if not known:
        return ""
    return guidance.words("briefing.children", living=living, visiting=len(known) - living)


def _orders(case: Case, guidance: Guidance) -> Iterator[str]:
    last = order_last_day(case)
    if case.served_at and not case.orders:
        yield guidance.words("briefing.notice", kind=case.notice, at=deadline_words(case.served_at))
    if case.order_made:
        made = short_day(case.order_made.astimezone(LONDON))
        yield guidance.words("briefing.order", kind=case.order_kind, day=made)
    if last:
        yield guidance.words("briefing.last-day", day=f"{last.day} {last:%b} {last.year}")
    about = guidance.about(case)
    for term in case.order_terms:
        yield guidance.fill(guidance.words(f"{term}.title"), about)


def _release(case: Case, guidance: Guidance) -> str:
    released = case.answers.get(RELEASED)
    if released is None or released.answer != "done":
        return ""
    at = released.happened_at
    return guidance.words("briefing.released", at=deadline_words(at) if at else "")


def _plan(case: Case, guidance: Guidance) -> str:
    about = guidance.about(case)
    done = [
        guidance.fill(guidance.words(f"{item}.title"), about)
        for item, answer in sorted(case.answers.items())
        if item.startswith("sp-") and "/" not in item and answer.answer == "done"
        and guidance.has(f"{item}.title")
    ]  # fmt: skip
    return "\n".join(done)
