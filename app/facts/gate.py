"""The tests of the notice as the officer answered them. A 'no' explains and never blocks a referral."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.case.model import Case
from app.case.reading import day

MUST_BE_YES = (
    "dv-age", "dv-assoc", "dv-violence", "dv-necessary",
    "dv-proportion", "dv-offence-first", "dv-not-custody-tool",
)  # fmt: skip
GATE = (*MUST_BE_YES[:4], "dv-cohabit", "dv-situation", *MUST_BE_YES[4:])
NOT_DONE = "not done"
PREMISES_TERMS = ("tm-no-evict", "tm-no-entry", "tm-leave", "tm-distance")
TERMS = ("tm-molest", *PREMISES_TERMS)
"""What a notice may provide, s.24(6) to (8), and an order after it."""


@dataclass(frozen=True, slots=True)
class Gate:
    """`because`: items answered otherwise than yes. `unanswered`: items that nobody has answered, those
    that were left with a reason ("not done because") included."""

    eligible: bool
    because: tuple[str, ...]
    unanswered: tuple[str, ...]


def dvpn_gate(case: Case) -> Gate:
    """Whether the answers meet s.24(2), (8), (9) and the tests around it. Computes no opinion."""
    said = {item: answer.answer for item, answer in case.answers.items() if answer.answer != NOT_DONE}
    unanswered = tuple(item for item in GATE if item not in said)
    failing = tuple(item for item in MUST_BE_YES if said.get(item, "yes") != "yes")
    return Gate(not failing and not unanswered, failing, unanswered)


def routes_offered(case: Case) -> bool:
    """Other routes are shown as soon as one test is not met."""
    return bool(dvpn_gate(case).because)


def premises_terms_enabled(case: Case) -> bool:
    """Only where the suspect lives in premises also lived in by the victim, s.24(8)."""
    answer = case.answers.get("dv-cohabit")
    return answer is not None and answer.answer == "yes"


def terms_asked_for(case: Case) -> tuple[str, ...]:
    """The term that every notice has, and those about the home that are asked for while it is shared."""
    said = {item for item in PREMISES_TERMS if item in case.answers and case.answers[item].answer == "yes"}
    closed = disabled_items(case)
    return tuple(each for each in TERMS if each == "tm-molest" or (each in said and each not in closed))


def disabled_items(case: Case) -> tuple[str, ...]:
    return () if premises_terms_enabled(case) else PREMISES_TERMS


def age_on(born: date, on: date) -> int:
    """Whole years. The birthday counts: 18 or over from its first minute, s.24(2)."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def suspect_age_on(case: Case, on: date) -> int | None:
    """From the date of birth behind the age answer, or else from the person recorded."""
    answer = case.answers.get("dv-age")
    born = day(answer.details, "dob") if answer else None
    suspect = case.person("suspect", "perpetrator")
    born = born or (suspect.dob if suspect else None)
    return age_on(born, on) if born else None
