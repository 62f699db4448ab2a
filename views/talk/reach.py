"""How the victim may be reached. The one way to a number or an address: nothing of that kind is drawn but
under this part.

Danger: a call at the wrong hour, a message on a shared phone or a knock can get somebody hurt.
"""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.case.model import Case
from app.conflicts import unresolved
from app.guidance.model import Question
from views.going import to
from views.incident.in_words import detail_lines, said_words
from views.incident.told import told_of
from views.parts.buttons import link
from views.parts.facts import Fact, facts
from views.parts.panel import warning
from views.parts.text import margin, section
from views.saying import say, words
from views.services import services

CONTACT = "contact"
VOICEMAIL = "cp-voicemail"
LAST = ("cp-safe-number", "cp-trusted-contact")
"""Preferences that hold a number: they stand under all that says how it may be used."""


def reach(case: Case, ask: bool = True) -> list[ft.Control]:
    """What was agreed, in the order in which it was asked, numbers at the end. Voicemail: never, unless it
    was allowed. `ask`: with the way to ask."""
    about = services().guidance.about(case)
    task = services().guidance.task(CONTACT)
    asked = task.questions if task else ()
    ordered = [*(each for each in asked if each.id not in LAST), *(each for each in asked if each.id in LAST)]
    rows = [row for each in ordered for row in _row(case, each)]
    parts: list[ft.Control] = [section(words("ui.person.reach", **about))]
    if not any(each.id in case.answers for each in asked):
        parts.append(warning(words("visit.reach.unknown", **about)))
    parts.append(facts(rows))
    if ask:
        way = to(f"/incident/{case.id}/task/{CONTACT}")
        parts.append(margin(ft.Row([link(say("ui.person.reach.ask"), way)], wrap=True)))
    return parts


def _row(case: Case, question: Question) -> list[Fact]:
    title = words(f"{question.id}.title", **services().guidance.about(case))
    if question.id not in case.answers:
        return [(title, words("ui.reach.voicemail"))] if question.id == VOICEMAIL else []
    told = told_of(question, case)
    said = "\n".join(detail_lines(case, question, told)) or said_words(case, question, told)
    if question.id in unresolved(case):
        said = f"{said}\n{words('visit.reach.conflict')}"
    return [(title, said)]


def guarded(case: Case, details: Sequence[ft.Control]) -> list[ft.Control]:
    """Numbers and addresses of the victim, under how they may be used."""
    return [*reach(case), *details]
