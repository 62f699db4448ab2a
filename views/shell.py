"""Other window > cover > lock > router. None of the first three is a route, so that no address and no
gesture leads past them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import flet as ft

from app.language import spoken
from views.door.broken import broken_door
from views.door.cover import cover_screen
from views.door.lock import lock_screen
from views.door.other_window import other_window
from views.refusing import say_only
from views.routes import is_place, routes
from views.safe import note_failure
from views.saying import as_before
from views.services import Services
from views.theme.dressing import dress, probe
from views.window import Window, open_window, window

_COVERS = (
    ft.AppLifecycleState.INACTIVE,
    ft.AppLifecycleState.HIDE,
    ft.AppLifecycleState.PAUSE,
    ft.AppLifecycleState.DETACH,
)
TICK_S = 1.0


def open_app(page: ft.Page, services: Services) -> None:
    """What Flet calls for each new browser window, and once on a phone."""
    try:
        _open(page, services)
    except Exception as error:
        note_failure("start", error)
        say_only(page, services.guidance.words("door.broken.text"))


def _open(page: ft.Page, services: Services) -> None:
    dress(page)
    here = open_window(page, services)
    if services.guard.desk is None:
        as_before(services)
    _keep_quiet(page, here)
    if page.route and page.route != "/" and is_place(page.route):
        services.guard.place = page.route
    services.guard.claim(here.id)
    _listen(page, here)
    here.ends.append(services.guard.watch(here.redraw))
    here.ends.append(page.run_task(_tick, here).cancel)
    page.overlay.append(probe(lambda event: here.probed(event.height)))
    page.render_views(top)


def _keep_quiet(page: ft.Page, here: Window) -> None:
    """The last net: wherever Flet would send a traceback to the screen, the officer reads what to do."""

    def said(_: str) -> None:
        note_failure("part of Flet", RuntimeError())
        here.report("ui.problem.action")

    setattr(page.session, "error", said)  # noqa: B010
    _let_late_answers_pass(page)


def _let_late_answers_pass(page: ft.Page) -> None:
    """A control that has gone before its answer came: Flet would end the connection over it, and put the
    officer before the cover. Whoever waits for the answer is let go as if it had come for the page."""
    session = page.session
    taken = session.handle_invoke_method_results

    def answered(control_id: int, call_id: str, result: Any, error: str | None) -> None:
        if session.index.get(control_id) is None:
            taken(page._i, call_id, None, None)
        else:
            taken(control_id, call_id, result, error)

    setattr(session, "handle_invoke_method_results", answered)  # noqa: B010


async def _tick(here: Window) -> None:
    """Once a second for as long as the window may come back: what is over is over without a hand."""
    guard = here.services.guard
    while True:
        await guard.pause(TICK_S)
        try:
            guard.tick()
            here.beat()
        except Exception as error:
            note_failure("timer", error)


def _listen(page: ft.Page, here: Window) -> None:
    guard = here.services.guard

    def lifecycle(event: ft.AppLifecycleStateChangeEvent) -> None:
        if guard.newest == here.id and event.state in _COVERS:
            guard.cover()
        else:
            guard.tick()
            here.services.syncing.wake()

    def keyboard(event: ft.KeyboardEvent) -> None:
        here.touch()
        if event.key == "Escape" and guard.newest == here.id:
            guard.cover()
        here.key(event.key)

    def left() -> None:
        """Nobody sees this window now. What it shows when it is seen again is drawn before that."""
        if guard.newest == here.id:
            guard.cover()
        cast(ft.BaseControl, page.views).update()
        page.on_view_pop = None

    def brightness(event: Any) -> None:
        """Flet gives the bare word here, not the event that it declares."""
        here.brightness(ft.Brightness(getattr(event, "brightness", None) or event.data))

    page.on_app_lifecycle_state_change = _quiet(lifecycle)
    page.on_keyboard_event = _quiet(keyboard)
    page.on_platform_brightness_change = _quiet(brightness)
    page.on_resize = _quiet(lambda event: here.resized(event.width))
    page.on_disconnect = _quiet(lambda event: left())
    page.on_connect = _quiet(lambda event: here.back_again())
    page.on_close = _quiet(lambda event: here.close())


def _quiet(handler: Callable[[Any], object]) -> Callable[[Any], None]:
    """A handler of the page itself. Flet would send its traceback to the screen."""

    def guarded(event: Any) -> None:
        try:
            handler(event)
        except Exception as error:
            note_failure("page handler", error)

    return guarded


@ft.component
def top() -> Any:
    """Whatever changes who may see draws all of it anew."""
    _, redraw = ft.use_state(0)
    here = window()
    ft.use_effect(lambda: here.on_change(lambda: redraw(lambda count: count + 1)), [])
    guard = here.services.guard
    seen = guard.newest == here.id and not guard.covered and guard.desk is not None
    ft.use_effect(lambda: None if seen else here.put_away(), [seen])
    shown = f"{here.visit} {spoken()}"
    if guard.newest != here.id:
        return anew(alone, f"other {shown}", other_window)
    if guard.covered:
        return anew(alone, f"cover {shown}", cover_screen)
    if guard.desk is None:
        return anew(alone, f"lock {shown}", lock_screen)
    return anew(ft.Router, f"router {shown}", routes(), manage_views=True)


def anew(component: Callable[..., Any], key: str, *args: Any, **more: Any) -> Any:
    """A component whose state ends when `key` changes."""
    return component(*args, key=key, **more)


@ft.component
def alone(standing: Callable[[], ft.View]) -> list[ft.View]:
    """One view with nothing under it: there is nowhere to go back to."""
    try:
        return [standing()]
    except Exception as error:
        note_failure("door", error)
        return [broken_door()]
