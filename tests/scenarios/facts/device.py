"""What waits on a device, and what whoever finds it can read."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from app.documents.making import Kind
from app.entry import Entry
from app.ports import SendState
from tests.scenarios import schema
from tests.scenarios.device import Device
from tests.scenarios.disk import readable, texts_of
from tests.scenarios.outcome import Missing
from tests.scenarios.papers import briefed, told_by
from tests.scenarios.scene import Scene

_PROJECT = Path(__file__).resolve().parents[3] / "pyproject.toml"


def _device(scene: Scene) -> Device:
    """The device that is named beside the fact, or the one of the step."""
    named = scene.wanted("device")
    return scene.story.stage.device(named) if named else scene.device


def _unsent(scene: Scene) -> int:
    """Steps of which something waits, over every stream of the device, whatever each step wrote."""
    with _device(scene).read() as streams:
        waiting = {
            each.entry.id
            for records in streams.values()
            for each in records.send_states()
            if each.state is not SendState.AT_STATION
        }
    counted = [each.step.number for each in scene.story.played if each.step.do not in schema.UNCOUNTED]
    return sum(any(entry in waiting for entry in scene.story.entries_of(number)) for number in counted)


def _last_sync(scene: Scene) -> datetime | None:
    with _device(scene).read() as streams:
        found = [at for records in streams.values() if (at := records.last_contact())]
    return max(found, default=None)


def _entries(device: Device) -> Iterator[Entry]:
    with device.read() as streams:
        for records in streams.values():
            for case in records.cases():
                yield from records.entries(case.id)


def _plaintext(scene: Scene) -> int:
    """Places in which a text of any entry on this device can be read without the key."""
    device = _device(scene)
    texts = {text for entry in _entries(device) for text in texts_of(dict(entry.body))}
    return len(readable(device.folder, texts))


def _absent_on_disk(scene: Scene) -> list[str]:
    wanted = scene.wanted("strings_absent_on_disk")
    found = {each.text for each in readable(_device(scene).folder, wanted)}
    return [text for text in wanted if text not in found]


def _lock_screen(scene: Scene) -> str:
    """All that a locked phone could show: what its vaults tell before any PIN."""
    device = _device(scene)
    return json.dumps([vault.locked() for vault in device.handset.vaults()], ensure_ascii=False)


def _file_names(scene: Scene) -> str:
    folders = (device.folder for device in scene.story.stage.devices.values())
    return "\n".join(str(path.relative_to(folder)) for folder in folders for path in folder.rglob("*"))


def _notification(scene: Scene) -> str | Missing:
    """The packaged app may not post any; were it allowed to, this would have to look at them."""
    permissions = tomllib.loads(_PROJECT.read_text("utf-8"))["tool"]["flet"]["android"]["permission"]
    if permissions["android.permission.POST_NOTIFICATIONS"] is False:
        return ""
    return Missing("notifications are not looked at yet")


def _paper(kind: Kind) -> Callable[[Scene], str]:
    """What stands on that document of the case at work."""
    return lambda scene: told_by(scene.case, kind, scene.calendar)


_PLACES: dict[str, Any] = {
    **{kind.value: _paper(kind) for kind in Kind},
    "briefing": lambda scene: briefed(scene.case),
    "lock_screen": _lock_screen,
    "file_name": _file_names,
    "notification": _notification,
}


def _absent(scene: Scene) -> Any:
    """The strings that occur in none of the places. A place that does not exist yet settles nothing,
    unless another one holds the string."""
    wanted = scene.wanted("string_absent")
    shown = [_PLACES[place](scene) for place in scene.wanted("in")]
    texts = [text.lower() for text in shown if isinstance(text, str)]
    absent = [each for each in wanted if not any(each.lower() in text for text in texts)]
    missing = next((text for text in shown if isinstance(text, Missing)), None)
    return missing if missing and absent == wanted else absent


READERS: dict[str, Any] = {
    "unsent": _unsent,
    "last_sync": _last_sync,
    "plaintext_on_disk": _plaintext,
    "strings_absent_on_disk": _absent_on_disk,
    "string_absent": _absent,
}
