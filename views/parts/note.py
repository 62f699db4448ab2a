"""A long text, a tap that writes the time into it, and whether the phone has it. 'Saved' stands there only
after the seal."""

from __future__ import annotations

from datetime import datetime

import flet as ft

from app.timekeeping import LONDON
from views.drafts import Form
from views.parts.buttons import link
from views.parts.errors import ruled
from views.parts.fields import Drawn, labelled, typed
from views.parts.text import icon_line, margin, second
from views.saying import Said, say, words
from views.screen import leaf
from views.services import phone_now, use_hearing
from views.theme import Look, look, measures


def note_field(said: Said, form: Form, name: str, hint: str = "", problem: str = "") -> ft.Control:
    return ft.Column(
        [_stamped(said, form, name, (hint, problem), look()), saved_line(form)],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@leaf
def _stamped(said: Said, form: Form, name: str, told: tuple[str, str], worn: Look) -> ft.Control:
    turn, set_turn = ft.use_state(0)
    box: ft.MutableRef[ft.Ref[ft.TextField]] = ft.use_ref(_new_box)
    hint, problem = told

    async def stamp() -> None:
        form.put(name, with_time(form.get(name), phone_now()))
        set_turn(turn + 1)
        await form.seal()
        if box.current.current is not None:
            await box.current.current.focus()

    drawn: Drawn = {
        "wrong": bool(problem), "turn": turn, "key": said.key, "kind": "long", "ref": box.current,
    }  # fmt: skip
    field = labelled(said.text, typed(said, form, name, worn, **drawn), hint, problem)
    tap = ft.Row([link(say("note.stamp").of(said.key), stamp)], wrap=True)
    body = margin(field, tap, above=measures.S12)
    return ruled(body, said.key) if problem else body


def _new_box() -> ft.Ref[ft.TextField]:
    return ft.Ref[ft.TextField]()


def with_time(text: str, at: datetime) -> str:
    """The text with '22:14 ' behind it, on a line of its own."""
    start = f"{text.rstrip()}\n" if text.strip() else ""
    return f"{start}{at.astimezone(LONDON):%H:%M} "


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
