"""A screen's layout, and the view that is made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import flet as ft

from views.going import to
from views.parts.banner import trouble_banner
from views.parts.bare import bare_view
from views.parts.buttons import outlined
from views.parts.dock import dock, tabs
from views.parts.header import draft_strip, header, training_strip
from views.parts.text import body, heading, margin
from views.saying import say, words
from views.theme import letters, look, measures
from views.window import window


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """`head` and `bars` stand still at the top, `body` scrolls, `dock` stands right of Hide and `foot`
    still above it. `bare`: the body alone, for a page that is turned to somebody else.

    `records`: a record can be seen here, so the TRAINING strip shows where the vault is TRAINING.
    """

    head: ft.Control | None = None
    bars: Sequence[ft.Control] = ()
    body: Sequence[ft.Control] = ()
    foot: ft.Control | None = None
    dock: ft.Control | None = None
    records: bool = True
    bare: bool = False
    scroller: ft.Ref[ft.Column] | None = field(default=None, compare=False)


def framed(layout: Layout, place: str) -> ft.View:
    here = window()
    if layout.bare:
        return bare_view(layout.body, place)
    top: list[ft.Control] = []
    if layout.records and training():
        top.append(training_strip())
    if here.services.guidance.tongue.draft:
        top.append(draft_strip())
    top += [part for part in (layout.head, *layout.bars) if part is not None]
    if here.trouble:
        top.append(trouble_banner(here.trouble))
    return ft.View(
        route=place,
        padding=0,
        spacing=0,
        bgcolor=look().roles.canvas,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        controls=[
            ft.SafeArea(
                ft.Column(top, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
                avoid_intrusions_bottom=False,
            ),
            scrolling(layout, place),
            *([layout.foot] if layout.foot is not None else []),
            dock(layout.dock),
        ],
    )


def scrolling(layout: Layout, place: str) -> ft.Control:
    """Each place has a body of its own, begun at its top. One that is patched into the next can leave
    a screen reader with the question before: the officer would read out the wrong words."""
    return ft.Column(
        [*layout.body, ft.Container(height=measures.S24)],
        ref=layout.scroller,
        key=f"page {place}",
        expand=True,
        spacing=0,
        scroll=ft.ScrollMode.AUTO,
        scroll_interval=measures.TOUCH_EVERY_MS,
        on_scroll=touched,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def touched() -> None:
    """Reading on is a hand at work."""
    window().touch()


def training() -> bool:
    desk = window().services.guard.desk
    return desk is not None and desk.enrolment.training


def problem_layout() -> Layout:
    """What stands where a screen failed: what to do, and nothing of what went wrong inside."""
    return Layout(
        head=header(words("ui.problem.title")),
        body=[
            margin(
                heading(words("ui.problem.screen"), letters.QUESTION, level=2),
                body(words("ui.problem.screen.next")),
                outlined(say("ui.problem.home"), to("/")),
                above=measures.S24,
                gap=measures.S16,
            )
        ],
        dock=tabs(""),
    )


def problem_part() -> ft.Control:
    return margin(body(words("ui.problem.part"), look().roles.danger), above=measures.S8, below=measures.S8)
