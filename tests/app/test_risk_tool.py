"""The slot for a force's own questions: read strictly, refused in words, never scored."""

from __future__ import annotations

import pytest

from app.guidance import load
from app.risk_tool import NotUsed, Tool, answer_tool, answered, read_tool
from tests.app.shift import Shift

FILE = b"""
title = "TRAINING questions"
version = "1"
licence = "Invented for TRAINING"

[q-1]
form = "choice"
answers = ["yes", "no", "not known"]
ask = "An invented question?"

[q-2]
form = "words"
ask = "An invented question in words"
"""


def tool() -> Tool:
    found = read_tool(FILE)
    assert isinstance(found, Tool)
    return found


def test_no_file_is_the_usual_case_and_says_nothing() -> None:
    assert read_tool(b"") is None
    assert read_tool(b" \n") is None


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (b"title = ", NotUsed("toml")),
        (b"\xff\xfe", NotUsed("toml")),
        (FILE.replace(b'licence = "Invented for TRAINING"', b""), NotUsed("about")),
        (FILE.replace(b'form = "words"', b'form = "words"\nweight = 3'), NotUsed("scores")),
        (FILE.replace(b'version = "1"', b'version = "1"\nthreshold = 14'), NotUsed("scores")),
        (FILE.replace(b'form = "words"', b'form = "slider"'), NotUsed("question", "q-2")),
        (FILE.replace(b'answers = ["yes", "no", "not known"]', b""), NotUsed("question", "q-1")),
        (FILE.replace(b'answers = ["yes"', b"answers = [1"), NotUsed("question", "q-1")),
        (FILE + b'\nextra = "x"', NotUsed("question", "q-2")),
        (FILE.partition(b"[q-1]")[0], NotUsed("empty")),
    ],
)
def test_a_file_of_another_form_is_not_used_and_says_why(told: bytes, why: NotUsed) -> None:
    assert read_tool(told) == why
    assert load().has(f"force-tool.problem.{why.why}")


def test_answers_are_kept_with_the_version_of_the_tool_and_grade_nothing() -> None:
    shift = Shift()
    answer_tool(shift.officer(), shift.case, tool(), {"q-1": "yes", "q-2": " said it ", "q-9": "x"})
    assert answered(shift.case, tool()) == {"q-1": "yes", "q-2": "said it"}
    assert shift.case.risk.standing is None
    assert all("An invented question" not in str(each.body) for each in shift.entries()), "no licensed text"


def test_answers_to_another_version_of_the_tool_are_not_taken_for_this_one() -> None:
    shift = Shift()
    answer_tool(shift.officer(), shift.case, tool(), {"q-1": "yes"})
    newer = read_tool(FILE.replace(b'version = "1"', b'version = "2"'))
    assert isinstance(newer, Tool)
    assert answered(shift.case, newer) == {}
