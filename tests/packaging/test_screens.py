"""How screens are made: colours and sizes from the theme, screens from parts, handlers made safe."""

from __future__ import annotations

import ast

import pytest

from tests.packaging.tree import calls, is_under, product

SIZES = {
    "size", "width", "height", "spacing", "run_spacing", "padding", "margin", "border_radius", "radius",
    "left", "right", "top", "bottom", "horizontal", "vertical", "elevation", "icon_size", "stroke_width",
    "blur_radius", "thickness", "top_left", "top_right", "bottom_left", "bottom_right", "font_size",
}  # fmt: skip
# A handler that must act before anything else does, and cannot fail: Hide, and the hand that scrolls.
AT_ONCE = {"cover", "touched"}
MAKES_SAFE = {"safe", "to", "back"}


def colours(text: str) -> list[str]:
    """Colours that are written down, as hex or by Flet's names."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_hex(node.value):
            found.append(node.value)
        if isinstance(node, ast.Attribute) and ast.unparse(node).startswith(
            ("ft.Colors.", "ft.CupertinoColors.")
        ):
            found.append(ast.unparse(node))
    return found


def _is_hex(value: str) -> bool:
    return (
        value[:1] == "#"
        and len(value) in (4, 7, 9)
        and all(each in "0123456789abcdefABCDEF" for each in value[1:])
    )


def sizes(text: str) -> list[str]:
    """Numbers given as a size. Nought, and half of something that has a name, are no sizes."""
    given = [keyword for _, call in calls(text) for keyword in call.keywords if keyword.arg in SIZES]
    return [f"{each.arg}={ast.unparse(each.value)}" for each in given if _is_number(each.value)]


def _is_number(value: ast.expr) -> bool:
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Div) and ast.unparse(value.right) == "2":
        return _is_number(value.left)
    if isinstance(value, ast.BinOp):
        return _is_number(value.left) or _is_number(value.right)
    if isinstance(value, ast.UnaryOp):
        return _is_number(value.operand)
    number = isinstance(value, ast.Constant) and isinstance(value.value, int | float)
    return number and not isinstance(value.value, bool) and value.value != 0  # type: ignore[attr-defined]


def controls(text: str) -> list[str]:
    """Flet controls that are made: a name of `ft` that begins with a capital and is called."""
    return [name for name, _ in calls(text) if name.startswith("ft.") and name[3:4].isupper()]


def unsafe(text: str) -> list[str]:
    """Handlers of Flet's controls that are not wrapped."""
    made = [(name, call) for name, call in calls(text) if name.startswith("ft.")]
    given = [(name, each) for name, call in made for each in call.keywords if each.arg]
    return [
        f"{name} {each.arg}={ast.unparse(each.value)[:40]}"
        for name, each in given
        if str(each.arg).startswith("on_") and not _is_safe(each.value)
    ]


def _is_safe(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        return ast.unparse(value.func) in MAKES_SAFE
    if isinstance(value, ast.IfExp):
        return _is_safe(value.body) and _is_safe(value.orelse)
    return ast.unparse(value) in {*AT_ONCE, "None"}


def views(*without: str) -> dict[str, str]:
    found = {name: text for name, text in product().items() if is_under(name, "views")}
    return {name: text for name, text in found.items() if not is_under(name, *without)}


def test_only_the_theme_names_a_colour() -> None:
    found = {name: colours(text) for name, text in views("views.theme").items()}
    assert {name: each for name, each in found.items() if each} == {}


def test_only_the_theme_sets_a_size() -> None:
    found = {name: sizes(text) for name, text in views("views.theme").items()}
    assert {name: each for name, each in found.items() if each} == {}


def test_screens_are_built_from_parts() -> None:
    screens = {name: text for name, text in views().items() if is_under(name, "views.screens")}
    assert screens, "there are screens"
    found = {name: controls(text) for name, text in screens.items()}
    assert {name: each for name, each in found.items() if each} == {}


def test_every_handler_is_made_safe() -> None:
    found = {name: unsafe(text) for name, text in views("views.theme").items()}
    assert {name: each for name, each in found.items() if each} == {}


def test_no_screen_talks_to_the_disk_or_the_wire() -> None:
    screens = {name: text for name, text in views().items() if is_under(name, "views.screens")}
    barred = ("open", "Path", "requests", "socket", "print")
    found = {name: [each for each, _ in calls(text) if each in barred] for name, text in screens.items()}
    assert {name: each for name, each in found.items() if each} == {}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (colours, "ft.Container(bgcolor='#FFFFFF')"),
        (colours, "ft.Container(bgcolor=ft.Colors.RED)"),
        (sizes, "ft.Container(width=56)"),
        (sizes, "ft.Padding.only(left=measures.S8 + 2)"),
        (sizes, "ft.Text('x', size=-3)"),
        (controls, "ft.Container()"),
        (controls, "ft.Padding.only(left=measures.S8)"),
        (unsafe, "ft.TextButton(on_click=go_on)"),
        (unsafe, "ft.TextField(on_change=lambda event: form.put(event))"),
        (unsafe, "ft.RadioGroup(on_change=chose if ready else None)"),
    ],
)
def test_what_breaks_a_rule_is_noticed(rule: object, text: str) -> None:
    assert callable(rule)
    assert rule(text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (colours, "ft.Container(bgcolor=roles.surface)"),
        (colours, "words('#4')"),
        (sizes, "ft.Container(width=measures.TARGET, margin=0, border_radius=height / 2, expand=1)"),
        (controls, "ft.use_state(0)\nheader(words('x'))"),
        (unsafe, "ft.TextButton(on_click=safe(go_on))\nft.TextButton(on_click=to('/'))\nrow(on_tap=go)"),
    ],
)
def test_what_keeps_to_the_rules_passes(rule: object, text: str) -> None:
    assert callable(rule)
    assert rule(text) == []
