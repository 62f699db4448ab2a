"""How this window looks now: its roles and how large its letters are."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from views.theme import letters, measures, roles
from views.theme.letters import Letter

_SLOT = "look"


@dataclass(frozen=True, slots=True)
class Look:
    """`scale`: text size that the officer chose, 1.0 is the platform's. `width` in dp."""

    roles: roles.Roles = roles.LIGHT
    scale: float = 1.0
    width: float = 390.0

    @property
    def large(self) -> bool:
        """Rows break into lines instead of cutting words."""
        return self.scale > measures.LARGE or self.width < measures.NARROW / max(self.scale, 1.0)

    def words(
        self, value: str, letter: Letter = letters.BODY, colour: str | None = None, **more: object
    ) -> ft.Text:
        """A text in a letter of the scale. `at_most` bounds its growth where chrome must not push."""
        at_most = more.pop("at_most", None)
        style = letter.style(colour or self.roles.ink, at_most, self.scale)  # type: ignore[arg-type]
        return ft.Text(value, style=style, **more)  # type: ignore[arg-type]

    def icon(self, icon: ft.IconData, colour: str | None = None, size: float = measures.ICON) -> ft.Icon:
        return ft.Icon(icon, color=colour or self.roles.ink2, size=size)


def look() -> Look:
    """The look of the window that is being drawn."""
    found = ft.context.page.session.store.get(_SLOT)
    return found if isinstance(found, Look) else Look()


def wear(page: ft.Page, new: Look) -> None:
    page.session.store.set(_SLOT, new)
