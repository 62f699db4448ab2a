"""What a screen reader meets on every screen: each thing that can be worked has a name, the page begins with
its one name as a heading of the first level, and what is read is in the order in which it is seen."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft
import pytest

from app.handover import offer
from tests.fakes.clock import FakeClock
from tests.views import test_canary as canary
from tests.views.harness import Ring, in_ring, ring
from tests.views.spoken import WORKED, Spoken, laid_over, spoken
from tests.views.test_enrol import empty_phone, key_in, type_code
from tests.views.welfare import Work, ordered, prefers

BACK = ("ui.back", "ui.card.back")
HIDE = "ui.hide"
FORMS = (
    "task/action/arr-safety", "task/action/arr-necessity", "task/safe/arr-access-denied",
    "task/account/vic-own-words", "task/children/kid-details", "task/risk/sp-tonight", "check/answer/dv-age",
    "consent/cn-alone", "consent/cn-dvpn", "consent/cn-cocoon", "consent/cn-marac", "consent/next/nx-support",
)  # fmt: skip
"""A question of each form, beside one place of each row of the route table."""


def faults(view: ft.View, hides: bool = True) -> list[str]:
    said = spoken(view)
    return [*_unnamed(said), *_headings(said), *_order(said, hides), *laid_over(view)]


def _unnamed(said: list[Spoken]) -> Iterator[str]:
    for each in said:
        if each.role in WORKED and not each.name:
            yield f"a {each.role} without a name: {each.key}"
    fields = [each.name for each in said if each.role == "field"]
    yield from (f"two fields are called '{name}'" for name in {*fields} if fields.count(name) > 1)


def _headings(said: list[Spoken]) -> Iterator[str]:
    level = 0
    for each in said:
        if each.role == "heading":
            if each.level > level + 1 or not each.level or not each.name:
                yield f"heading '{each.name}' of level {each.level} under one of level {level}"
            level = each.level
    if not level:
        yield "no heading"


def _order(said: list[Spoken], hides: bool) -> Iterator[str]:
    """Back, the name of the page, what is on it, Hide, and last what the thumb does next."""
    worked = [each.key for each in said if each.role in WORKED]
    first = next((place for place, each in enumerate(said) if each.role == "heading"), len(said))
    early = [each.key for each in said[:first] if each.role in WORKED and each.key not in BACK]
    yield from (f"'{key}' comes before the name of the page" for key in early)
    if hides:
        if worked.count(HIDE) != 1:
            yield f"Hide stands {worked.count(HIDE)} times"
        elif any(each.role in ("text", "heading", "field") for each in said[_place(said, HIDE) :]):
            yield "something of the page is read after Hide"


def _place(said: list[Spoken], key: str) -> int:
    return next(place for place, each in enumerate(said) if each.key == key)


def one_of_each(work: Work) -> list[str]:
    """A place for each row of the route table, and questions of every form."""
    return [*canary.one_of_each(work), *(work.place(each) for each in FORMS)]


async def furnished(phone: Ring) -> Work:
    work = await ordered(phone)
    prefers(work)
    canary.hide(work)
    offer(work.book, work.case, "5158")
    return work


@pytest.mark.slow
@in_ring
async def test_every_screen_is_read_with_names_and_in_order() -> None:
    async with ring() as phone:
        work = await furnished(phone)
        found: dict[str, list[str]] = {}
        for place in one_of_each(work):
            await phone.go(place)
            assert not phone.sees("This page cannot be shown"), place
            found[place] = faults(phone.views()[-1])
        assert {place: each for place, each in found.items() if each} == {}


@in_ring
async def test_what_is_wrong_with_a_form_is_read_before_it_and_again_with_the_field() -> None:
    async with ring() as phone:
        work = await furnished(phone)
        await work.go("court", "attempt")
        await phone.tap("court.attempt.save")
        view = phone.views()[-1]
        assert faults(view) == []
        said = spoken(view)
        places = [at for at, each in enumerate(said) if "Say where it was tried" in each.name]
        assert [said[at].role for at in places] == ["button", "field"]


@in_ring
async def test_every_door_is_read_with_names_and_in_order() -> None:
    clock = FakeClock()
    handset, door = empty_phone(clock)
    async with ring(clock=clock, handset=handset, door=door) as phone:
        assert faults(phone.views()[-1]) == [], "set up"
        await type_code(phone)
        assert faults(phone.views()[-1]) == [], "choose a PIN"
        await key_in(phone, "90817263")
        await key_in(phone, "90817263")
        await phone.until(lambda: phone.services.guard.desk is not None, "the vault is open")
        phone.services.guard.lock()
        await phone.settle()
        assert faults(phone.views()[-1]) == [], "the PIN"
        await phone.unlock("90817263")
        await phone.tap(HIDE)
        cover = spoken(phone.views()[-1])
        assert list(_unnamed(cover)) == []
        assert HIDE not in [each.key for each in cover], "nothing of the app is read out"


def page(*controls: ft.Control) -> ft.View:
    named = ft.Semantics(header=True, heading_level=1, label="Now", exclude_semantics=True)
    return ft.View(controls=[named, *controls, ft.TextButton(content="Hide", key=HIDE)])


def test_a_page_with_names_in_order_has_no_fault() -> None:
    row = ft.Row([ft.TextButton(content="Later"), ft.MergeSemantics(ft.Row([ft.Radio(), ft.Text("Yes")]))])
    field = ft.MergeSemantics(ft.Column([ft.Text("Name"), ft.TextField()]))
    assert faults(page(row, field, ft.IconButton(icon=ft.Icons.ARROW_BACK, tooltip="Back"))) == []


@pytest.mark.parametrize(
    "view",
    [
        page(ft.IconButton(icon=ft.Icons.ARROW_BACK)),
        page(ft.TextField()),
        page(ft.Row([ft.Radio(), ft.Text("Yes")])),
        page(ft.Container(ft.Icon(ft.Icons.CLOSE), on_click=lambda _: None)),
        page(*(ft.MergeSemantics(ft.Row([ft.Text("Time"), ft.TextField()])) for _ in range(2))),
        page(ft.Semantics(header=True, heading_level=3, label="Far below")),
        page(ft.ListView([ft.Text("Last"), ft.Text("First")], reverse=True)),
        page(ft.Stack([ft.Text("Under"), ft.Text("Over")])),
        ft.View(controls=[ft.TextButton(content="Add"), *page().controls]),
        ft.View(controls=[*page().controls, ft.Text("Under the dock")]),
        ft.View(controls=page().controls[:1]),
    ],
)
def test_what_a_screen_reader_cannot_use_is_noticed(view: ft.View) -> None:
    assert len(faults(view)) == 1


def test_a_page_that_has_no_name_is_noticed() -> None:
    assert "no heading" in faults(ft.View(controls=page().controls[1:]))
