"""A newer calendar comes while the app runs: what is on the screen is worked out with it."""

from __future__ import annotations

from app.calendar_versions import in_force
from app.court_calendar import CourtCalendar, bundled
from tests.fakes.calendar import VERSION, boxing_day
from tests.views.harness import in_ring, ring
from tests.views.welfare import served

SERVED = "2026-12-23T16:00:00+00:00"


class Sent:
    """The calendar in force on this phone; the test says when the station sends another."""

    def __init__(self) -> None:
        self.calendar = bundled()

    def __call__(self) -> CourtCalendar:
        return self.calendar


@in_ring
async def test_deadline_on_the_screen_moves_as_soon_as_a_newer_calendar_is_there() -> None:
    sent = Sent()
    async with ring(calendars=sent) as phone:
        work = await served(phone, SERVED)
        await work.go("court")
        assert phone.sees("by Sat 26 Dec 2026, 16:00")
        sent.calendar = in_force(boxing_day())
        phone.services.changes.say()
        await phone.settle()
        assert phone.sees("by Tue 29 Dec 2026, 16:00")
        assert not phone.sees("by Sat 26 Dec 2026, 16:00")


@in_ring
async def test_page_of_a_clock_names_the_version_that_it_was_worked_out_with() -> None:
    sent = Sent()
    async with ring(calendars=sent) as phone:
        work = await served(phone, SERVED)
        await work.go("clock", "hearing")
        assert phone.sees(f"alendar {bundled().version}")
        sent.calendar = in_force(boxing_day())
        phone.services.changes.say()
        await phone.settle()
        assert phone.sees(f"alendar {VERSION}")
        assert not phone.sees(f"alendar {bundled().version}")
