"""The 28 days on the incident's page: a table of weeks that is read without colour and without a script."""

from __future__ import annotations

import re

from tests.station.conftest import BOTH
from tests.station.console.conftest import NAME, SECRET
from tests.station.console.visitor import Visitor


def table(visitor: Visitor, incident: str) -> str:
    page = visitor.page(f"/incident/{incident}")
    return page.partition('<table class="weeks">')[2].partition("</table>")[0]


@BOTH
def test_days_stand_in_four_weeks_with_the_word_of_each_visit(supervisor, incident, phone, clock):
    clock.advance(days=2)
    arrest = clock.now().isoformat()
    phone.push(phone.write(case=incident, kind="breach_reported", at=arrest, arrested_at=arrest))
    found = table(Visitor(supervisor.scene, "supervisor"), incident)
    assert len(re.findall(r"<td ", found)) == 28
    assert found.count('scope="row"') == 4
    assert len(re.findall(r'<th scope="col">\w+day<', found)) == 7
    for said in ("Missed", "Planned", "Day 28", "Today", "Breach, arrested", "Last day of the order"):
        assert said in found, said
    assert NAME not in found
    assert SECRET not in found


def test_what_is_after_the_28_days_stands_below_them(supervisor, incident, clock):
    clock.advance(days=28, hours=3)
    words = Visitor(supervisor.scene, "supervisor").words(f"/incident/{incident}")
    assert "After these days" in words
    assert "Contact after the order" in words.partition("After these days")[2]


def test_an_incident_whose_report_nobody_recorded_says_so(supervisor, phone):
    phone.push(phone.write(case="c-9", kind="incident_opened", ref="TRAIN-9"))
    words = supervisor.words("/incident/c-9")
    assert "Nobody has recorded an order, or when it was reported" in words
