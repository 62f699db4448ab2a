"""The stage of one scenario: a station process, the devices on it, and one clock for them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.case.model import Case
from app.timekeeping import TRAINING_CLOCK, clock
from sync.station.accounts import Role
from tests.scenarios import wire
from tests.scenarios.device import PIN, Device, Seat
from tests.scenarios.station import Station

OBSERVING = "-observer"
"""A handset that writes nothing and takes in what was sent: for facts at a time instead of a step. No
device of a file can be called so."""


@dataclass
class Stage:
    """Everything lives in `folder`. The clock stands at `start` until it is moved."""

    folder: Path
    officers: Iterable[Mapping[str, str]]
    start: datetime
    devices: dict[str, Device] = field(default_factory=dict)
    accounts: set[str] = field(default_factory=set)
    station: Station = field(init=False)

    def __post_init__(self) -> None:
        self.clock_file = self.folder / "clock"
        self.set_time(self.start)
        self.clock = clock(training=True, environment={TRAINING_CLOCK: str(self.clock_file)})
        self.station = Station(self.folder / "station", environment={TRAINING_CLOCK: str(self.clock_file)})

    def open(self) -> None:
        """The station in service, and the officers on its list."""
        self.station.start()
        for officer in (*self.officers, {"number": self._observer(), "rank": "PC", "team": "Observer"}):
            self.station.add_officer(officer)

    def _observer(self) -> str:
        """A number that nobody in the file has."""
        taken = {officer["number"] for officer in self.officers}
        return next(number for number in map(str, range(9999, 0, -1)) if number not in taken)

    def set_time(self, at: datetime) -> None:
        """Whole or not at all, so that the station never reads half a time."""
        new = self.clock_file.with_suffix(".new")
        new.write_text(at.isoformat())
        new.replace(self.clock_file)

    def device(self, name: str) -> Device:
        if name not in self.devices:
            self.devices[name] = Device(name, self.folder / f"device-{name}", self.clock)
        return self.devices[name]

    def seat(self, device: str, number: str) -> Seat:
        """The officer on that device. Signing in for the first time needs signal: the enrolment, and
        with it what others had sent by then."""
        on = self.device(device)
        if number not in on.seats:
            code = self.station.code(number)
            vault = wire.sign_up(on.handset, self.clock, self.station.url, code, PIN)
            on.seats[number] = Seat(vault, self.clock)
            on.seats[number].sync()
        return on.seats[number]

    def account(self, number: str, role: Role) -> str:
        """The user name of that officer's console account, made when it is first needed."""
        user = f"{role.replace(' ', '-')}-{number}"
        if user not in self.accounts:
            officer = next(each for each in self.officers if each["number"] == number)
            self.station.add_account(user, role, officer)
            self.accounts.add(user)
        return user

    def in_use(self) -> list[Device]:
        """Devices in police hands on which somebody has signed in."""
        found = [device for device in self.devices.values() if device.seats and not device.lost]
        return [device for device in found if device.name != OBSERVING]

    def forget_copies(self) -> None:
        for device in self.devices.values():
            device.forget()

    def observer(self) -> Seat:
        seat = self.seat(OBSERVING, self._observer())
        seat.sync()
        return seat

    def observer_case(self, case: str) -> Case:
        """The case as the station has it now."""
        return self.observer().records.case(case) or Case(case)

    def end(self) -> None:
        for device in self.devices.values():
            device.close()
        self.station.stop()
