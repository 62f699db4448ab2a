"""A screen as a screen reader meets it: headings, words and what can be worked, in the order of the tree.

Flutter reads what stands in a column from the top and what stands in a row from the left, so that the order
of the tree is the order on the screen where nothing is reversed or laid over something else.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, cast

import flet as ft
from flet.components.component import Component

from tests.views.harness import key_of, parts

ROLES: dict[type[Any], str] = {
    ft.FilledButton: "button", ft.OutlinedButton: "button", ft.TextButton: "button", ft.IconButton: "button",
    ft.TextField: "field", ft.Radio: "radio", ft.Checkbox: "checkbox", ft.Switch: "switch",
}  # fmt: skip
WORKED = ("button", "field", "radio", "checkbox", "switch", "tap")


@dataclass(frozen=True, slots=True)
class Spoken:
    """`role`: heading, text, or one of WORKED. `level` of a heading."""

    role: str
    name: str
    key: str = ""
    level: int = 0


def spoken(control: Any) -> list[Spoken]:
    """Everything below, from the top."""
    return list(_read(control))


def _read(control: Any) -> Iterator[Spoken]:
    if isinstance(control, Component):
        yield from _read(control._b)
    elif isinstance(control, list | tuple):
        for each in control:
            yield from _read(each)
    elif isinstance(control, ft.BaseControl) and getattr(control, "visible", True) is not False:
        yield from _one(control)


def _one(control: ft.BaseControl) -> Iterator[Spoken]:
    if isinstance(control, ft.Semantics):
        yield from _semantics(control)
    elif isinstance(control, ft.MergeSemantics):
        yield from merged(list(_below(control)))
    elif type(control) in ROLES:
        yield Spoken(ROLES[type(control)], _name(control), key_of(control))
    elif isinstance(control, ft.Text):
        if control.value and control.value.strip():
            yield Spoken("text", control.value)
    elif _taps(control):
        yield Spoken("tap", " ".join(each.name for each in _below(control)).strip(), key_of(control))
    else:
        yield from _below(control)


def _semantics(control: ft.Semantics) -> Iterator[Spoken]:
    inside = [] if control.exclude_semantics else list(_below(control))
    label = control.label or ""
    if control.header:
        yield Spoken("heading", label or _words(inside), level=control.heading_level or 0)
    elif control.button:
        key = next((each.key for each in inside if each.key), "")
        yield Spoken("button", " ".join(part for part in (label, _words(inside)) if part), key)
    elif label:
        yield from merged([Spoken("text", label), *inside])
    else:
        yield from inside


def merged(inside: list[Spoken]) -> Iterator[Spoken]:
    """One node: the role of what can be worked in it, with all the words as its name."""
    worked = next((each for each in inside if each.role in WORKED), None)
    name = _words(inside)
    if worked:
        yield Spoken(worked.role, name, worked.key)
    elif name:
        yield Spoken("text", name)


def _words(inside: list[Spoken]) -> str:
    return " ".join(each.name for each in inside if each.name)


def _name(control: Any) -> str:
    own = [getattr(control, each, None) for each in ("label", "tooltip")]
    given = [each for each in own if isinstance(each, str) and each]
    content = getattr(control, "content", None)
    shown = [content] if isinstance(content, str) else [each.name for each in _read(content)]
    return " ".join((*given, *shown)).strip()


def _taps(control: Any) -> bool:
    """Something that can be tapped and is no button. A box round an answer leaves the answer to be read."""
    if isinstance(control, ft.GestureDetector):
        return not control.exclude_from_semantics
    return isinstance(control, ft.Container) and bool(control.on_click or control.on_long_press)


def _below(control: Any) -> Iterator[Spoken]:
    for name in _fields_of(cast(Hashable, type(control))):
        below = getattr(control, name, None)
        if isinstance(below, list | ft.BaseControl | Component):
            yield from _read(below)


@cache
def _fields_of(kind: Any) -> tuple[str, ...]:
    return tuple(
        each.name for each in fields(kind) if not each.name.startswith("_") and each.name != "parent"
    )


def laid_over(control: Any) -> Iterator[str]:
    """What would be read in another order than it is seen: reversed, or piled up with words in two layers."""
    for each in parts(control):
        if getattr(each, "reverse", False):
            yield f"{type(each).__name__} is reversed"
        if isinstance(each, ft.Stack) and sum(bool(_words(spoken(layer))) for layer in each.controls) > 1:
            yield "a pile says something in two layers"
