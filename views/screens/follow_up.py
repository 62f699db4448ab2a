"""One task that follows a step: done, or not done and why; or somebody is named to do it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import flet as ft

from app.entry import Entry
from app.guidance.wording import slug
from app.held import Held
from app.monitoring.answer import ANSWERS, Settled, answer_task, own_task
from app.monitoring.tasks import Task
from views.going import go, to
from views.incident.in_words import fill
from views.notice.follow_ups import due_words, event_words, owner_words, place_of, task_named
from views.parts.answers import answer_group
from views.parts.buttons import link
from views.parts.day import moment_field
from views.parts.dock import action
from views.parts.facts import facts
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import margin, question, section
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk, phone_now, services
from views.visits.checks import faults, past, text
from views.visits.groups import alone, grouped
from views.visits.page import Page, bars, nowhere, place, use_page, use_this_case

MORE = ("who", "words")


@screen
def follow_up() -> Layout:
    told = ft.use_route_params()
    case, item, event = use_this_case(), told.get("item", ""), told.get("event", "")
    page = use_page(case, f"after/{item}/{event}")
    task = task_named(case, item, event) if case else None
    if case is None or page is None or task is None:
        return nowhere()
    page.form.begin({"who": desk().enrolment.officer.number}, None)
    name = task.review or task.item
    rows = [(words("follow.why"), event_words(task)), (words("follow.when"), due_words(task))]
    rows.append((words("follow.whose"), owner_words(task)))
    return Layout(
        head=header(words("follow.title")),
        bars=bars(case),
        body=[
            *page.summary(),
            question(fill(words(f"{name}.ask"), case)),
            facts(rows),
            *_answering(page, task),
            *_owning(page),
        ],
        dock=action(say("follow.save"), lambda: _save(page, task)),
        scroller=page.scroller,
    )


def _answering(page: Page, task: Task) -> list[ft.Control]:
    """A review is done on a page of its own, which asks more; here it can only be given to somebody."""
    if task.review:
        return [margin(alone(link(say("follow.review.way"), to(place_of(page.case, task)))))]
    chosen = page.get("answer")
    options = [(each, say(f"follow.answer.{slug(each)}")) for each in ANSWERS]
    group = answer_group(options, chosen or None, page.tapped("answer"))
    found = [grouped("follow.answer", page.problem("follow.answer"), section(words("follow.answer")), group)]
    if not chosen:
        return found
    at, why = say("follow.at"), say("follow.reason")
    if chosen == "done":
        problem = page.problem(at.key)
        found.append(moment_field(at, page.form, "at", words("follow.at.hint"), problem))
        found += [text_field(say(f"follow.{each}"), page.form, each) for each in MORE]
    if chosen != "done":
        found.append(text_field(why, page.form, "why", problem=page.problem(why.key), kind="long"))
    return found


def _owning(page: Page) -> list[ft.Control]:
    owner = say("follow.owner")
    field = text_field(owner, page.form, "owner", words("follow.owner.hint"), page.problem(owner.key))
    return [section(words("follow.owning")), field]


async def _save(page: Page, task: Task) -> None:
    chosen, owner = page.get("answer"), page.get("owner").strip()
    if not chosen and not owner:
        fault = say("follow.held.owner") if task.review else say("follow.nothing")
        await page.wrong([Said("follow.owner" if task.review else "follow.answer", fault.text)])
        return
    done = chosen == "done"
    at = past(page.form, "at", "follow.at", needed=False) if done else None
    why = text(page.form, "why", "follow.reason") if chosen and not done else None
    if await page.wrong(faults(at, why)):
        return
    if await page.keep(_work(page, task, at), "follow.held"):
        services().device.announce(words("follow.saved"))
        await go(place(page.case.id, "after"))


def _work(page: Page, task: Task, at: object) -> Callable[[], Entry | Held]:
    book, case, keys = desk().notebook, page.case, (page.form.key,)
    chosen, owner = page.get("answer"), page.get("owner").strip()
    when = at if isinstance(at, datetime) else phone_now()
    details = {name: page.get(name).strip() for name in MORE}
    settled = Settled(chosen, when, page.get("why"), details=details if chosen == "done" else {})

    def work() -> Entry | Held:
        if not chosen:
            return own_task(book, case, task, owner, keys)
        if owner and owner != task.owner:
            own_task(book, case, task, owner)
        return answer_task(book, case, task, settled, keys)

    return work
