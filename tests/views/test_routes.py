"""Places: plain words and ids, each with its screen, each with a way up."""

from __future__ import annotations

import pytest

from tests.views.harness import in_ring, ring
from tests.views.test_now import incident
from views.going import above
from views.routes import HOME, PATHS, Place, is_place, routes, screen_named

CASE = "0197f000-0000-7000-8000-000000000001"


def screens(place: Place) -> set[str]:
    return {place.screen, *(name for below in place.below for name in screens(below))}


def test_every_place_has_its_screen() -> None:
    assert [name for name in sorted(screens(HOME)) if not callable(screen_named(name))] == []
    assert routes()[0].path == "/"


@pytest.mark.parametrize(
    ("place", "upper"),
    [
        ("/", "/"),
        ("/send", "/"),
        ("/visits/new", "/visits"),
        (f"/incident/{CASE}", "/"),
        (f"/incident/{CASE}/task/action", f"/incident/{CASE}"),
        (f"/incident/{CASE}/task/action/arr-safety", f"/incident/{CASE}/task/action"),
        (f"/incident/{CASE}/visit/v-1/move", f"/incident/{CASE}/visit/v-1"),
        (f"/incident/{CASE}/court/order", f"/incident/{CASE}/court"),
        ("/incident/new", "/"),
    ],
)
def test_back_leads_to_the_nearest_place_above(place: str, upper: str) -> None:
    assert is_place(place)
    assert above(place) == upper


@pytest.mark.parametrize("path", ["/no", "/send/more", "/incident", f"/incident/{CASE}/no/such/thing/at/all"])
def test_anything_else_is_no_place(path: str) -> None:
    assert not is_place(path)


@pytest.mark.parametrize("path", [path for path in PATHS if ":case" in path])
def test_place_of_an_incident_that_is_not_on_this_phone_says_so(path: str) -> None:
    @in_ring
    async def body() -> None:
        route = "/".join(CASE if part.startswith(":") else part for part in path.split("/"))
        async with ring(route) as phone:
            await phone.unlock()
            assert phone.sees("This page is not here")
            assert not phone.sees("This page cannot be shown")

    body()


@in_ring
async def test_system_back_leads_one_place_up() -> None:
    async with ring() as phone:
        await phone.unlock()
        case = await incident(phone)
        await phone.go(f"/incident/{case}/task/before")
        assert len(phone.views()) == 3
        await phone.pop()
        assert phone.route == f"/incident/{case}"
        await phone.pop()
        assert phone.route == "/"
