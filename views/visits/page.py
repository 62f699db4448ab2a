"""A page of one case: its bars, what is typed on it, and what is still wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import flet as ft

from app.case.model import Case
from app.entry import Entry
from app.held import Held
from app.visits.schedule import risk_grade
from views.drafts import Form
from views.going import to
from views.incident.filling import new_column
from views.one_tap import one_tap
from views.parts.buttons import outlined
from views.parts.dock import tabs
from views.parts.errors import error_summary
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.identity import slim_identity
from views.parts.text import body, margin
from views.saying import Said, say, words
from views.services import commit, form, use_case
from views.theme import measures


def place(case: str, *parts: str) -> str:
    """A place of this case."""
    return "/".join(("/incident", case, *parts))


def bars(case: Case) -> list[ft.Control]:
    return [slim_identity(case.ref, case.initials, risk_grade(case))]


def use_this_case() -> Case | None:
    """The case whose id the place names; None when it is not on this phone."""
    return use_case(ft.use_route_params().get("case", ""))


def nowhere() -> Layout:
    """A place that is none, or whose case, visit or entry is not on this phone."""
    return Layout(
        head=header(words("ui.problem.nowhere")),
        body=[
            margin(
                body(words("ui.problem.nowhere.next")),
                outlined(say("ui.problem.home"), to("/")),
                above=measures.S24,
                gap=measures.S16,
            )
        ],
        dock=tabs(""),
        records=False,
    )


Faults = tuple[Said, ...]
"""Each: the key of the field, and what to do."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is typed and tapped on one page of a case, sealed under one draft key."""

    case: Case
    form: Form
    faults: Faults
    scroller: ft.Ref[ft.Column]
    show: Callable[[Faults], None]
    redraw: Callable[[], None]
    opened: str
    opens: Callable[[str], None]
    """Open the question of this id; empty: the first that has no answer."""

    def get(self, name: str) -> str:
        return self.form.get(name)

    def problem(self, key: str) -> str:
        return next((fault.text for fault in self.faults if fault.key == key), "")

    async def put(self, values: Mapping[str, str]) -> None:
        """Tapped answers by name: sealed first, then shown."""
        for name, value in values.items():
            self.form.put(name, value)
        await self.form.seal()
        self.redraw()

    def tapped(self, name: str) -> Callable[[str], Any]:
        """What an answer group calls with the chosen value."""
        return lambda value: self.put({name: value})

    def summary(self) -> list[ft.Control]:
        """What is wrong, at the top; each line leads to its field."""
        return [error_summary(self.faults, self.go)] if self.faults else []

    async def go(self, key: str) -> None:
        """To the field of that key, or to the question's row."""
        if key.startswith("ask."):
            self.opens(key.removeprefix("ask."))
        if self.scroller.current is not None:
            await self.scroller.current.scroll_to(scroll_key=key)

    async def wrong(self, faults: Sequence[Said]) -> bool:
        """Show what has to be put right first, if anything. What is kept already is not asked for again."""
        if form(self.form.key) is not self.form:
            return True
        self.show(tuple(faults))
        if faults and self.scroller.current is not None:
            await self.scroller.current.scroll_to(offset=0)
        return bool(faults)

    async def keep(
        self, work: Callable[[], Entry | Held], held: str, drafts: Sequence[str] = ()
    ) -> Entry | None:
        """Write it once, however often it is tapped, and with it the end of its drafts. What holds it is
        said under `held`.REASON. `drafts`: those that `work` clears, where they are more than this one."""
        keys = tuple(drafts) or (self.form.key,)
        if form(self.form.key) is not self.form:
            return None
        with one_tap(self.form.key) as first:
            if not first:
                return None
            await self.form.seal()
            done = await commit(work, clears=keys, case=self.case.id)
        if isinstance(done, Held):
            await self.wrong([say(f"{held}.{reason}") for reason in done.because])
            return None
        return done


async def once(name: str, case: Case, work: Callable[[], object]) -> object:
    """Write what one tap means; a second tap while it is being written means nothing more, and gives None."""
    with one_tap(f"{case.id}/{name}") as first:
        return await commit(work, case=case.id) if first else None


def use_page(case: Case | None, name: str) -> Page | None:
    """The page `name` of a case, with what was typed on it before. Call it on every draw.

    `name` is the end of the page's place, so that what was typed leads back to it.
    """
    nothing: Faults = ()
    faults, show = ft.use_state(nothing)
    _, redraw = ft.use_state(0)
    opened, opens = ft.use_state("")
    kept: ft.MutableRef[ft.Ref[ft.Column]] = ft.use_ref(new_column)
    if case is None or kept.current is None:
        return None
    return Page(
        case=case,
        form=form(f"{case.id}/{name}"),
        faults=faults,
        scroller=kept.current,
        show=lambda found: show(found),
        redraw=lambda: redraw(lambda count: count + 1),
        opened=opened,
        opens=lambda item: opens(item),
    )
