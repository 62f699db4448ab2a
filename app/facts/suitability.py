"""The test for a notice, limb by limb: shown, not shown or unknown, with what was given for it and what is
missing. It says what officers answered, and computes no opinion; no limb ever stops a referral."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.case.model import Case
from app.facts.gate import suspect_age_on
from app.guidance.book import Guidance
from app.guidance.model import Question
from app.regimes import Regime, regimes

ADULT = 18
SHOWN, NOT_SHOWN, UNKNOWN = "shown", "not-shown", "unknown"
_SAYS_NOTHING = ("not done", "not applicable", "refused/unable")


@dataclass(frozen=True, slots=True)
class LimbState:
    """How a limb stands. `reason` and `details` are the officer's own; `bears` are items answered
    elsewhere that may be evidence of it; `missing` names what it lacks: answer, reason, a field, or
    birth where the date of birth says otherwise than the answer."""

    item: str
    state: str
    answer: str = ""
    reason: str = ""
    bears: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def limbs(guidance: Guidance, case: Case, on: date) -> tuple[LimbState, ...]:
    """Every limb, in the order of the content; `on` is the day of issue, on which the age counts."""
    return tuple(_limb(guidance, question, case, on) for question in guidance.limbs())


def _limb(guidance: Guidance, question: Question, case: Case, on: date) -> LimbState:
    limb = question.limb
    assert limb is not None, "limbs() asks for questions that are limbs"
    known = case.answers.get(question.id)
    answer = known.answer if known else ""
    missing = tuple(_missing(guidance, question, case, on))
    state = UNKNOWN
    if answer in limb.not_shown:
        state = NOT_SHOWN
    elif answer in limb.shown and not missing:
        state = SHOWN
    said = known.reason or known.note if known else ""
    return LimbState(question.id, state, answer, said, tuple(_bears(limb.bears, case)), missing)


def _missing(guidance: Guidance, question: Question, case: Case, on: date) -> Iterator[str]:
    known = case.answers.get(question.id)
    if known is None or not known.answer:
        yield "answer"
        return
    yield from (problem.field for problem in guidance.problems(question, case))
    if question.id == "dv-age" and age_differs(case, on):
        yield "birth"


def _bears(items: tuple[str, ...], case: Case) -> Iterator[str]:
    for item in items:
        known = case.answers.get(item)
        if known and known.answer not in _SAYS_NOTHING:
            yield item


def age_differs(case: Case, on: date) -> bool:
    """The date of birth says another thing than the answer on the age, s.24(2)."""
    known, years = case.answers.get("dv-age"), suspect_age_on(case, on)
    if known is None or years is None or known.answer not in ("yes", "no"):
        return False
    return (years >= ADULT) != (known.answer == "yes")


def other_notice() -> Regime | None:
    """The regime of the other Act, whether it is issued here or not; None where none is known."""
    return next((each for each in regimes()[1:] if each.enforce), None)
