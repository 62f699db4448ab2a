"""A long text, and under it whether the phone has it. 'Saved' stands there only after the seal."""

from __future__ import annotations

import flet as ft

from app.timekeeping import LONDON
from views.drafts import Form
from views.parts.fields import text_field
from views.parts.text import icon_line, margin, second
from views.saying import Said, words
from views.screen import leaf
from views.services import use_hearing
from views.theme import look, measures


def note_field(said: Said, form: Form, name: str, hint: str = "", problem: str = "") -> ft.Control:
    return ft.Column(
        [text_field(said, form, name, hint, problem, kind="long"), saved_line(form)],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@leaf
def saved_line(form: Form) -> ft.Control:
    """'Saved 22:41', or that it is not yet, or that the phone has no room. Keeps its height."""
    use_hearing(form.listen, form, ft.context.page)
    return margin(_state(form), above=measures.S4, below=measures.S4)


def _state(form: Form) -> ft.Control:
    roles = look().roles
    if form.full:
        text = second(words("ui.not-saved"), roles.danger)
        return icon_line(ft.Icons.ERROR_OUTLINE, text, roles.danger)
    if form.waiting:
        return icon_line(ft.Icons.MORE_HORIZ, second(words("ui.note.saving")), roles.ink2)
    if form.saved_at is None:
        return second("\u00a0")
    time = f"{form.saved_at.astimezone(LONDON):%H:%M}"
    return icon_line(ft.Icons.CHECK, second(words("ui.saved-at", time=time), roles.ink), roles.ink)
