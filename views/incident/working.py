"""What one question page remembers while it is open, and what it keeps when it is left."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import flet as ft

from app.case.model import Case
from app.guidance.model import Question
from views.going import above, go
from views.incident.asked import Asked
from views.incident.filling import new_column
from views.incident.going_on import following
from views.incident.page import Page
from views.parts.errors import error_summary
from views.safe import safe
from views.saying import Said, words
from views.services import services


@dataclass(frozen=True, slots=True)
class Shown:
    """`key` is the draft's of the page that this is about. `warned`: Continue has said once what is
    missing; it does not hold the officer up a second time."""

    key: str = ""
    opened: frozenset[str] = frozenset()
    warned: bool = False
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Working:
    """A question page at work, as screens draw it."""

    asked: Asked
    place: str
    shown: Shown
    scroller: ft.Ref[ft.Column]
    show: Callable[[Shown], None]

    def opened(self, part: str) -> bool:
        return part in self.shown.opened

    def open(self, part: str) -> Callable[[], None]:
        return lambda: self.show(replace(self.shown, opened=self.shown.opened | {part}))

    def summary(self) -> list[ft.Control]:
        wrong = self.asked.wrong
        if not wrong:
            return []
        return [
            error_summary([Said(_place_of(self.asked, part), text) for part, text in wrong.items()], self.to)
        ]

    async def to(self, key: str) -> None:
        page = self.asked.page
        if key == self.asked.key("consent"):
            await go(f"/incident/{page.case_id}/consent/{page.question.consent}")
        elif self.scroller.current is not None:
            await self.scroller.current.scroll_to(scroll_key=key)

    async def go_on(self) -> None:
        """Keep what is typed. What is missing is said once; only sending can ever be blocked."""
        page = self.asked.page
        await page.keep()
        if wrong_with(page) and not self.shown.warned:
            self.show(replace(self.shown, warned=True))
            if self.scroller.current is not None:
                await self.scroller.current.scroll_to(offset=0)
            return
        await go(following(self.place, page.question, page.case()))

    async def same_again(self) -> None:
        await self.asked.act(self.asked.page.same_again())

    async def back(self) -> None:
        await self.asked.page.keep()
        await go(above(self.place))


def wrong_with(page: Page) -> dict[str, str]:
    """By field, in words: what cannot be read, then what the answer lacks."""
    facts = services().guidance.about(page.case())
    _, faults = page.typed()
    found = {field: words(key, **facts) for field, key in faults.items()}
    return {**{each.field: words(each.key, **facts) for each in page.problems()}, **found}


def _place_of(asked: Asked, part: str) -> str:
    """Where a line of the summary leads: the key of its field."""
    named = part in ("answer", "reason", "consent", "happened", "note")
    return asked.key(part if named else f"field.{part}")


def use_working(case: Case | None, question: Question | None, about: str, place: str) -> Working | None:
    """Call it on every draw, whatever was found."""
    shown, show = ft.use_state(Shown())
    kept: ft.MutableRef[Page] = ft.use_ref(None)
    scroller: ft.MutableRef[ft.Ref[ft.Column]] = ft.use_ref(new_column)
    page = _page(kept.current, case, question, about)
    kept.current = page
    _use_leaving(page)
    if case is None or page is None:
        return None
    now_shown = shown if shown.key == page.key else Shown(page.key)

    async def act(work: Awaitable[object]) -> None:
        await work
        show(lambda before: _turned(before, page.key))

    asked = Asked(
        page, page.case(), page.told(), page.form(), act, wrong_with(page) if now_shown.warned else {}
    )
    return Working(asked, place, now_shown, scroller.current, show)


def _turned(before: Shown, key: str) -> Shown:
    here = before if before.key == key else Shown(key)
    return replace(here, turn=here.turn + 1)


def _page(known: Page | None, case: Case | None, question: Question | None, about: str) -> Page | None:
    if case is None or question is None:
        return None
    if about and all(person.id != about for person in case.people):
        return None
    if known is not None and (known.case_id, known.question, known.about) == (case.id, question, about):
        return known
    return Page(case.id, question, about)


def _use_leaving(page: Page | None) -> None:
    """What is typed becomes an entry when the page is left, by whichever way; under cover and lock it
    stays a draft."""
    here = ft.context.page
    stood: ft.MutableRef[Page] = ft.use_ref(None)

    def leave() -> None:
        left, stood.current = stood.current, None
        if left is not None and here.session.connection is not None:
            here.run_task(safe(lambda: keep_left(left)), None)

    def come() -> None:
        leave()
        stood.current = page

    ft.use_effect(come, [page.key if page else ""], cleanup=leave)


async def keep_left(page: Page) -> None:
    guard = services().guard
    if guard.desk is not None and not guard.covered:
        await page.keep()
