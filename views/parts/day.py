"""A day in three boxes, and a moment: the same with a time, or 'Now' with one tap."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from app.timekeeping import LONDON
from views.drafts import Form
from views.parts.answers import answer_group
from views.parts.buttons import outlined
from views.parts.drifting import drift_line
from views.parts.errors import field_error, ruled
from views.parts.fields import Drawn, typed
from views.parts.text import margin, second
from views.parts.when import Faulty, read_day, read_moment
from views.saying import Said, say, words
from views.screen import leaf
from views.services import phone_now
from views.theme import letters, look, measures

__all__ = ["Faulty", "day_field", "moment_field", "read_day", "read_moment"]

_DAY = (("day", measures.DAY_WIDTH), ("month", measures.DAY_WIDTH), ("year", measures.YEAR_WIDTH))
_TIME = (("time", measures.TIME_WIDTH),)


def day_field(said: Said, form: Form, name: str, hint: str = "", problem: str = "") -> ft.Control:
    """Keeps NAME.day, NAME.month and NAME.year; read with read_day(form, name)."""
    return _group(said, [_boxes(said, form, name, _DAY, {"wrong": bool(problem)})], hint, problem)


def moment_field(said: Said, form: Form, name: str, hint: str = "", problem: str = "") -> ft.Control:
    """Keeps NAME.time as well, and NAME.zone (bst, gmt) for the hour that comes twice; read with
    read_moment(form, name). Empty until somebody says when."""
    return _group(said, [_moment(said, form, name, look().scale, bool(problem))], hint, problem)


@leaf
def _moment(said: Said, form: Form, name: str, scale: float, wrong: bool) -> ft.Control:
    turn, set_turn = ft.use_state(0)

    def fill() -> None:
        there = phone_now().astimezone(LONDON)
        told = {"day": there.day, "month": there.month, "year": there.year, "time": f"{there:%H:%M}"}
        for part, value in told.items():
            form.put(f"{name}.{part}", str(value))
        set_turn(turn + 1)

    def choose(zone: str) -> None:
        form.put(f"{name}.zone", zone)
        set_turn(turn + 1)

    drawn: Drawn = {"wrong": wrong, "turn": turn}
    tap = outlined(say("ui.moment.now").of(said.key), fill, ft.Icons.SCHEDULE)
    at = ft.Row(
        [_boxes(said, form, name, _TIME, drawn), tap],
        spacing=measures.S8,
        wrap=look().large,
        vertical_alignment=ft.CrossAxisAlignment.END,
    )
    rows: list[ft.Control] = [_boxes(said, form, name, _DAY, drawn), at, *drift_line("typed")]
    if form.get(f"{name}.zone") or read_moment(form, name) is Faulty.TWICE:
        rows.append(_which(said, form.get(f"{name}.zone"), choose))
    return ft.Column(rows, spacing=measures.S8)


def _which(said: Said, zone: str, on_choose: Callable[[str], None]) -> ft.Control:
    """The hour that comes twice when the clocks go back: the officer says which."""
    first, last = say("ui.moment.first").of(said.key), say("ui.moment.second").of(said.key)
    group = answer_group([("bst", first), ("gmt", last)], zone or None, on_choose)
    return ft.Column([second(words("ui.moment.twice")), group], spacing=0)


def _group(said: Said, content: Sequence[ft.Control], hint: str, problem: str) -> ft.Control:
    lines: list[ft.Control] = [look().words(said.text, letters.SECTION)]
    if hint:
        lines.append(second(hint))
    if problem:
        lines.append(field_error(problem))
    body = margin(*lines, *content, above=measures.S12, gap=measures.S4)
    return ruled(body, said.key) if problem else body


def _boxes(said: Said, form: Form, name: str, parts: Sequence[tuple[str, int]], drawn: Drawn) -> ft.Control:
    boxes = [_box(said.of(part), form, f"{name}.{part}", width, drawn) for part, width in parts]
    return ft.Row(boxes, spacing=measures.S8, wrap=True, run_spacing=measures.S8)


def _box(said: Said, form: Form, name: str, width: int, drawn: Drawn) -> ft.Control:
    """One box. Its name to a screen reader says what it is a part of."""
    part = said.key.rpartition(".")[2]
    label = words(f"ui.moment.{part}")
    more: Drawn = {**drawn, "kind": _keys(part), "key": said.key}
    field = typed(said, form, name, look(), **more)
    spoken = ft.Semantics(label=f"{said.text}: {label}", exclude_semantics=True, content=second(label))
    column = ft.Column([spoken, field], spacing=0)
    return ft.MergeSemantics(ft.Container(column, width=width * min(look().scale, measures.LARGE)))


def _keys(part: str) -> str:
    return "text" if part == "month" else "number"
