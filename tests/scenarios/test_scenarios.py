"""The scenarios, played whole; and every kind of fact seen to fail when it is expected wrongly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.scenarios import schema
from tests.scenarios.corrupting import CONTEXT, with_wrong
from tests.scenarios.play import play
from tests.scenarios.report import FAILED, PASSED, Line
from tests.scenarios.script import read, script
from tests.scenarios.validation import sentences

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
FILES = sorted((*HERE.glob("cases/*.json"), *HERE.glob("ours/*.json")))


@dataclass(frozen=True)
class Wrong:
    """A fact expected wrongly, the line that it gave, and the line of the right expectation."""

    key: str
    line: Line
    right: Line


@dataclass(frozen=True)
class PlayedFile:
    lines: list[Line]
    wrong: list[Wrong]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory):
    """Each file once, with its wrong expectations behind its own."""

    @cache
    def once(path: Path) -> PlayedFile:
        told = read(path)
        both, made = with_wrong(told)
        lines = play(script(both), tmp_path_factory.mktemp(path.stem[:2]))
        steps = [line for line in lines if line.number < 0]
        by_number = {line.number: line for line in lines}
        own = [by_number[number] for number in range(len(told["expect"]))]
        wrong = [
            Wrong(key, by_number[len(own) + place], own[number]) for place, (number, key) in enumerate(made)
        ]
        return PlayedFile([*steps, *own], wrong)

    return once


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_scenario_file_says_only_what_the_schema_knows(path):
    assert sentences(read(path)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_expectation_of_a_scenario_passes_and_none_is_skipped(played, path):
    assert [str(line) for line in played(path).lines if line.verdict != PASSED] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_fact_that_holds_fails_when_it_is_expected_wrongly(played, path):
    passing = [each for each in played(path).wrong if each.right.verdict == PASSED]
    assert passing
    assert [f"{each.key}: {each.line}" for each in passing if not _names(each.line, each.key)] == []


@pytest.mark.parametrize("key", sorted(schema.CHECKS - set(CONTEXT)))
def test_wrong_expectation_of_each_kind_of_fact_is_seen_somewhere(played, key):
    wrong = (each for path in FILES for each in played(path).wrong if each.key == key)
    assert any(each.right.verdict == PASSED and _names(each.line, key) for each in wrong)


def _names(line: Line, key: str) -> bool:
    """Failed, and because of this fact."""
    return line.verdict == FAILED and any(why.startswith(f"{key} ") for why in line.why)
