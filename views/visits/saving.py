"""From what was tapped and typed to the record of a visit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.guidance.checking import needs_reason
from app.visits.outcomes import Outcome, outcome
from views.saying import Said, words
from views.services import services
from views.visits.asked_here import Drafted, reason_told, title_of
from views.visits.before import approach
from views.visits.each_child import told_children, unsaid
from views.visits.guide import drafted
from views.visits.page import Page
from views.visits.references import typed_references
from views.visits.telling import NONE, NONE_SEEN, SIGNS, THERE


def outcome_of(page: Page) -> Outcome | None:
    return outcome(page.get("outcome"))


def offered_signs() -> tuple[str, ...]:
    """The signs that the guidance asks about, and the suspect in person."""
    question = services().guidance.question(SIGNS)
    field = question.field("signs") if question else None
    return (*(field.choices if field else ()), THERE)


def signs_of(page: Page) -> tuple[str, ...]:
    """The signs that were ticked, and NONE where it was said that there are none."""
    return tuple(each for each in page.get("signs").split(",") if each)


def with_sign(page: Page, sign: str, there: bool) -> str:
    """The signs after a tick. 'None of these' and a sign exclude each other."""
    kept = {each for each in signs_of(page) if each != sign and (each == NONE) == (sign == NONE)}
    if there:
        kept.add(sign)
    return ",".join(each for each in (*offered_signs(), NONE) if each in kept)


def asked_of(page: Page) -> list[Drafted]:
    """The questions that belong to this outcome, the check before knocking first."""
    came = outcome_of(page)
    return [approach(page), *(drafted(page) if came and came.guide else [])]


def record_of(page: Page, named: str) -> dict[str, Any]:
    """The body of VISIT_RECORDED, without its times. `named`: what the record calls the visit."""
    came = outcome_of(page) or Outcome("")
    told = [(each, each.told()) for each in asked_of(page) if each.told().answer]
    signs = [each for each in signs_of(page) if each != NONE]
    children = told_children(page) if came.guide else {}
    answers = {each.question.id: said.answer for each, said in told}
    reasons = {each.question.id: reason_told(said.reason, page.case) for each, said in told if said.reason}
    if not (came.seen and came.alone):
        reasons["wv-seen"] = words(f"outcome.{came.id}", **services().guidance.about(page.case))
    return {
        "for": named,
        "type": came.type,
        "outcome": came.id,
        "seen": came.seen,
        "alone": came.alone,
        "breach_signs": signs,
        "note": page.get("note").strip(),
        "answers": {**answers, **_by_what_happened(page, came)},
        "reasons": reasons,
        "details": {each.question.id: dict(said.details) for each, said in told if said.details},
        "times": {each.question.id: each.answered_at for each, _ in told if each.answered_at},
        **({"children": children} if children else {}),
        **typed_references(page),
    }


def _by_what_happened(page: Page, came: Outcome) -> dict[str, str]:
    """Questions that are not asked again, because the outcome or the signs answer them."""
    found = {"wv-seen": "done" if came.seen and came.alone else "not done"}
    told = signs_of(page)
    if told:
        found[SIGNS] = NONE_SEEN if NONE in told else "present"
        found[THERE] = "done" if THERE in told else "not applicable"
    return found


def lacking(page: Page) -> list[Said]:
    """What the record of somebody seen still lacks: it can be saved so, and is then shown as unanswered.

    Keys are those of the questions' rows.
    """
    came = outcome_of(page)
    if came is None or not came.seen:
        return []
    found = [*_unanswered(page, asked_of(page)[1:]), *unsaid(page)]
    if not signs_of(page):
        found.append(Said("visit.signs", words("visit.problem.signs")))
    return found


def _unanswered(page: Page, asked: Iterable[Drafted]) -> Iterable[Said]:
    for each in asked:
        question, told = each.question, each.told()
        if told.answer and needs_reason(question, told.answer) and not told.reason:
            key = "visit.problem.reason"
        elif question.must and not told.answer:
            key = "visit.problem.answer"
        else:
            continue
        yield Said(f"ask.{question.id}", words(key, title=title_of(question, page.case)))


def unreadable(page: Page) -> list[Said]:
    """What was typed at a question and cannot be read: put right before anything is saved."""
    return [
        Said(f"ask.{each.question.id}", words(key))
        for each in asked_of(page)
        for key in each.typed()[1].values()
    ]
