"""Eight handsets write at once, processes die between: no number is skipped, doubled or seen too early."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from sqlmodel import Session, select

from app.ports import Reach
from sync.protocol.messages import PushAnswer
from sync.station.tables import AreaCounter
from tests.station.conftest import BOTH
from tests.station.desk import StationDesk
from tests.station.phone import Phone
from tests.station.scene import OTHER_AREA

pytestmark = BOTH
WRITERS, PUSHES = 8, 12


def push_all(phone: Phone) -> list[str]:
    """The ids, each after its receipt."""
    sent = []
    for round_ in range(PUSHES):
        entries = phone.write(1 + round_ % 3)
        assert isinstance(phone.push(entries), PushAnswer)
        sent += [entry.id for entry in entries]
    return sent


def follow(reader: Phone, over: Event) -> list[str]:
    """Everything in the order in which it is seen, from the first push to past the last."""
    seen: list[str] = []
    cursor, last = 0, False
    while True:
        page = reader.client.pull(cursor, 7)
        assert not isinstance(page, Reach)
        seen += [value["id"] for value in page.entries]
        cursor = page.cursor
        if last and not page.more:
            return seen
        last = over.is_set()


def test_reader_sees_every_entry_once_while_eight_handsets_write(scene):
    reader, over = Phone(StationDesk(scene), "s-0", "4400"), Event()
    phones = [Phone(StationDesk(scene), f"s-{number}", f"44{number:02}") for number in range(1, WRITERS + 1)]
    with ThreadPoolExecutor(WRITERS + 1) as crew:
        reading = crew.submit(follow, reader, over)
        writing = [crew.submit(push_all, phone) for phone in phones]
        sent = [written.result() for written in writing]
        over.set()
        seen = reading.result()
    assert sorted(seen) == sorted(each for ids in sent for each in ids)
    for ids in sent:
        assert [each for each in seen if each in set(ids)] == ids
    numbers = [number for _, _, number in StationDesk(scene).ledger()]
    assert numbers == list(range(1, len(seen) + 1))


def test_first_pushes_of_an_area_at_the_same_moment_share_one_count(scene):
    phones = [
        Phone(StationDesk(scene), f"s-{number}", f"44{number:02}", area=OTHER_AREA)
        for number in range(1, WRITERS + 1)
    ]
    with ThreadPoolExecutor(WRITERS) as crew:
        answers = list(crew.map(lambda phone: phone.push(phone.write()), phones))
    assert all(isinstance(answer, PushAnswer) for answer in answers), answers
    assert [number for _, _, number in StationDesk(scene).ledger()] == list(range(1, WRITERS + 1))


def test_same_stream_pushed_twice_at_the_same_moment_is_held_once(scene):
    """The answer was lost, the handset asks again, and both requests arrive."""
    desk = StationDesk(scene)
    phone = Phone(desk)
    entries = phone.write(20)
    twins = [Phone(StationDesk(scene), "s-1") for _ in range(4)]
    for twin in twins:
        twin.private, twin.client.sign = phone.private, phone.client.sign
    with ThreadPoolExecutor(4) as crew:
        answers = list(crew.map(lambda twin: twin.push(entries), twins))
    assert all(isinstance(answer, PushAnswer) and answer.taken == 20 for answer in answers), answers
    assert [row.seq for row in desk.held("s-1")] == list(range(1, 21))
    assert [number for _, _, number in desk.ledger()] == list(range(1, 21))


def test_station_killed_before_the_commit_leaves_no_entry_and_no_gap(scene, address, tmp_path):
    desk = StationDesk(scene)
    phone, other = Phone(desk), Phone(desk, "s-2", "4502")
    first, second = phone.write(2), phone.write(3)
    phone.push(first)
    command = [sys.executable, "-m", "tests.station.halfway", str(tmp_path), *([address] if address else [])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as halfway:
        assert halfway.stdin is not None
        assert halfway.stdout is not None
        print(json.dumps(phone.body(second)), file=halfway.stdin, flush=True)
        assert halfway.stdout.readline() == "taken\n"
        halfway.kill()
    assert [row.seq for row in desk.held("s-1")] == [1, 2]
    assert isinstance(other.push(other.write()), PushAnswer)
    assert isinstance(phone.push(second), PushAnswer)
    assert [number for _, _, number in desk.ledger()] == [1, 2, 3, 4, 5, 6]
    with Session(scene.engine) as session:
        assert session.exec(select(AreaCounter.last)).all() == [6]
