"""What every screen is wrapped in: the frame, and the boundary that keeps one broken screen from
freezing the phone (an exception while a component renders ends Flet's update task for good)."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, cast

import flet as ft

from views.parts.frame import Layout, framed, problem_layout, problem_part
from views.safe import note_failure
from views.window import window

P = ParamSpec("P")


def screen(body: Callable[P, Layout]) -> Callable[P, ft.View]:
    """A component that draws the layout which `body` returns, or the problem screen in its place."""

    @functools.wraps(body)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ft.View:
        place, location = ft.use_view_path(), ft.use_route_location()
        ft.use_effect(lambda: _here(place, location), [location])
        try:
            layout = body(*args, **kwargs)
            return framed(layout, place or "/")
        except Exception as error:
            note_failure("screen", error)
            return framed(problem_layout(), place or "/")

    return ft.component(guarded)


def _here(place: str, location: str) -> None:
    """Of all the screens under one another only the top one is where the officer is."""
    if place and place == location:
        try:
            window().services.guard.at(place)
        except Exception as error:
            note_failure("place", error)


def leaf(body: Callable[P, ft.Control]) -> Callable[P, ft.Control]:
    """A part with a state of its own. Where it fails it says so, and its neighbours live on."""

    @functools.wraps(body)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ft.Control:
        try:
            return body(*args, **kwargs)
        except Exception as error:
            note_failure("part", error)
            return problem_part()

    return ft.component(guarded)


def still_leaf(body: Callable[P, ft.Control]) -> Callable[P, ft.Control]:
    """A leaf that is drawn again only when its arguments change: hand it no fresh lambda."""
    return cast(Callable[P, ft.Control], cast(Any, ft.memo)(leaf(body)))
