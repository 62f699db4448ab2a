"""Text fields. Each is a leaf that sets no state while it is typed in: a field that is drawn again
without its value is wiped, and one drawn again with an older value swallows the next key."""

from __future__ import annotations

import flet as ft

from views.drafts import Form
from views.parts.errors import field_error
from views.parts.text import margin, second
from views.saying import Said
from views.screen import still_leaf
from views.theme import Look, letters, look, measures
from views.window import window


def text_field(
    said: Said, form: Form, name: str, hint: str = "", problem: str = "", kind: str = "text"
) -> ft.Control:
    """A labelled field. `kind`: text, long, number, phone, email-like address, or secret (a PIN)."""
    label: list[ft.Control] = [look().words(said.text, letters.SECTION)]
    if hint:
        label.append(second(hint))
    if problem:
        label.append(field_error(problem))
    field = typed(said, form, name, look(), kind, bool(problem))
    body = margin(*label, ft.Container(field, padding=ft.Padding.only(top=measures.S4)), above=measures.S12)
    return ruled(body) if problem else body


def ruled(content: ft.Control) -> ft.Control:
    """The red rule at the left of what has to be put right."""
    rule = ft.BorderSide(measures.ERROR_RULE, look().roles.danger)
    return ft.Container(content, border=ft.Border.only(left=rule))


_KEYBOARD = {
    "number": ft.KeyboardType.NUMBER,
    "phone": ft.KeyboardType.PHONE,
    "address": ft.KeyboardType.URL,
    "long": ft.KeyboardType.MULTILINE,
    "secret": ft.KeyboardType.NUMBER,
}


@still_leaf
def typed(said: Said, form: Form, name: str, worn: Look, kind: str, wrong: bool) -> ft.Control:
    """The bare field: the form holds its value, and no keyboard learns from it."""

    def changed(event: ft.Event[ft.TextField]) -> None:
        window().touch()
        form.put(name, event.control.value)

    long = kind == "long"
    return ft.TextField(
        key=said.key,
        value=form.get(name),
        on_change=changed,
        on_blur=lambda: form.flush(),
        multiline=long,
        min_lines=measures.NOTE_LINES if long else None,
        max_lines=measures.NOTE_LINES_MOST if long else None,
        password=kind == "secret",
        keyboard_type=_KEYBOARD.get(kind, ft.KeyboardType.TEXT),
        capitalization=ft.TextCapitalization.SENTENCES if long else None,
        **clothes(said.text, worn, wrong),  # type: ignore[arg-type]
    )


def clothes(label: str, worn: Look, wrong: bool = False) -> dict[str, object]:
    """What every field wears: no learning keyboard, a name to a screen reader, our outline."""
    roles = worn.roles
    style = letters.BODY.style(roles.ink)
    return {
        "autocorrect": False,
        "enable_suggestions": False,
        "enable_ime_personalized_learning": False,
        "smart_dashes_type": False,
        "smart_quotes_type": False,
        "text_style": style,
        "cursor_color": roles.link,
        "filled": True,
        "fill_color": roles.surface,
        "content_padding": ft.Padding.symmetric(horizontal=measures.S16, vertical=measures.S16),
        "border": outline(worn, wrong),
        "hint_text": None,
        "label": ft.Text(label, size=0.1, height=0) if False else None,
    }


def outline(worn: Look, wrong: bool) -> dict[ft.ControlState, ft.InputBorder]:
    roles = worn.roles
    rest = ft.BorderSide(measures.CHOSEN if wrong else measures.OUTLINE, roles.danger if wrong else roles.edge)
    focused = ft.BorderSide(measures.FOCUS_RING, roles.focus)
    return {
        ft.ControlState.FOCUSED: ft.OutlineInputBorder(side=focused, border_radius=measures.CONTROL_RADIUS),
        ft.ControlState.DEFAULT: ft.OutlineInputBorder(side=rest, border_radius=measures.CONTROL_RADIUS),
    }
