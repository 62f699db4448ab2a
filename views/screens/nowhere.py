"""A place that is none."""

from __future__ import annotations

from views.parts.frame import Layout
from views.screen import screen
from views.visits import page


@screen
def nowhere() -> Layout:
    return page.nowhere()
