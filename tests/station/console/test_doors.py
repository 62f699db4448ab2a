"""No page without signing in; each role sees what it needs; another area sees nothing."""

from __future__ import annotations

import pytest
from sqlmodel import Session, select
from starlette.routing import Route

from sync.station.accounts import IDLE_MINUTES, Role
from sync.station.console.pages import pages
from sync.station.site import HEADERS, console_alone, site
from sync.station.tables import CodeRow
from tests.station.console.conftest import NAME, NOTE, SECRET
from tests.station.console.visitor import Outside, Visitor
from tests.station.scene import OTHER_AREA, OTHER_FORCE, PASSWORD, account, add, officer

OPEN = {"/sign-in", "/sign-out", "/browser"}


def routes(scene) -> list[tuple[str, str]]:
    """Every path of the console with a method, as the program itself lists them."""
    found = [route for route in pages(scene).routes if isinstance(route, Route)]
    return [(method, route.path) for route in found for method in route.methods or ()]


def test_every_page_but_the_sign_in_sends_a_stranger_there(scene, incident):
    stranger = Visitor(scene)
    asked = 0
    for method, path in routes(scene):
        if path in OPEN:
            continue
        answer = stranger.client.request(method, path.replace("{case_id}", incident))
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in"), (method, path)
        assert answer.text == ""
        asked += 1
    assert asked >= 6


def test_sign_in_page_tells_nothing_of_any_record(scene, incident):
    page = Visitor(scene).page("/sign-in")
    assert "TRAIN-7701" not in page
    assert "OFFICIAL-SENSITIVE" in page


@pytest.mark.parametrize("token", ["x", "../../etc", "0" * 5000])
def test_forged_cookie_is_nobody(token, scene, incident):
    stranger = Visitor(scene)
    stranger.client.cookies.set("doorstep", token)
    assert stranger.client.get("/").status_code == 303


MATRIX = {
    Role.OFFICER: {"/": 200, "/incident/ID": 200, "/referrals": 200, "/visits": 200, "/handsets": 404},
    Role.SUPERVISOR: {"/": 200, "/incident/ID": 200, "/referrals": 200, "/visits": 200, "/handsets": 200},
    Role.AUTHORISING: {"/": 200, "/incident/ID": 200, "/referrals": 200, "/visits": 200, "/handsets": 200},
    Role.OVERSIGHT: {"/": 303, "/incident/ID": 404, "/referrals": 404, "/visits": 404, "/handsets": 404},
    Role.ADMINISTRATOR: {"/": 303, "/incident/ID": 404, "/referrals": 404, "/visits": 404, "/handsets": 200},
}


@pytest.mark.parametrize("role", Role)
def test_role_sees_its_pages_and_no_other(role, scene, incident):
    visitor = Visitor(scene, account(scene, role))
    seen = {path: visitor.client.get(path.replace("ID", incident)).status_code for path in MATRIX[role]}
    assert seen == MATRIX[role]


@pytest.mark.parametrize("role", Role)
def test_navigation_offers_what_the_role_may_open_and_nothing_else(role, scene, incident):
    visitor = Visitor(scene, account(scene, role))
    start = {Role.ADMINISTRATOR: "/handsets", Role.OVERSIGHT: "/oversight"}.get(role, "/")
    offered = {value for name, value in Outside(visitor.page(start)).named if name == "href"}
    pages_ = {path for path, status in MATRIX[role].items() if status == 200 and "ID" not in path}
    assert pages_ <= offered
    hidden = {"/referrals", "/visits", "/handsets"} - pages_
    assert not hidden & offered


@pytest.mark.parametrize("role", [Role.OFFICER, Role.SUPERVISOR])
@pytest.mark.parametrize("where", [{"area": OTHER_AREA}, {"force": OTHER_FORCE}])
def test_another_area_or_force_sees_nothing_of_it(role, where, scene, incident):
    visitor = Visitor(scene, account(scene, role, "visitor", **where))
    assert "0 incidents" in visitor.words("/")
    assert visitor.client.get(f"/incident/{incident}").status_code == 404
    for path in ("/referrals", "/visits"):
        assert "TRAIN-7701" not in visitor.client.get(path).text


def test_authorising_officer_sees_every_area_of_the_force_and_no_other_force(scene, incident):
    near = Visitor(scene, account(scene, Role.AUTHORISING, "near", area=OTHER_AREA))
    away = Visitor(scene, account(scene, Role.AUTHORISING, "away", force=OTHER_FORCE))
    assert "TRAIN-7701" in near.words("/")
    assert near.client.get(f"/incident/{incident}").status_code == 200
    assert "TRAIN-7701" not in away.client.get("/").text
    assert away.client.get(f"/incident/{incident}").status_code == 404
    assert "4471" not in away.client.get("/handsets").text


def test_what_is_not_there_and_what_is_not_yours_read_the_same(scene, incident):
    visitor = Visitor(scene, account(scene, Role.SUPERVISOR, area=OTHER_AREA))
    theirs, nowhere = (visitor.client.get(f"/incident/{each}") for each in (incident, "no-such-id"))
    assert (theirs.status_code, theirs.text) == (nowhere.status_code, nowhere.text)


@pytest.mark.parametrize("odd", ["%00", "a%00b", "'%20OR%201=1", "%F0%9F%92%A9", "..%2F..", "x" * 3000])
def test_odd_id_in_the_address_is_not_there(odd, supervisor, incident):
    assert supervisor.client.get(f"/incident/{odd}").status_code == 404


def test_every_answer_carries_the_headers_that_keep_it_shut(scene, incident, supervisor):
    for visitor, paths in (
        (supervisor, ("/", f"/incident/{incident}", "/nowhere", "/static/console.css")),
        (Visitor(scene), ("/", "/sign-in", "/nowhere", "/v1/hello", "/v1/nothing")),
    ):
        for path in paths:
            answer = visitor.client.get(path)
            assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, path
            assert "max-age=" in answer.headers["Strict-Transport-Security"]
            assert "server" not in answer.headers
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", ["/", "/incident/ID", "/referrals", "/visits", "/handsets"])
def test_page_asks_nothing_of_anybody_else_and_runs_no_script(path, supervisor, incident):
    page = Outside(supervisor.page(path.replace("ID", incident)))
    assert "script" not in page.tags
    assert "iframe" not in page.tags
    assert [named for named in page.named if named[0].startswith("on") or named[0] == "style"] == []
    assert [value for _, value in page.named if not value.startswith(("/", "#"))] == []


@pytest.mark.parametrize("path", ["/", "/incident/ID", "/referrals", "/visits", "/handsets", "/sign-in"])
def test_every_page_is_marked_training(path, scene, supervisor, incident):
    visitor = supervisor if path != "/sign-in" else Visitor(scene)
    page = visitor.page(path.replace("ID", incident))
    assert "<strong>TRAINING</strong>" in page
    assert "(TRAINING)</title>" in page


def test_title_names_nobody_and_no_reference(supervisor, incident):
    title = supervisor.page(f"/incident/{incident}").partition("<title>")[2].partition("</title>")[0]
    assert title == "Incident - Doorstep (TRAINING)"


@pytest.mark.parametrize("path", ["/", "/incident/ID", "/referrals", "/visits"])
def test_no_name_address_number_or_date_of_birth_is_on_any_page(path, supervisor, incident):
    page = supervisor.page(path.replace("ID", incident))
    for kept in (NAME, "Rania", SECRET, "Hidden Row", "11 Ersatz Yard", "07700", "1990", "9 Mar"):
        assert kept not in page, kept
    assert "R.M." in page


def test_what_an_officer_typed_is_shown_as_typed_and_never_as_markup(supervisor, incident):
    page = supervisor.page(f"/incident/{incident}")
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert NOTE in supervisor.words(f"/incident/{incident}")


def test_cookie_is_out_of_reach_of_scripts_of_other_sites_and_of_plain_lines(scene):
    user = account(scene, Role.SUPERVISOR)
    over_tls = Visitor(scene, user)
    assert over_tls.answer is not None
    kept = over_tls.answer.headers["set-cookie"].lower()
    assert all(word in kept for word in ("httponly", "samesite=strict", "secure"))
    plain = Visitor(scene, user, "http://127.0.0.1:8080")
    assert plain.answer is not None
    assert "secure" not in plain.answer.headers["set-cookie"].lower()


def test_wrong_password_says_so_without_saying_which_half_is_wrong(scene):
    account(scene, Role.SUPERVISOR)
    answers = [
        Visitor(scene).client.post("/sign-in", data={"user": user, "password": "wrong"})
        for user in ("supervisor", "nobody")
    ]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert answers[0].text == answers[1].text
    assert "The user name or the password is not right" in answers[0].text


def test_tenth_wrong_password_is_told_to_wait(scene):
    account(scene, Role.SUPERVISOR)
    stranger = Visitor(scene)
    for _ in range(10):
        stranger.client.post("/sign-in", data={"user": "supervisor", "password": "wrong"})
    answer = stranger.client.post("/sign-in", data={"user": "supervisor", "password": PASSWORD})
    assert answer.status_code == 429
    assert "Wait five minutes" in answer.text
    assert "set-cookie" not in answer.headers


def test_session_left_alone_is_over(scene, supervisor, incident, clock):
    clock.advance(minutes=IDLE_MINUTES, seconds=1)
    assert supervisor.client.get("/").status_code == 303


def test_signing_out_ends_the_session_for_good(supervisor):
    token = supervisor.client.cookies["doorstep"]
    assert supervisor.form("/sign-out", "/").status_code == 303
    supervisor.client.cookies.set("doorstep", token)
    assert supervisor.client.get("/").status_code == 303


def test_sign_out_by_a_form_of_another_site_leaves_the_session_as_it_is(supervisor):
    token = supervisor.client.cookies["doorstep"]
    supervisor.client.post("/sign-out", data={"csrf": "forged"})
    supervisor.client.cookies.set("doorstep", token)
    assert supervisor.client.get("/").status_code == 200


def test_somebody_who_is_signed_in_meets_the_board_at_the_sign_in(supervisor):
    assert supervisor.client.get("/sign-in").headers["location"] == "/"


def codes(scene) -> int:
    with Session(scene.engine) as session:
        return len(session.exec(select(CodeRow)).all())


def test_administrator_makes_a_code_for_an_officer_and_sees_it_once(scene):
    add(scene, officer())
    administrator = Visitor(scene, account(scene, Role.ADMINISTRATOR))
    answer = administrator.form("/handsets/code", "/handsets", officer=" 4471 ")
    assert answer.status_code == 200
    assert "Code for officer 4471" in answer.text
    assert codes(scene) == 1
    assert "Code for officer" not in administrator.page("/handsets")


@pytest.mark.parametrize("number", ["9999", "", "44\x0071", "<b>4471", "x" * 3000])
def test_number_of_nobody_is_named_as_the_problem_and_kept_in_the_field(number, scene):
    administrator = Visitor(scene, account(scene, Role.ADMINISTRATOR))
    answer = administrator.form("/handsets/code", "/handsets", officer=number)
    assert answer.status_code == 400
    assert "No officer of your force has that number" in answer.text
    assert "<b>4471" not in answer.text
    assert codes(scene) == 0


def test_administrator_makes_no_code_for_an_officer_of_another_force(scene):
    add(scene, officer("6001", force=OTHER_FORCE))
    administrator = Visitor(scene, account(scene, Role.ADMINISTRATOR))
    assert administrator.form("/handsets/code", "/handsets", officer="6001").status_code == 400
    assert codes(scene) == 0


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_makes_a_code(role, scene):
    add(scene, officer())
    visitor = Visitor(scene, account(scene, role))
    assert visitor.form("/handsets/code", "/", officer="4471").status_code == 404
    assert codes(scene) == 0


def test_code_is_not_made_by_a_form_of_another_site(scene):
    add(scene, officer())
    administrator = Visitor(scene, account(scene, Role.ADMINISTRATOR))
    answer = administrator.client.post("/handsets/code", data={"csrf": "forged", "officer": "4471"})
    assert answer.status_code == 404
    assert codes(scene) == 0


FORMS = {
    "far too long": {"content": b"user=" + b"x" * 100_000, "type": "application/x-www-form-urlencoded"},
    "of another kind": {"content": b'{"user": "supervisor"}', "type": "application/json"},
    "with files": {"content": b"--x\r\n\r\n--x--", "type": "multipart/form-data; boundary=x"},
    "with too many fields": {"content": b"a=1&" * 5000, "type": "application/x-www-form-urlencoded"},
    "of no letters": {"content": b"user=%FF%FE&password=%00", "type": "application/x-www-form-urlencoded"},
    "empty": {"content": b"", "type": "application/x-www-form-urlencoded"},
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_form_is_turned_away_like_a_wrong_password(form, scene):
    account(scene, Role.SUPERVISOR)
    answer = Visitor(scene).client.post(
        "/sign-in", content=form["content"], headers={"content-type": form["type"]}
    )
    assert answer.status_code == 403


def test_plain_loopback_serves_the_console_and_no_handset(scene):
    from starlette.testclient import TestClient

    plain = TestClient(console_alone(scene), "http://127.0.0.1:8080", follow_redirects=False)
    assert plain.get("/sign-in").status_code == 200
    assert plain.get("/v1/hello").status_code == 404
    assert plain.post("/v1/enrol", content=b"{}").status_code == 404
    assert TestClient(site(scene), "https://127.0.0.1:8443").get("/v1/hello").status_code == 200


@pytest.mark.parametrize("path", ["/docs", "/openapi.json", "/redoc", "/static/", "/static/../pages.py"])
def test_nothing_tells_how_the_station_is_made(path, scene):
    assert Visitor(scene).client.get(path).status_code == 404
