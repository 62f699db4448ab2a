"""What the command line says no to: each with its sentence, and with nothing changed."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sync.station.__main__ import main
from sync.station.accounts import Role
from sync.station.administration.changes import noted
from sync.station.base import open_base

PASSWORD = "a made-up password"


class Console:
    """A terminal: what was typed into it, and what came out."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self._capsys = data, capsys
        self.more: tuple[str, ...] = ()

    def run(self, *words: str, typed: str = "") -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        was, sys.stdin = sys.stdin, io.StringIO(typed)
        try:
            left = main([*words, "--data", str(self.data), *self.more])
        except SystemExit as end:
            left = int(str(end.code))
        finally:
            sys.stdin = was
        said = self._capsys.readouterr()
        return left, said.out, said.err

    def told(self, *words: str, typed: str = "") -> Any:
        left, out, err = self.run(*words, typed=typed)
        assert (left, err) == (0, "")
        return json.loads(out)

    def refused(self, *words: str, typed: str = "") -> str:
        left, out, err = self.run(*words, typed=typed)
        assert left != 0
        assert out == ""
        return err


@pytest.fixture
def console(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Console]:
    mask = os.umask(0o077)
    yield Console(tmp_path / "station", capsys)
    os.umask(mask)


def live(console: Console) -> None:
    """A live station's folder, with the force's recovery public key in it."""
    console.more = ("--live",)
    keys = console.data / "keys"
    keys.mkdir(parents=True)
    (keys / "recovery.pub").write_text(X25519PrivateKey.generate().public_key().public_bytes_raw().hex())


def test_training_people_are_one_of_each_role_and_the_same_at_each_start(console):
    first, second = console.told("training"), console.told("training")
    assert first == second
    assert {account["role"] for account in first["accounts"]} == set(Role)
    assert {officer["area"] for officer in first["officers"]} == {"Exampleton"}


def test_training_people_are_not_for_a_live_station(console):
    live(console)
    assert console.refused("training") == "A live station has no training accounts.\n"


def test_officer_is_added_and_put_right(console):
    for area in ("Exampleton", "Samplebridge"):
        added = ("officer", "add", "--number", "1", "--rank", "PC", "--area", area)
        assert console.told(*added) == {"added": "1"}
    assert len(console.told("code", "--officer", "1")["code"]) == 34


def test_officer_of_a_live_station_needs_a_force_and_an_area(console):
    live(console)
    lacking = ("officer", "add", "--number", "1", "--rank", "PC")
    assert "Name the officer's number, rank, force and area." in console.refused(*lacking)
    assert console.told(*lacking, "--force", "Northvale", "--area", "Exampleton") == {"added": "1"}


def test_code_is_not_made_for_nobody(console):
    assert "Add the officer first" in console.refused("code", "--officer", "9999")


def account(role: str = "supervisor") -> tuple[str, ...]:
    return ("account", "add", "--user", "b", "--role", role, "--force", "Northvale", "--area", "E")


def test_what_the_command_line_changes_stands_in_the_administration_log(console):
    console.run("officer", "add", "--number=4600", "--rank=PC")
    console.run("code", "--officer=4600")
    words = ["--user=boss", "--role=administrator", "--force=Northvale (TRAINING)", "--area=Exampleton"]
    assert console.run("account", "add", *words, typed=PASSWORD)[0] == 0
    engine = open_base(console.data, None, training=True)
    told = [(each.by, each.change.what, each.change.about) for each in noted(engine, "Northvale (TRAINING)")]
    engine.dispose()
    assert told == [
        ("command line", "account-added", "boss"),
        ("command line", "code-made", "4600"),
        ("command line", "officer-added", "4600"),
    ]


def test_password_of_an_account_comes_by_standard_input_and_is_long(console):
    assert "at least twelve characters" in console.refused(*account(), typed="too short\n")
    assert console.told(*account(), typed=f"{PASSWORD}\n") == {"added": "b"}


def test_role_that_does_not_exist_is_refused(console):
    assert "invalid choice" in console.refused(*account("chief"), typed=f"{PASSWORD}\n")


def test_damaged_database_is_refused_and_left_as_it_is(console):
    console.told("training")
    database = console.data / "station.db"
    for beside in console.data.glob("station.db-*"):
        beside.unlink()
    database.write_bytes(b"no database at all" * 1000)
    assert "put its last backup back" in console.refused("code", "--officer", "4471")
    assert database.read_bytes() == b"no database at all" * 1000


def test_database_that_does_not_answer_is_refused_in_words(console, tmp_path):
    console.more = ("--database", f"postgresql+psycopg://doorstep@/x?host={tmp_path}")
    assert "The database does not answer" in console.refused("training")


@pytest.mark.parametrize("address", ["somewhere", "oracle+nothing://x", "http://127.0.0.1"])
def test_database_address_that_is_none_is_refused_in_words(address, console):
    console.more = ("--database", address)
    assert "--database is not an address" in console.refused("training")


def test_folder_that_is_a_file_is_refused_in_words(console):
    console.data.write_text("a file")
    assert "--data cannot be used" in console.refused("training")
    assert console.data.read_text() == "a file"


def test_damaged_key_is_refused_and_never_made_anew(console):
    console.told("training")
    key = console.data / "keys" / "signing.key"
    key.write_bytes(b"short")
    assert "Put its last backup back" in console.refused("training")
    assert key.read_bytes() == b"short"


def test_live_station_without_the_forces_recovery_key_is_refused(console):
    console.more = ("--live",)
    assert "recovery public key" in console.refused("code", "--officer", "1")


def test_training_clock_is_refused_by_a_live_station(console, tmp_path, monkeypatch):
    live(console)
    (tmp_path / "clock").write_text("2027-01-01T00:00:00+00:00")
    monkeypatch.setenv("DOORSTEP_TRAINING_CLOCK", str(tmp_path / "clock"))
    assert "Unset DOORSTEP_TRAINING_CLOCK" in console.refused("code", "--officer", "1")
