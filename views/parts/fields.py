"""Text fields. Each is a leaf that sets no state while it is typed in: a field that is drawn again
without its value is wiped, and one drawn again with an older value swallows the next key."""

from __future__ import annotations

from typing import Any, TypedDict, Unpack

import flet as ft

from views.drafts import Form
from views.parts.errors import field_error, ruled
from views.parts.text import margin, second
from views.safe import safe
from views.saying import Said
from views.screen import still_leaf
from views.theme import Look, letters, look, measures
from views.window import window


class Kind(TypedDict, total=False):
    """`kind`: text, long, number, phone, address, or secret (a PIN)."""

    kind: str


class Drawn(Kind, total=False):
    """`turn`: another number draws the field again with the form's value, which something else has set.
    `key` tells the leaf apart from its neighbours. `ref`: for whoever sets the focus."""

    wrong: bool
    turn: int
    key: str
    ref: ft.Ref[ft.TextField] | None


def text_field(
    said: Said, form: Form, name: str, hint: str = "", problem: str = "", **kind: Unpack[Kind]
) -> ft.Control:
    """A labelled field."""
    field = typed(said, form, name, look(), wrong=bool(problem), key=said.key, **kind)
    body = margin(labelled(said.text, field, hint, problem), above=measures.S12)
    return ruled(body, said.key) if problem else body


def labelled(label: str, field: ft.Control, hint: str = "", problem: str = "") -> ft.Control:
    """The words over a field are its name: read with it, and drawn once."""
    words: list[ft.Control] = [look().words(label, letters.SECTION)]
    if hint:
        words.append(second(hint))
    if problem:
        words.append(field_error(problem))
    return ft.MergeSemantics(
        ft.Column(
            [*words, ft.Container(field, padding=ft.Padding.only(top=measures.S4))],
            spacing=0,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )


_KEYBOARD = {
    "number": ft.KeyboardType.NUMBER,
    "phone": ft.KeyboardType.PHONE,
    "address": ft.KeyboardType.URL,
    "long": ft.KeyboardType.MULTILINE,
    "secret": ft.KeyboardType.NUMBER,
}


@still_leaf
def typed(said: Said, form: Form, name: str, worn: Look, **drawn: Unpack[Drawn]) -> ft.Control:
    """The bare field: the form holds its value, and no keyboard learns from it."""

    def changed(event: ft.Event[ft.TextField]) -> None:
        window().touch()
        form.put(name, event.control.value)

    kind = drawn.get("kind", "text")
    long = kind == "long"
    return ft.TextField(
        ref=drawn.get("ref"),
        key=said.key,
        value=form.get(name),
        on_change=safe(changed),
        on_blur=safe(form.seal),
        multiline=long,
        min_lines=measures.NOTE_LINES if long else None,
        max_lines=measures.NOTE_LINES_MOST if long else None,
        password=kind == "secret",
        keyboard_type=_KEYBOARD.get(kind, ft.KeyboardType.TEXT),
        **clothes(worn, drawn.get("wrong", False)),
    )


def clothes(worn: Look, wrong: bool = False) -> dict[str, Any]:
    """What every field wears: no learning keyboard, our outline."""
    roles = worn.roles
    return {
        "autocorrect": False,
        "enable_suggestions": False,
        "enable_ime_personalized_learning": False,
        "smart_dashes_type": False,
        "smart_quotes_type": False,
        "text_style": letters.BODY.style(roles.ink),
        "cursor_color": roles.link,
        "filled": True,
        "fill_color": roles.surface,
        "hover_color": roles.surface,
        "content_padding": ft.Padding.symmetric(horizontal=measures.S16, vertical=measures.S16),
        "border": outline(worn, wrong),
    }


def outline(worn: Look, wrong: bool) -> dict[ft.ControlState, ft.InputBorder]:
    roles = worn.roles
    rest = ft.BorderSide(
        measures.CHOSEN if wrong else measures.OUTLINE, roles.danger if wrong else roles.edge
    )
    focused = ft.BorderSide(measures.FOCUS_RING, roles.focus)
    return {
        ft.ControlState.FOCUSED: ft.OutlineInputBorder(side=focused, border_radius=measures.CONTROL_RADIUS),
        ft.ControlState.DEFAULT: ft.OutlineInputBorder(side=rest, border_radius=measures.CONTROL_RADIUS),
    }
