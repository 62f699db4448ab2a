"""How this was worked out: every day, both answers and what each is for, and what ended the clock."""

from __future__ import annotations

from app import kinds
from app.amendment import Correction, amend
from app.answers import Given, answer_item
from app.court import Adjournment, Listing, OrderMade, adjourn, list_hearing, record_order, report_breach
from app.court_calendar import bundled
from app.entry import Entry
from tests.views.harness import Ring, in_ring, ring
from tests.views.welfare import Work, at, opened, ordered, served

EVE = "2026-12-24T10:00:00+00:00"


def told(phone: Ring, name: str) -> str:
    """The value that stands under this name."""
    texts = phone.texts()
    return texts[texts.index(name) + 1]


@in_ring
async def test_each_day_stands_with_its_hours_and_why_it_does_not_count() -> None:
    async with ring() as phone:
        work = await served(phone, EVE)
        await work.go("clock", "hearing")
        assert told(phone, "Thu 24 Dec, 10:00 to 24:00") == "14 h counted"
        assert told(phone, "Fri 25 Dec, 00:00 to 24:00") == "Not counted: Christmas Day"
        doubtful = told(phone, "Sat 26 Dec, 00:00 to 24:00")
        assert doubtful.startswith("In doubt: ")
        assert doubtful.endswith(". 24 h counted in the first answer, none in the second")
        assert told(phone, "Sun 27 Dec, 00:00 to 24:00") == "Not counted: Sunday"
        days = "10 h counted in the first answer, 24 h in the second"
        assert told(phone, "Tue 29 Dec, 00:00 to 24:00") == days
        assert (
            told(phone, "Wed 30 Dec, 00:00 to 10:00") == "0 h counted in the first answer, 10 h in the second"
        )
        assert told(phone, "Together") == "48 h in the first answer, 48 h in the second"
        assert phone.sees(f"Calendar {bundled().version}.")


@in_ring
async def test_both_answers_stand_with_what_each_is_for_also_where_they_are_the_same() -> None:
    async with ring() as phone:
        work = await served(phone, EVE)
        await work.go("clock", "hearing")
        assert told(phone, "Work to this: every doubtful day counts") == "Tue 29 Dec 2026, 10:00 GMT"
        assert told(phone, "Latest reading: doubtful days left out") == "Wed 30 Dec 2026, 10:00 GMT"
        assert not phone.sees("Both answers are the same here")
    async with ring() as phone:
        work = await served(phone, "2026-11-23T10:00:00+00:00")
        await work.go("clock", "hearing")
        assert phone.sees("Both answers are the same here")
        for words in ("list the hearing by it", "the notice may still be in force", "treat it as ended"):
            assert phone.sees(words)


@in_ring
async def test_sitting_and_section_of_law_stand_on_the_page() -> None:
    async with ring() as phone:
        work = await served(phone, EVE)
        await work.go("clock", "hearing")
        assert told(phone, "Law") == "Crime and Security Act 2010, s.27(3),(4)"
        assert told(phone, "Last ordinary sitting before it (weekday, 10:00)").startswith("None.")
    async with ring() as phone:
        work = await served(phone, "2026-12-22T16:00:00+00:00")
        await work.go("clock", "hearing")
        sitting = told(phone, "Last ordinary sitting before it (weekday, 10:00)")
        assert sitting == "Thu 24 Dec 2026, 10:00 GMT"


@in_ring
async def test_time_left_is_told_in_counted_hours_and_in_all() -> None:
    async with ring() as phone:
        work = await served(phone, EVE)
        await work.go("clock", "hearing")
        assert told(phone, "Time left to the first answer") == "48 h 0 min counted, 120 h 0 min in all"


@in_ring
async def test_service_time_that_was_put_right_keeps_its_old_deadline_readable() -> None:
    async with ring() as phone:
        work = await served(phone, "2026-11-23T15:05:00+00:00")
        entry = work.last(kinds.NOTICE_SERVED)
        work.time("2026-11-23T16:00:00+00:00")
        right = {"served_at": "2026-11-23T14:40:00+00:00"}
        amend(work.book, work.case, Correction(entry.id, right, "By body-worn video"))
        await work.go("clock", "hearing")
        assert told(phone, "Notice served personally") == "Mon 23 Nov 2026, 14:40 GMT"
        before = told(phone, "Before 16:00 today, put right by 4471")
        assert before.split("\n") == [
            "Mon 23 Nov 2026, 15:05 GMT", "By body-worn video", "Deadline: Wed 25 Nov 2026, 15:05 GMT"
        ]  # fmt: skip
        await phone.tap("clock.record")
        assert phone.route == work.place("note", entry.id)


@in_ring
async def test_hearing_that_began_leaves_the_working_readable_with_what_ended_it() -> None:
    async with ring() as phone:
        work = await served(phone, "2026-11-23T15:05:00+00:00")
        work.time("2026-11-24T10:30:00+00:00")
        adjourn(work.book, work.case, Adjournment(at("2026-11-24T10:05:00+00:00"), None, "contested"))
        await work.go("clock", "hearing")
        assert phone.sees("Over: the hearing began, Tue 24 Nov 2026, 10:05 GMT")
        assert told(phone, "Mon 23 Nov, 15:05 to 24:00") == "8 h 55 min counted"
        assert not phone.sees("Time left to the first answer")


@in_ring
async def test_custody_says_which_rule_governs_and_shows_both_clocks_where_two_run() -> None:
    async with ring() as phone:
        work = await served(phone, "2026-06-08T16:00:00+01:00")
        list_hearing(work.book, work.case, Listing("Northvale", at("2026-06-09T14:00:00+01:00")))
        arrest, offence = "2026-06-08T20:00:00+01:00", "2026-06-08T19:00:00+01:00"
        work.time("2026-06-08T21:00:00+01:00")
        body = {"kind": "DVPN", "arrested_at": arrest, "offence_arrest_at": offence}
        entry = report_breach(work.book, work.case, body)
        assert isinstance(entry, Entry)
        await work.go("clock", "custody", entry.id)
        governs = told(phone, "Which rule governs")
        assert governs == "The hearing, Tue 9 Jun 2026, 14:00 BST: it comes before the 24 hours are over"
        assert told(phone, "Work to this: every doubtful day counts") == "Tue 9 Jun 2026, 14:00 BST"
        ends = [text for text in phone.texts() if text.startswith("Deadline: ")]
        assert ends == ["Deadline: Tue 9 Jun 2026, 20:00 BST", "Deadline: Tue 9 Jun 2026, 19:00 BST"]
        assert told(phone, "Law") == "Crime and Security Act 2010, s.26"


@in_ring
async def test_earlier_arrest_for_an_offence_governs_without_a_hearing() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        body = {"kind": "DVPO", "arrested_at": "2026-11-21T17:30:00+00:00"}
        body["offence_arrest_at"] = "2026-11-21T16:45:00+00:00"
        entry = report_breach(work.book, work.case, body)
        assert isinstance(entry, Entry)
        await work.go("clock", "custody", entry.id)
        assert told(phone, "Which rule governs").startswith("24 hours from the earlier arrest for an offence")
        assert told(phone, "Work to this: every doubtful day counts") == "Mon 23 Nov 2026, 16:45 GMT"
        assert told(phone, "Law") == "Crime and Security Act 2010, s.29"


@in_ring
async def test_order_shows_its_days_and_the_midnight_that_ends_it() -> None:
    async with ring() as phone:
        work = await opened(phone)
        work.time("2026-06-11T11:30:00+01:00")
        made = OrderMade(at("2026-06-11T11:00:00+01:00"), 28, sealed_end="9 July 2026")
        record_order(work.book, work.case, made)
        await work.go("clock", "order-end")
        assert told(phone, "Day 1") == "Thu 11 Jun, the day on which it was made"
        assert told(phone, "Days") == "28: day 1 and 27 more"
        assert told(phone, "Last day") == "Wed 8 Jul"
        assert told(phone, "Ends") == "end of Wed 8 Jul (24:00) BST"
        assert told(phone, "The sealed order states another end") == "9 July 2026"
        work.time("2026-07-09T00:00:00+01:00")
        await work.go("clock", "order-end")
        assert phone.sees("Over: the order ended, end of Wed 8 Jul (24:00) BST")
        assert told(phone, "Last day") == "Wed 8 Jul"


@in_ring
async def test_update_shows_its_working_days_and_stays_when_the_victim_was_told() -> None:
    async with ring() as phone:
        work = await opened(phone)
        work.time(EVE)
        news = answer_item(work.book, work.case, Given("arr-grounds", "done", reason="Seen injuries"))
        assert isinstance(news, Entry)
        await work.go("clock", "update", news.id)
        assert told(phone, "Thu 24 Dec") == "The day it started: not counted"
        assert told(phone, "Fri 25 Dec") == "No working day: Christmas Day"
        assert told(phone, "Sat 26 Dec") == "No working day: Saturday"
        assert told(phone, "Tue 29 Dec") == "Working day 1"
        work.time("2026-12-24T12:00:00+00:00")
        answer_item(work.book, work.case, Given("me-tell-victim", "done", reason="By phone"))
        await work.go("clock", "update", news.id)
        assert phone.sees("Over: the victim was told, Thu 24 Dec 2026, 12:00 GMT")
        assert told(phone, "Tue 29 Dec") == "Working day 1"


@in_ring
async def test_clock_that_never_started_says_so() -> None:
    async with ring() as phone:
        work: Work = await opened(phone)
        await work.go("clock", "hearing")
        assert phone.sees("its end is recorded, or it has not started")
