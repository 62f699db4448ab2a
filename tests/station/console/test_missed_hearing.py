"""A hearing that was missed stands first on the board and on its incident, until a record ends it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sync.station.accounts import Role
from tests.station.console.visitor import Visitor
from tests.station.scene import account

TITLE = "Hearing missed: the notice is in doubt"
DO = (
    "Stop relying on the notice.",
    "Do not tell the victim that the notice still protects.",
    "check with the court and PNC before an arrest",
)


@pytest.fixture
def served(phone, clock) -> str:
    entries = phone.write(case="c-9", kind="incident_opened", ref="TRAIN-7709")
    at = (clock.now() - timedelta(hours=1)).isoformat()
    phone.push(
        entries + phone.write(case="c-9", kind="notice_served", served_at=at, place="", served_by="4471")
    )
    return "c-9"


def test_missed_hearing_stands_first_on_board_and_incident(supervisor, served, clock):
    assert TITLE not in supervisor.words("/")
    clock.advance(days=3)
    again = Visitor(supervisor.scene, "supervisor")
    board, incident = again.words("/"), again.words(f"/incident/{served}")
    for words in (board, incident):
        assert "TRAIN-7709 Not named: the hearing had to begin by Wed 25 Nov 2026" in words
        assert [each for each in DO if each not in words] == []
    assert board.index(TITLE) < board.index("without owner or informant")
    assert incident.index(TITLE) < incident.index("Grade set by an officer")


def test_order_takes_it_away(supervisor, phone, served, clock):
    clock.advance(days=3)
    made = clock.now().isoformat()
    phone.push(phone.write(case=served, kind="order_made", made_at=made, days=14, court="", terms=[]))
    again = Visitor(supervisor.scene, "supervisor")
    assert TITLE not in again.words("/")
    assert TITLE not in again.words(f"/incident/{served}")


def test_role_that_sees_counts_alone_reads_of_no_case(scene, served, clock):
    clock.advance(days=3)
    words = Visitor(scene, account(scene, Role.OVERSIGHT, "oversight")).words("/oversight")
    assert "fewer than 5" in words
    assert TITLE not in words
