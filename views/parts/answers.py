"""Answers: one of several, or several. Nothing is chosen in advance."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from views.parts.text import second
from views.safe import safe
from views.saying import Said
from views.theme import letters, look, measures
from views.theme.roles import CLEAR

Chosen = Callable[[str], object]
Option = tuple[str, Said]
"""The value that is kept, and its words."""


def box(content: ft.Control, chosen: bool, down: float = measures.S4) -> ft.Container:
    """An answer's box. The outline is drawn in front, so that all of its 56 taps."""
    roles = look().roles
    side = (
        ft.BorderSide(measures.CHOSEN, roles.link) if chosen else ft.BorderSide(measures.OUTLINE, roles.edge)
    )
    return ft.Container(
        content,
        bgcolor=roles.soft if chosen else roles.surface,
        border_radius=measures.CONTROL_RADIUS,
        padding=ft.Padding.symmetric(horizontal=measures.S4, vertical=down),
        foreground_decoration=ft.BoxDecoration(
            border=ft.Border.all(side=side), border_radius=measures.CONTROL_RADIUS
        ),
    )


def answer_group(
    options: Sequence[Option],
    chosen: str | None,
    on_choose: Chosen,
    aside: Sequence[Option] = (),
    aside_title: str = "",
) -> ft.Control:
    """One of several, as radios. `aside` stands apart: 'If you could not ask'."""
    rows: list[ft.Control] = [_radio(value, said, chosen == value, on_choose) for value, said in options]
    if aside:
        # By itself: words that a group takes in become the name of all its answers.
        apart = ft.Semantics(container=True, content=second(aside_title))
        rows.append(ft.Container(apart, padding=ft.Padding.only(top=measures.S8)))
        rows += [_radio(value, said, chosen == value, on_choose) for value, said in aside]
    column = ft.Column(rows, spacing=measures.ANSWER_GAP, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return one_of(column, chosen, on_choose)


def one_of(content: ft.Control, chosen: str | None, on_choose: Chosen) -> ft.Control:
    """The radios in `content` as one group, between the margins."""

    def chose(event: ft.Event[ft.RadioGroup]) -> object:
        return on_choose(str(event.control.value if event.data is None else event.data))

    return ft.Container(
        ft.RadioGroup(content=content, value=chosen, on_change=safe(chose)),
        padding=ft.Padding.symmetric(horizontal=measures.MARGIN, vertical=measures.S8),
    )


def _radio(value: str, said: Said, chosen: bool, on_choose: Chosen) -> ft.Control:
    words = ft.Container(option_words(said.text, chosen), expand=True)
    row = ft.MergeSemantics(ft.Row([dot(value, said.key, chosen), words], spacing=0))
    return whole(box(row, chosen), lambda: on_choose(value))


def dot(value: str, key: str, chosen: bool) -> ft.Radio:
    roles = look().roles
    return ft.Radio(
        value=value,
        key=key,
        fill_color=roles.link if chosen else roles.edge,
        focus_color=roles.focus,
        overlay_color=CLEAR,
    )


def option_words(text: str, chosen: bool) -> ft.Control:
    here = look()
    letter, ink = (letters.ROW, here.roles.on_soft) if chosen else (letters.BODY, here.roles.ink)
    return here.words(text, letter, ink)


def whole(content: ft.Control, on_tap: Callable[[], object]) -> ft.Control:
    """All of it taps; to a screen reader it is still only what is inside."""
    return ft.GestureDetector(
        content=content,
        mouse_cursor=ft.MouseCursor.CLICK,
        exclude_from_semantics=True,
        on_tap=safe(on_tap),
    )


def check_row(said: Said, ticked: bool, on_tick: Callable[[bool], object]) -> ft.Control:
    """One of several that may all be true: a row of a sheet with the role and state of a checkbox."""
    here, roles = look(), look().roles

    def turned() -> object:
        return on_tick(not ticked)

    mark = ft.Checkbox(
        value=ticked,
        key=said.key,
        fill_color=roles.link if ticked else CLEAR,
        check_color=roles.surface,
        border_side=ft.BorderSide(measures.OUTLINE + 0.5, roles.link if ticked else roles.edge),
        focus_color=roles.focus,
        overlay_color=CLEAR,
        on_change=safe(turned),
    )
    words = here.words(said.text, letters.ROW if ticked else letters.BODY)
    row = ft.MergeSemantics(ft.Row([mark, ft.Container(words, expand=True)], spacing=0))
    inside = ft.Container(row, padding=ft.Padding.symmetric(horizontal=measures.S4, vertical=measures.S8))
    return whole(inside, turned)
