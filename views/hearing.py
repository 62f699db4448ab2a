"""The hooks that draw a component anew: when something speaks, and only while it can be seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import flet as ft

from views.window import hop

T = TypeVar("T")
Hear = Callable[[], None]


def use_kept(make: Callable[[], T]) -> T:
    """Made once, and kept for as long as this component stands."""
    return cast(T, cast(Any, ft.use_ref)(make).current)


def use_seen() -> bool:
    """Whether this screen is the one on top. What lies under another is drawn anew when that goes."""
    return ft.use_view_path() == ft.use_route_location()


def use_on_top() -> Callable[[Hear], Hear]:
    """Makes a listener deaf while other screens lie over this one."""
    top: ft.MutableRef[bool] = ft.use_ref(True)
    top.current = use_seen()

    def hearing(hear: Hear) -> Hear:
        return lambda: hear() if top.current else None

    return hearing


def use_hearing(subscribe: Callable[[Hear], Hear], about: object, page: ft.Page) -> None:
    """Redraw this component whenever what it subscribed to speaks, from whichever thread."""
    _, redraw = ft.use_state(0)
    end: ft.MutableRef[Hear] = ft.use_ref(None)

    def hear() -> None:
        hop(page, lambda: redraw(lambda count: count + 1))

    def leave() -> None:
        if end.current is not None:
            end.current()
            end.current = None

    def follow() -> None:
        leave()
        end.current = subscribe(hear)

    ft.use_effect(follow, [about], cleanup=leave)
