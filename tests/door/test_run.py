from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.door.launched import Launched

READY = "Ctrl-C stops everything"
Launch = Callable[..., Launched]


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Launch]:
    started: list[Launched] = []

    def begin(handsets: int = 1, ports: int | None = None) -> Launched:
        asked = Launched(tmp_path / "data", handsets)
        asked.ports = ports or asked.ports
        started.append(asked.start())
        return asked

    yield begin
    for launched in started:
        if launched.running.poll() is None:
            launched.running.terminate()
        launched.running.communicate()


def test_run_prints_where_everything_is(launch: Launch) -> None:
    launched = launch()
    said = launched.until(READY)
    assert f"http://127.0.0.1:{launched.ports}   PIN 27418305" in said
    assert f"http://127.0.0.1:{launched.ports + 5}" in said
    assert "supervisor" in said
    assert "password made-up" in said
    launched.end()


def test_first_start_enrols_by_the_ordinary_command_and_the_second_does_not(launch: Launch) -> None:
    launched = launch()
    launched.until(READY)
    launched.end()
    again = launch(ports=launched.ports)
    again.until(READY)
    again.end()
    data, ports = launched.data, launched.ports
    enrolment = f"enrol --data {data / 'handset-1'} --station https://127.0.0.1:{ports + 3}"
    plain = f"--data {data / 'handset-1'} --port {ports}"
    assert launched.commands("handset-1") == [
        f"{enrolment} --code CODE-FOR-1001 --pin 27418305",
        plain,
        plain,
    ]


def test_two_handsets_go_to_two_officers_of_one_area(launch: Launch) -> None:
    launched = launch(handsets=2)
    launched.until(READY)
    launched.end()
    asked = [line for line in launched.commands("station") if line.startswith("code")]
    assert [line.split()[-1] for line in asked] == ["1001", "1002"]


def test_more_handsets_than_officers_of_the_area_are_refused_in_words(launch: Launch) -> None:
    code, said = launch(handsets=3).outcome()
    assert code == 1
    assert "TRAINING has 2 officers of one area" in said


def test_port_in_use_gives_the_next_free_one_and_says_so(launch: Launch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        launched = launch(ports=port)
        said = launched.until(READY)
        launched.end()
    assert f"Port {port} is in use; handset 1 takes {port + 1}." in said
    assert f"http://127.0.0.1:{port + 1}" in said


@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_wish_stops_all_of_them_cleanly(launch: Launch, wish: signal.Signals) -> None:
    launched = launch(handsets=2)
    launched.until(READY)
    code, said = launched.end(wish)
    assert code == 0, said
    for folder in ("station", "handset-1", "handset-2"):
        assert (launched.data / folder / "stopped").exists()


@pytest.mark.parametrize(("folder", "name"), [("station", "the station"), ("handset-1", "handset 1")])
def test_one_that_ends_is_named_and_takes_the_rest_along(launch: Launch, folder: str, name: str) -> None:
    launched = launch()
    launched.until(READY)
    (launched.data / folder / "die").touch()
    code, said = launched.outcome()
    assert code == 1
    assert f"{name} ended by itself (exit code 7)" in said
    assert launched.is_silent(launched.ports)
    assert launched.is_silent(launched.ports + 3)


def test_held_folder_is_refused_in_words(launch: Launch) -> None:
    first = launch()
    first.until(READY)
    code, said = launch().outcome()
    assert code == 1
    assert "is in use by program number" in said
    assert "Traceback" not in said
    first.end()


def test_folder_stays_held_while_a_child_outlives_a_killed_launcher(launch: Launch) -> None:
    first = launch()
    first.until(READY)
    first.running.kill()
    first.running.wait()
    code, said = launch().outcome()
    for folder in ("station", "handset-1"):
        (first.data / folder / "die").touch()
    assert code == 1
    assert "is in use by program number" in said


def test_handset_that_moved_on_is_told_when_the_station_lost_its_port(launch: Launch) -> None:
    launched = launch()
    launched.until(READY)
    launched.end()
    with socket.create_server(("127.0.0.1", launched.ports + 3)):
        again = launch(ports=launched.ports)
        said = again.until(READY)
        again.end()
    assert f"Handsets enrolled before send to port {launched.ports + 3}" in said
