"""Officers, accounts, the log: an administrator changes those of the own force, and each change is kept."""

from __future__ import annotations

import re

import pytest
from sqlmodel import Session

from sync.station.accounts import Role
from sync.station.administration.changes import noted
from sync.station.tables import AccountRow, OfficerRow
from tests.station.conftest import BOTH
from tests.station.console.visitor import Visitor
from tests.station.scene import AREA, FORCE, OTHER_AREA, OTHER_FORCE, PASSWORD, account, add, officer

OWN = "three words of my own"
NEW = {"number": "4999", "name": "Officer New", "rank": "PC", "area": AREA, "team": "Response C"}
LOGIN = {"user": "new.one", "role": "supervisor", "number": "4471", "area": AREA}


@pytest.fixture
def administrator(scene) -> Visitor:
    add(scene, officer())
    return Visitor(scene, account(scene, Role.ADMINISTRATOR))


def row(scene, user: str) -> AccountRow:
    with Session(scene.engine) as session:
        found = session.get(AccountRow, user)
        assert found is not None
        return found


def post(scene, number: str) -> OfficerRow | None:
    with Session(scene.engine) as session:
        return session.get(OfficerRow, number)


def said(scene) -> list[tuple[str, str, str, str, str]]:
    """The log, oldest first: by, what, about, before, after."""
    told = [(each.by, each.change) for each in reversed(noted(scene.engine, FORCE))]
    return [(by, change.what, change.about, change.was, change.now) for by, change in told]


def password_in(page: str) -> str:
    found = re.search(r'<p class="code">([^<]+)</p>', page)
    assert found
    return found.group(1)


@BOTH
def test_officer_is_added_and_may_be_given_a_code(scene, administrator):
    assert administrator.form("/officers", "/officers", **NEW).status_code == 303
    assert "4999 : change Officer New PC Exampleton Response C" in administrator.words("/officers")
    assert "Code for officer 4999" in administrator.form("/handsets/code", "/handsets", officer="4999").text
    assert said(scene) == [
        ("administrator", "officer-added", "4999", "", "PC, Exampleton, Response C"),
        ("administrator", "code-made", "4999", "", ""),
    ]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"number": ""}, "Give the officer&#39;s number"),
        ({"number": "4471"}, "An officer with that number is known already"),
        ({"name": ""}, "Give a name"),
        ({"rank": "Wizard"}, "That is no rank of a police force"),
        ({"area": "Exampelton"}, "Nobody works in that area yet"),
        ({"team": "x" * 81}, "Give a team"),
    ],
)
def test_officer_with_something_wrong_is_not_added_and_what_was_typed_stays(
    wrong, words, scene, administrator
):
    answer = administrator.form("/officers", "/officers", **{**NEW, **wrong})
    assert answer.status_code == 400
    assert words.replace("&#39;", "'") in answer.text.replace("&#39;", "'")
    assert 'value="Response C"' in answer.text or "team" in wrong
    assert post(scene, "4999") is None
    assert said(scene) == []


def test_number_of_another_forces_officer_is_taken_and_left_as_it_is(scene, administrator):
    add(scene, officer("6001", force=OTHER_FORCE))
    assert administrator.form("/officers", "/officers", **{**NEW, "number": "6001"}).status_code == 400
    found = post(scene, "6001")
    assert found is not None
    assert found.force == OTHER_FORCE
    assert administrator.client.get("/officers/6001").status_code == 404
    assert administrator.form("/officers/6001", "/officers", **NEW).status_code == 404
    assert "6001" not in administrator.words("/officers")


def test_new_area_is_meant_before_it_is_made(scene, administrator):
    typed = {**NEW, "area": "Newfield"}
    assert administrator.form("/officers", "/officers", **typed).status_code == 400
    assert administrator.form("/officers", "/officers", **typed, new_area="yes").status_code == 303


def test_officer_moves_and_the_rank_goes_to_the_account_which_is_signed_out(scene, administrator):
    add(scene, officer("2210", area=OTHER_AREA))
    user = account(scene, Role.SUPERVISOR, number="2210", rank="Sergeant")
    signed = Visitor(scene, user)
    typed = {"rank": "Inspector", "area": OTHER_AREA, "team": "Days"}
    assert administrator.form("/officers/2210", "/officers/2210", **typed).status_code == 303
    assert signed.client.get("/").headers["location"] == "/sign-in"
    assert row(scene, user).rank == "Inspector"
    assert said(scene) == [
        (
            "administrator", "officer-moved", "2210",
            "PC, Samplebridge, Response B", "Inspector, Samplebridge, Days",
        )
    ]  # fmt: skip


@BOTH
def test_account_is_made_with_a_temporary_password_that_is_shown_once_and_must_be_changed(
    scene, administrator
):
    answer = administrator.form("/accounts", "/accounts", **LOGIN)
    temporary = password_in(answer.text)
    assert temporary not in administrator.page("/accounts")
    newcomer = Visitor(scene)
    newcomer.client.post("/sign-in", data={"user": "new.one", "password": temporary})
    for path in ("/", "/referrals", "/handsets", "/visits", "/administration"):
        assert newcomer.client.get(path).headers["location"] == "/sign-in", path
    assert newcomer.client.get("/sign-in").headers["location"] == "/password"
    for wrong, words in (
        ({"password": OWN, "again": "other words of my own"}, "The two are not the same"),
        ({"password": "short", "again": "short"}, "at least twelve characters"),
        ({"password": temporary, "again": temporary}, "That is the temporary password"),
    ):
        refused = newcomer.form("/password", "/password", **wrong)
        assert (refused.status_code, words in refused.text) == (400, True), words
    assert newcomer.form("/password", "/password", password=OWN, again=OWN).status_code == 303
    newcomer.client.post("/sign-in", data={"user": "new.one", "password": OWN})
    assert newcomer.client.get("/").status_code == 200
    assert (row(scene, "new.one").rank, row(scene, "new.one").temporary) == ("PC", False)
    assert [each[1:3] for each in said(scene)] == [("account-added", "new.one"), ("password-own", "new.one")]
    assert temporary not in str(said(scene))


def test_page_to_choose_a_password_is_for_nobody_else(scene, administrator):
    assert administrator.client.get("/password").headers["location"] == "/sign-in"
    assert Visitor(scene).client.post("/password", data={"password": OWN}).status_code == 303
    password = password_in(administrator.form("/accounts", "/accounts", **LOGIN).text)
    newcomer = Visitor(scene)
    newcomer.client.post("/sign-in", data={"user": "new.one", "password": password})
    forged = {"csrf": "forged", "password": OWN, "again": OWN}
    assert newcomer.client.post("/password", data=forged).status_code == 400
    assert row(scene, "new.one").temporary
    newcomer.form("/sign-out", "/password")
    assert newcomer.client.get("/password").headers["location"] == "/sign-in"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"user": "a b"}, "Give a user name"),
        ({"user": "administrator"}, "That user name is taken"),
        ({"role": "king"}, "Choose a role"),
        ({"area": "Nowhere"}, "Nobody works in that area"),
        ({"area": ""}, "Nobody works in that area"),
        ({"number": "6001"}, "give the number of an officer of your force"),
        ({"number": ""}, "give the number of an officer of your force"),
        ({"role": "administrator"}, "Leave it empty for oversight and administrators"),
    ],
)
def test_account_with_something_wrong_is_not_made(wrong, words, scene, administrator):
    add(scene, officer("6001", force=OTHER_FORCE))
    answer = administrator.form("/accounts", "/accounts", **{**LOGIN, **wrong})
    assert (answer.status_code, words in answer.text) == (400, True)
    with Session(scene.engine) as session:
        assert session.get(AccountRow, "new.one") is None
    assert said(scene) == []


def test_oversight_without_an_area_is_over_the_whole_force(scene, administrator):
    typed = {"user": "watch", "role": "oversight", "number": "", "area": ""}
    assert administrator.form("/accounts", "/accounts", **typed).status_code == 200
    assert "watch : change oversight None Whole force" in administrator.words("/accounts")


CHANGES = {
    "change": {"role": "officer", "number": "4471", "area": AREA},
    "off": {},
    "password": {},
}


@pytest.mark.parametrize("act", CHANGES)
def test_each_change_ends_the_sessions_of_that_account(act, scene, administrator):
    user = account(scene, Role.SUPERVISOR)
    signed = Visitor(scene, user)
    assert signed.client.get("/").status_code == 200
    administrator.form(f"/accounts/{user}", f"/accounts/{user}", act=act, **CHANGES[act])
    assert signed.client.get("/").headers["location"] == "/sign-in"
    assert len(said(scene)) == 1


def test_account_that_is_switched_off_is_told_what_a_wrong_password_is_until_it_is_on_again(
    scene, administrator
):
    user = account(scene, Role.SUPERVISOR)
    page = f"/accounts/{user}"
    administrator.form(page, page, act="off")
    off = Visitor(scene, user).answer
    wrong = Visitor(scene).client.post("/sign-in", data={"user": user, "password": "wrong"})
    assert off is not None
    assert (off.status_code, off.text) == (403, wrong.text)
    administrator.form(page, page, act="on")
    assert Visitor(scene, user).client.get("/").status_code == 200


def test_change_is_told_with_what_was_and_what_is(scene, administrator):
    user = account(scene, Role.SUPERVISOR)
    page = f"/accounts/{user}"
    administrator.form(page, page, act="change", role="officer", number="4471", area=AREA)
    assert said(scene) == [
        (
            "administrator", "account-changed", user,
            "supervisor, Sergeant, 2210, Exampleton", "officer, PC, 4471, Exampleton",
        )
    ]  # fmt: skip
    assert (row(scene, user).role, row(scene, user).rank) == ("officer", "PC")


@pytest.mark.parametrize("act", ["change", "off", "password"])
def test_nobody_changes_the_own_account(act, scene, administrator):
    typed = {"act": act, "role": "officer", "number": "4471", "area": AREA}
    answer = administrator.form("/accounts/administrator", "/accounts/administrator", **typed)
    assert answer.status_code in (400, 404)
    token = re.search(r'name="csrf" value="([^"]+)"', administrator.page("/officers"))
    assert token
    answer = administrator.client.post("/accounts/administrator", data={**typed, "csrf": token.group(1)})
    assert (answer.status_code, "Ask another administrator" in answer.text) == (400, True)
    assert administrator.client.get("/officers").status_code == 200
    assert said(scene) == []


def test_account_of_another_force_is_not_there(scene, administrator):
    account(scene, Role.SUPERVISOR, "away", force=OTHER_FORCE)
    assert administrator.client.get("/accounts/away").status_code == 404
    assert "away" not in administrator.words("/accounts")
    for act in ("change", "off", "password", "nothing"):
        answer = administrator.form("/accounts/away", "/accounts", act=act, **CHANGES["change"])
        assert answer.status_code == 404
    assert not row(scene, "away").off


PATHS = ("/officers", "/officers/4471", "/accounts", "/accounts/supervisor")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
@pytest.mark.parametrize("path", PATHS)
def test_nobody_else_administers(role, path, scene, administrator):
    visitor = Visitor(scene, account(scene, role))
    assert visitor.client.get(path).status_code == 404
    assert visitor.form(path, "/", **NEW, act="off", user="x.y.z", role="officer").status_code == 404
    assert said(scene) == []


@pytest.mark.parametrize("path", PATHS)
def test_form_of_another_site_changes_nothing(path, scene, administrator):
    account(scene, Role.SUPERVISOR)
    for token in ({}, {"csrf": "forged"}):
        typed = {**NEW, **LOGIN, "act": "off", **token}
        assert administrator.client.post(path, data=typed).status_code == 404
    assert said(scene) == []


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.ADMINISTRATOR, 200),
        (Role.OVERSIGHT, 200),
        (Role.OFFICER, 404),
        (Role.SUPERVISOR, 404),
        (Role.AUTHORISING, 404),
    ],
)
def test_log_is_for_administrators_and_oversight_of_the_force(role, status, scene, administrator):
    administrator.form("/officers", "/officers", **NEW)
    visitor = Visitor(scene, account(scene, role))
    assert visitor.client.get("/administration").status_code == status
    away = Visitor(scene, account(scene, Role.ADMINISTRATOR, "away", force=OTHER_FORCE))
    assert "4999" not in away.words("/administration")
    if status == 200:
        assert "administrator Officer added 4999 None PC, Exampleton, Response C" in visitor.words(
            "/administration"
        )


def test_page_says_what_is_kept_in_the_browser_to_everybody(scene, administrator):
    for visitor in (Visitor(scene), administrator):
        assert "doorstep Being signed in" in visitor.words("/browser")
        assert visitor.client.get("/browser").headers.get("set-cookie") is None
    assert set(administrator.client.cookies) == {"doorstep"}
    assert PASSWORD not in administrator.page("/browser")
