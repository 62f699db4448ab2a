"""What follows from the answers, as tasks: what was promised, what is done, what to come back to."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case
from app.consents.permission import permission
from app.consents.purposes import gate_of
from app.guidance.model import Question
from views.going import to
from views.incident.in_words import answer_line, detail_lines, fill
from views.incident.told import told_of
from views.parts.consents import consent_row
from views.parts.sheet import sheet
from views.parts.text import margin, second, section
from views.saying import Said, words
from views.services import services
from views.talk.guide import conversation, progress_of
from views.talk.permits import because

NEXT = "next"
SETTLED = ("done", "not done")


def tasks(case: Case) -> tuple[Question, ...]:
    """What follows from the answers as they stand, in the order of the content."""
    task = services().guidance.task(NEXT)
    return services().guidance.pages(task, case) if task else ()


def open_tasks(case: Case) -> list[Question]:
    """Those that are still to be done, and that something does not stand against."""
    return [each for each in tasks(case) if not _settled(case, each) and not _against(case, each)]


def _settled(case: Case, task: Question) -> bool:
    answer = case.answers.get(task.id)
    return answer is not None and answer.answer in SETTLED


def _against(case: Case, task: Question) -> list[str]:
    """Why it may not be done now; nothing where it may."""
    gate = gate_of(task.id)
    found = permission(case, gate) if gate else None
    return because(case, found) if found is not None and not found.may else []


def listed(case: Case) -> Iterator[ft.Control]:
    every, to_do = tasks(case), open_tasks(case)
    blocked = [each for each in every if _against(case, each) and not _settled(case, each)]
    settled = [each for each in every if _settled(case, each)]
    if not every:
        yield margin(second(words("ui.talk.next-none")))
    for title, rows in (("next-open", to_do), ("next-blocked", blocked), ("next-settled", settled)):
        if rows:
            yield section(words(f"ui.talk.{title}"), words("ui.talk.next-of", count=len(rows)))
            yield sheet([_row(case, each) for each in rows])
    yield from _back(case)


def _row(case: Case, task: Question) -> ft.Control:
    """Title, who does it and by when, or what stands against it."""
    said = Said(f"{task.id}.title", fill(words(f"{task.id}.title"), case))
    lines = _against(case, task) or detail_lines(case, task, told_of(task, case))
    known = case.answers.get(task.id)
    state = "later" if known is not None and known.answer == "promised" else "given" if known else ""
    answer = answer_line(case, task) if known else words("ui.talk.next-not-yet")
    place = to(f"{conversation(case.id)}/{NEXT}/{task.id}")
    return consent_row(said, "\n".join(lines), state, answer, place)


def _back(case: Case) -> Iterator[ft.Control]:
    """Topics that were put off, and could not be asked."""
    back = progress_of(case).back
    if not back:
        return
    yield section(words("ui.talk.back-to-it"), words("ui.talk.next-of", count=len(back)))
    yield sheet([_topic(case, each) for each in back])


def _topic(case: Case, item: str) -> ft.Control:
    said = Said(f"back.{item}", fill(words(f"{item}.title"), case))
    question = services().guidance.question(item)
    answer = answer_line(case, question) if question else ""
    return consent_row(said, "", case.consents[item].state, answer, to(f"{conversation(case.id)}/{item}"))
