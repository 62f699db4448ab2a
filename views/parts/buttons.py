"""Buttons and links. One filled button a screen, named for the act."""

from __future__ import annotations

import flet as ft

from views.safe import Handler, safe
from views.saying import Said, say
from views.theme import Letter, letters, look, measures
from views.window import window


def _side(colour: str, width: float) -> dict[ft.ControlState, ft.BorderSide]:
    return {
        ft.ControlState.FOCUSED: ft.BorderSide(measures.FOCUS_RING, look().roles.focus),
        ft.ControlState.DEFAULT: ft.BorderSide(width, colour),
    }


def _style(colour: str, fill: str, outline: str, width: float, across: float) -> ft.ButtonStyle:
    return ft.ButtonStyle(
        shape=ft.RoundedRectangleBorder(radius=measures.CONTROL_RADIUS),
        bgcolor=fill,
        color=colour,
        elevation=0,
        overlay_color=look().roles.soft if fill == look().roles.surface else None,
        padding=ft.Padding.symmetric(horizontal=across, vertical=measures.S12),
        side=_side(outline, width),
        animation_duration=0,
    )


def _growing(style: ft.ButtonStyle, most: float | None = None) -> ft.ButtonStyle:
    """One line of words stands in 56; more lines make the button taller, and none is cut."""
    scale = min(look().scale, most) if most else look().scale
    down = max(measures.S8, (measures.TARGET - letters.BUTTON.line * scale) / 2)
    style.padding = ft.Padding.symmetric(horizontal=measures.S12, vertical=down)
    return style


def _tight(style: ft.ButtonStyle) -> ft.ButtonStyle:
    """An icon over its word fills all of the height."""
    style.padding = 0
    return style


def _label(text: str, colour: str, icon: ft.IconData | None, most: float | None) -> ft.Control:
    words = look().words(text, letters.BUTTON, colour, at_most=most, text_align=ft.TextAlign.CENTER)
    row: list[ft.Control] = [ft.Container(words, expand=True, expand_loose=True)]
    if icon is not None:
        row.insert(0, look().icon(icon, colour))
    return ft.Row(row, alignment=ft.MainAxisAlignment.CENTER, spacing=measures.S12)


def filled(said: Said, on_tap: Handler, icon: ft.IconData | None = None, in_dock: bool = False) -> ft.Control:
    roles, most = look().roles, measures.DOCK_MOST if in_dock else None
    return ft.FilledButton(
        content=_label(said.text, roles.on_action, icon, most),
        key=said.key,
        expand=in_dock,
        on_click=safe(on_tap),
        style=_growing(_style(roles.on_action, roles.action, roles.action, 0, measures.S12), most),
    )


def outlined(said: Said, on_tap: Handler, icon: ft.IconData | None = None) -> ft.Control:
    roles = look().roles
    return ft.OutlinedButton(
        content=_label(said.text, roles.link, icon, None),
        key=said.key,
        on_click=safe(on_tap),
        style=_growing(_style(roles.link, roles.surface, roles.edge, measures.OUTLINE, measures.S12)),
    )


def link(
    said: Said,
    on_tap: Handler,
    letter: Letter = letters.ROW,
    autofocus: bool = False,
    align: ft.TextAlign | None = None,
) -> ft.Control:
    """A text action; 56 high however short its words."""
    return _text_button(
        said, on_tap, look().words(said.text, letter, look().roles.link, text_align=align), autofocus
    )


def named_link(said: Said, on_tap: Handler, spoken: str) -> ft.Control:
    """A link whose words stand several times on a page: a screen reader says `spoken` instead."""
    shown = look().words(said.text, letters.ROW, look().roles.link)
    named = ft.Semantics(label=spoken, exclude_semantics=True, content=shown)
    return ft.MergeSemantics(_text_button(said, on_tap, named, False))


def _text_button(said: Said, on_tap: Handler, content: ft.Control, autofocus: bool) -> ft.Control:
    roles = look().roles
    return ft.TextButton(
        content=content,
        key=said.key,
        autofocus=autofocus,
        on_click=safe(on_tap),
        style=ft.ButtonStyle(
            shape=ft.RoundedRectangleBorder(radius=measures.CONTROL_RADIUS),
            padding=ft.Padding.symmetric(horizontal=measures.S4, vertical=measures.LINK_DOWN),
            overlay_color=roles.soft,
            side={
                ft.ControlState.FOCUSED: ft.BorderSide(measures.FOCUS_RING, roles.focus),
                ft.ControlState.DEFAULT: ft.BorderSide.none(),
            },
            animation_duration=0,
        ),
    )


def icon_button(said: Said, icon: ft.IconData, on_tap: Handler) -> ft.Control:
    """An icon alone: Back and Delete only. The words are what is spoken, and merged into the button: the
    tooltip alone would name something round it."""
    button = ft.IconButton(
        icon=icon,
        key=said.key,
        tooltip=said.text,
        icon_color=look().roles.ink,
        icon_size=measures.ICON,
        width=measures.TARGET,
        height=measures.TARGET,
        on_click=safe(on_tap),
        style=ft.ButtonStyle(side=_side(look().roles.canvas, 0), animation_duration=0),
    )
    return ft.MergeSemantics(button)


def hide() -> ft.Control:
    """Bottom left on every screen: one tap, no question, no motion."""
    roles, said = look().roles, say("ui.hide")
    words = look().words(said.text, letters.FLOOR_BOLD, roles.on_hide, at_most=measures.DOCK_MOST)
    return ft.FilledButton(
        content=ft.Column(
            [look().icon(ft.Icons.VISIBILITY_OFF_OUTLINED, roles.on_hide), words],
            spacing=0,
            tight=True,
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        key=said.key,
        width=measures.HIDE_WIDTH,
        height=measures.TARGET,
        on_click=cover,
        style=_tight(_style(roles.on_hide, roles.hide, roles.hide_outline, measures.OUTLINE, 0)),
    )


def cover() -> None:
    """Nothing between the tap and the cover but this."""
    window().services.guard.cover()
