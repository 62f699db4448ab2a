"""A hearing that was missed is loud wherever the case is met, and nothing takes it away but a record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import kinds
from app.closure import close_case
from app.court import OrderMade, Result, record_court_result, record_order
from app.entry import Entry
from app.incident import open_incident
from tests.views.harness import Ring, in_ring, ring
from tests.views.welfare import Work, at, served

MISSED = "2026-11-25T15:05:00+00:00"
TITLE = "Hearing missed: the notice is in doubt"
DO = (
    "Stop relying on the notice.",
    "Tell your supervisor, the authorising officer and the force's legal team at once.",
    "Do not tell the victim that the notice still protects.",
    "Plan the victim's safety as if it has ended",
    "Check with the court and PNC before an arrest, and before anybody says that it has ended.",
)


async def missed(phone: Ring) -> Work:
    work = await served(phone, "2026-11-23T15:05:00+00:00")
    return work.time(MISSED)


@in_ring
async def test_now_says_first_whose_hearing_was_missed_and_what_to_do() -> None:
    async with ring() as phone:
        work = await missed(phone)
        await work.go()
        await phone.go("/")
        texts = phone.texts()
        first = texts.index("S.W.: hearing missed, the notice is in doubt")
        assert first < texts.index("Clocks")
        for words in DO:
            assert phone.sees(words), words
        await phone.tap(f"lapse.record.{work.id}")
        assert phone.route == work.place("court")


@in_ring
async def test_incident_says_it_over_everything_else_and_leads_to_the_working() -> None:
    async with ring() as phone:
        work = await missed(phone)
        await work.go()
        texts = phone.texts()
        assert texts.index(TITLE) < texts.index("Court hearing")
        assert phone.sees("The hearing had to begin by Wed 25 Nov 2026, 15:05. None is recorded.")
        for words in DO:
            assert phone.sees(words), words
        await phone.tap(f"lapse.worked.{work.id}")
        assert phone.route == work.place("clock", "hearing")
        assert phone.sees("Time is over")


@in_ring
async def test_court_page_does_not_lead_to_itself() -> None:
    async with ring() as phone:
        work = await missed(phone)
        await work.go("court")
        assert phone.sees(TITLE)
        assert not phone.has(f"lapse.record.{work.id}")


@in_ring
async def test_later_answer_is_named_and_nobody_waits_for_it() -> None:
    async with ring() as phone:
        work = await served(phone, "2026-12-24T10:00:00+00:00")
        work.time("2026-12-29T10:00:00+00:00")
        await work.go()
        assert phone.sees("the time runs until Wed 30 Dec 2026, 10:00. Do not wait for it.")


@in_ring
async def test_minute_before_the_deadline_nothing_is_missed() -> None:
    async with ring() as phone:
        work = (await missed(phone)).time("2026-11-25T15:04:59+00:00")
        await work.go()
        assert not phone.sees(TITLE)


@pytest.mark.parametrize("end", ["nothing", "not reached", "refused", "order", "closed"])
def test_only_a_record_of_how_it_ended_takes_it_away(end: str) -> None:
    @in_ring
    async def body() -> None:
        async with ring() as phone:
            work = await missed(phone)
            work.time("2026-12-02T09:00:00+00:00")
            recorded(work, end)
            await work.go()
            assert phone.sees(TITLE) is (end in ("nothing", "not reached"))

    body()


def recorded(work: Work, end: str) -> None:
    if end == "order":
        record_order(work.book, work.case, OrderMade(at("2026-12-01T11:00:00+00:00"), 14))
    elif end == "closed":
        sergeant = replace(work.book, officer=replace(work.book.officer, rank="Sergeant"))
        assert isinstance(close_case(sergeant, work.case, "other powers are in place"), Entry)
    elif end != "nothing":
        outcome = {"refused": "order_refused", "not reached": "not_reached"}[end]
        record_court_result(work.book, work.case, Result(end, "application", outcome))


@in_ring
async def test_two_missed_hearings_each_have_their_own_words() -> None:
    async with ring() as phone:
        first = await missed(phone)
        second = Work(phone)
        second.id = another(first)
        first.phone.services.changes.say(second.id)
        await phone.go("/")
        assert len(phone.rows("lapse.record.")) == 2


def another(work: Work) -> str:
    """A second incident whose notice was served hours before."""
    book = work.book
    opened = open_incident(book, "TRN 2001/26", at("2026-11-22T20:00:00+00:00"))
    book.write(opened.case, kinds.NOTICE_SERVED, {"served_at": "2026-11-23T09:00:00+00:00"})
    return opened.case
