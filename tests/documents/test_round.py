"""The round sheet: what an officer needs on paper, and nothing that finds anybody."""

from __future__ import annotations

import pytest

from app.answers import Given, answer_item
from app.case import fold
from app.documents.drawing import draw
from app.documents.round import Round, made_on, round_sheet, stops
from app.language import speaking
from app.visits.claiming import Of, take
from app.visits.schedule import due_list
from app.visits.visiting import agree_visit
from tests.app.shift import Shift, at
from tests.documents.papers import CANARIES, HOME, VICTIM, guidance, hidden, referred, words_of


def shift_of(shift: Shift) -> Shift:
    """One visit agreed for tonight, with a reason and preferences that give away more than they should."""
    shift.time("2027-01-13T18:00+00:00")
    book = shift.officer()
    agree_visit(book, shift.case, at("2027-01-13T19:30+00:00"), {"why": "at 41 Lapwing Close"})
    for item, details in (
        ("cp-channel", {"channels": ["call", "visit"]}),
        ("cp-never-times", {"words": "After 20:00, and not 07700 900145"}),
        ("cp-uniform-or-plain", {"clothes": "plain clothes"}),
        ("pre-firearms-check", {"result": "Shotgun, says Farrow"}),
    ):
        answer_item(book, shift.case, Given(item, "done", details=details))
    visit = next(each for each in shift.case.visits if each.at)
    take(book, Of(shift.case, visit))
    return shift


def told(shift: Shift) -> Round:
    case = fold(shift.entries())
    return Round(due_list([case], shift.clock.now()), guidance(), shift.clock.now(), training=True)


def test_sheet_says_when_whose_how_to_reach_and_what_to_know() -> None:
    said = words_of(draw(round_sheet(told(shift_of(referred())))))
    for wanted in (
        "Due 19:30 today", "4471", "TRAIN-1", "High risk", "Never: After 20:00", "Plain clothes",
        "Firearms and weapons, from control: Shotgun", "TRAINING", "Area Northvale",
    ):  # fmt: skip
        assert wanted in said


@pytest.mark.parametrize("canary", [*CANARIES, VICTIM, VICTIM.split()[1], HOME, "Farrow"])
def test_no_name_number_or_address_stands_on_it(canary: str) -> None:
    said = words_of(draw(round_sheet(told(shift_of(hidden(referred()))))))
    assert canary not in said
    assert "Area" not in said, "an undisclosed address has no area"


def test_same_entries_at_the_same_minute_give_the_same_bytes_in_english() -> None:
    shift = shift_of(referred())
    first = draw(round_sheet(told(shift)))
    with speaking("cy"):
        again = Round(
            due_list([fold(reversed(shift.entries()))], shift.clock.now()),
            guidance(),
            shift.clock.now(),
            True,
        )
        assert draw(round_sheet(again)) == first
        assert stops(again)[0].when.startswith("I'w wneud")
    assert made_on(told(shift)) == "document-20270113-1800.pdf"


def test_case_of_which_nobody_knows_how_to_reach_says_what_not_to_do() -> None:
    shift = Shift()
    agree_visit(shift.officer(), shift.case, at("2027-01-12T10:00+00:00"), {"why": "agreed"})
    (stop,) = stops(told(shift))
    assert "no voicemail" in stop.reach
    assert "not checked" in stop.door
    assert stop.taken == "Nobody has taken it"


def test_empty_shift_says_so_on_paper() -> None:
    empty = Round((), guidance(), at("2027-01-13T18:00+00:00"))
    assert "No visit needs anybody" in words_of(draw(round_sheet(empty)))
