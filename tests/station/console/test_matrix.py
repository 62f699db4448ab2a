"""Who may do what at the console: every route that the program lists, every role, every place, no token."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlmodel import Session, select
from starlette.routing import Route

from sync.station.accounts import Role
from sync.station.console.pages import ACTS, pages
from sync.station.tables import EntryRow
from tests.station.console.referred import CASE, Sheet, refer
from tests.station.console.visitor import Visitor
from tests.station.scene import AREA, FORCE, OTHER_AREA, OTHER_FORCE, account

DECIDE, SUPERVISE = {Role.AUTHORISING}, {Role.SUPERVISOR, Role.AUTHORISING}
MAY = {
    "authorise": DECIDE, "refuse": DECIDE, "consider": DECIDE, "confirm-spoken": DECIDE,
    "ask": SUPERVISE, "endorse": SUPERVISE, "withdraw": SUPERVISE,
    "hearing": SUPERVISE, "adjournment": SUPERVISE, "order": SUPERVISE, "result": SUPERVISE,
    "close": SUPERVISE, "owner": SUPERVISE, "brief": SUPERVISE,
    "marker": SUPERVISE,
    "a document": {Role.OFFICER, *SUPERVISE},
}  # fmt: skip
PLACES = {
    "own area": {"force": FORCE, "area": AREA},
    "other area": {"force": FORCE, "area": OTHER_AREA},
    "other force": {"force": OTHER_FORCE, "area": AREA},
}


@pytest.fixture
def referred(phone) -> str:
    return refer(phone)


def doings(scene) -> Iterator[tuple[str, str]]:
    """Name and address of everything that can be done to a case, as the program itself lists its routes."""
    for route in pages(scene).routes:
        if isinstance(route, Route) and "POST" in (route.methods or ()) and "{case_id}" in route.path:
            name = route.path.rpartition("/")[2].replace("{kind}.pdf", "a document")
            yield name, route.path.replace("{case_id}", CASE).replace("{kind}", "disclosure_bundle")


def form_of(path: str) -> str:
    """The page from which it is sent: the same address, but for a file."""
    return path.removesuffix(".pdf")


def entries(scene) -> int:
    with Session(scene.engine) as session:
        return len(session.exec(select(EntryRow)).all())


def test_every_act_has_its_line_in_the_table(scene):
    known = {*(act.name for act in ACTS), "brief", "a document"}
    assert {name for name, _ in doings(scene)} == known == set(MAY)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", Role)
def test_form_is_there_for_who_may_use_it_and_for_nobody_else(role, place, scene, referred):
    visitor = Visitor(scene, account(scene, role, "visitor", **PLACES[place]))
    sees_it = place == "own area" or (place == "other area" and role is Role.AUTHORISING)
    for name, path in doings(scene):
        expected = 200 if role in MAY[name] and sees_it else 404
        assert visitor.client.get(form_of(path)).status_code == expected, (name, path)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", Role)
def test_form_is_taken_from_who_may_use_it_and_from_nobody_else(role, place, scene, referred):
    """Empty forms: whoever may is told what lacks, everybody else that there is no such page."""
    visitor = Visitor(scene, account(scene, role, "visitor", **PLACES[place]))
    start = "/handsets" if role is Role.ADMINISTRATOR else "/"
    sees_it = place == "own area" or (place == "other area" and role is Role.AUTHORISING)
    before = entries(scene)
    for name, path in doings(scene):
        expected = 400 if role in MAY[name] and sees_it else 404
        assert visitor.form(path, start).status_code == expected, (name, path)
    assert entries(scene) == before


def test_stranger_is_sent_to_the_sign_in_and_writes_nothing(scene, referred):
    stranger, before = Visitor(scene), entries(scene)
    for name, path in doings(scene):
        for method in ("GET", "POST"):
            answer = stranger.client.request(method, form_of(path) if method == "GET" else path)
            assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in"), (name, method)
    assert entries(scene) == before


@pytest.mark.parametrize("token", ["forged", "", None])
def test_form_of_another_site_is_none_of_ours(token, scene, referred):
    visitor, before = Visitor(scene, account(scene, Role.AUTHORISING)), entries(scene)
    typed = {"reason": "x", "words": "x", "view": "endorsed", "plan_b": "x", "step": "final", "form": "x"}
    for name, path in doings(scene):
        sent = {**typed, **({} if token is None else {"csrf": token})}
        assert visitor.client.post(path, data=sent).status_code == 404, name
    assert entries(scene) == before


def test_token_of_another_session_is_none_of_ours(scene, referred):
    mine = Visitor(scene, account(scene, Role.AUTHORISING))
    other = Sheet(Visitor(scene, account(scene, Role.SUPERVISOR)), f"/referral/{CASE}/withdraw")
    answer = mine.client.post(other.path, data={**other.hidden, "reason": "x"})
    assert answer.status_code == 404


@pytest.mark.parametrize("odd", ["%00", "a%00b", "'%20OR%201=1", "x" * 3000])
def test_form_for_a_case_that_is_not_there_is_not_there(odd, scene, referred):
    visitor = Visitor(scene, account(scene, Role.AUTHORISING))
    for name, path in doings(scene):
        assert visitor.client.get(form_of(path).replace(CASE, odd)).status_code == 404, name
        assert visitor.form(path.replace(CASE, odd), "/").status_code == 404, name


@pytest.mark.parametrize("version", ["", "-1", "1e9", "9" * 40, "\u0663"])
def test_version_that_is_none_counts_as_having_seen_nothing(version, scene, referred):
    sheet = Sheet(Visitor(scene, account(scene, Role.AUTHORISING)), f"/referral/{CASE}/refuse")
    sheet.hidden["version"] = version
    assert sheet.send(reason="x", plan_b="x").status_code == 409


def test_referral_page_is_there_for_readers_of_the_case_and_names_nobody(scene, referred):
    for role in Role:
        visitor = Visitor(scene, account(scene, role, "visitor"))
        expected = 200 if role in (Role.OFFICER, *SUPERVISE) else 404
        answer = visitor.client.get(f"/referral/{CASE}")
        assert answer.status_code == expected
        assert "Rania" not in answer.text
    away = Visitor(scene, account(scene, Role.SUPERVISOR, "away", area=OTHER_AREA))
    assert away.client.get(f"/referral/{CASE}").status_code == 404


def test_incident_without_a_referral_has_no_referral_page(scene, phone):
    phone.push(phone.write(case="c-9", kind="incident_opened", ref="TRAIN-9"))
    visitor = Visitor(scene, account(scene, Role.AUTHORISING))
    assert visitor.client.get("/referral/c-9").status_code == 404
