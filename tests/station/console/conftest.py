"""The console over a ledger in which one incident stands, with everything that could leak in it."""

from __future__ import annotations

import pytest

from sync.station.accounts import Role
from tests.station.console.visitor import Visitor
from tests.station.desk import StationDesk
from tests.station.phone import Phone
from tests.station.scene import account

NAME, SECRET = "Rania Mensah-Testwood", "3 Hidden Row, Exampleton"
NOTE = "<script>alert('x')</script> He said <b>no</b> & left"


@pytest.fixture
def phone(scene, clock) -> Phone:
    return Phone(StationDesk(scene), clock=clock)


@pytest.fixture
def incident(phone, clock) -> str:
    """The id of an incident with people, a note, a grade, a referral and visits."""
    case = "01900000-0000-7000-8000-000000000001"
    at = clock.now().isoformat()
    told = {"ref": "TRAIN-7701", "report_at": at, "address": "11 Ersatz Yard", "call": "999"}
    entries = phone.write(case=case, kind="incident_opened", **told)
    hidden = {"address": SECRET, "undisclosed": True, "phone": "07700 900911", "dob": "1990-03-09"}
    entries += phone.write(
        case=case, kind="person_recorded", person="p-1", role="victim", name=NAME, **hidden
    )
    entries += phone.write(
        case=case, kind="answered", item="vic-own-words", answer="done", note=NOTE,
        details={"new_address": SECRET, "ring": "07700 900912", "children": [NAME]},
    )  # fmt: skip
    entries += phone.write(case=case, kind="risk_graded", grade="high", reason="Threat", replaces=None)
    entries += phone.write(case=case, kind="referral_sent", to="2210", items={})
    entries += phone.write(case=case, kind="order_made", made_at=at, days=28, court="Exampleton")
    entries += phone.write(case=case, kind="visits_planned", grade="high", order_made=at, days=28)
    phone.push(entries)
    return case


@pytest.fixture
def supervisor(scene) -> Visitor:
    return Visitor(scene, account(scene, Role.SUPERVISOR))
