"""The topics of the conversation, in groups by what the law asks of each."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case
from app.clocks.words import moment_words
from app.consents.company import ALONE, ASK
from app.guidance.model import Question
from views.going import to
from views.incident.in_words import answer_line, fill
from views.parts.consents import consent_row
from views.parts.sheet import sheet
from views.parts.text import margin, second, section
from views.saying import Said, say, words
from views.services import now, services
from views.talk.comes import open_tasks
from views.talk.guide import company_now, conversation, topics
from views.theme import measures

DUTIES = ("required", "offer", "opinion", "inform", "not-required")


def first(case: Case) -> ft.Control:
    """What comes before all topics, and again whenever people change."""
    question = services().guidance.question(ASK)
    assert question is not None, "the guidance asks it"
    said = Said(f"{ASK}.title", words(f"{ASK}.title"))
    known = company_now(case)
    state = "given" if known == ALONE else ""
    answer = answer_line(case, question) if known in (ALONE, "no") else words(f"ui.company.{_slug(known)}")
    return sheet([consent_row(said, "", state, answer, to(f"{conversation(case.id)}/{ASK}"))])


def _slug(known: str) -> str:
    return known.replace(" ", "-")


def groups(case: Case) -> Iterator[ft.Control]:
    for duty in DUTIES:
        rows = [_row(case, each) for each in topics() if each.duty == duty]
        if rows:
            yield section(fill(words(f"duty.{duty}"), case))
            yield margin(second(fill(words(f"duty.{duty}.text"), case)), below=measures.S8)
            yield sheet(rows)


def ways(case: Case) -> ft.Control:
    """To what was agreed, and to what follows from it."""
    upper, left = conversation(case.id), len(open_tasks(case))
    agreed, follows = say("ui.ledger.open"), say("ui.talk.next-row")
    cards = f"/incident/{case.id}/cards"
    return sheet(
        [
            consent_row(agreed, words("ui.ledger.open-hint"), None, "", to(f"{upper}/ledger")),
            consent_row(follows, words("ui.talk.next-count", open=left), None, "", to(f"{upper}/next")),
            consent_row(say("ui.cards.title"), words("ui.cards.open-hint"), None, "", to(cards)),
        ]
    )


def _state(case: Case, topic: Question) -> str:
    known = case.consents.get(topic.id)
    return known.state if known else ""


def _row(case: Case, topic: Question) -> ft.Control:
    title = fill(words(f"{topic.id}.title"), case)
    hint = fill(words(f"{topic.id}.duty"), case)
    said = Said(f"{topic.id}.title", title)
    place = f"{conversation(case.id)}/{topic.id}"
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
