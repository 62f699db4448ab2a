"""The launcher with the real station and the real handset behind it."""

from __future__ import annotations

import re
import socket
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.door.launched import Launched

READY = "Ctrl-C stops everything"
OTHER_ADDRESSES = ("127.0.0.2", "::1")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stack") / "data"


@pytest.fixture(scope="module")
def stack(data: Path) -> Iterator[tuple[Launched, str]]:
    launched = Launched(data, handsets=2, real=True).start()
    said = launched.until(READY)
    yield launched, said
    code, said = launched.end()
    assert code == 0, said


def fetched(address: str) -> int:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return int(answer.status)


def answers(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.settimeout(2)
        return probe.connect_ex((host, port)) == 0


def test_addresses_that_are_printed_answer(stack: tuple[Launched, str]) -> None:
    _, said = stack
    addresses = re.findall(r"http://127\.0\.0\.1:\d+", said)
    assert len(addresses) == 3
    assert [fetched(address) for address in addresses] == [200, 200, 200]


def test_nothing_listens_on_another_address(stack: tuple[Launched, str]) -> None:
    launched, _ = stack
    ports = [launched.ports + place for place in (0, 1, 3, 5)]
    assert all(answers("127.0.0.1", port) for port in ports)
    assert [(host, port) for host in OTHER_ADDRESSES for port in ports if answers(host, port)] == []


def test_two_people_and_every_role_are_printed(stack: tuple[Launched, str]) -> None:
    _, said = stack
    assert said.count("PIN 27418305") == 2
    for role in ("supervisor", "authorising", "oversight", "administrator"):
        assert role in said


def test_same_data_cannot_be_started_twice(stack: tuple[Launched, str]) -> None:
    launched, _ = stack
    code, said = Launched(launched.data, handsets=2, real=True).start().outcome()
    assert code == 1
    assert "is in use" in said


def test_second_start_finds_the_data_and_enrols_nobody(tmp_path: Path) -> None:
    first = Launched(tmp_path / "data", real=True).start()
    assert "Enrolling handset 1" in first.until(READY)
    assert first.end()[0] == 0
    kept = (tmp_path / "data" / "training.json").read_text()
    second = Launched(tmp_path / "data", real=True, ports=first.ports).start()
    said = second.until(READY)
    assert second.end()[0] == 0
    assert "Enrolling" not in said
    assert (tmp_path / "data" / "training.json").read_text() == kept
