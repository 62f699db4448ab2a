"""A referral at the station, and people at the console who decide on it."""

from __future__ import annotations

import re
from typing import Any

from app.case import Case
from sync.station.accounts import Role, SignedIn
from sync.station.console import reading
from sync.station.scene import Scene
from tests.station.console.visitor import Visitor
from tests.station.phone import Phone
from tests.station.scene import AREA, FORCE, account

CASE = "01900000-0000-7000-8000-00000000000d"
ANSWERS = {
    "dv-age": "yes", "dv-assoc": "yes", "dv-violence": "yes", "dv-necessary": "unsure", "dv-cohabit": "yes",
    "dv-situation": "no arrest, risk remains", "dv-proportion": "yes", "dv-offence-first": "yes",
    "dv-not-custody-tool": "no",
}  # fmt: skip
CONSIDERED = {
    "ao-children": "not applicable", "ao-children-words": "No children.",
    "ao-victim-opinion": "done", "ao-victim-opinion-words": "She wants him kept away.",
    "ao-p-reps": "not obtained", "ao-p-reps-words": "Phoned twice, 21:40 and 21:50",
    "ao-p-reps-why": "No reply",
}  # fmt: skip
AUTHORISE = {**CONSIDERED, "molest": "both", "mode": "written", "reason": "Threat to kill; needed tonight."}
REFUSE = {"reason": "Bail is enough.", "plan_b": "bail terms\nsp-alarm"}


def refer(phone: Phone, **answers: str) -> str:
    """Everything up to the referral, from one handset, at the station."""
    entries = phone.write(case=CASE, kind="incident_opened", ref="TRAIN-7710")
    people = (("p-1", "victim", "Rania Mensah-Testwood"), ("p-2", "suspect", "Kit Farrow"))
    for person, role, name in people:
        entries += phone.write(case=CASE, kind="person_recorded", person=person, role=role, name=name)
    for item, answer in {**ANSWERS, **answers}.items():
        reason = f"Because of {item}"
        entries += phone.write(case=CASE, kind="answered", item=item, answer=answer, reason=reason)
    entries += phone.write(case=CASE, kind="referral_sent", to="2210", items={})
    phone.push(entries)
    return CASE


def superintendent(scene: Scene, number: str = "0087", rank: str = "Superintendent", **where: str) -> Visitor:
    return Visitor(scene, account(scene, Role.AUTHORISING, f"ao-{number}", number=number, rank=rank, **where))


class Sheet:
    """A form opened once: sent as often as the test likes, with the same tokens."""

    def __init__(self, visitor: Visitor, path: str) -> None:
        self.visitor, self.path = visitor, path
        self.shown = visitor.page(path)
        self.hidden = dict(
            re.findall(r'name="(csrf|form|version)" value="([^"]*)"', self.shown.partition("<main")[2])
        )

    def send(self, step: str = "final", **typed: str) -> Any:
        return self.visitor.client.post(self.path, data={**self.hidden, **typed, "step": step})


def case_at(scene: Scene, case: str = CASE) -> Case:
    """As the station folds it."""
    who = SignedIn("test", Role.AUTHORISING, FORCE, AREA, "")
    found = reading.case(scene.engine, who, case)
    assert found is not None
    return found[0]
