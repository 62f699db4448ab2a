"""Who may come in: enrolment, a number where several officers share the handset, then the PIN."""

from __future__ import annotations

import flet as ft

from views.door.enrol import enrol_screen
from views.door.number import number_screen
from views.door.pin import pin_screen
from views.door.waiting import at_door
from views.services import services


def lock_screen() -> ft.View:
    door, vaults = at_door(), services().handset.vaults()
    if door.enrolling or not vaults:
        return enrol_screen()
    if len(vaults) > 1 and door.vault is None:
        return number_screen()
    return pin_screen(door.vault or vaults[0])
