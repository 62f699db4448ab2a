"""What an officer looks up: numbers, orders, guidance, advice; and what was checked too long ago."""

from __future__ import annotations

from datetime import date

import pytest

from app.guidance import load
from app.reference.advice import advice, read_advice
from app.reference.ageing import limit, too_old
from app.reference.helplines import helplines, read_helplines
from app.reference.library import library, orders, read_library, read_orders

CHECKED = date(2026, 11, 24)
GUIDANCE_REFERENCES = """
rf-leadership rf-ethics rf-risk-management rf-sp-principles rf-sp-developing rf-sp-children rf-sp-example
rf-cps-annex-e rf-firearms rf-info-management rf-sanctuary-guide rf-suzy-lamplugh rf-dvpo-checklist
"""


def test_the_numbers_are_those_of_the_law_digest_and_their_address_is_digits_alone() -> None:
    told = {each.id: (each.shown, each.address) for each in helplines()}
    assert told == {
        "emergency": ("999", "tel:999"),
        "domestic-abuse": ("0808 2000 247", "tel:08082000247"),
        "stalking": ("0808 802 0300", "tel:08088020300"),
    }


@pytest.mark.parametrize("number", ["0808 2000", "+44808", "tel:1", "999;x"])
def test_a_number_with_anything_but_digits_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="more than digits"):
        read_helplines(f'[x]\nnumber = "{number}"')


@pytest.mark.parametrize(
    ("today", "old"),
    [
        (date(2027, 5, 24), False),
        (date(2027, 5, 25), True),
        (date(2026, 11, 24), False),
        (date(2028, 1, 1), True),
    ],
)
def test_what_was_checked_more_than_six_months_ago_is_too_old(today: date, old: bool) -> None:
    assert too_old(CHECKED, today, 6) is old


def test_what_nobody_has_looked_at_has_no_day() -> None:
    told = read_library(
        'months = 1\n[guidance.x]\npublisher = "p"\n[guidance.y]\npublisher = "q"\nchecked = 2026-01-02'
    )
    assert [each.checked for each in told.guidance] == [None, date(2026, 1, 2)]


def test_the_force_sets_the_limit_and_nonsense_is_no_limit() -> None:
    assert limit({"guidance_months": 3}) == 3
    assert [limit({"guidance_months": each}) for each in (0, -1, "3", True, None)] == [library().months] * 5
    assert not too_old(None, date(2090, 1, 1), 1)


def test_every_reference_of_the_law_digest_has_title_and_publisher() -> None:
    assert {each.id for each in library().guidance} == set(GUIDANCE_REFERENCES.split())
    assert all(each.publisher and load().has(f"guidance.{each.id}") for each in library().guidance)


def test_every_order_says_who_asks_what_it_does_and_what_breaking_it_is() -> None:
    words = load()
    assert len(orders().orders) == 11
    for each in orders().orders:
        assert all(words.has(f"order-note.{each.id}{part}") for part in ("", ".who", ".does")), each.id
        assert words.has(f"order-note.breach.{each.breach}")


def test_every_line_of_advice_is_worded_and_every_measure_in_it_is_asked() -> None:
    words = load()
    for page in advice():
        assert all(words.has(f"advice.{page.id}.{number}") for number in range(1, page.lines + 1)), page.id
        assert not words.has(f"advice.{page.id}.{page.lines + 1}"), "a line that nobody reads"
        assert all(words.question(item) for item in page.items), page.id


def test_pages_of_a_wrong_form_are_refused() -> None:
    with pytest.raises(ValueError, match="no lines"):
        read_advice("[x]\nchoice = []\nlines = 0\nitems = []")
    with pytest.raises(ValueError, match="not known"):
        read_orders('checked = 2026-01-01\n[order.x]\nbreach = "sin"\nlaw = "none"')
    with pytest.raises(ValueError, match="no whole number"):
        read_library("months = 0\n[guidance]")
    with pytest.raises(ValueError, match="no day"):
        read_library('months = 1\n[guidance.x]\npublisher = "p"\nchecked = "soon"')
