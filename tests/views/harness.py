"""The ring: the real app drawn without Flutter. Uses Flet's internals; pinned to the Flet of the lock.

@in_ring
async def test_now_says_that_nothing_is_open() -> None:
    async with ring() as phone:
        await phone.unlock()
        assert phone.sees("No open incident")
"""

from __future__ import annotations

import asyncio
import functools
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, fields
from typing import Any, ParamSpec

import flet as ft
import msgpack  # type: ignore[import-untyped]
from flet.components.component import Component
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import Message, MessageAction, configure_encode_object_for_msgpack
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

from app.language import ENGLISH, speak
from tests.fakes.clock import FakeClock
from tests.fakes.vault import PIN
from tests.views.phone import Noticing, Pauses, services_of
from views.services import Services
from views.shell import open_app
from views.theme.dressing import PROBE_LINE
from views.theme.look import Look
from views.window import open_window

P = ParamSpec("P")
App = Callable[[ft.Page, Services], None]
PATIENCE_S = 20.0
BREATH_S = 0.001
"""A loop that only spins can keep the interpreter from the very thread that it waits for."""
_ENCODE = configure_encode_object_for_msgpack(ft.BaseControl)


def in_ring(test: Callable[P, Awaitable[None]]) -> Callable[P, None]:
    """Run an async test on a loop of its own."""

    @functools.wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        async def body() -> None:
            await test(*args, **kwargs)

        asyncio.run(body())

    return run


class FakeConnection(Connection):
    """The client's end: packs what it is sent (that is what draws), and follows a pushed route."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self.loop, self.executor = loop, ThreadPoolExecutor(2)
        self.pubsubhub = PubSubHub(loop=loop)
        self.page_url = "http://test"
        self.sent: list[Message] = []
        self.crashes: list[str] = []
        self.invoked: list[str] = []
        self.session: Session | None = None

    def send_message(self, message: Message) -> None:
        msgpack.packb([message.action, message.body], default=_ENCODE)
        self.sent.append(message)
        if message.action == MessageAction.SESSION_CRASHED:
            self.crashes.append(message.body.message)
        if message.action == MessageAction.INVOKE_METHOD:
            self.loop.call_soon(self._answer, message.body)

    def _answer(self, asked: Any) -> None:
        assert self.session is not None
        self.invoked.append(asked.name)
        self.session.handle_invoke_method_results(asked.control_id, asked.call_id, None, None)
        if asked.name == "push_route":
            self.loop.create_task(self.at_route(self.session, asked.args["route"]))

    @staticmethod
    async def at_route(session: Session, route: str) -> None:
        session.apply_page_patch({"route": route})
        await session.dispatch_event(session.page._i, "route_change", {"route": route})


def parts(value: Any) -> Iterator[Any]:
    """Every control below, components opened, in the order in which they stand."""
    if isinstance(value, Component):
        yield from parts(value._b)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from parts(each)
    elif isinstance(value, ft.BaseControl):
        yield value
        kind: Any = type(value)
        for name in _fields_of(kind):
            below = getattr(value, name, None)
            if isinstance(below, list | ft.BaseControl):
                yield from parts(below)


@functools.cache
def _fields_of(kind: type[Any]) -> tuple[str, ...]:
    return tuple(
        each.name for each in fields(kind) if not each.name.startswith("_") and each.name != "parent"
    )


def key_of(control: Any) -> str:
    """A wording id. Where a scroll leads to is no control that a hand can find."""
    key = getattr(control, "key", None)
    if isinstance(key, ft.ScrollKey):
        return ""
    return str(getattr(key, "value", key) or "")


@dataclass
class Ring:
    """One window of the app. The top view is what the officer sees."""

    session: Session
    connection: FakeConnection
    services: Services
    clock: FakeClock
    pauses: Pauses
    tasks: set[asyncio.Task[Any]] = field(default_factory=set)

    @property
    def page(self) -> ft.Page:
        page: ft.Page = self.session.page
        return page

    @property
    def route(self) -> str:
        return self.page.route or "/"

    def views(self) -> list[ft.View]:
        return [part for part in _open(self.page.views) if isinstance(part, ft.View)]

    def controls(self) -> list[Any]:
        """What the officer sees: the top view and what lies over it."""
        dialogs = [each for each in self.page._dialogs.controls if each.open]
        return [*parts(self.views()[-1]), *parts(dialogs)]

    def texts(self) -> list[str]:
        """Every text and every label that is read out, as it stands from the top."""
        found = []
        for control in self.controls():
            for name in ("value", "label", "tooltip"):
                said = getattr(control, name, None)
                if isinstance(said, str) and said and not (name == "value" and isinstance(control, ft.Radio)):
                    found.append(said)
        return found

    def sees(self, words: str) -> bool:
        return any(words in text for text in self.texts())

    def keys(self) -> list[str]:
        return [key for control in self.controls() if (key := key_of(control))]

    def has(self, key: str) -> bool:
        return key in self.keys()

    def rows(self, start: str) -> list[str]:
        """The keys that begin like this, from the top."""
        return [key for key in (key_of(control) for control in self.controls()) if key.startswith(start)]

    def find(self, key: str) -> Any:
        """The control of that wording id. LookupError names those that are there."""
        for control in self.controls():
            if key_of(control) == key:
                return control
        raise LookupError(f"no '{key}' among {self.keys()} with {self.texts()}")

    # A hand

    async def event(self, control: Any, name: str, data: Any = None) -> None:
        await self.session.dispatch_event(control._i, name, data)
        await self.settle()

    async def tap(self, key: str) -> None:
        control = self.find(key)
        if isinstance(control, ft.Checkbox):
            await self.change(control, not control.value)
        elif isinstance(control, ft.Radio):
            await self.choose(key)
        else:
            assert not control.disabled, f"'{key}' is shut"
            await self.event(control, "click")

    async def hold(self, key: str) -> None:
        await self.event(self.find(key), "long_press")

    async def type(self, key: str, text: str) -> None:
        """The field then holds `text`, as after the last key."""
        await self.change(self.find(key), text)

    async def change(self, control: Any, value: Any) -> None:
        self.session.apply_patch(control._i, {"value": value})
        await self.event(control, "change", value)

    async def leave(self, key: str) -> None:
        """The field loses the focus."""
        await self.event(self.find(key), "blur")

    async def choose(self, key: str) -> None:
        """The radio with this key, through the group that it is in."""
        radio = self.find(key)
        groups = [each for each in self.controls() if isinstance(each, ft.RadioGroup)]
        group = next(each for each in groups if any(part is radio for part in parts(each.content)))
        await self.change(group, radio.value)

    async def press(self, key: str) -> None:
        """A key of the keyboard: 'Escape', 'Enter', '7'."""
        pressed = {"key": key, "shift": False, "ctrl": False, "alt": False, "meta": False}
        await self.event(self.page, "keyboard_event", pressed)

    async def lifecycle(self, state: str) -> None:
        await self.event(self.page, "app_lifecycle_state_change", {"state": state})

    async def go(self, route: str) -> None:
        """As typed into the address line, or as the system's Back leads there."""
        await FakeConnection.at_route(self.session, route)
        await self.settle()

    async def pop(self) -> None:
        """The system's Back."""
        await self.event(self.page, "view_pop", {"route": self.views()[-1].route})

    async def text_scale(self, scale: float) -> None:
        """The probe line comes out as tall as the platform makes it."""
        probe = next(part for part in parts(self.page.overlay) if getattr(part, "on_size_change", None))
        await self.event(probe, "size_change", {"w": 1.0, "h": PROBE_LINE * scale})

    @property
    def look(self) -> Look:
        worn = self.session.store.get("look")
        assert isinstance(worn, Look)
        return worn

    @property
    def scale(self) -> float:
        return self.look.scale

    async def lose_line(self) -> None:
        """The browser goes away: closed, reloaded or without a network."""
        await self.session.disconnect(3600)
        await self.settle()

    async def come_back(self) -> list[str]:
        """The same browser is back. What it is shown at once, before anything is drawn anew."""
        self.connection = FakeConnection(asyncio.get_running_loop())
        self.connection.session = self.session
        shown = self.texts()
        msgpack.packb(self.page, default=_ENCODE)
        await self.session.connect(self.connection)
        await self.settle()
        return shown

    async def unlock(self, pin: str = PIN) -> None:
        """Key in the PIN on the app's own keypad."""
        for digit in pin:
            await self.tap(f"door.pin.digit.{digit}")
        await self.tap("door.pin.unlock")
        await self.until(lambda: self.services.guard.desk is not None, "the vault is open")

    # Time

    async def settle(self) -> None:
        """Until nothing more is drawn."""
        quiet = 0
        while quiet < 4:
            await asyncio.sleep(0)
            busy = self.session._Session__pending_updates or self.session._Session__pending_effects  # type: ignore[attr-defined]
            quiet = 0 if busy or self.session._Session__updates_ready.is_set() else quiet + 1  # type: ignore[attr-defined]

    async def until(self, holds: Callable[[], bool], what: str = "what was waited for") -> None:
        """Until it holds; a thread may have to end first. Fails by name."""

        async def wait() -> None:
            while not holds():
                await asyncio.sleep(BREATH_S)

        try:
            await asyncio.wait_for(wait(), PATIENCE_S)
        except TimeoutError:
            raise AssertionError(f"never: {what}; on screen: {self.texts()}") from None
        await self.settle()

    async def pass_time(self, seconds: float) -> None:
        """Every timer of the app that falls due in these seconds runs once, in order."""
        await self.pauses.pass_time(seconds, self.settle)


def _open(value: Any) -> Iterator[Any]:
    if isinstance(value, Component):
        yield from _open(value._b)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _open(each)
    else:
        yield value


async def opened(
    services: Services, clock: FakeClock, pauses: Pauses, route: str = "/", app: App = open_app
) -> Ring:
    """One more window on the same handset, at this address."""
    connection = FakeConnection(asyncio.get_running_loop())
    session = Session(connection)
    connection.session = session
    _context_page.set(session.page)
    session.apply_page_patch({"route": route, "platform_brightness": "light", "web": True})
    msgpack.packb(session.get_page_patch(), default=_ENCODE)
    app(session.page, services)
    window = Ring(session, connection, services, clock, pauses)
    await window.settle()
    return window


@asynccontextmanager
async def alone(component: Callable[[], Any]) -> AsyncIterator[Ring]:
    """One component by itself in a window, without lock and router."""
    clock = FakeClock()
    pauses = Pauses(clock)

    def app(page: ft.Page, services: Services) -> None:
        open_window(page, services)
        page.render_views(component)

    window = await opened(services_of(clock, pauses), clock, pauses, app=app)
    try:
        yield window
        assert window.connection.crashes == [], "a traceback reached the screen"
        assert not Noticing.unknown, f"a screen has no words for {sorted(Noticing.unknown)}"
    finally:
        speak(ENGLISH)
        window.session.close()
        window.connection.executor.shutdown(wait=False)


@asynccontextmanager
async def ring(
    route: str = "/",
    services: Services | None = None,
    clock: FakeClock | None = None,
    pauses: Pauses | None = None,
    **more: Any,
) -> AsyncIterator[Ring]:
    """A window of the app at `route`. `more` as tests.views.phone.services_of, when none are given."""
    Noticing.unknown.clear()
    there = clock or FakeClock()
    pauses = pauses or Pauses(there)
    made = services or services_of(there, pauses, **more)
    window = await opened(made, there, pauses, route)
    try:
        yield window
        assert window.connection.crashes == [], "a traceback reached the screen"
        assert not Noticing.unknown, f"a screen has no words for {sorted(Noticing.unknown)}"
    finally:
        window.session.close()
        window.connection.executor.shutdown(wait=False)
