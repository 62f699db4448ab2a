"""The PIN. Says nothing about police, cases or whose phone this is."""

from __future__ import annotations

import flet as ft

from views.door.pad import Pad, use_pad
from views.door.shut import shut_layout
from views.door.tries import Tries
from views.door.waiting import at_door, start_again
from views.parts.buttons import link
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.keypad import keypad, marks
from views.parts.text import middle
from views.saying import say, words
from views.screen import screen
from views.services import Enrolled, services, use_hearing, use_kept
from views.theme import letters, look
from views.window import window


@screen
def pin_screen(vault: Enrolled) -> Layout:
    here, page = window(), ft.context.page
    tries = use_kept(lambda: Tries(vault))
    pad = use_pad(lambda: tries.open(pad.take()))
    tries.on_change(pad.redraw)
    use_hearing(lambda hear: here.each_second(lambda _: hear()), "second", page)
    if tries.shut:
        return shut_layout(tries)
    pad.shut = bool(tries.busy or tries.wait)
    return _layout(tries, pad)


def _layout(tries: Tries, pad: Pad) -> Layout:
    return Layout(
        body=[_head(tries, pad), *_others()],
        foot=pin_keys(pad),
        dock=action(say("door.pin.unlock"), lambda: tries.open(pad.take())),
        records=False,
    )


def pin_keys(pad: Pad) -> ft.Control:
    said = say("door.pin.mask") if pad.shown else say("door.pin.show")
    return keypad(pad.digit, pad.delete, said, pad.turn, pad.shut)


def _head(tries: Tries, pad: Pad) -> ft.Control:
    now, saved = services().clock.now(), services().guard.saved_at
    where = words("door.pin.saved", time=f"{saved:%H:%M}") if saved else words("door.pin.opens")
    told = words(tries.busy) if tries.busy else tries.told()
    return middle(f"{now:%H:%M}", words("door.pin.title"), where, marks(pad.digits, pad.shown), told)


def _others() -> list[ft.Control]:
    door, here, vaults = at_door(), window(), services().handset.vaults()

    def enrol() -> None:
        door.enrolling = True
        here.redraw()

    lines = [link(say("door.enrol.another"), enrol)]
    if len(vaults) > 1:
        lines.insert(0, link(say("door.number.other"), start_again))
    if services().handset.keystore.reduced:
        reduced = look().words(words("door.reduced"), letters.SECOND, look().roles.ink2)
        lines.append(reduced)
    return [
        ft.Column(lines, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.CENTER),
    ]
