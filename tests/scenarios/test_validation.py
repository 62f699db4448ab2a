"""What is not in the closed lists is refused, by name."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.scenarios.__main__ import main
from tests.scenarios.script import read
from tests.scenarios.validation import sentences

GIVEN = Path(__file__).parent / "cases" / "08-notice-breach-before-hearing-handover.json"


@pytest.fixture
def told() -> dict[str, Any]:
    return deepcopy(read(GIVEN))


def test_given_file_has_no_fault(told):
    assert sentences(told) == []


@pytest.mark.parametrize(
    ("place", "key", "said"),
    [
        ((), "weather", "unknown field 'weather'"),
        (("officers", 0), "badge", "unknown field 'badge'"),
        (("people", 0), "shoe_size", "unknown field 'shoe_size'"),
        (("steps", 0), "mood", "unknown field 'mood'"),
        (("steps", 0, "value"), "colour", "unknown field 'colour'"),
        (("expect", 0), "maybe", "unknown field 'maybe'"),
        (("expect", 0, "check"), "vibes", "unknown fact 'vibes'"),
    ],
)
def test_unknown_field_or_fact_is_named(told, place, key, said):
    _at(told, place)[key] = "x"
    assert any(said in sentence for sentence in sentences(told))


def test_unknown_verb_is_named(told):
    told["steps"][3]["do"] = "guess"
    assert sentences(told) == ["Step 3 has an unknown verb 'guess'."]


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (("training",), False, "not marked training"),
        (("region",), "Scotland", "region is not England and Wales"),
        (("officers", 0, "rank"), "Captain", "unknown rank 'Captain'"),
        (("people", 0, "role"), "dog", "unknown role 'dog'"),
        (("steps", 0, "at"), "2027-01-25T09:10", "no time with an offset"),
        (("steps", 0, "by"), "9999", "no officer of this file"),
        (("steps", 0, "online"), "yes", "whether it is online"),
        (("steps", 0, "value"), [], "value that is no object"),
        (("steps", 21, "value", "served_at"), "16:20", "'served_at' without time or offset"),
        (("steps", 29, "value", "resolves"), [40], "step 40, which is not before it"),
        (("expect", 0, "at"), 99, "step 99, which there is not"),
        (("expect", 0, "at"), "teatime", "neither a step nor a time"),
        (("expect", 0, "check"), {}, "checks nothing"),
        (("expect", 0, "check"), {"order_of_steps": [999]}, "step 999, which there is not"),
        (("expect", 0, "check"), {"because": []}, "'because' without"),
        (("expect", 0, "check"), {"string_absent": ["x"], "in": ["sky"]}, "unknown place 'sky'"),
        (("expect", 0, "check"), {"review_due": {"trigger": "tr-charge", "on": "x"}}, "unknown field 'on'"),
    ],
)
def test_value_outside_the_schema_is_named(told, place, value, said):
    _at(told, place[:-1])[place[-1]] = value
    assert any(said in sentence for sentence in sentences(told)), sentences(told)


@pytest.mark.parametrize("key", ["id", "title", "officers", "steps", "expect"])
def test_field_that_is_left_out_is_named(told, key):
    del told[key]
    assert f"The file lacks {key!r}." in sentences(told)


@pytest.mark.parametrize(
    ("verb", "value", "said"),
    [
        ("plan_visits", {"grade": "high", "order_made": "soon", "days": 28}, "'order_made' that is no day"),
        ("plan_visits", {"grade": "high", "order_made": "2027-02-02", "days": "28"}, "no whole number"),
        ("record_order", {"days": True}, "no whole number"),
        ("extend_visits", {"dates": ["2027-02-30"]}, "'dates' that is no day"),
        ("extend_visits", {"dates": []}, "no list of days"),
        ("extend_visits", {"dates": "2027-02-02"}, "no list of days"),
        ("extend_visits", {"dates": ["2027-02-02"], "until": 7}, "'until' that is no day"),
    ],
)
def test_day_or_number_that_is_none_is_named(told, verb, value, said):
    told["steps"][3] |= {"do": verb, "value": value}
    assert any(said in sentence for sentence in sentences(told)), sentences(told)


ODD: tuple[Any, ...] = (None, 0, "", [], {}, 1.5, True, ["x"], {"x": 1})


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_file_with_an_odd_value_anywhere_is_judged_in_sentences(told, odd):
    for place in list(_places(told))[1:]:
        spoilt = deepcopy(told)
        _at(spoilt, place[:-1])[place[-1]] = odd
        assert all(sentence.endswith(".") for sentence in sentences(spoilt))


def test_runner_ends_with_1_and_plays_nothing_of_a_file_that_it_does_not_know(tmp_path, capsys):
    path = tmp_path / "scenario.json"
    path.write_text('{"id": "99", "surprise": 1}')
    assert main([str(path)]) == 1
    said = capsys.readouterr().out
    assert "unknown field 'surprise'" in said
    assert said.endswith("0 passed, 0 failed, 0 skipped\n")


def test_runner_ends_with_1_for_a_file_that_is_no_json(tmp_path, capsys):
    path = tmp_path / "scenario.json"
    path.write_text("{")
    assert main([str(path)]) == 1
    assert "no JSON file" in capsys.readouterr().out


def _at(told: Any, place: tuple[Any, ...]) -> Any:
    for part in place:
        told = told[part]
    return told


def _places(told: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield place
    inside = told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ()
    for key, value in inside:
        yield from _places(value, (*place, key))
