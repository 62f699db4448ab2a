"""The form for one thing that a local team was asked: what came back, and to whom it was passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import flet as ft

from app.briefing.making import Found, return_answer
from app.briefing.records import ANSWERS, ASKED, PLAIN, Ask, Briefing
from app.guidance.wording import slug
from views.going import go
from views.parts.answers import answer_group
from views.parts.day import moment_field
from views.parts.fields import text_field
from views.parts.text import section
from views.saying import Said, say, words
from views.services import desk, phone_now, services
from views.visits.checks import faults, past, text
from views.visits.groups import grouped
from views.visits.page import Page, place


def boxes(page: Page, ask: Ask) -> Iterator[ft.Control]:
    chosen = page.get("answer")
    options = [(each, say(f"briefing.return.{slug(each)}")) for each in ANSWERS[ask.item]]
    group = answer_group(options, chosen or None, page.tapped("answer"))
    key = "briefing.return.answer"
    yield grouped(key, page.problem(key), section(words(key)), group)
    if not chosen:
        return
    said, passed, at = (say(f"briefing.return.{name}") for name in ("words", "passed", "at"))
    hint = words("briefing.return.words.hint")
    yield text_field(said, page.form, "words", hint, page.problem(said.key), kind="long")
    if ask.item == ASKED:
        yield text_field(passed, page.form, "passed", problem=page.problem(passed.key))
    yield moment_field(at, page.form, "at", words("briefing.return.at.hint"), page.problem(at.key))


async def save(page: Page, briefing: Briefing, ask: Ask) -> None:
    chosen, key = page.get("answer"), "briefing.return.answer"
    if chosen not in ANSWERS[ask.item]:
        await page.wrong([Said(key, words(f"{key}.missing"))])
        return
    wanted = chosen not in PLAIN
    said = text(page.form, "words", "briefing.return.words") if wanted else None
    passed = text(page.form, "passed", "briefing.return.passed") if wanted and ask.item == ASKED else None
    at = past(page.form, "at", "briefing.return.at", needed=False)
    if await page.wrong(faults(said, passed, at)):
        return
    when = at if isinstance(at, datetime) else phone_now()
    found = Found(chosen, page.get("words"), page.get("passed"), when, (page.form.key,))
    book, case = desk().notebook, page.case
    if await page.keep(lambda: return_answer(book, case, (briefing, ask), found), "briefing.held"):
        services().device.announce(words("briefing.return.saved"))
        await go(place(case.id, "briefing", briefing.entry))
