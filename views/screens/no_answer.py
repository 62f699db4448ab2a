"""Nobody opened: the steps, each recorded with one tap, and the two times that run from the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import flet as ft

from app.case.model import Case
from app.case.version import Version
from app.guidance.model import Question
from app.visits.no_answer import NoAnswer
from app.visits.no_answer import no_answer as ladder_of
from app.visits.visiting import Step, record_no_answer
from views.going import to
from views.parts.buttons import link
from views.parts.dock import action
from views.parts.facts import facts
from views.parts.frame import Layout
from views.parts.guide import shut_step
from views.parts.header import header
from views.parts.sheet import sheet
from views.parts.text import margin, second, section
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk, services, use_now
from views.talk.reach import reach
from views.theme import letters, measures
from views.visits.groups import alone
from views.visits.page import bars, nowhere, once, place, use_this_case
from views.visits.recording import breach_bar
from views.visits.said import clock_words, when_words
from views.visits.telling import item_title


@screen
def no_answer() -> Layout:
    case, at, visit = use_this_case(), use_now(), ft.use_route_params().get("visit", "")
    if case is None:
        return nowhere()
    ladder = ladder_of(case, visit)
    taken = [step for step in case.no_answers if step.body.get("for") == visit]
    return Layout(
        head=header(words("no-answer.title")),
        bars=bars(case),
        body=[
            *breach_bar(case, at),
            *reach(case),
            *(_times(ladder, at) if ladder else [_not_begun()]),
            section(words("no-answer.steps"), words("no-answer.one-tap")),
            sheet([row for each in _steps(case) for row in _step(case, visit, each.id, taken)]),
        ],
        dock=action(say("no-answer.back"), to(place(case.id, "visit", visit))),
    )


def _steps(case: Case) -> tuple[Question, ...]:
    return services().guidance.at("no-answer", case)


def _not_begun() -> ft.Control:
    return margin(second(words("no-answer.not-begun")), above=measures.S12)


def _times(ladder: NoAnswer, at: datetime) -> list[ft.Control]:
    """Supervisor and second try, each with how it stands."""
    told = (
        ("supervisor", ladder.supervisor_by, ladder.told_at, ladder.supervisor_status(at)),
        ("again", ladder.repeat_by, ladder.repeated_at, ladder.repeat_status(at)),
    )
    rows = [(words(f"no-answer.{name}"), _met(by, done, state, at)) for name, by, done, state in told]
    return [section(words("no-answer.times")), facts(rows)]


def _met(by: datetime, done: datetime | None, state: str, at: datetime) -> str:
    when = when_words(done, at) if done else ""
    return words(f"no-answer.met.{state}", by=when_words(by, at), time=when)


def _step(case: Case, visit: str, item: str, taken: Sequence[Version]) -> list[ft.Control]:
    """The step as a row, and below it each time that it was taken."""
    done = [step for step in taken if step.body.get("item") == item]
    told = (
        words("no-answer.taken", time=clock_words(done[-1].happened_at))
        if done
        else words("no-answer.not-taken")
    )
    said = Said(f"no-answer.{item}", item_title(case, item))
    ask = services().guidance.words(f"{item}.ask", **services().guidance.about(case))
    row = shut_step(said, told, bool(done), _taking(case, visit, item), ask)
    return [row, *[_noted(case, step) for step in done]]


def _noted(case: Case, step: Version) -> ft.Control:
    """What came of it is added to the entry as a new version."""
    said = say("no-answer.note", time=clock_words(step.happened_at)).of(step.entry)
    return margin(alone(link(said, to(place(case.id, "note", step.entry)), letters.TAG)))


def _taking(case: Case, visit: str, item: str) -> Callable[[], Any]:
    async def take() -> None:
        book = desk().notebook
        await once(f"{visit}/{item}", case, lambda: record_no_answer(book, case, Step(item, visit, {})))

    return take
