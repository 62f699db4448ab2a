"""Whatever the wire brings, the officer reads a sentence that says what to do: each outcome has its words."""

from __future__ import annotations

import pytest

from app.guidance import Guidance, load
from app.ports import Reach
from sync.client import TurnedAway
from sync.enrolment import EnrolProblem
from sync.protocol.messages import Refusal


@pytest.fixture(scope="module")
def guidance() -> Guidance:
    return load()


@pytest.mark.parametrize("problem", EnrolProblem)
def test_problem_of_an_enrolment_has_a_sentence_of_its_own(problem, guidance):
    assert guidance.has(f"door.problem.{problem}")
    sentences = {guidance.words(f"door.problem.{each}") for each in EnrolProblem}
    assert len(sentences) == len(EnrolProblem)


@pytest.mark.parametrize("reach", Reach)
def test_reach_has_a_sentence_that_says_that_nothing_is_lost_or_sent(reach, guidance):
    words = guidance.words(f"ui.reach.{reach}")
    assert guidance.has(f"ui.reach.{reach}")
    assert "Nothing is lost." in words or "Nothing was sent" in words


@pytest.mark.parametrize("code", Refusal)
def test_every_refusal_of_a_station_comes_to_one_of_them(code):
    assert TurnedAway(code, {}).reach in Reach
