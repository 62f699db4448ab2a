"""The topics of the conversation, in groups by what the law asks of each."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case
from app.clocks.words import moment_words
from app.consent import cocoon
from app.guidance.model import Question
from views.going import to
from views.incident.in_words import fill
from views.parts.consents import consent_row
from views.parts.panel import panel
from views.parts.sheet import sheet
from views.parts.text import margin, second, section
from views.saying import Said, words
from views.services import now, services
from views.theme import measures

DUTIES = ("required", "offer", "opinion", "inform", "not-required")
COCOON = "cn-cocoon"


def topics() -> tuple[Question, ...]:
    task = services().guidance.task("talk")
    return task.questions if task else ()


def asked(case: Case) -> int:
    """How many topics have any answer; not asked, with its reason, is one."""
    return sum(each.id in case.consents for each in topics())


def next_topic(case: Case) -> Question | None:
    """The first that nobody has raised, then the first that was put off."""
    unasked = [each for each in topics() if each.id not in case.consents]
    later = [each for each in topics() if _state(case, each) == "later"]
    return next(iter(unasked or later), None)


def groups(case: Case) -> Iterator[ft.Control]:
    for duty in DUTIES:
        rows = [_row(case, each) for each in topics() if each.duty == duty]
        if rows:
            yield section(fill(words(f"duty.{duty}"), case))
            yield margin(second(fill(words(f"duty.{duty}.text"), case)), below=measures.S8)
            yield sheet(rows)


def _state(case: Case, topic: Question) -> str:
    known = case.consents.get(topic.id)
    return known.state if known else ""


def _row(case: Case, topic: Question) -> ft.Control:
    title = fill(words(f"{topic.id}.title"), case)
    hint = fill(words(f"{topic.id}.duty"), case)
    said = Said(f"{topic.id}.title", title)
    place = f"/incident/{case.id}/consent/{topic.id}"
    return consent_row(said, hint, _state(case, topic), state_words(case, topic), to(place))


def state_words(case: Case, topic: Question) -> str:
    """'Yes, 22:29 today', 'Ask later', or that it has not been asked yet."""
    known = case.consents.get(topic.id)
    if known is None:
        return words("ui.consent.not-asked-yet")
    if known.state == "later":
        return words("ui.consent.ask-later")
    shown = fill(services().guidance.answer_words(topic, known.state), case)
    return words("ui.task.answered", answer=shown, time=moment_words(known.at, now())) if known.at else shown


def neighbours(case: Case) -> list[ft.Control]:
    """Whether neighbours may be told, which houses, or what stands against it."""
    if COCOON not in case.consents:
        return []
    found = cocoon(case)
    if found.allowed:
        return [panel(words("ui.cocoon.allowed", houses=", ".join(found.scope)))]
    return [panel(" ".join(words(f"ui.cocoon.{code}") for code in found.because), words("ui.cocoon.blocked"))]
