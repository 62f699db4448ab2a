"""What stands beside the answers: time, note, earlier answers, what the answer means in law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import flet as ft

from app.case.version import Version
from app.clocks.words import moment_words
from app.consents.company import ASK
from app.consents.purposes import gate_of
from app.facts.gate import suspect_age_on
from app.guidance.model import UNDONE, Form
from app.guidance.wording import slug
from app.timekeeping import LONDON
from views.incident.asked import Asked, note_title
from views.incident.grading import waits_for_reason
from views.incident.told import HAPPENED, PLAIN
from views.parts.buttons import link
from views.parts.day import moment_field
from views.parts.fields import text_field
from views.parts.panel import panel, warning
from views.parts.text import icon_line, margin, second
from views.safe import Handler
from views.saying import Said, say, words
from views.screen import leaf
from views.services import now, services
from views.talk.permits import effects, stands_on
from views.talk.there import kin
from views.theme import letters, look, measures


def meaning(asked: Asked) -> Iterator[ft.Control]:
    """What the law makes of it, and what the officer can do. It never stops anything."""
    question, told = asked.page.question, asked.told
    key = f"{question.id}.when.{slug(told.answer)}" if told.answer else ""
    if key and services().guidance.has(key):
        yield panel(asked.filled(words(key)))
    if question.form is Form.CONSENT:
        yield from effects(asked.case, question.id)
    if question.id == ASK:
        yield from kin(told.details, asked.case)
    yield from stands_on(asked.case, question)
    if question.id == "dv-age":
        yield from _age(asked)
    if question.id == "risk-tool" and waits_for_reason(asked.case):
        yield warning(words("ui.question.grade-waits"))
    if asked.page.held:
        yield from (warning(held_words(code, asked.facts)) for code in asked.page.held.because)
    if "consent" in asked.wrong and gate_of(question.id) is None:
        yield warning(asked.wrong["consent"])


def held_words(code: str, facts: Mapping[str, str]) -> str:
    """Why a step is not taken."""
    return words(f"ui.incident.held.{code}", **facts)


def _age(asked: Asked) -> Iterator[ft.Control]:
    """A fact from the date of birth. The officer says what it means."""
    years = suspect_age_on(asked.case, now().astimezone(LONDON).date())
    if years is not None:
        yield panel(words("ui.question.age", who=asked.facts["suspect"], years=years))


def happened(asked: Asked, open_now: bool, set_open: Handler) -> list[ft.Control]:
    """'Happened 22:06', and a way to put the time right."""
    at = asked.told.at
    if at is None or asked.page.question.form in PLAIN:
        return []
    said = Said(asked.key(HAPPENED), words("ui.question.happened"))
    problem = asked.wrong.get(HAPPENED, "")
    if open_now or problem:
        return [moment_field(said, asked.form, HAPPENED, problem=problem)]
    shown = second(words("ui.question.happened.at", time=moment_words(at, now())), look().roles.ink)
    change = link(say("ui.question.change-time"), set_open)
    line = ft.Row([ft.Container(icon_line(ft.Icons.SCHEDULE, shown), expand=True), change], wrap=look().large)
    return [margin(line, above=measures.S4)]


def note(asked: Asked, open_now: bool, set_open: Handler) -> list[ft.Control]:
    """A box for a note; behind a link where the question does not ask for one."""
    told, question = asked.told, asked.page.question
    if question.form in PLAIN or not told.answer:
        return []
    wanted = told.answer in UNDONE or "notes" in question.rec
    if wanted or open_now or asked.form.get("note"):
        return [text_field(note_title(asked), asked.form, "note", kind="long")]
    return [margin(ft.Row([link(say("ui.question.add-note"), set_open)]))]


@leaf
def earlier(asked: Asked, versions: tuple[Version, ...]) -> ft.Control:
    """Every answer before the one that stands. None is ever removed."""
    open_now, set_open = ft.use_state(False)
    before = versions[:-1]
    if not before:
        return ft.Container()
    said = say("ui.question.earlier", count=len(before))
    rows: list[ft.Control] = [ft.Row([link(said, lambda: set_open(not open_now), letters.TAG)])]
    if open_now:
        rows += [second(line) for version in reversed(before) for line in told_in_words(asked, version)]
    return margin(*rows, above=measures.S8, gap=measures.S4)


def told_in_words(asked: Asked, version: Version) -> Iterator[str]:
    """One version as lines: when and by whom, the answer, and what was written with it."""
    guidance, question, body = services().guidance, asked.page.question, version.body
    answer = str(body.get("answer") or ("withdrawn" if "withdrawn_at" in body else ""))
    offered = (*question.answers, *question.aside, "withdrawn")
    shown = guidance.answer_words(question, answer) if answer in offered else answer
    at = moment_words(version.written_at, now())
    yield words("ui.question.earlier.line", time=at, officer=version.by, answer=asked.filled(shown))
    for name in ("reason", "note", "words"):
        said = str(body.get(name) or "")
        if said:
            yield words(f"reason.{said}") if guidance.has(f"reason.{said}") else said
    if version.why:
        yield version.why
