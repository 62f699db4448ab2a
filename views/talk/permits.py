"""What an answer permits and what it blocks, in words. What decides is app.consents.permission."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import flet as ft

from app.case.model import Case
from app.consents.permission import BLOCKED, NOT_NEEDED, Permission, measure, permission
from app.consents.purposes import Purpose, gate_of, purposes_of
from app.guidance.model import Form, Question
from views.going import to
from views.incident.in_words import fill
from views.parts.buttons import link
from views.parts.panel import panel, warning
from views.parts.text import margin
from views.saying import say, words
from views.talk.guide import conversation

_TITLES = {BLOCKED: "ui.ledger.may-not", NOT_NEEDED: "ui.ledger.not-needed"}


@dataclass(frozen=True, slots=True)
class Told:
    """`title`: permitted, not permitted, or consent not needed; `lines`: what that means, and why."""

    title: str
    lines: tuple[str, ...]
    blocked: bool


def of_purpose(purpose: Purpose, part: str, case: Case) -> str:
    return fill(words(f"purpose.{purpose.id}.{part}"), case)


def told(case: Case, purpose: Purpose) -> Told:
    found = permission(case, purpose)
    title = words(_TITLES.get(found.state, "ui.ledger.may"))
    return Told(title, tuple(_lines(case, purpose, found)), not found.may)


def _lines(case: Case, purpose: Purpose, found: Permission) -> Iterator[str]:
    yield of_purpose(purpose, "permits" if found.may else "blocks", case)
    if found.may and found.by == "basis" and found.state != NOT_NEEDED:
        yield words("ui.ledger.by-basis")
    else:
        yield from because(case, found)
    if found.scope:
        yield words("ui.ledger.scope", scope=", ".join(found.scope))


def because(case: Case, found: Permission) -> list[str]:
    return [fill(words(f"because.{each}"), case) for each in found.because]


def choices(case: Case, question: Question) -> Iterator[ft.Control]:
    """Said before the answers: what the victim chooses, what is police duty, and whether a yes is needed."""
    if question.form is not Form.CONSENT:
        return
    purpose = next(iter(purposes_of(question.id)), None)
    lines = [fill(words(f"{question.id}.duty"), case)]
    if purpose is not None:
        yours, police = of_purpose(purpose, "yours", case), of_purpose(purpose, "police", case)
        who = fill(words("ui.talk.yours"), case)
        lines = [
            words("ui.talk.says", who=who, what=yours),
            words("ui.talk.says", who=words("ui.talk.police"), what=police),
        ]
    yield panel("\n".join(lines), fill(words(f"duty.{question.duty}"), case))


def effects(case: Case, topic: str) -> Iterator[ft.Control]:
    """Under an answer that stands: what may be done now, and what may not."""
    if not any(key == topic or key.startswith(f"{topic}/") for key in case.consents):
        return
    for purpose in purposes_of(topic):
        effect = told(case, purpose)
        title = effect.title
        if purpose.about:
            title = words("ui.talk.says", who=of_purpose(purpose, "title", case), what=title)
        yield panel("\n".join(effect.lines), title)


def stands_on(case: Case, question: Question) -> Iterator[ft.Control]:
    """On the page of a measure: the yes that it stands on, and the way to it."""
    gate = gate_of(question.id)
    if gate is None:
        return
    effect = told(case, gate)
    who = of_purpose(gate, "title", case)
    title = words("ui.talk.says", who=words("ui.ledger.stands"), what=who)
    done = measure(case, question.id)
    shown = warning if done is not None and not done.may else panel
    yield shown("\n".join([effect.title, *effect.lines]), title)
    yield margin(
        ft.Row([link(say("ui.ledger.to-topic"), to(f"{conversation(case.id)}/ledger/{gate.id}"))], wrap=True)
    )
