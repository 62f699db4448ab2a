"""A word on a tint. Colour is the third sign, after the word and the icon."""

from __future__ import annotations

import flet as ft

from views.safe import Handler, safe
from views.saying import Said, say, words
from views.theme import letters, look, measures


def tag(text: str, colour: str, tint: str, icon: ft.IconData | None = None) -> ft.Control:
    label = look().words(text, letters.TAG, colour, at_most=measures.CHROME_MOST)
    row: list[ft.Control] = [label]
    if icon is not None:
        row.insert(0, look().icon(icon, colour, measures.ICON_SMALL))
    return ft.Container(
        ft.Row(row, spacing=measures.S4, tight=True),
        bgcolor=tint,
        border_radius=measures.TAG_RADIUS,
        padding=ft.Padding.symmetric(horizontal=measures.S8, vertical=measures.TAG_DOWN),
    )


def risk_tag(grade: str) -> ft.Control | None:
    """A grade that an officer set; nothing is shown while nobody has."""
    roles = look().roles
    if not grade:
        return None
    text = words(f"ui.risk.{grade}")
    if grade == "high":
        return tag(text, roles.danger, roles.danger_soft, ft.Icons.PRIORITY_HIGH)
    return tag(text, roles.ink, roles.sunken)


def status_tag(state: str) -> ft.Control:
    """not-started, in-progress, completed, cannot-start, of app.guidance.model.State."""
    roles, text = look().roles, words(f"ui.status.{state}")
    if state == "completed":
        return look().words(text, letters.SECOND)
    if state == "cannot-start":
        return look().words(text, letters.SECOND, roles.ink2)
    if state == "in-progress":
        return tag(text, roles.on_soft, roles.soft)
    return tag(text, roles.ink, roles.sunken)


def badge(said: Said, icon: ft.IconData, on_tap: Handler) -> ft.Control:
    """A tag that taps: as small as a tag to the eye, 56 high to the thumb."""
    return ft.TextButton(
        content=tag(said.text, look().roles.ink, look().roles.sunken, icon),
        key=said.key,
        height=measures.TARGET,
        on_click=safe(on_tap),
        style=ft.ButtonStyle(
            padding=0,
            shape=ft.RoundedRectangleBorder(radius=measures.TAG_RADIUS),
            side={
                ft.ControlState.FOCUSED: ft.BorderSide(measures.FOCUS_RING, look().roles.focus),
                ft.ControlState.DEFAULT: ft.BorderSide.none(),
            },
            animation_duration=0,
        ),
    )


def sync_badge(unsent: int, on_tap: Handler) -> ft.Control:
    """Never amber just for being offline."""
    if unsent:
        said = say("ui.sync.not_sent", count=unsent)
        return badge(said, ft.Icons.CLOUD_OFF_OUTLINED, on_tap)
    return badge(say("ui.sync.all_sent"), ft.Icons.CHECK, on_tap)


def saved_badge(time: str, on_tap: Handler) -> ft.Control:
    """`time` as HH:MM."""
    return badge(say("ui.sync.saved", time=time), ft.Icons.CHECK, on_tap)


def count(text: str) -> ft.Control:
    """'3 of 7' at the right of a header."""
    return look().words(text, letters.SECOND, look().roles.ink2, at_most=measures.CHROME_MOST)
