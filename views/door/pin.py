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
from views.parts.text import middle, middle_note, middle_title
from views.saying import say, words
from views.screen import screen
from views.services import Enrolled, services, use_hearing, use_kept
from views.theme import letters, look, measures
from views.tongues import other_tongues
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
    now, saved = services().clock.now(), services().guard.saved_at
    where = words("door.pin.saved", time=f"{saved:%H:%M}") if saved else words("door.pin.opens")
    told = words(tries.busy) if tries.busy else tries.told()
    above, foot = keyed(middle_title(f"{now:%H:%M}", words("door.pin.title"), where), pad, told)
    return Layout(
        body=[above, *_others()],
        foot=foot,
        dock=action(say("door.pin.unlock"), lambda: tries.open(pad.take())),
        records=False,
    )


def keyed(title: list[ft.Control], pad: Pad, told: str) -> tuple[ft.Control, ft.Control]:
    """What scrolls, and what stands still under it. At large text the marks stay by the keys, in sight."""
    said = say("door.pin.mask") if pad.shown else say("door.pin.show")
    keys = keypad(pad.digit, pad.delete, said, pad.turn, pad.shut)
    typed = [marks(pad.digits, pad.shown), middle_note(told)]
    if not look().large:
        gap = ft.Container(height=measures.S8)
        return middle(*title, gap, *typed, above=measures.S24), keys
    return middle(*title, above=measures.S24), ft.Column([middle(*typed), keys], spacing=0)


def _others() -> list[ft.Control]:
    door, here, vaults = at_door(), window(), services().handset.vaults()

    def enrol() -> None:
        door.enrolling = True
        here.redraw()

    lines = [link(say("door.enrol.another"), enrol, align=ft.TextAlign.CENTER)]
    if len(vaults) > 1:
        lines.insert(0, link(say("door.number.other"), start_again))
    lines += other_tongues()
    if services().handset.keystore.reduced:
        reduced = look().words(words("door.reduced"), letters.SECOND, look().roles.ink2)
        lines.append(reduced)
    return [middle(*lines)]
