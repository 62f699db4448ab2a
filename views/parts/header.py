"""What stands at the top: the TRAINING strip and the page's name. Never a person's name."""

from __future__ import annotations

import flet as ft

from views.going import back
from views.parts.buttons import icon_button
from views.parts.sheet import hairline
from views.parts.text import heading
from views.safe import Handler
from views.saying import say, words
from views.theme import letters, look, measures


def training_strip() -> ft.Control:
    roles, here = look().roles, look()
    most = measures.CHROME_MOST
    parts: list[ft.Control] = [
        here.words(words("ui.training"), letters.FLOOR_BOLD, roles.on_train, at_most=most),
        here.words(words("ui.training.hint"), letters.FLOOR, roles.on_train, at_most=most),
    ]
    return ft.Container(
        ft.Row(
            parts,
            alignment=ft.MainAxisAlignment.CENTER,
            spacing=measures.S8,
            run_spacing=0,
            wrap=True,
        ),
        bgcolor=roles.train,
        padding=ft.Padding.symmetric(vertical=measures.STRIP_DOWN),
    )


def draft_strip() -> ft.Control:
    """Over every screen in a language that no professional translator has approved yet."""
    here = look()
    said = here.words(
        words("ui.language.draft"), letters.FLOOR_BOLD, here.roles.ink2, at_most=measures.CHROME_MOST
    )
    return ft.Container(
        ft.Row([said], alignment=ft.MainAxisAlignment.CENTER),
        bgcolor=here.roles.sunken,
        padding=ft.Padding.symmetric(vertical=measures.STRIP_DOWN),
    )


def _bar(content: list[ft.Control], left: float) -> ft.Control:
    row = ft.Row(content, spacing=measures.S4)
    return ft.Container(row, padding=ft.Padding.only(left=left, right=measures.MARGIN))


def top_header(title: str, right: ft.Control | None = None) -> ft.Control:
    """Now, Visits, To send: no Back."""
    name = ft.Container(
        heading(title, letters.SCREEN),
        expand=True,
        padding=ft.Padding.symmetric(vertical=(measures.TARGET - letters.SCREEN.line) / 2),
    )
    if right is not None and look().large:
        return ft.Column([_bar([name], measures.MARGIN), _bar([right], measures.MARGIN)], spacing=0)
    return _bar([name, *([right] if right is not None else [])], measures.MARGIN)


def header(title: str, right: ft.Control | None = None, on_back: Handler | None = None) -> ft.Control:
    """Every other screen. `right`: a count, a badge, or nothing."""
    here = look()
    arrow = icon_button(say("ui.back"), ft.Icons.ARROW_BACK, on_back or back())
    name = ft.Semantics(
        header=True,
        heading_level=1,
        label=title,
        exclude_semantics=True,
        content=here.words(title, letters.PAGE, at_most=measures.CHROME_MOST),
    )
    words_: list[ft.Control] = [name]
    if right is not None and here.large:
        words_.append(right)
    row: list[ft.Control] = [arrow, ft.Container(ft.Column(words_, spacing=0, tight=True), expand=True)]
    if right is not None and not here.large:
        row.append(right)
    return ft.Column([_bar(row, 0), hairline()], spacing=0)
