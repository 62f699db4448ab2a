"""One question. Each answer is saved as it is chosen, each word as it is typed."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case
from app.case.version import Version
from app.facts.history import versions_of_item
from views.incident.asked import Asked, answers, why_not
from views.incident.beside import earlier, happened, meaning, note
from views.incident.going_on import of_task
from views.incident.people import of_children
from views.incident.taking_back import taking_back
from views.incident.told import has_reasons, key_of
from views.incident.working import Working, use_working
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.note import saved_line
from views.parts.tag import count
from views.parts.text import margin, second
from views.parts.text import question as question_text
from views.parts.why import why_we_ask
from views.saying import Said, words
from views.screen import screen
from views.services import services
from views.talk.details import under_reach
from views.talk.permits import choices
from views.talk.there import marked, of_talk, somebody, there
from views.theme import look, measures
from views.visits.page import bars, nowhere, use_this_case


@screen
def question() -> Layout:
    told, place = ft.use_route_params(), ft.use_view_path()
    case, asked = use_this_case(), services().guidance.question(told.get("item", ""))
    work = use_working(case, asked, told.get("person", ""), place)
    if case is None or work is None:
        return nowhere()
    at, total = of_task(work.asked.page.question, case)
    title = words(f"task.{work.asked.page.question.task}")
    return Layout(
        head=header(title, count(words("ui.count-of", at=at, total=total)), work.back),
        bars=bars(case),
        body=[*work.summary(), *_asking(work), *_answering(work)],
        foot=_foot(work),
        dock=action(_onward(work.asked), work.go_on),
        scroller=work.scroller,
    )


def _foot(work: Working) -> ft.Control | None:
    return somebody(work.asked.case) if of_talk(work.asked.page.question) else None


def _onward(asked: Asked) -> Said:
    """One button whatever it is named: a tap must not be lost to a change of its words."""
    saves = (asked.told.answer or asked.form.typed()) and not look().large
    return Said("ui.continue", words("ui.save-continue" if saves else "ui.continue"))


def _asking(work: Working) -> Iterator[ft.Control]:
    asked, item = work.asked, work.asked.page.question
    before = words("ui.read-aloud") if item.aloud else ""
    person = _about(asked.case, asked.page.about)
    if of_talk(item):
        yield from there(asked.case, item)
    hint = "" if of_talk(item) else _hint(asked)
    yield question_text(asked.filled(words(f"{item.id}.ask")), person or before, hint)
    if of_talk(item):
        yield from choices(asked.case, item)
    elif services().guidance.has(f"{item.id}.why"):
        yield why_we_ask(item.id, asked.filled(words(f"{item.id}.why")))


def _hint(asked: Asked) -> str:
    key = f"{asked.page.question.id}.hint"
    return asked.filled(words(key)) if services().guidance.has(key) else ""


def _beneath(asked: Asked) -> Iterator[ft.Control]:
    """Of a topic: how to say it and why we ask, under the answers. The thumb comes first."""
    item = asked.page.question
    if of_talk(item):
        if _hint(asked):
            yield margin(second(_hint(asked)), above=measures.S8)
        yield why_we_ask(item.id, asked.filled(words(f"{item.id}.why")))


def _about(case: Case, person: str) -> str:
    found = next((each for each in case.people if each.id == person), None)
    if found is None:
        return ""
    return words("ui.question.about", who=found.initials or words(f"role.{found.role}"))


def _answering(work: Working) -> Iterator[ft.Control]:
    asked = work.asked
    yield answers(asked)
    if of_talk(asked.page.question):
        yield from marked(asked.case, key_of(asked.page.question.id, asked.page.about), work.same_again)
    yield from meaning(asked)
    listed = has_reasons(asked.page.question, asked.told.answer)
    yield from why_not(asked) if listed else under_reach(asked)
    yield from under_reach(asked) if listed else why_not(asked)
    yield from of_children(asked, work.place)
    yield from happened(asked, work.opened("time"), work.open("time"))
    yield from note(asked, work.opened("note"), work.open("note"))
    yield saved_line(asked.form)
    yield from _beneath(asked)
    yield from taking_back(asked, work.opened("back"), work.open("back"))
    yield earlier(asked, _versions(asked))


def _versions(asked: Asked) -> tuple[Version, ...]:
    return versions_of_item(asked.case, key_of(asked.page.question.id, asked.page.about))
