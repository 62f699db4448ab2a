"""How far the conversation is, and where it goes on."""

from __future__ import annotations

from app.case.model import Case
from app.consents.company import ASK, asks_again, company
from app.consents.progress import Progress, after, progress
from app.guidance.model import Form, Question
from views.saying import words
from views.services import desk, now, services

TALK = "talk"


def topics() -> tuple[Question, ...]:
    """What is talked about, in order, without the question that comes before all of it."""
    task = services().guidance.task(TALK)
    return tuple(each for each in task.questions if each.form is Form.CONSENT) if task else ()


def progress_of(case: Case) -> Progress:
    return progress(case, [each.id for each in topics()])


def progress_words(case: Case) -> str:
    """'3 of 20 talked about, 2 to come back to'."""
    far = progress_of(case)
    key = "ui.talk.progress-back" if far.back else "ui.talk.progress"
    return words(key, done=len(far.talked), total=far.total, back=len(far.back))


def me() -> str:
    return desk().enrolment.officer.number


def company_now(case: Case) -> str:
    """Who is there, as this officer knows it: app.consents.company."""
    return company(case, me(), now())


def conversation(case: str) -> str:
    return f"/incident/{case}/consent"


def goes_on(case: Case, here: str = "") -> str:
    """The place of the next page of the conversation; its overview when all was raised."""
    upper = conversation(case.id)
    if here != ASK and asks_again(case, me(), now()):
        return f"{upper}/{ASK}"
    far = progress_of(case)
    follows = after(
        far.left if not here or here == ASK else far.unraised, [each.id for each in topics()], here
    )
    return f"{upper}/{follows}" if follows else upper
