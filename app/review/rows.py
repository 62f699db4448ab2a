"""Each review that a case has called for, and what was done of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.case.model import Answer, Case, Grade
from app.case.reading import text
from app.court_calendar import CourtCalendar
from app.triggers import REVIEW, Review, reviews_due


@dataclass(frozen=True, slots=True)
class Row:
    """`told`: who was told. `grade`: set with this review, None where nobody graded again. `plan` and
    `victim`: whether the plan was looked at and the victim told; None where nobody has said."""

    review: Review
    told: str = ""
    grade: Grade | None = None
    plan: bool | None = None
    victim: bool | None = None
    why: str = ""

    @property
    def trigger(self) -> str:
        return self.review.items[0]

    @property
    def event(self) -> str:
        """By what the review is named: the entry that told of the trigger, or the trigger where only the
        clock did."""
        return self.review.entry or self.trigger


def review_rows(case: Case, now: datetime, calendar: CourtCalendar) -> tuple[Row, ...]:
    """The soonest first, done ones included."""
    return tuple(_row(case, each) for each in reviews_due(case, now, calendar))


def row_named(case: Case, event: str, now: datetime, calendar: CourtCalendar) -> Row | None:
    return next((each for each in review_rows(case, now, calendar) if each.event == event), None)


def _row(case: Case, review: Review) -> Row:
    bare = Row(review)
    answer = _answer(case, bare)
    grade = _grade(case, bare)
    if answer is None:
        return Row(review, grade=grade)
    told = text(answer.details, "told") or text(answer.details, "who")
    return Row(
        review,
        told,
        grade,
        _said(answer, "plan_reviewed"),
        _said(answer, "victim_told"),
        answer.reason or answer.note,
    )


def _answer(case: Case, row: Row) -> Answer | None:
    """The newest answer that names this review, or names none and is the one that did it."""
    found = [each for each in case.given if each.item == REVIEW and _of(each, row)]
    return found[-1] if found else None


def _of(answer: Answer, row: Row) -> bool:
    named = text(answer.details, "event")
    return named == row.event if named else answer.happened_at == row.review.reviewed_at


def _grade(case: Case, row: Row) -> Grade | None:
    """The newest grade that was set since and names the trigger, or that was the review itself."""
    since = [each for each in case.risk.grades if each.at >= row.review.since]
    found = [each for each in since if each.trigger == row.trigger or each.at == row.review.reviewed_at]
    return found[-1] if found else None


def _said(answer: Answer, name: str) -> bool | None:
    value = answer.details.get(name)
    return value if isinstance(value, bool) else None
