"""The cover as it stands: a clock that goes, and the way back to the PIN behind its time."""

from __future__ import annotations

import flet as ft

from app.clocks.words import short_day
from views.parts.cover import ALARMS, alarm, clock_view
from views.safe import note_failure
from views.saying import say, words
from views.services import phone_now, services, use_now
from views.window import window


@ft.component
def cover_screen() -> ft.View:
    """Hold the time to reach the PIN; a keyboard goes to the time and presses Enter."""
    try:
        return _clock()
    except Exception as error:
        note_failure("cover", error)
        return ft.View(route="/", controls=[])


def _clock() -> ft.View:
    here, _ = window(), use_now()
    now = phone_now()
    on_time = ft.use_ref(False)
    rings, set_rings = ft.use_state(("early",))

    def stand(there: bool) -> None:
        on_time.current = there

    def key(name: str) -> None:
        if name == "Enter" and on_time.current:
            services().guard.lift()

    ft.use_effect(lambda: here.on_key(key), [])
    shown = [_alarm(name, rings, set_rings) for name in ALARMS]
    return clock_view(f"{now:%H:%M}", short_day(now), services().guard.lift, stand, shown)


def _alarm(name: str, rings: tuple[str, ...], set_rings: object) -> ft.Control:
    others = tuple(each for each in rings if each != name)

    def turn() -> None:
        set_rings(others if name in rings else (*rings, name))  # type: ignore[operator]

    said = say(f"door.cover.alarm.{name}")
    return alarm(said, words(f"door.cover.alarm.{name}.days"), name in rings, turn)
