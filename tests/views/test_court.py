"""Notice and court: facts that start clocks, and what holds them."""

from __future__ import annotations

import pytest

from app import kinds
from app.court import Listing, list_hearing
from tests.views.harness import Ring, in_ring, ring
from tests.views.welfare import at, opened, ordered, served


async def type_moment(phone: Ring, key: str, day: str, month: str, time: str) -> None:
    for part, value in (("day", day), ("month", month), ("year", "2026"), ("time", time)):
        await phone.type(f"{key}.{part}", value)


@in_ring
async def test_the_exact_time_of_service_starts_the_court_clock() -> None:
    async with ring() as phone:
        work = await opened(phone)
        work.time("2026-11-23T15:10:00+00:00")
        await work.go("court")
        await phone.tap("court.served")
        await type_moment(phone, "served.at", "23", "11", "15.05")
        await phone.choose("serving.territory.england-wales")
        await phone.until(lambda: work.draft("court", "served").get("territory") == "england-wales")
        await phone.tap("court.served.save")
        entry = await work.until_written(kinds.NOTICE_SERVED)
        told = {name: entry.body.get(name) for name in ("served_by", "served_at")}
        assert told == {"served_by": "4471", "served_at": "2026-11-23T15:05:00+00:00"}
        await phone.until(lambda: phone.route == work.place("court"))
        assert phone.sees("47 h 55 min left")
        assert phone.sees("by Wed 25 Nov 2026, 15:05")
        assert work.draft("court", "served") == {}


@in_ring
async def test_service_without_its_time_or_in_the_future_is_not_recorded() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("court", "served")
        await phone.tap("court.served.save")
        assert phone.texts().count("Give the exact time of service") == 2
        await type_moment(phone, "served.at", "24", "12", "15.05")
        await phone.tap("court.served.save")
        assert phone.sees("This time has not come yet. Check it")
        assert kinds.NOTICE_SERVED not in work.kinds()


@in_ring
async def test_a_notice_is_never_served_twice_and_the_page_says_why() -> None:
    async with ring() as phone:
        work = await served(phone)
        await work.go("court")
        assert not phone.has("court.served")
        await work.go("court", "served")
        await type_moment(phone, "served.at", "23", "11", "14.00")
        await phone.choose("serving.territory.england-wales")
        await phone.until(lambda: work.draft("court", "served").get("territory") == "england-wales")
        await phone.tap("court.served.save")
        await phone.until(lambda: phone.sees("A wrong time of service is put right in the chronology"))
        assert work.kinds().count(kinds.NOTICE_SERVED) == 1
        assert work.draft("court", "served")["at.time"] == "14.00"


@in_ring
async def test_listing_shows_the_last_sitting_and_a_late_one_is_recorded_with_a_warning() -> None:
    async with ring() as phone:
        work = await served(phone)
        await work.go("court", "listed")
        assert phone.sees("Last sitting before the deadline: Wed 25 Nov 2026, 10:00.")
        await phone.type("listed.court", "Northvale Magistrates' Court")
        await type_moment(phone, "listed.at", "26", "11", "10:00")
        await phone.tap("court.listed.save")
        await work.until_written(kinds.HEARING_LISTED)
        await phone.until(lambda: phone.route == work.place("court"))
        assert phone.sees("Listed too late")
        assert phone.sees("Northvale Magistrates' Court, Thu 26 Nov 2026, 10:00")


@in_ring
async def test_a_missed_hearing_is_said_until_somebody_records_how_it_ended() -> None:
    async with ring() as phone:
        work = await served(phone)
        work.time("2026-11-25T15:05:00+00:00")
        await work.go("court")
        assert phone.sees("In doubt: the hearing was missed")
        assert phone.sees("Do not tell the victim that the notice still protects.")
        await work.go("court", "result")
        await phone.choose("result.kind.withdrawn")
        await phone.until(lambda: work.draft("court", "result") != {})
        await phone.type("result.said", "Application withdrawn")
        await type_moment(phone, "result.at", "25", "11", "15:00")
        await phone.tap("court.result.save")
        entry = await work.until_written(kinds.COURT_RESULT)
        assert entry.body["outcome"] == "withdrawn"
        await phone.until(lambda: phone.sees("Withdrawn"))
        assert not phone.sees("In doubt")


@in_ring
async def test_a_hearing_put_off_keeps_the_notice() -> None:
    async with ring() as phone:
        work = await served(phone)
        list_hearing(work.book, work.case, Listing("Northvale", at("2026-11-25T10:00:00+00:00")))
        work.time("2026-11-25T10:30:00+00:00")
        await work.go("court", "adjourned")
        await type_moment(phone, "adjourned.started", "25", "11", "10:05")
        await type_moment(phone, "adjourned.to", "2", "12", "10:00")
        await phone.type("adjourned.why", "Suspect asked for a lawyer")
        await phone.tap("court.adjourned.save")
        await work.until_written(kinds.HEARING_ADJOURNED)
        await phone.until(lambda: phone.sees("Hearing put off: the notice goes on"))
        assert phone.sees("Northvale, Wed 2 Dec 2026, 10:00")


@pytest.mark.parametrize("days", ["13", "29"])
def test_an_order_outside_14_to_28_days_is_held_in_words(days: str) -> None:
    @in_ring
    async def held() -> None:
        async with ring() as phone:
            work = await served(phone)
            await work.go("court", "order")
            await type_moment(phone, "order.made", "23", "11", "15:00")
            await phone.type("order.days", days)
            await phone.tap("court.order.save")
            await phone.until(lambda: phone.sees("An order is 14 to 28 days long."))
            assert kinds.ORDER_MADE not in work.kinds()
            assert work.draft("court", "order")["days"] == days

    held()


@in_ring
async def test_an_order_is_recorded_with_its_terms_and_its_last_day() -> None:
    async with ring() as phone:
        work = await served(phone)
        await work.go("court", "order")
        await type_moment(phone, "order.made", "23", "11", "15:05")
        await phone.type("order.days", "14")
        await phone.tap("order.terms.tm-molest")
        await phone.until(lambda: work.draft("court", "order").get("terms") == "tm-molest")
        await phone.tap("court.order.save")
        entry = await work.until_written(kinds.ORDER_MADE)
        assert (entry.body["days"], entry.body["terms"]) == (14, ["tm-molest"])
        await phone.until(lambda: phone.sees("14 days, until end of Sun 6 Dec (24:00)"))
        assert not phone.has("court.order")
        await phone.tap("visits.plan")
        assert phone.route == work.place("visit", "plan")


@in_ring
async def test_visits_counted_from_the_order_are_not_offered_to_be_planned_again() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("court")
        assert not phone.has("visits.plan")


@in_ring
async def test_no_second_order_makes_the_first_one_longer() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("court", "order")
        await type_moment(phone, "order.made", "21", "11", "15:00")
        await phone.type("order.days", "28")
        await phone.tap("court.order.save")
        await phone.until(lambda: phone.sees("No order can be made longer"))
        assert work.kinds().count(kinds.ORDER_MADE) == 1


@in_ring
async def test_each_step_of_service_is_an_entry_as_it_is_tapped() -> None:
    async with ring() as phone:
        work = await served(phone)
        await work.go("court")
        await phone.tap("ask.sv-accommodation")
        await phone.choose("sv-accommodation.answer.done")
        entry = await work.until_written(kinds.ANSWERED)
        assert (entry.body["item"], entry.body["answer"]) == ("sv-accommodation", "done")
        await phone.until(lambda: not phone.has("sv-accommodation.answer.done"), "it is shut again")
