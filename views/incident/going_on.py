"""Where Continue leads: on through the task, back to the check, or on through the conversation."""

from __future__ import annotations

from app.case.model import Case
from app.guidance.book import REFERRAL
from app.guidance.model import Question, State
from views.going import above
from views.services import services
from views.talk.guide import conversation, goes_on


def incident(case: str) -> str:
    return f"/incident/{case}"


def task_page(case: str, question: Question) -> str:
    return f"{incident(case)}/task/{question.task}/{question.id}"


def following(place: str, question: Question, case: Case) -> str:
    """The place after the question at `place`. A change comes back to where it was asked for."""
    upper, last = above(place), place.rstrip("/").rpartition("/")[2]
    if last != question.id or "/check" in place:
        return upper
    guidance = services().guidance
    if upper == conversation(case.id):
        return goes_on(case, question.id)
    after = guidance.after(question, case)
    if after:
        return f"{upper}/{after.id}"
    if question.task in REFERRAL:
        return f"{incident(case.id)}/check"
    task = guidance.task(question.task)
    settled = task is not None and guidance.status(task, case).state is State.COMPLETED
    return incident(case.id) if settled and "/task/" in place else upper


def of_task(question: Question, case: Case) -> tuple[int, int]:
    """Which page of its task this is, from 1, and how many there are."""
    guidance = services().guidance
    task = guidance.task(question.task)
    pages = [page.id for page in guidance.pages(task, case)] if task else []
    return (pages.index(question.id) + 1 if question.id in pages else len(pages), len(pages))
