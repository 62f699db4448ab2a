"""The list of a shift: groups, whose visits, and what 'near' means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.case.model import Case, Contested, Person, Value, Version, Visit
from app.visits.near import STEPS, Spot, nearness, postcode, spot
from app.visits.schedule import DueVisit
from app.visits.shift import Order, Whose, Wish, group_of, grouped, is_mine, wished
from tests.app.shift import at

NOW = at("2026-11-21T18:00+00:00")
TODAY = date(2026, 11, 21)


def row(case: str = "c", status: str = "due", address: str = "", **visit: object) -> DueVisit:
    known = Visit(f"v-{case}", TODAY)
    return DueVisit(Case(case, address=address), replace(known, **visit), status)  # type: ignore[arg-type]


def claimed(told: DueVisit, *officers: str) -> DueVisit:
    body = {"visit": told.visit.id, "due": TODAY.isoformat()}
    entries = [Version(f"e-{number}", number, NOW, NOW, body, kind="visit_claimed") for number in officers]
    return replace(told, case=replace(told.case, claimed=tuple(entries)))


@pytest.mark.parametrize(
    ("status", "minutes", "group"),
    [
        ("due", None, "due"), ("due", 60, "due"), ("due", 61, "later"), ("overdue", -5, "overdue"),
        ("missed", None, "missed"), ("planned", 3000, "planned"),
    ],
)  # fmt: skip
def test_visit_stands_in_the_group_of_its_hour(status: str, minutes: int | None, group: str) -> None:
    told = row(status=status, at=NOW + timedelta(minutes=minutes) if minutes is not None else None)
    assert group_of(told, NOW) == group


def test_extra_visit_with_hours_left_is_due_now() -> None:
    assert group_of(row(id="extra", at=NOW + timedelta(hours=5)), NOW) == "due"


def test_mine_unclaimed_and_all() -> None:
    mine, both, free = claimed(row("a"), "4471"), claimed(row("b"), "4502", "4471"), row("c")
    named = row("d", officer="4471")
    every = [mine, both, free, named]
    assert wished(every, Wish(), "4471") == every
    assert wished(every, Wish(Whose.MINE), "4471") == [mine, both, named]
    assert wished(every, Wish(Whose.NOBODY), "4471") == [free, named]
    assert not is_mine(claimed(named, "4502"), "4471")


@pytest.mark.parametrize(
    ("typed", "address", "step"),
    [
        ("NV1 4AB", "3 Tern Mews, Northvale nv14ab", "postcode"),
        ("9 Elm Row, NV1 4XY", "3 Tern Mews, Northvale NV1 4AB", "sector"),
        ("NV1 4", "3 Tern Mews, NV1 4AB", "sector"),
        ("nv1", "3 Tern Mews, NV1 4AB", "district"),
        ("NV1 5AB", "3 Tern Mews, NV1 4AB", "district"),
        ("NV12 5AB", "3 Tern Mews, NV1 4AB", "letters"),
        ("ZZ1 4AB", "3 Tern Mews, NV1 4AB", "other"),
        ("ZZ1 4AB", "3 Tern Mews, Northvale", "no-postcode"),
        ("tern mews", "3 Tern Mews, Northvale", "words"),
        ("Elm Row", "3 Tern Mews, Northvale", "other"),
        ("NV1 4AB", "", "none"),
    ],
)
def test_near_compares_postcodes_and_then_words(typed: str, address: str, step: str) -> None:
    assert nearness(typed, spot(Case("c", address=address))).step == step


@pytest.mark.parametrize("told", ["", "M6 junction", "3 Tern Mews", "A1 and A2", "NV1 4A"])
def test_what_is_no_postcode_is_read_as_none(told: str) -> None:
    assert postcode(told) is None


def test_undisclosed_address_is_compared_with_nothing_and_stands_last() -> None:
    hidden = row("h", address="3 Tern Mews, NV1 4AB")
    hidden = replace(hidden, case=replace(hidden.case, undisclosed=True))
    plain, far = row("p"), row("f", address="Elm Row, ZZ1 1ZZ")
    found = wished([hidden, plain, far], Wish(order=Order.NEAR, near="NV1 4AB"), "4471")
    assert [each.case.id for each in found] == ["f", "h", "p"]
    assert spot(hidden.case) == Spot("hidden")


def test_victim_who_lives_elsewhere_is_looked_for_there_and_two_addresses_are_no_place() -> None:
    values = [Value(str(n), {"address": told}, "4471", NOW) for n, told in enumerate(("NV1 4AB", "NV2 1AA"))]
    person = Person("p", "victim", "R M")
    case = Case("c", address="ZZ1 1ZZ", people=(person,))
    one = replace(case, contested={"address/p": Contested(values[0], (values[0],), (values[0],))})
    both = replace(case, contested={"address/p": Contested(values[0], tuple(values), tuple(values))})
    assert spot(one).area == "NV1"
    assert spot(both).state == "two"


def test_by_area_puts_one_area_together_and_what_has_none_last() -> None:
    rows = [row("1", address="Elm Row, Fenmoor"), row("2"), row("3", address="A Row, Exampleton EX1 1AA"),
            row("4", address="B Row, Fenmoor")]  # fmt: skip
    found = wished(rows, Wish(order=Order.AREA), "4471")
    assert [each.case.id for each in found] == ["3", "1", "4", "2"]


def test_groups_are_cut_after_so_many_rows_and_keep_the_order_asked_for() -> None:
    rows = [row("1"), row("2", "overdue", at=NOW), row("3"), row("4", "planned")]
    found = [(name, [each.case.id for each in cut]) for name, cut in grouped(rows, NOW, 3)]
    assert found == [("overdue", ["2"]), ("due", ["1", "3"])]


@given(st.text(max_size=40), st.text(max_size=60))
def test_any_two_texts_have_a_nearness_and_the_same_one_is_never_farther(typed: str, address: str) -> None:
    there = spot(Case("c", address=address))
    found = nearness(typed, there)
    assert found.step in STEPS
    assert nearness(address, there).rank <= found.rank or postcode(address) is None
