"""What the page itself wears: fonts, Material's own colours, no transitions, a neutral title."""

from __future__ import annotations

import flet as ft

from views.theme.letters import BODY, FONTS
from views.theme.roles import CLEAR, DARK, LIGHT, Roles

# What a browser tab and a task switcher show: never an app of the police, never a record.
TITLE = "Clock"
_STILL = ft.PageTransitionTheme.NONE
_TRANSITIONS = ft.PageTransitionsTheme(android=_STILL, ios=_STILL, linux=_STILL, macos=_STILL, windows=_STILL)
PROBE_LINE = 20.0


def dress(page: ft.Page) -> None:
    page.title = TITLE
    page.fonts = dict(FONTS)
    page.theme_mode = ft.ThemeMode.SYSTEM
    page.theme, page.dark_theme = _theme(LIGHT), _theme(DARK)
    page.theme_animation_style = ft.AnimationStyle.no_animation()


def _theme(roles: Roles) -> ft.Theme:
    return ft.Theme(
        color_scheme=_scheme(roles),
        font_family=BODY.family,
        page_transitions=_TRANSITIONS,
        scaffold_bgcolor=roles.canvas,
        canvas_color=roles.canvas,
        focus_color=roles.soft,
        hover_color=CLEAR,
        splash_color=roles.soft,
        highlight_color=roles.soft,
        visual_density=ft.VisualDensity.STANDARD,
    )


def _scheme(roles: Roles) -> ft.ColorScheme:
    return ft.ColorScheme(
        primary=roles.action,
        on_primary=roles.on_action,
        primary_container=roles.soft,
        on_primary_container=roles.on_soft,
        secondary=roles.link,
        on_secondary=roles.on_action,
        error=roles.danger,
        on_error=roles.surface,
        surface=roles.surface,
        on_surface=roles.ink,
        on_surface_variant=roles.ink2,
        outline=roles.edge,
        outline_variant=roles.line,
        shadow=CLEAR,
        surface_tint=CLEAR,
    )


def probe(on_size: ft.EventHandler[ft.LayoutSizeChangeEvent[ft.LayoutControl]]) -> ft.Control:
    """A line that nobody sees, as tall as the platform's text scale makes it. PageMediaData has none."""
    letter_height = 1.0
    style = ft.TextStyle(size=PROBE_LINE, height=letter_height)
    return ft.Text("\u00a0", style=style, opacity=0, on_size_change=on_size)
