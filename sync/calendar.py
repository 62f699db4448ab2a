"""A newer calendar of disregarded days: asked for when the station names one, and taken when it is whole."""

from __future__ import annotations

from typing import Any

from app.calendar_versions import Flawed, in_force, newer, read_sent
from app.ports import Reach
from sync.client import StationClient
from sync.gate import Gate


class Following:
    """Danger: a calendar moves deadlines. One that the station has not signed, that is not whole, or that is
    not newer than the one in force changes nothing."""

    def __init__(self, gate: Gate, client: StationClient, station_key: str) -> None:
        self._gate, self._client, self._station_key = gate, client, station_key

    def run(self, named: str) -> Reach | None:
        """Fetch when `named`, the station's version, is newer than the one in force. None, or why the
        calendar stayed as it was. JournalFull."""
        held = in_force(self._gate.calendar()).version
        if not newer(named, held):
            return None
        asked = self._client.now()
        said = self._client.calendar()
        if isinstance(said, Reach):
            return said
        if not self._client.trust_time("calendar", said, self._station_key, asked):
            return Reach.BROKEN
        if not _follows(said, held):
            return Reach.BROKEN
        self._gate.take_calendar(said["toml"])
        return None


def _follows(said: dict[str, Any], held: str) -> bool:
    """Whether this is a calendar, of the version that it says it is, and newer than `held`."""
    toml = said.get("toml")
    read = read_sent(toml) if isinstance(toml, str) else Flawed()
    if isinstance(read, Flawed):
        return False
    return read.version == said.get("version") and newer(read.version, held)
