"""Who is in the room, on every topic page: what is known of it, and one tap when somebody comes in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import flet as ft

from app.case.model import Case
from app.case.reading import text
from app.clocks.words import moment_words
from app.consents.company import ALONE, ASK, CAME_IN, NOT_KNOWN, came_in, setting, third_present
from app.guidance.model import Form, Question
from views.going import go, to
from views.parts.buttons import link, outlined
from views.parts.panel import warning
from views.parts.text import margin, second
from views.safe import Handler
from views.saying import say, words
from views.services import desk, now, services
from views.talk.guide import TALK, company_now, conversation, me
from views.theme import look, measures
from views.visits.page import once


def of_talk(question: Question) -> bool:
    """Whether this page is a topic of the conversation."""
    return question.task == TALK and question.form is Form.CONSENT


def somebody(case: Case) -> ft.Control:
    """One tap, kept with its minute; then the first question again. It stands still over the dock."""

    async def noted() -> None:
        await once("somebody", case, lambda: came_in(desk().notebook, case))
        await go(f"{conversation(case.id)}/{ASK}")

    button = outlined(say("ui.talk.somebody"), noted, ft.Icons.SENSOR_DOOR_OUTLINED)
    return ft.Container(
        ft.Row([ft.Container(button, expand=True)]),
        padding=ft.Padding.only(
            left=measures.MARGIN, right=measures.MARGIN, top=measures.S8, bottom=measures.S8
        ),
        bgcolor=look().roles.canvas,
    )


def there(case: Case, question: Question) -> Iterator[ft.Control]:
    """Over the question: that somebody is there, or that nobody has looked; and through whom it is spoken."""
    known = company_now(case)
    if known != ALONE:
        ask = link(say("ui.talk.ask-alone"), to(f"{conversation(case.id)}/{ASK}"))
        yield warning(_alert(case, known), "", ft.Row([ask], wrap=True))
    yield from _through(case)


def _alert(case: Case, known: str) -> str:
    answer = case.answers.get(ASK)
    if known in (CAME_IN, "not safe to ask") and answer is not None and answer.happened_at is not None:
        key = "ui.talk.somebody-noted" if known == CAME_IN else "ui.talk.not-safe"
        return words(key, time=moment_words(answer.happened_at, now()))
    return words("ui.talk.not-looked" if known in (NOT_KNOWN, "not asked") else "ui.talk.not-alone")


def _through(case: Case) -> Iterator[ft.Control]:
    told = setting(case, me(), now())
    if text(told, "present"):
        yield margin(second(words("ui.talk.setting", who=text(told, "present"))))
    named = ", ".join(each for each in (text(told, "interpreter"), text(told, "language")) if each)
    if named:
        yield margin(second(words("ui.talk.through", who=named)))
    yield from kin(told, case)


def kin(told: Mapping[str, Any], case: Case) -> Iterator[ft.Control]:
    """An interpreter who is close to either of them changes what can be said."""
    if told.get("independent") is False:
        yield warning(words("ui.talk.kin", **services().guidance.about(case)))


def marked(case: Case, key: str, again: Handler) -> Iterator[ft.Control]:
    """That the answer which stands was given with somebody there; once alone, one tap says that it was
    asked again and that the answer is the same."""
    consent = case.consents.get(key)
    if consent is None or consent.state == "withdrawn" or not third_present(consent.details):
        return
    ways = [ft.Row([link(say("ui.talk.same"), again)], wrap=True)] if company_now(case) == ALONE else []
    yield warning(words("ui.talk.third"), "", *ways)
