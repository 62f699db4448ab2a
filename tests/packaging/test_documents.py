"""What the documents say is so: what they name exists, and their numbers are the code's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from storage.attempts import DELAYS, LIMIT
from storage.keys import FLOOR_N, FLOOR_P, FLOOR_R
from storage.sealed_log import BUCKET, ROOM
from sync.protocol.code import LENGTH
from tests.packaging.tree import ROOT, files

DOCUMENTS = sorted(path for path in files(".md"))
IDS = [str(path.relative_to(ROOT)) for path in DOCUMENTS]


def named(text: str) -> set[str]:
    """What stands between single backquotes."""
    return set(re.findall(r"`([^`\n]+)`", text))


def all_tests() -> set[str]:
    found = {path.name for path in files() if path.name.startswith("test_")}
    for path in files():
        found |= set(re.findall(r"def (test_\w+)", path.read_text("utf-8")))
    return found


KNOWN = all_tests()


@pytest.mark.parametrize("path", DOCUMENTS, ids=IDS)
def test_tests_that_a_document_names_are_there(path: Path) -> None:
    wanted = {word for word in named(path.read_text("utf-8")) if word.startswith("test_")}
    assert wanted - KNOWN == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=IDS)
def test_files_that_a_document_names_are_there(path: Path) -> None:
    text = path.read_text("utf-8")
    wanted = {word for word in named(text) if re.fullmatch(r"[\w./-]+/[\w.-]+|[\w-]+\.(py|md|toml)", word)}
    wanted = {
        word
        for word in wanted
        if "*" not in word and not word.startswith(("test_", "./", ".data", ".venv", "keys/"))
    }
    wanted |= set(re.findall(r"\]\((?!http)([^)#]+)\)", text))
    lost = [word for word in wanted if not (ROOT / word).exists() and not (path.parent / word).exists()]
    assert lost == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=IDS)
def test_commands_that_a_document_names_exist(path: Path) -> None:
    door = (ROOT / "doorstep").read_text("utf-8")
    asked = set(re.findall(r"\./doorstep ([a-z]+)", path.read_text("utf-8")))
    assert {word for word in asked if not re.search(rf"^  {word}\b", door, re.MULTILINE)} == set()
    modules = set(re.findall(r"python -m ([a-z_.]+)", path.read_text("utf-8")))
    places = [(ROOT / module.replace(".", "/")) for module in modules]
    assert [place for place in places if not place.with_suffix(".py").exists() and not place.is_dir()] == []


def test_security_states_the_parameters_of_the_code() -> None:
    text = (ROOT / "docs/security.md").read_text("utf-8")
    assert f"N=2^{FLOOR_N.bit_length() - 1} r={FLOOR_R} p={FLOOR_P}" in text
    assert f"waits of {', '.join(map(str, DELAYS))} s" in text
    assert len(DELAYS) + 1 == LIMIT
    assert "the tenth destroys" in text
    assert f"steps of {BUCKET} bytes" in text
    assert f"Room of\n{ROOM >> 10} KiB" in text


def test_rollout_states_the_length_of_a_code() -> None:
    assert f"a {LENGTH}-character code" in (ROOT / "docs/rollout.md").read_text("utf-8")


def test_every_decision_has_a_number_of_its_own_and_is_listed_in_order() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs/adr").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
