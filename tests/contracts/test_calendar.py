"""How every station names and gives its newest calendar: the one in memory, and the real one."""

from __future__ import annotations

from app.calendar_versions import bundled_text
from app.court_calendar import bundled
from app.ports import Reach
from sync.client import TurnedAway
from sync.protocol import paths
from sync.signing import signer, station_signed
from tests.contracts.test_station import Phone, Station, clock, phone, station
from tests.fakes.calendar import VERSION, boxing_day
from tests.fakes.clock import FakeClock

__all__ = ["clock", "phone", "station"]


def named(phone: Phone) -> str:
    """The version that a page names."""
    answer = phone.client.pull(0, 10)
    assert not isinstance(answer, Reach)
    return answer.calendar


def test_station_without_a_newer_calendar_names_and_gives_the_bundled_one(
    station: Station, phone: Phone, clock: FakeClock
) -> None:
    assert named(phone) == bundled().version
    said = phone.client.calendar()
    assert isinstance(said, dict)
    assert (said["version"], said["toml"]) == (bundled().version, bundled_text())
    assert said["time"] == clock.now().isoformat()
    assert station_signed(station.key, "calendar", said)


def test_newer_calendar_is_named_with_every_page_and_given_signed(station: Station, phone: Phone) -> None:
    station.give_calendar(boxing_day())
    assert named(phone) == VERSION
    said = phone.client.calendar()
    assert isinstance(said, dict)
    assert (said["version"], said["toml"]) == (VERSION, boxing_day())
    assert station_signed(station.key, "calendar", said)
    assert not station_signed(station.key, "calendar", {**said, "toml": bundled_text()})


def test_calendar_is_given_to_enrolled_handsets_alone(station: Station, phone: Phone) -> None:
    phone.client.sign = Phone(station, phone.clock, "s-2").client.sign
    assert phone.client.calendar() is Reach.REFUSED


def test_revoked_handset_gets_no_calendar(station: Station, phone: Phone) -> None:
    station.revoke(phone.stream)
    assert phone.client.calendar() is Reach.REVOKED


def test_transport_key_of_a_locked_handset_gets_no_calendar(station: Station, phone: Phone) -> None:
    phone.client.sign = signer(phone.transport)
    assert isinstance(phone.client.ask("GET", paths.CALENDAR), TurnedAway)
