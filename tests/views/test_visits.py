"""The due list over every case, and planning, agreeing, moving and cancelling visits."""

from __future__ import annotations

from datetime import date

import pytest

from app import kinds
from app.case.model import Case, Visit
from app.visits.schedule import DueVisit, status, visits_due
from app.visits.shift import grouped
from app.visits.visiting import agree_visit, record_visit
from tests.views.harness import Ring, in_ring, ring
from tests.views.tonight import tap_twice
from tests.views.welfare import ADDRESS, TODAY, VICTIM, at, opened, ordered
from views.visits.due import ROWS


async def type_day(phone: Ring, key: str, day: str, month: str, year: str) -> None:
    for part, value in (("day", day), ("month", month), ("year", year)):
        await phone.type(f"{key}.{part}", value)


@in_ring
async def test_visits_stand_by_urgency_with_their_state_as_a_word() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        agree_visit(work.book, work.case, at("2026-11-21T17:00:00+00:00"), {"why": "after work"})
        await phone.go("/visits")
        texts = phone.texts()[phone.texts().index("Today") :]
        heads = [texts.index(word) for word in ("Overdue", "Missed", "Due now", "Upcoming")]
        assert heads == sorted(heads)
        assert phone.sees("Overdue, was due 17:00 today")
        assert phone.sees("Missed, was due Thu 19 Nov")
        assert phone.sees("Extra visit within 24 hours: the notice was served")


@in_ring
async def test_the_list_shows_initials_and_reference_and_never_a_name_or_address() -> None:
    async with ring() as phone:
        await ordered(phone)
        await phone.go("/visits")
        assert phone.sees("S.W.")
        assert phone.sees("TRN 1098/26")
        assert phone.sees("High risk")
        assert not any(VICTIM.split()[1] in text or ADDRESS in text for text in phone.texts())


@in_ring
async def test_the_words_of_the_order_stand_below_its_strip_once() -> None:
    async with ring() as phone:
        await ordered(phone)
        await phone.go("/visits")
        assert phone.texts().count("Day 4 of 28. Ends end of Tue 15 Dec (24:00).") == 1
        assert "2 missed, 8 planned" in phone.texts()


@in_ring
async def test_a_visit_of_the_list_opens_from_its_row() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await phone.go("/visits")
        await phone.tap(f"visits.row.{work.id}.2026-11-21")
        assert phone.route == work.place("visit", "2026-11-21")


@in_ring
async def test_without_any_incident_the_empty_page_says_what_comes_next() -> None:
    async with ring() as phone:
        await phone.unlock()
        await phone.go("/visits")
        assert phone.sees("No visits due now")
        assert phone.sees("No incident is on this phone yet")
        assert not phone.has("visits.add")


@in_ring
async def test_with_nothing_due_the_next_visit_is_named_and_all_can_be_seen() -> None:
    async with ring() as phone:
        work = await opened(phone)
        agree_visit(work.book, work.case, at("2026-11-26T10:00:00+00:00"), {"why": "agreed"})
        await phone.go("/visits")
        assert phone.sees("The next one is Thu 26 Nov, 10:00, S.W.")
        await phone.tap("visits.ahead")
        assert phone.sees("Planned Thu 26 Nov, 10:00")


@in_ring
async def test_adding_a_visit_asks_for_which_incident() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await phone.go("/visits")
        await phone.tap("visits.add")
        await phone.tap(f"visits.for.{work.id}")
        assert phone.route == work.place("visit", "new")


@in_ring
async def test_visits_are_planned_from_the_order_for_the_grade_that_was_set() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", "plan")
        assert phone.sees(
            "Counted from the order: day 1 is Wed 18 Nov, the last of its 28 days is Tue 15 Dec."
        )
        await phone.tap("plan.save")
        entry = await work.until_written(kinds.VISITS_PLANNED, 2)
        told = {name: entry.body[name] for name in ("grade", "order_made", "days", "from")}
        assert told == {"grade": "high", "order_made": "2026-11-18", "days": 28, "from": TODAY}
        assert entry.body["dates"] == [day.isoformat() for day in visits_due(work.case)]
        await phone.until(lambda: phone.route == work.place("visits"))


@in_ring
async def test_before_an_order_visits_are_planned_from_the_report_once_a_grade_is_chosen() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("visit", "plan")
        assert phone.sees("Counted from the report until one is: day 1 is Sun 15 Nov")
        await phone.tap("plan.save")
        await phone.until(lambda: phone.sees("Choose for which grade"))
        await phone.choose("choice.medium.plan")
        await phone.until(lambda: phone.sees("Day 5"))
        await phone.tap("plan.save")
        entry = await work.until_written(kinds.VISITS_PLANNED)
        told = {name: entry.body[name] for name in ("grade", "order_made", "days")}
        assert told == {"grade": "medium", "order_made": "2026-11-15", "days": 28}
        await phone.until(lambda: phone.route == work.place("visits"))
        assert work.draft("visit", "plan") == {}


@in_ring
async def test_a_second_tap_plans_no_second_time() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", "plan")
        await tap_twice(phone, "plan.save")
        await phone.until(lambda: phone.route == work.place("visits"))
        await phone.settle()
        assert work.kinds().count(kinds.VISITS_PLANNED) == 2


@in_ring
async def test_a_short_order_keeps_the_visits_that_go_on_after_it() -> None:
    async with ring() as phone:
        work = await ordered(phone, days=14)
        await work.go("visit", "plan")
        assert phone.sees("These visits go on; the order does not.")
        await phone.tap("plan.save")
        entry = await work.until_written(kinds.VISITS_EXTENDED)
        assert all(day > "2026-12-01" for day in entry.body["dates"])
        assert work.case.order_days == 14


@in_ring
async def test_a_visit_is_agreed_before_there_is_an_order() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("visit", "new")
        await phone.type("agree.why", "Asked for a call back")
        await type_day(phone, "next.day", "26", "Nov", "2026")
        await phone.type("next.time", "9.5")
        await phone.choose("next.channel.call")
        await phone.tap("agree.save")
        entry = await work.until_written(kinds.VISIT_AGREED)
        assert entry.body["due"] == "2026-11-26T09:05:00+00:00"
        assert (entry.body["why"], entry.body["channel"]) == ("Asked for a call back", "call")
        assert work.draft("visit", "new") == {}


@in_ring
async def test_what_an_agreed_visit_lacks_is_named_at_its_field() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("visit", "new")
        await phone.tap("agree.save")
        assert phone.texts().count("Say why") == 2
        assert phone.texts().count("Give the day") == 2
        await type_day(phone, "next.day", "1", "11", "2026")
        await phone.tap("agree.save")
        assert phone.sees("This day is over. Give a day to come")
        assert kinds.VISIT_AGREED not in work.kinds()


@in_ring
async def test_a_time_agreed_for_a_planned_day_makes_no_second_visit() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        count = len(work.case.visits)
        await work.go("visit", "new")
        await phone.type("agree.why", "After work")
        await type_day(phone, "next.day", "24", "11", "2026")
        await phone.type("next.time", "1830")
        await phone.tap("agree.save")
        await work.until_written(kinds.VISIT_AGREED)
        assert len(work.case.visits) == count
        assert work.case.visits[3].at == at("2026-11-24T18:30:00+00:00")


@in_ring
async def test_a_visit_is_moved_with_its_reason() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", "2026-11-24", "move")
        await phone.type("agree.why", "Works that day")
        await type_day(phone, "next.day", "25", "11", "2026")
        await phone.tap("agree.move")
        await work.until_written(kinds.VISIT_AGREED)
        moved = next(visit for visit in work.case.visits if visit.id == "2026-11-24")
        assert (moved.due, moved.why) == (date(2026, 11, 25), "Works that day")


@in_ring
async def test_a_visit_is_cancelled_only_with_a_reason_and_stays_readable() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", "2026-11-24", "cancel")
        await phone.tap("cancel.save")
        assert phone.texts().count("Say why") == 2
        await phone.type("cancel.why", "In hospital, seen by the ward")
        await phone.tap("cancel.save")
        await work.until_written(kinds.VISIT_CANCELLED)
        await phone.until(lambda: phone.route == work.place("visits"))
        assert phone.sees("Cancelled, was for Tue 24 Nov")


@in_ring
async def test_a_missed_visit_can_be_neither_moved_nor_cancelled() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", "2026-11-19")
        assert not phone.has("visit.move")
        assert not phone.has("visit.cancel")
        await work.go("visit", "2026-11-19", "cancel")
        assert phone.sees("This visit cannot be cancelled")
        await work.go("visit", "2026-11-19", "move")
        await phone.type("agree.why", "Not at home")
        await type_day(phone, "next.day", "25", "11", "2026")
        await phone.tap("agree.move")
        await phone.until(lambda: phone.sees("This visit was made, or its day is over. It stays as it is."))
        assert work.draft("visit", "2026-11-19", "move")["why"] == "Not at home"


@in_ring
async def test_the_page_of_one_case_parts_what_is_to_do_from_what_was_made() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        seen = {"for": "2026-11-21", "type": "visit", "outcome": "seen-alone", "seen": True, "alone": True}
        record_visit(work.book, work.case, seen)
        await work.go("visits")
        texts = phone.texts()
        closed = texts.index("Made and closed")
        assert any(text.startswith("Seen 18:00 today") for text in texts[closed:])
        assert texts.index("Missed, was due Thu 19 Nov") < closed


@pytest.mark.parametrize("count", [0, 1, ROWS, ROWS + 7])
def test_a_page_never_holds_more_than_fifty_visits(count: int) -> None:
    visit = Visit("2026-11-19", date(2026, 11, 19))
    rows = [DueVisit(Case(str(number)), visit, "missed") for number in range(count)]
    assert sum(len(cut) for _, cut in grouped(rows, at("2026-11-21T18:00+00:00"), ROWS)) == min(count, ROWS)


def test_todays_visit_is_not_missed_before_its_day_is_over() -> None:
    visit = Visit("2026-11-21", date(2026, 11, 21))
    assert status(visit, at("2026-11-21T23:59:00+00:00")) == "due"
    assert status(visit, at("2026-11-22T00:00:00+00:00")) == "missed"
