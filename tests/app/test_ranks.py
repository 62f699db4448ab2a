"""Who may decide, by rank: superintendent or above; nobody for a time unless the force says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.ranks import ranks, read_ranks
from app.regimes import regime_of


@pytest.mark.parametrize(
    "rank",
    [
        "Superintendent", "superintendent", "Detective Superintendent", "Chief Superintendent", "Supt",
        "Commander", "Assistant Chief Constable", "ACC", "Deputy Chief Constable", "Chief Constable",
        "Commissioner",
    ],
)  # fmt: skip
def test_superintendent_or_above_may_authorise_a_notice(rank: str) -> None:
    assert ranks().reaches(rank, regime_of("DVPN").authoriser)


@pytest.mark.parametrize(
    "rank",
    [
        "", "PC", "Sergeant", "Inspector", "Detective Chief Inspector", "Acting Superintendent",
        "Temporary Superintendent", "T/Supt", "A/Superintendent", "A/Supt.", "Superintendent (retired)",
        "Special Superintendent Designate", "chief", "Caretaker", "constable superintendent",
    ],
)  # fmt: skip
def test_nobody_else_may(rank: str) -> None:
    assert not ranks().reaches(rank, regime_of("DVPN").authoriser)


@pytest.mark.parametrize("rank", ["Acting Superintendent", "T/Supt", "Temporary Chief Superintendent"])
def test_rank_held_for_a_time_counts_only_where_the_force_says_so(rank: str) -> None:
    said_so = replace(ranks(), for_a_time_counts=True)
    assert said_so.reaches(rank, "superintendent")
    assert not said_so.reaches("Acting Inspector", "superintendent")


def test_inspector_is_the_one_who_would_give_the_newer_notice_and_it_is_not_issued() -> None:
    newer = regime_of("DAPN")
    assert ranks().reaches("Inspector", newer.authoriser)
    assert not ranks().reaches("Sergeant", newer.authoriser)
    assert not newer.issue


def test_rank_that_no_list_knows_asks_for_more_than_anybody_has() -> None:
    assert not ranks().reaches("Chief Constable", "grand marshal")


@pytest.mark.parametrize(
    ("rank", "step"),
    [("PC", ""), ("Sergeant", "sergeant"), ("Inspector", "inspector"), ("Superintendent", "inspector")],
)
def test_endorsement_is_given_at_the_highest_step_of_the_rank(rank: str, step: str) -> None:
    assert ranks().step_of(rank) == step
    assert replace(ranks(), endorsement=()).step_of(rank) == ""


@pytest.mark.parametrize("text", ["", "order = 1", "[force]"])
def test_file_that_is_none_is_not_read_as_one(text: str) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        read_ranks(text)
