"""Two handsets that took one visit with no signal: the station keeps both, each pulls the other's, and the
record at the console names both."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.case import fold
from app.entry import from_json
from app.visits.claims import claims
from tests.station.desk import StationDesk
from tests.station.phone import Phone
from tests.station.scene import add, officer


@pytest.fixture
def other(scene, clock) -> Phone:
    add(scene, officer("4502"))
    return Phone(StationDesk(scene), stream="s-2", number="4502", clock=clock)


def test_both_claims_reach_the_station_and_the_other_handset_and_are_read_at_the_console(
    supervisor, phone, other, incident, clock
):
    case, due = incident, (clock.now().date() + timedelta(1)).isoformat()
    taken = {"visit": due, "due": due}
    phone.push(phone.write(case=case, kind="visit_claimed", **taken))
    clock.advance(minutes=7)
    first = other.write(case=case, kind="visit_claimed", **taken)
    other.push(first)
    found = other.client.pull(0, 100)
    pulled = [entry for each in found.entries if (entry := from_json(each)).case == case]
    read = fold([*pulled, *first])
    visit = next(each for each in read.visits if each.id == due)
    assert [each.officer for each in claims(read, visit)] == ["4471", "4502"]
    words = supervisor.words(f"/incident/{case}")
    assert words.count("Visit taken") == 2
    other.push(other.write(case=case, kind="visit_given_back", ends=[first[0].id], note="Warden", **taken))
    words = supervisor.words(f"/incident/{case}")
    assert "Visit given back" in words
    assert "Warden" in words
    assert first[0].id not in words
