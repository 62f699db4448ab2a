"""Who may open and send what at the doors: every route there, every role, every place, no token, nobody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlmodel import Session, select
from starlette.routing import Route

from sync.station.accounts import Role
from sync.station.console.pages import pages
from sync.station.tables import AccountRow, AdministrationRow, OfficerRow, RevocationRow, StreamRow
from tests.station.console.visitor import Visitor
from tests.station.scene import AREA, FORCE, OTHER_AREA, OTHER_FORCE, account

ADMINISTRATOR, WATCHING = {Role.ADMINISTRATOR}, {Role.SUPERVISOR, Role.AUTHORISING, Role.OVERSIGHT}
MAY = {
    "/handsets/{stream}/revoke": ADMINISTRATOR,
    "/handsets/{stream}/held": ADMINISTRATOR,
    "/officers": ADMINISTRATOR,
    "/officers/{number}": ADMINISTRATOR,
    "/accounts": ADMINISTRATOR,
    "/accounts/{user}": ADMINISTRATOR,
    "/administration": {Role.ADMINISTRATOR, Role.OVERSIGHT},
    "/oversight": WATCHING,
    "/oversight/{count}/{measure}": {Role.SUPERVISOR, Role.AUTHORISING},
}
OF_THE_FORCE = ("/handsets/{", "/officers/{", "/accounts/{")
KNOWN = {
    "{stream}": "s-1", "{number}": "4471", "{user}": "kept-one", "{count}": "so-outcomes",
    "{measure}": "referred",
}  # fmt: skip
PLACES = {
    "own area": {"force": FORCE, "area": AREA},
    "other area": {"force": FORCE, "area": OTHER_AREA},
    "other force": {"force": OTHER_FORCE, "area": AREA},
}


@pytest.fixture(autouse=True)
def there(scene, phone) -> None:
    """A handset with its officer, and an account."""
    account(scene, Role.SUPERVISOR, "kept-one")


def doors(scene) -> Iterator[tuple[str, str, str]]:
    """Method, route and address of every door that is not of a case, as the program lists them."""
    for route in pages(scene).routes:
        if isinstance(route, Route) and route.path in MAY:
            path = route.path
            for name, known in KNOWN.items():
                path = path.replace(name, known)
            for method in sorted((route.methods or set()) & {"GET", "POST"}):
                yield method, route.path, path


def kept(scene) -> list[str]:
    tables = (AccountRow, AdministrationRow, OfficerRow, RevocationRow, StreamRow)
    with Session(scene.engine) as session:
        return [row.model_dump_json() for table in tables for row in session.exec(select(table)).all()]


def test_every_door_has_its_line_in_the_table(scene):
    known = {route.path for route in pages(scene).routes if isinstance(route, Route)}
    elsewhere = {
        path
        for path in known
        if "{case_id}" in path
        or path
        in (
            "/", "/sign-in", "/sign-out", "/password", "/browser", "/referrals", "/visits", "/handsets",
            "/handsets/code",
        )
    }  # fmt: skip
    assert known - elsewhere == set(MAY)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", Role)
def test_door_opens_for_who_may_and_is_not_there_for_anybody_else(role, place, scene):
    """Forms are sent empty: whoever may is told what lacks. One of an account without a button is nothing."""
    visitor = Visitor(scene, account(scene, role, "visitor", **PLACES[place]))
    before = kept(scene)
    for method, route, path in doors(scene):
        may = role in MAY[route] and not (place == "other force" and route.startswith(OF_THE_FORCE))
        answer = visitor.client.get(path) if method == "GET" else visitor.form(path, "/browser")
        told = 200 if method == "GET" else 404 if route == "/accounts/{user}" else 400
        assert answer.status_code == (told if may else 404), (method, route)
    assert kept(scene) == before


def test_stranger_is_sent_to_the_sign_in_and_changes_nothing(scene):
    stranger, before = Visitor(scene), kept(scene)
    for method, route, path in doors(scene):
        answer = stranger.client.request(method, path)
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in"), (method, route)
    assert kept(scene) == before


@pytest.mark.parametrize("token", ["forged", "", None])
def test_form_of_another_site_changes_nothing(token, scene):
    visitor = Visitor(scene, account(scene, Role.ADMINISTRATOR))
    typed = {"reason": "lost", "sure": "yes", "act": "off", "number": "4999", "name": "x", "rank": "PC"}
    before = kept(scene)
    for method, route, path in doors(scene):
        if method == "POST":
            sent = {**typed, "area": AREA, **({} if token is None else {"csrf": token})}
            assert visitor.client.post(path, data=sent).status_code == 404, route
    assert kept(scene) == before


def test_token_of_another_session_changes_nothing(scene):
    mine = Visitor(scene, account(scene, Role.ADMINISTRATOR))
    other = Visitor(scene, account(scene, Role.ADMINISTRATOR, "second"))
    token = other.page("/officers").partition('name="csrf" value="')[2].partition('"')[0]
    before = kept(scene)
    answer = mine.client.post("/accounts/kept-one", data={"csrf": token, "act": "off"})
    assert answer.status_code == 404
    assert kept(scene) == before
