"""The force gives its station a newer calendar: taken when it is whole and newer, and used from then on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlmodel import Session, select

from app.calendar_versions import MAX_BYTES, bundled_text
from app.court_calendar import bundled
from app.ports import Reach
from sync.station.accounts import Role
from sync.station.calendars import add, kept
from sync.station.scene import Scene
from sync.station.tables import CalendarRow
from tests.fakes.calendar import VERSION, boxing_day
from tests.fakes.clock import FakeClock
from tests.station.conftest import BOTH
from tests.station.console.visitor import Visitor
from tests.station.desk import StationDesk
from tests.station.phone import Phone
from tests.station.process import Process
from tests.station.scene import account, open_scene


def given(scene: Scene, folder: Path, text: str | bytes) -> str:
    """What the station says to a file with this in it; empty when it takes it."""
    file = folder / "calendar.toml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    with Session(scene.engine) as session:
        return add(session, file, scene.clock.now())


def held(scene: Scene) -> list[str]:
    with Session(scene.engine) as session:
        return sorted(session.exec(select(CalendarRow.version)).all())


def in_use(scene: Scene) -> str:
    with Session(scene.engine) as session:
        return kept(session).calendar.version


@BOTH
def test_newer_calendar_is_kept_as_it_came_and_is_in_force(scene, tmp_path):
    assert in_use(scene) == bundled().version
    assert given(scene, tmp_path, boxing_day()) == ""
    with Session(scene.engine) as session:
        found = kept(session)
        assert (found.calendar.version, found.toml) == (VERSION, boxing_day())
        assert found.added == "2026-11-23T21:52:00+00:00"


@BOTH
def test_newest_of_several_is_in_force_number_by_number(scene, tmp_path):
    for version in ("9000.9", "9000.10", "9001"):
        assert given(scene, tmp_path, boxing_day(version)) == ""
        assert in_use(scene) == version


@BOTH
def test_calendar_is_there_after_a_restart(tmp_path, address, clock):
    scene = open_scene(tmp_path, address, clock)
    assert given(scene, tmp_path, boxing_day()) == ""
    scene.engine.dispose()
    again = open_scene(tmp_path, address, clock)
    assert in_use(again) == VERSION
    again.engine.dispose()


@BOTH
def test_handset_is_told_of_it_with_the_next_page(scene, tmp_path, clock):
    phone = Phone(StationDesk(scene), clock=clock)
    assert given(scene, tmp_path, boxing_day()) == ""
    page = phone.client.pull(0, 1)
    assert not isinstance(page, Reach)
    assert page.calendar == VERSION
    said = phone.client.calendar()
    assert isinstance(said, dict)
    assert said["toml"] == boxing_day()


@pytest.mark.parametrize("version", [VERSION, f"{VERSION}.0", "9000", "8999.12"])
def test_calendar_that_is_not_newer_is_refused(version, scene, tmp_path):
    given(scene, tmp_path, boxing_day())
    refused = f"Version {version} is not newer than {VERSION}, which is in force. Nothing was changed."
    assert given(scene, tmp_path, boxing_day(version)) == refused
    assert held(scene) == [VERSION]


def test_calendar_that_is_the_bundled_one_is_refused(scene, tmp_path):
    assert "is not newer than" in given(scene, tmp_path, bundled_text())
    assert held(scene) == []


@pytest.mark.parametrize("text", ["", "no table at all", b"\xff\xfe", 'version = "9000.1"\n', b"\0" * 100])
def test_file_that_is_no_calendar_is_refused(text, scene, tmp_path):
    assert given(scene, tmp_path, text).endswith("Nothing was changed.")
    assert held(scene) == []


def test_file_that_is_too_large_is_refused(scene, tmp_path):
    assert "larger than 64 KiB" in given(scene, tmp_path, boxing_day() + "#" * MAX_BYTES)
    assert held(scene) == []


def test_file_that_is_not_there_or_is_a_folder_is_refused(scene, tmp_path):
    with Session(scene.engine) as session:
        for place in (tmp_path / "nowhere", tmp_path):
            assert "cannot be read" in add(session, place, scene.clock.now())


@pytest.mark.parametrize(
    "row",
    [
        '[[day]]\ndate = "2031-06-02"\nstatus = "counted"\nwhy = "a day"\n',
        '[[day]]\ndate = 2031-06-02\nstatus = "perhaps"\nwhy = "a day"\n',
        '[[day]]\ndate = 2031-06-02\nstatus = "counted"\n',
        '[[day]]\ndate = 2026-12-26\nstatus = "counted"\nwhy = "twice"\n',
    ],
)
def test_row_that_makes_no_sense_is_refused_by_its_number(row, scene, tmp_path):
    number = boxing_day().count("[[day]]") + 1
    assert given(scene, tmp_path, f"{boxing_day()}\n{row}").startswith(f"Row {number} is no row")
    assert held(scene) == []


def test_table_that_leaves_out_a_day_of_the_one_in_force_is_refused(scene, tmp_path):
    more = '\n[[day]]\ndate = 2031-06-02\nstatus = "proclaimed"\nwhy = "a day of thanks"\n'
    assert given(scene, tmp_path, boxing_day() + more) == ""
    assert "leaves out 2031-06-02" in given(scene, tmp_path, boxing_day("9000.2"))
    assert held(scene) == [VERSION]


def test_row_that_this_version_cannot_read_leaves_the_bundled_calendar_in_force(scene):
    with Session(scene.engine) as session:
        session.add(CalendarRow(version="9000.1", toml="of a later form", added_at=""))
        session.commit()
    assert in_use(scene) == bundled().version


# The command


@pytest.fixture
def station(tmp_path: Path) -> Process:
    return Process(tmp_path / "station")


def test_command_tells_the_version_in_force_and_takes_a_newer_one(station, tmp_path):
    days = len(bundled().table)
    assert station.told("calendar") == {"version": bundled().version, "days": days, "added": ""}
    file = tmp_path / "newer.toml"
    file.write_text(boxing_day())
    told = station.told("calendar", str(file))
    assert (told["version"], told["days"]) == (VERSION, days)
    assert told["added"].endswith("+00:00")
    assert station.told("calendar") == told


def test_command_that_refuses_says_so_in_one_line_and_ends_with_a_failure(station, tmp_path):
    file = tmp_path / "older.toml"
    file.write_text(boxing_day("2000.1"))
    left = station.run("calendar", str(file))
    sentence = (
        f"Version 2000.1 is not newer than {bundled().version}, which is in force. Nothing was changed.\n"
    )
    assert (left.returncode, left.stdout, left.stderr) == (1, "", sentence)
    assert json.loads(station.run("calendar").stdout)["version"] == bundled().version


# The console


@BOTH
def test_console_works_its_clocks_out_with_the_newest_calendar_and_names_it(scene, tmp_path):
    at = FakeClock()
    phone = Phone(StationDesk(scene), clock=at)
    entries = phone.write(case="c-1", kind="incident_opened", ref="TRAIN-7704")
    entries += phone.write(case="c-1", kind="notice_served", served_at="2026-12-23T16:00:00+00:00")
    phone.push(entries)
    supervisor = Visitor(scene, account(scene, Role.SUPERVISOR))
    before = supervisor.words("/incident/c-1")
    assert "Sat 26 Dec 2026, 16:00" in before
    assert f"Worked out with calendar {bundled().version}." in before
    assert given(scene, tmp_path, boxing_day()) == ""
    after = supervisor.words("/incident/c-1")
    assert "Tue 29 Dec 2026, 16:00" in after
    assert "Sat 26 Dec 2026, 16:00" not in after
    assert f"Worked out with calendar {VERSION}." in after
