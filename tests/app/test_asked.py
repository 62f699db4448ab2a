"""python -m app.clocks: JSON for a question that has an answer, one sentence for any other."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clocks.asked import Unanswerable, answer
from app.court_calendar import bundled

ROOT = Path(__file__).parents[2]
VECTORS = json.loads((ROOT / "tests" / "vectors" / "clocks.json").read_text("utf-8"))
CALENDAR = bundled()


def asked(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "app.clocks", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def told(*words: str) -> Any:
    found = asked(*words)
    assert (found.returncode, found.stderr) == (0, "")
    return json.loads(found.stdout)


def test_hours_are_answered_with_both_deadlines_and_their_working() -> None:
    found = told("48", "2026-12-24T10:00")
    assert found["safe"] == {"utc": "2026-12-29T10:00Z", "local": "Tue 29 Dec 2026, 10:00 GMT"}
    assert found["outer"] == {"utc": "2026-12-30T10:00Z", "local": "Wed 30 Dec 2026, 10:00 GMT"}
    assert found["calendar"] == CALENDAR.version
    days = [(each["day"], each["from"], each["to"], each["counted"]) for each in found["working"]]
    assert days == [
        ("2026-12-24", "10:00", "24:00", "yes"),
        ("2026-12-25", "00:00", "24:00", "no"),
        ("2026-12-26", "00:00", "24:00", "in the safe answer only"),
        ("2026-12-27", "00:00", "24:00", "no"),
        ("2026-12-28", "00:00", "24:00", "no"),
        ("2026-12-29", "00:00", "24:00", "yes"),
        ("2026-12-30", "00:00", "10:00", "yes"),
    ]
    assert all(each["why"] for each in found["working"] if each["counted"] != "yes")


def test_order_is_answered_with_its_last_day_and_end() -> None:
    assert told("order", "2026-06-11", "28") == {
        "last_day": "2026-07-08",
        "ends": {"utc": "2026-07-08T23:00Z", "local": "end of Wed 8 Jul (24:00) BST"},
        "days": 28,
        "regime": "DVPO",
    }


@pytest.mark.parametrize("vector", VECTORS["clocks"], ids=lambda vector: vector["id"])
def test_each_vector_is_answered(vector: dict[str, str]) -> None:
    found = answer([str(vector["hours"]), vector["start"]], CALENDAR)
    assert found["safe"]["utc"] == vector["safe"]
    assert found["outer"]["utc"] == vector["statutory_outer"]


def test_start_without_an_offset_is_london_time_and_one_with_is_taken_as_given() -> None:
    there = answer(["48", "2026-06-09T10:00"], CALENDAR)
    assert there == answer(["48", "2026-06-09T09:00Z"], CALENDAR)
    assert there == answer(["48", "2026-06-09T11:00+02:00"], CALENDAR)


def test_midnight_is_never_written_as_no_hours() -> None:
    found = answer(["48", "2026-06-14T02:10"], CALENDAR)
    assert found["safe"]["local"] == "end of Tue 16 Jun (24:00) BST"
    assert "00:00" not in found["safe"]["local"]


def test_seconds_are_cut_off_so_that_the_clock_ends_sooner() -> None:
    assert answer(["24", "2026-06-09T14:00:59"], CALENDAR) == answer(["24", "2026-06-09T14:00"], CALENDAR)


REFUSED = {
    (): "Ask for hours",
    ("48",): "Ask for hours",
    ("order", "2026-06-11"): "Ask for hours",
    ("48", "2026-06-11T10:00", "more"): "Ask for hours",
    ("0", "2026-06-11T10:00"): "whole number",
    ("-1", "2026-06-11T10:00"): "whole number",
    ("4.5", "2026-06-11T10:00"): "whole number",
    ("48h", "2026-06-11T10:00"): "whole number",
    ("1000", "2026-06-11T10:00"): "whole number",
    ("48", "2026-06-11"): "to the minute",
    ("48", "tomorrow"): "to the minute",
    ("48", "2026-06-11T10"): "to the minute",
    ("48", "2026-02-30T10:00"): "no calendar",
    ("48", "2026-06-11T25:00"): "no calendar",
    ("48", "1890-06-11T10:00"): "years 2010 to 2099",
    ("48", "2026-03-29T01:30"): "London had no 01:30 on 2026-03-29",
    ("order", "2026-06-11", "13"): "14 to 28 days",
    ("order", "2026-06-11", "29"): "14 to 28 days",
    ("order", "2026-06-11", "many"): "14 to 28 days",
    ("order", "2026-02-30", "28"): "made on a day",
    ("order", "11 June", "28"): "made on a day",
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_answered_is_refused_in_a_sentence(words: tuple[str, ...]) -> None:
    with pytest.raises(Unanswerable, match=REFUSED[words]) as refused:
        answer(words, CALENDAR)
    assert "\n" not in str(refused.value)
    assert str(refused.value).endswith(".")


def test_time_that_comes_twice_is_refused_with_both_readings() -> None:
    found = asked("24", "2026-10-25T01:30")
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.count("\n") == 1
    assert "2026-10-25T01:30+01:00 for BST" in found.stderr
    assert "2026-10-25T01:30+00:00 for GMT" in found.stderr


@given(st.lists(st.text(max_size=24), max_size=4))
def test_whatever_is_typed_is_answered_or_refused_in_a_sentence(words: list[str]) -> None:
    assert sentence_or_answer(words)


def sentence_or_answer(words: list[str]) -> bool:
    try:
        return bool(answer(words, CALENDAR))
    except Unanswerable as refused:
        return str(refused).endswith(".")
