"""Who may sign in at the console, for how long, and how often somebody may be wrong."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlmodel import Session, select

from sync.station.accounts import (
    IDLE_MINUTES,
    SHIFT_HOURS,
    Credentials,
    Role,
    SignedIn,
    TooMany,
    sign_in,
    sign_out,
    signed_in,
)
from sync.station.passwords import NOBODY, hashed, matches
from sync.station.scene import Scene
from sync.station.tables import AccountRow, AttemptRow, SessionRow
from tests.station.conftest import BOTH
from tests.station.scene import OTHER_AREA, PASSWORD, account


def enter(scene: Scene, user: str, password: str = PASSWORD, address: str = "192.0.2.1") -> str | None:
    with Session(scene.engine) as session:
        return sign_in(session, Credentials(user, password, address), scene.clock.now())


def who(scene: Scene, token: str | None) -> SignedIn | None:
    with Session(scene.engine) as session:
        return signed_in(session, token or "", scene.clock.now())


@BOTH
def test_right_password_opens_a_session_of_that_account(scene):
    account(scene, Role.SUPERVISOR, area=OTHER_AREA)
    found = who(scene, enter(scene, "supervisor"))
    assert found is not None
    assert (found.user_name, found.role, found.area) == ("supervisor", Role.SUPERVISOR, OTHER_AREA)


@pytest.mark.parametrize("password", ["", PASSWORD.upper(), PASSWORD + " ", "another password"])
def test_wrong_password_opens_nothing(password, scene):
    account(scene, Role.SUPERVISOR)
    assert enter(scene, "supervisor", password) is None


@pytest.mark.parametrize("user", ["", "nobody", "supervisor' OR 1=1 --", "x" * 5000])
def test_unknown_user_opens_nothing(user, scene):
    account(scene, Role.SUPERVISOR)
    assert enter(scene, user) is None


@BOTH
def test_neither_password_nor_token_stands_in_the_database(scene):
    account(scene, Role.SUPERVISOR)
    token = enter(scene, "supervisor")
    assert token is not None
    with Session(scene.engine) as session:
        kept = session.exec(select(AccountRow)).one().password
        sessions = session.exec(select(SessionRow)).one().model_dump_json()
    assert PASSWORD not in kept
    assert token not in sessions
    assert matches(PASSWORD, kept)


def test_same_password_is_never_kept_as_the_same_text():
    assert hashed(PASSWORD) != hashed(PASSWORD)
    assert not matches(PASSWORD, NOBODY)


@BOTH
def test_ten_wrong_passwords_shut_the_account_for_five_minutes(scene, clock):
    account(scene, Role.SUPERVISOR)
    for number in range(10):
        assert enter(scene, "supervisor", "wrong", f"192.0.2.{number}") is None
    with pytest.raises(TooMany):
        enter(scene, "supervisor", address="192.0.2.77")
    clock.advance(minutes=5)
    assert enter(scene, "supervisor")


@BOTH
def test_ten_wrong_names_shut_the_address_and_no_other(scene):
    account(scene, Role.SUPERVISOR)
    for number in range(10):
        assert enter(scene, f"guess-{number}", "wrong", "192.0.2.9") is None
    with pytest.raises(TooMany):
        enter(scene, "supervisor", address="192.0.2.9")
    assert enter(scene, "supervisor", address="192.0.2.10")


@BOTH
def test_wrong_passwords_are_counted_over_the_night_in_which_the_clocks_change(scene, clock):
    account(scene, Role.SUPERVISOR)
    clock.time = datetime.fromisoformat("2027-03-28T00:59:00+00:00")
    for _ in range(10):
        enter(scene, "supervisor", "wrong")
    clock.advance(minutes=2)
    with pytest.raises(TooMany):
        enter(scene, "supervisor")


@BOTH
def test_what_no_longer_counts_is_cleared_away(scene, clock):
    enter(scene, "nobody")
    clock.advance(minutes=6)
    enter(scene, "nobody")
    with Session(scene.engine) as session:
        assert len(session.exec(select(AttemptRow)).all()) == 2


@BOTH
def test_session_ends_after_a_quarter_of_an_hour_without_use(scene, clock):
    account(scene, Role.OFFICER)
    token = enter(scene, "officer")
    clock.advance(minutes=IDLE_MINUTES)
    assert who(scene, token)
    clock.advance(minutes=IDLE_MINUTES, seconds=1)
    assert who(scene, token) is None
    assert who(scene, token) is None


@BOTH
def test_session_ends_with_the_shift_however_busy(scene, clock):
    account(scene, Role.OFFICER)
    token = enter(scene, "officer")
    for _ in range(SHIFT_HOURS * 6):
        clock.advance(minutes=10)
        assert who(scene, token)
    clock.advance(seconds=1)
    assert who(scene, token) is None


@BOTH
def test_signing_out_ends_that_session_and_no_other(scene):
    account(scene, Role.OFFICER)
    first, second = enter(scene, "officer"), enter(scene, "officer")
    with Session(scene.engine) as session:
        sign_out(session, first or "")
    assert who(scene, first) is None
    assert who(scene, second)


@BOTH
def test_new_password_ends_every_session_and_the_same_one_ends_none(scene):
    account(scene, Role.OFFICER)
    token = enter(scene, "officer")
    account(scene, Role.OFFICER)
    assert who(scene, token)
    with Session(scene.engine) as session:
        from sync.station.accounts import add_account

        row = AccountRow(user_name="officer", role="officer", force="f", area="a", password="", training=True)
        add_account(session, row, "quite another password")
    assert who(scene, token) is None
    assert enter(scene, "officer") is None


@BOTH
def test_account_that_changes_role_changes_it_at_once(scene):
    account(scene, Role.SUPERVISOR, "b-sample")
    token = enter(scene, "b-sample")
    account(scene, Role.OVERSIGHT, "b-sample")
    found = who(scene, token)
    assert found is not None
    assert (found.role, found.sees_records) == (Role.OVERSIGHT, False)


@pytest.mark.parametrize("token", ["", "x", "0" * 10_000])
def test_token_that_nobody_was_given_is_nobody(token, scene):
    assert who(scene, token) is None
