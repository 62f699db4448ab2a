"""Sign-in by the force's identity provider: who is let in, as what, and every way in which it is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from joserfc.jwk import OctKey, RSAKey
from sqlmodel import Session, select
from starlette.testclient import TestClient

from sync.station.accounts import Role
from sync.station.administration.changes import noted
from sync.station.identity.arriving import AWAY_MINUTES
from sync.station.identity.configured import Provider
from sync.station.scene import Scene
from sync.station.site import site
from sync.station.tables import AccountRow, BegunRow, OfficerRow
from tests.station.conftest import BOTH
from tests.station.console.visitor import Visitor
from tests.station.provider import CLIENT, SECRET, IdentityProvider, serving
from tests.station.scene import AREA, FORCE, account, add, officer

ADDRESS = "https://127.0.0.1:8443"
WHO = {
    "preferred_username": "s.demo@northvale.example", "roles": ["Doorstep.Supervisor"],
    "employeeid": "2210", "area": "BCU-07",
}  # fmt: skip


def configured(provider: IdentityProvider, **other: Any) -> Provider:
    told: dict[str, Any] = {
        "issuer": provider.issuer, "client_id": CLIENT, "secret": SECRET, "address": ADDRESS, "force": FORCE,
        "claims": {
            "user": "preferred_username", "role": "roles", "number": "employeeid", "area": "area",
        },
        "roles": {
            "Doorstep.Supervisor": Role.SUPERVISOR, "Doorstep.Oversight": Role.OVERSIGHT,
            "Doorstep.Authorising": Role.AUTHORISING,
        },
        "areas": {"BCU-07": AREA},
    }  # fmt: skip
    return Provider(**{**told, **other})


@pytest.fixture
def provider(clock) -> Iterator[IdentityProvider]:
    with serving(IdentityProvider(clock.now, dict(WHO))) as made:
        yield made


@pytest.fixture
def station(scene: Scene, provider: IdentityProvider) -> Scene:
    add(scene, OfficerRow(**{**officer("2210").model_dump(), "rank": "Sergeant"}))
    return replace(scene, provider=configured(provider))


class Comer:
    """A browser that goes away to the provider and comes back."""

    def __init__(self, station: Scene) -> None:
        self.client = TestClient(
            site(station), ADDRESS, raise_server_exceptions=False, follow_redirects=False
        )

    def away(self) -> str:
        """The address to which the provider sends it back."""
        to = self.client.get("/sign-in/force").headers["location"]
        with httpx2.Client(trust_env=False) as outside:
            return str(outside.get(to).headers["location"])

    def back(self, address: str) -> Any:
        return self.client.get(address.removeprefix(ADDRESS))

    def signs_in(self) -> Any:
        return self.back(self.away())


def accounts(scene: Scene) -> list[AccountRow]:
    with Session(scene.engine) as session:
        return list(session.exec(select(AccountRow)))


@BOTH
def test_somebody_whom_the_directory_lets_in_is_who_it_says(station):
    comer = Comer(station)
    answer = comer.signs_in()
    assert (answer.status_code, 'content="0; url=/"' in answer.text) == (200, True)
    board = comer.client.get("/").text
    assert "s.demo@northvale.example, supervisor" in board
    (row,) = accounts(station)
    assert (row.role, row.force, row.area, row.number, row.rank) == (
        "supervisor", FORCE, AREA, "2210", "Sergeant",
    )  # fmt: skip
    assert [each.change.what for each in noted(station.engine, FORCE)] == ["signed-in-first"]


@BOTH
def test_sign_in_that_came_back_does_not_come_back_again(station):
    comer = Comer(station)
    address = comer.away()
    cookies = dict(comer.client.cookies)
    assert comer.back(address).status_code == 200
    again = Comer(station)
    again.client.cookies.update(cookies)
    assert refused(again.back(address)) == "was not begun in this browser"
    with Session(station.engine) as session:
        assert session.exec(select(BegunRow)).all() == []


def refused(answer: Any) -> str:
    """Which refusal it was, by words of its sentence; nobody is signed in by it."""
    assert answer.status_code == 403, answer.text
    assert "doorstep=" not in answer.headers.get("set-cookie", "").replace("doorstep-away=", "")
    page = answer.text.replace("&#39;", "'")
    found = [words for words in SENTENCES if words in page]
    assert len(found) == 1, page
    return found[0]


SENTENCES = (
    "was not begun in this browser", "did not let you in", "is not signed by it",
    "came from another sign-in", "is for another service", "is no longer good",
    "belongs to another sign-in", "lacks something", "does not say a user name", "gives you no role here",
    "more than one role here", "no area that this station knows", "does not say your officer number",
    "No rank is known", "does not say which force", "has your user name", "is switched off",
)  # fmt: skip
BENT = {
    "wrong nonce": ({"nonce": "another"}, "belongs to another sign-in"),
    "no nonce": ({"nonce": None}, "belongs to another sign-in"),
    "list of nonces": ({"nonce": ["a", "b"]}, "belongs to another sign-in"),
    "wrong audience": ({"aud": "another-service"}, "is for another service"),
    "audience beside us for another party": ({"aud": [CLIENT, "x"], "azp": "x"}, "is for another service"),
    "no audience": ({"aud": None}, "is for another service"),
    "other issuer": ({"iss": "https://elsewhere.example"}, "came from another sign-in"),
    "expired": ({"exp": 1_000_000}, "is no longer good"),
    "no end": ({"exp": None}, "is no longer good"),
    "end that is no number": ({"exp": "never"}, "is no longer good"),
    "no subject": ({"sub": None}, "lacks something"),
    "made tomorrow": ({"iat": 9_999_999_999}, "lacks something"),
    "no role": ({"roles": None}, "gives you no role here"),
    "role of another service": ({"roles": ["Payroll.Admin"]}, "gives you no role here"),
    "two roles": ({"roles": ["Doorstep.Supervisor", "Doorstep.Oversight"]}, "more than one role here"),
    "unknown area": ({"area": "Elsewhere"}, "no area that this station knows"),
    "no area": ({"area": None}, "no area that this station knows"),
    "no user name": ({"preferred_username": None}, "does not say a user name"),
    "odd user name": ({"preferred_username": "<b>x</b>"}, "does not say a user name"),
    "no officer number": ({"employeeid": None}, "does not say your officer number"),
    "number that is none": ({"employeeid": 2210}, "does not say your officer number"),
    "officer of nowhere": ({"employeeid": "9999"}, "No rank is known"),
}


@pytest.mark.parametrize(("bent", "said"), BENT.values(), ids=BENT)
def test_token_that_does_not_hold_or_does_not_say_enough_is_refused_in_words(bent, said, station, provider):
    def bend(claims: dict[str, Any]) -> None:
        claims.update({name: value for name, value in bent.items() if value is not None})
        for name in [name for name, value in bent.items() if value is None]:
            del claims[name]

    provider.bend = bend
    comer = Comer(station)
    assert refused(comer.signs_in()) == said
    assert comer.client.get("/").headers["location"] == "/sign-in"
    assert accounts(station) == []


def test_token_that_another_key_signed_is_refused(station, provider):
    provider.signer = RSAKey.generate_key(2048, {"kid": "k-1"})
    assert refused(Comer(station).signs_in()) == "is not signed by it"


def test_token_without_a_signature_or_signed_with_the_secret_is_refused(station, provider):
    provider.header = {"alg": "HS256", "kid": "k-1"}
    provider.signer = OctKey.import_key(SECRET.encode())
    assert refused(Comer(station).signs_in()) == "is not signed by it"
    provider.header = {"alg": "none"}
    assert refused(Comer(station).signs_in()) == "is not signed by it"


def test_new_key_of_the_provider_is_fetched_when_a_token_names_it(station, provider):
    comer = Comer(station)
    assert comer.signs_in().status_code == 200
    provider.key = RSAKey.generate_key(2048, {"kid": "k-2", "use": "sig"})
    provider.signer, provider.header = provider.key, {"alg": "RS256", "kid": "k-2"}
    assert comer.signs_in().status_code == 200
    assert provider.asked.count("/keys") == 2


@BOTH
def test_state_of_nobody_of_another_browser_or_too_old_is_refused(station, clock):
    comer = Comer(station)
    assert refused(comer.back("/sign-in/back?state=x&code=y")) == "was not begun in this browser"
    assert refused(comer.back("/sign-in/back")) == "was not begun in this browser"
    address = comer.away()
    assert refused(Comer(station).back(address)) == "was not begun in this browser"
    clock.advance(minutes=AWAY_MINUTES)
    assert refused(comer.back(address)) == "was not begun in this browser"


def test_code_that_was_changed_on_the_way_gives_nothing(station):
    comer = Comer(station)
    address = comer.away()
    assert refused(comer.back(address.partition("code=")[0] + "code=other")) == "did not let you in"


def test_whom_the_provider_turns_down_is_told_so(station, provider):
    provider.lets_in = False
    assert refused(Comer(station).signs_in()) == "did not let you in"


def test_local_account_is_not_taken_over_by_its_name(station):
    account(station, Role.ADMINISTRATOR, "s.demo@northvale.example")
    assert refused(Comer(station).signs_in()) == "has your user name"
    assert accounts(station)[0].role == "administrator"


def test_account_is_not_taken_over_by_somebody_who_was_given_its_name_later(station, provider):
    assert Comer(station).signs_in().status_code == 200
    provider.claims["sub"] = "subject-2"
    assert refused(Comer(station).signs_in()) == "has your user name"


def test_account_that_was_switched_off_stays_off_under_another_name_too(station, provider):
    assert Comer(station).signs_in().status_code == 200
    administrator = Visitor(station, account(station, Role.ADMINISTRATOR))
    page = f"/accounts/{WHO['preferred_username']}"
    answer = administrator.form(page, page, act="off")
    assert answer.status_code == 303
    assert refused(Comer(station).signs_in()) == "is switched off"
    provider.claims["preferred_username"] = "renamed@northvale.example"
    assert refused(Comer(station).signs_in()) == "has your user name"


@BOTH
def test_role_that_changed_in_the_directory_ends_what_was_open(station, provider):
    first = Comer(station)
    first.signs_in()
    provider.claims["roles"] = ["Doorstep.Oversight"]
    second = Comer(station)
    second.signs_in()
    assert first.client.get("/").headers["location"] == "/sign-in"
    assert second.client.get("/referrals").status_code == 404
    assert noted(station.engine, FORCE)[0].change.was == "supervisor, Sergeant, 2210, Exampleton"


def test_oversight_without_an_area_is_over_the_force_and_needs_no_number(station, provider):
    provider.claims = {"preferred_username": "watcher", "roles": "Doorstep.Oversight"}
    assert Comer(station).signs_in().status_code == 200
    assert (accounts(station)[0].area, accounts(station)[0].number) == ("", "")


def test_password_of_an_account_of_the_directory_is_none(station):
    Comer(station).signs_in()
    for typed in ("", "x"):
        told = {"user": WHO["preferred_username"], "password": typed}
        assert Visitor(station).client.post("/sign-in", data=told).status_code == 403


def test_signing_out_ends_the_session(station):
    comer = Comer(station)
    comer.signs_in()
    page = comer.client.get("/").text
    token = page.partition('name="csrf" value="')[2].partition('"')[0]
    kept = comer.client.cookies["doorstep"]
    assert comer.client.post("/sign-out", data={"csrf": token}).status_code == 303
    comer.client.cookies.set("doorstep", kept)
    assert comer.client.get("/").headers["location"] == "/sign-in"


def test_cookies_are_out_of_reach_and_the_one_that_travels_says_nothing(station):
    comer = Comer(station)
    away = comer.client.get("/sign-in/force").headers["set-cookie"].lower()
    assert all(
        word in away for word in ("httponly", "samesite=lax", "secure", "path=/sign-in", "max-age=600")
    )
    answer = comer.signs_in()
    stays = next(each for each in answer.headers.get_list("set-cookie") if each.startswith("doorstep="))
    assert all(word in stays.lower() for word in ("httponly", "samesite=strict", "secure"))
    assert set(comer.client.cookies) == {"doorstep"}


@pytest.mark.parametrize(
    ("role", "status"), [(Role.ADMINISTRATOR, 303), (Role.SUPERVISOR, 403), (Role.OVERSIGHT, 403)]
)
def test_password_may_be_for_administrators_alone(role, status, station, provider):
    shut = replace(station, provider=configured(provider, administrators_only=True))
    visitor = Visitor(shut, account(shut, role))
    assert visitor.answer is not None
    assert visitor.answer.status_code == status
    if status == 403:
        assert "Sign in with your force" in visitor.answer.text
        assert visitor.client.get("/").headers["location"] == "/sign-in"


def test_provider_that_does_not_answer_is_named_and_passwords_still_work(station, provider):
    gone = replace(station, provider=configured(provider, issuer="http://localhost:9"))
    answer = Comer(gone).client.get("/sign-in/force")
    assert (answer.status_code, "does not answer" in answer.text) == (503, True)
    assert Visitor(gone, account(gone, Role.SUPERVISOR)).client.get("/").status_code == 200


@pytest.mark.parametrize(
    "bent",
    [
        {"issuer": "https://elsewhere.example"},
        {"token_endpoint": "http://elsewhere.example/token"},
        {"jwks_uri": None},
    ],
)
def test_provider_that_describes_itself_oddly_is_not_used(bent, station, provider):
    provider.discovery = bent
    assert Comer(station).client.get("/sign-in/force").status_code == 503


def test_secret_may_go_in_the_form_where_the_provider_wants_it_there(station, provider):
    provider.discovery = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    assert Comer(station).signs_in().status_code == 200


def test_nothing_of_it_exists_without_the_file(scene):
    visitor = Visitor(scene)
    for path in ("/sign-in/force", "/sign-in/back?state=x&code=y"):
        assert visitor.client.get(path).status_code == 404
    assert "force's account" not in visitor.words("/sign-in")
    assert "doorstep-away" not in visitor.words("/browser")


def test_sign_in_page_offers_it_where_it_is_and_says_what_is_kept(station):
    visitor = Visitor(station)
    assert "Sign in with your force's account" in visitor.words("/sign-in")
    assert "doorstep-away" in visitor.words("/browser")


def test_what_a_token_said_stands_in_no_log(station, provider, caplog):
    provider.claims["roles"] = ["Secret.Role"]
    refused(Comer(station).signs_in())
    assert "no-role" in caplog.text
    for kept in ("s.demo", "Secret.Role", "2210", SECRET):
        assert kept not in caplog.text
