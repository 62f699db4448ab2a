"""What was typed at the door so far. It outlives an error and the cover, and is never written down."""

from __future__ import annotations

from dataclasses import dataclass, field

import flet as ft

from views.drafts import Form
from views.services import Enrolled
from views.window import window

_SLOT = "door"


class _Heard:
    """Nothing is sealed here; whoever shows what is typed hears of each key."""

    def typed(self, form: Form) -> None:
        form.sealed(None, form.version)

    async def seal_now(self) -> None:
        return None


def door_form() -> Form:
    return Form("", {}, None, _Heard())


@dataclass
class AtDoor:
    """One window's. `vault`: whose PIN is asked for."""

    vault: Enrolled | None = None
    enrolling: bool = False
    form: Form = field(default_factory=door_form)
    choosing: bool = False
    """Address and code are typed; now the PIN is chosen."""
    problem: str = ""
    """The last part of a wording key, door.problem.*"""


def at_door() -> AtDoor:
    store = ft.context.page.session.store
    known = store.get(_SLOT)
    if isinstance(known, AtDoor):
        return known
    made = AtDoor()
    store.set(_SLOT, made)
    return made


def start_again() -> None:
    """As if nobody had typed anything."""
    ft.context.page.session.store.set(_SLOT, AtDoor())
    window().redraw()
