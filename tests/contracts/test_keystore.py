"""What every keystore does: the one in memory that tests use, and the file of TRAINING."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.ports import Keystore
from storage.keystore_file import FileKeystore
from tests.fakes.keystore import FakeKeystore

MADE: dict[str, Callable[[Path], Keystore]] = {
    "in memory": lambda _: FakeKeystore(reduced=True),
    "a file": lambda folder: FileKeystore(folder / "keystore"),
}


@pytest.fixture(params=list(MADE.values()), ids=list(MADE))
def keystore(request: pytest.FixtureRequest, tmp_path: Path) -> Keystore:
    made: Keystore = request.param(tmp_path)
    return made


def test_what_was_never_kept_is_not_there(keystore):
    assert keystore.get("secret") is None


def test_what_is_kept_is_there_under_its_name_alone(keystore):
    keystore.set("secret", "ab" * 32)
    assert keystore.get("secret") == "ab" * 32
    assert keystore.get("secret2") is None


@pytest.mark.parametrize("value", ["", "x", "Ä 7/ø\n", "x" * 10_000])
def test_any_text_comes_back_as_it_was(value, keystore):
    keystore.set("secret", value)
    assert keystore.get("secret") == value


def test_newer_text_takes_the_place_of_the_older(keystore):
    keystore.set("secret", "older")
    keystore.set("secret", "newer")
    assert keystore.get("secret") == "newer"


def test_what_is_removed_is_gone_and_removing_it_again_is_nothing(keystore):
    keystore.set("secret", "x")
    keystore.set("other", "y")
    keystore.remove("secret")
    keystore.remove("secret")
    assert keystore.get("secret") is None
    assert keystore.get("other") == "y"


def test_it_says_that_its_protection_is_reduced(keystore):
    assert keystore.reduced is True


def test_file_is_still_there_after_a_restart(tmp_path):
    FileKeystore(tmp_path / "keystore").set("secret", "x")
    assert FileKeystore(tmp_path / "keystore").get("secret") == "x"
