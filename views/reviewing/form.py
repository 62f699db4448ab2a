"""The form of one review. Nothing is chosen in advance, and the grade may stay as it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import flet as ft

from app.review.recording import Reviewed, record_review
from app.review.rows import Row
from app.triggers import REVIEW
from views.going import go, to
from views.incident.in_words import fill
from views.notice.follow_ups import owner_words, task_named
from views.parts.answers import answer_group
from views.parts.buttons import link
from views.parts.day import moment_field
from views.parts.facts import facts
from views.parts.fields import text_field
from views.parts.text import margin, second, section
from views.reviewing.telling import state_line
from views.saying import Said, say, words
from views.services import desk, phone_now, services
from views.visits.checks import faults, past, text
from views.visits.groups import alone, grouped
from views.visits.page import Page, place
from views.visits.telling import item_title

SAME = "same"
GRADES = ("standard", "medium", "high")
_ASKED = ("plan", "victim")


def about(page: Page, row: Row) -> Iterator[ft.Control]:
    """What called for it, by when, whose it is, and the way to give it to somebody."""
    rows = [(words("review.trigger"), item_title(page.case, row.trigger))]
    task = task_named(page.case, REVIEW, row.event)
    whose = [(words("follow.whose"), owner_words(task))] if task else []
    yield facts([*rows, (words("review.due"), state_line(row)), *whose])
    if row.review.reviewed_at is None:
        give = place(page.case.id, "after", REVIEW, row.event)
        yield margin(alone(link(say("review.give"), to(give))))


def boxes(page: Page) -> Iterator[ft.Control]:
    why, told, at = say("review.why"), say("review.told"), say("review.at")
    yield text_field(why, page.form, "why", problem=page.problem(why.key), kind="long")
    yield text_field(told, page.form, "told", problem=page.problem(told.key))
    for name in _ASKED:
        yield _yes_no(page, name)
    yield from _grade(page)
    yield moment_field(at, page.form, "at", words("review.at.hint"), page.problem(at.key))


def _yes_no(page: Page, name: str) -> ft.Control:
    key = f"review.{name}"
    options = [(each, say(f"review.{each}").of(name)) for each in ("yes", "no")]
    group = answer_group(options, page.get(name) or None, page.tapped(name))
    return grouped(key, page.problem(key), section(fill(words(key), page.case)), group)


def _grade(page: Page) -> Iterator[ft.Control]:
    yield section(words("review.grade"))
    yield margin(second(words("review.grade.hint")))
    options = [
        (SAME, say("review.grade.same")),
        *((each, say(f"ui.risk.{each}")) for each in GRADES),
    ]
    yield answer_group(options, page.get("grade") or None, page.tapped("grade"))


async def save(page: Page, row: Row) -> None:
    why, told = text(page.form, "why", "review.why"), text(page.form, "told", "review.told")
    at = past(page.form, "at", "review.at", needed=False)
    unsaid = [name for name in _ASKED if not page.get(name)]
    missing = [Said(f"review.{name}", _missing(page, name)) for name in unsaid]
    if await page.wrong([*faults(why, told), *missing, *faults(at)]):
        return
    grade = page.get("grade")
    done = Reviewed(
        at if isinstance(at, datetime) else phone_now(),
        str(why),
        str(told),
        page.get("plan") == "yes",
        page.get("victim") == "yes",
        "" if grade == SAME else grade,
    )
    book, case, keys = desk().notebook, page.case, (page.form.key,)
    if await page.keep(lambda: record_review(book, case, row, done, keys), "review.held"):
        services().device.announce(words("review.saved"))
        await go(place(case.id, "reviews"))


def _missing(page: Page, name: str) -> str:
    return fill(words(f"review.{name}.missing"), page.case)
