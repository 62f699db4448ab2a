"""Where the victim is stands on no page, in no answer and in no log of the station but behind a purpose."""

from __future__ import annotations

import logging
import re

import pytest
from starlette.routing import Route

from app.documents.making import Kind
from sync.station.accounts import Role
from sync.station.api import api
from sync.station.console.pages import pages
from tests.documents.papers import streams, words_of
from tests.station.console.visitor import Visitor
from tests.station.scene import account

REFUGE, STAYING = "41 Lapwing Close, Stowbridge", "Perpetua Oakfield"
CANARIES = (b"Lapwing", b"Stowbridge", b"Perpetua")
ELSEWHERE = {"/sign-in", "/password", "/v1/pull", "/v1/calendar"}
"""Nothing for who is signed in; and what a handset alone is answered, by its signature: the incidents of its
area, for the officers who go there."""


@pytest.fixture
def moved(phone, incident) -> str:
    """The incident of a victim who has moved to where nobody may know; support is blocked, a review waits."""
    told = {"address": REFUGE, "undisclosed": True, "staying_with": STAYING, "new_force": "Southvale"}
    entries = phone.write(case=incident, kind="address_moved", person="p-1", **told)
    entries += phone.write(
        case=incident, kind="support_referral", referral="r-1", agency="refuge", step="blocked", why="Full"
    )
    entries += phone.write(case=incident, kind="answered", item="tr-charge", answer="happened")
    entries += phone.write(
        case=incident, kind="answered", item="sp-locks", answer="done", details={"owner": "1"}
    )
    phone.push(entries)
    return str(incident)


def found_in(content: bytes) -> list[bytes]:
    return [each for each in CANARIES if each.lower() in content.lower()]


def places(scene, incident: str) -> list[str]:
    """Every page and answer that can be asked for, as the program itself lists them."""
    named = {
        "case_id": [incident], "kind": [each.value for each in Kind], "count": ["so-outcomes"],
        "measure": ["referred"], "stream": ["s-1"], "number": ["4471"], "user": ["oversight"],
    }  # fmt: skip
    found = []
    for route in (*pages(scene).routes, *api(scene).routes):
        if isinstance(route, Route) and "GET" in (route.methods or ()):
            slots = re.findall(r"\{(\w+)", route.path)
            for number in range(max((len(named.get(slot, ["1"])) for slot in slots), default=1)):
                told = route.path
                for slot in slots:
                    names = named.get(slot, ["1"])
                    told = re.sub(rf"\{{{slot}[^}}]*\}}", names[number % len(names)], told)
                found.append(told)
    return found


def test_no_page_and_no_answer_tells_of_it_to_whatever_role_and_each_is_looked_at(scene, moved, caplog):
    caplog.set_level(logging.DEBUG)
    opened: dict[str, bool] = {}
    for role in Role:
        visitor = Visitor(scene, account(scene, role))
        for path in places(scene, moved):
            answer = visitor.client.get(path)
            assert found_in(answer.content) == [], (role, path)
            assert found_in(str(answer.headers).encode()) == [], (role, path)
            opened[path] = opened.get(path, False) or answer.status_code == 200
    assert {path for path, seen in opened.items() if not seen} == ELSEWHERE
    assert found_in(caplog.text.encode()) == []


def test_a_stranger_sees_nothing_of_it_whatever_is_asked_for(scene, moved):
    visitor = Visitor(scene)
    for path in places(scene, moved):
        assert found_in(visitor.client.get(path).content) == [], path


@pytest.mark.parametrize("kind", Kind)
def test_no_document_of_the_console_tells_of_it_without_the_purpose(kind, scene, moved):
    visitor = Visitor(scene, account(scene, Role.SUPERVISOR))
    start = f"/incident/{moved}/documents"
    answer = visitor.form(f"{start}/{kind.value}.pdf", start, recipient="x", purpose="none")
    assert answer.status_code == 200, kind
    assert found_in(streams(answer.content)) == []
    assert found_in(answer.headers["content-disposition"].encode()) == []


def test_the_pack_for_the_new_force_tells_of_it_for_the_purpose_and_the_ledger_says_so(scene, moved):
    """The canary is there to be found."""
    visitor = Visitor(scene, account(scene, Role.SUPERVISOR))
    start = f"/incident/{moved}/documents"
    typed = {"recipient": "Southvale Police", "purpose": "new-force"}
    answer = visitor.form(f"{start}/transfer_pack.pdf", start, **typed)
    assert answer.status_code == 200
    assert "41 Lapwing Close" in words_of(answer.content)
    assert "With the undisclosed address" in visitor.words(f"/incident/{moved}")
