"""A deadline that moved is told on the phone of whoever did not move it, until they say that they saw it."""

from __future__ import annotations

from datetime import date

from app import kinds
from app.amendment import Correction, amend
from app.court import serve_notice
from app.court_calendar import CourtCalendar, DayOff, Status, bundled
from app.incident import open_incident, record_person
from tests.views.harness import Ring, in_ring, ring
from tests.views.two_phones import Hands, two_phones
from tests.views.welfare import VICTIM, at, served

WHY = "Read the time off the wrong camera."
TOLD = "The hearing deadline has changed: was Wed 25 Nov 2026, 15:05, is now Wed 25 Nov 2026, 13:05."
SEEN, ROW = "changed.seen.hearing", "now.changed.hearing"


async def both_have_it(one: Hands, other: Hands) -> str:
    """4471 served a notice on Monday at 15:05; both phones hold it. The service's entry."""
    work = one.work.time("2026-11-23T15:05:00+00:00")
    work.id = open_incident(work.book, "TRN 1098/26", at("2026-11-23T14:00:00+00:00")).case
    record_person(work.book, work.case, {"role": "victim", "name": VICTIM})
    serve_notice(work.book, work.case, at("2026-11-23T15:05:00+00:00"))
    await one.exchange()
    await other.exchange()
    other.work.id = work.id
    return work.last(kinds.NOTICE_SERVED).id


def put_right(hands: Hands, entry: str, time: str = "13:05") -> None:
    new = {"served_at": f"2026-11-23T{time}:00+00:00"}
    hands.phone.clock.advance(minutes=10)
    amend(hands.work.book, hands.work.case, Correction(entry, new, WHY))


async def say_seen(hands: Hands) -> None:
    await hands.phone.tap(SEEN)
    await hands.work.until_written(kinds.DEADLINE_CHANGE_SEEN)
    await hands.phone.until(lambda: not hands.phone.has(SEEN), "the banner is gone")


def first_need(phone: Ring) -> bool:
    """Whether the changed deadline stands before everything else that needs the officer."""
    keys = phone.rows("now.")
    needs = [key for key in keys if key.startswith(("now.changed.", "now.nobody.", "now.draft."))]
    return bool(needs) and needs[0].startswith(ROW)


@in_ring
async def test_a_corrected_service_is_told_on_the_other_phone_until_it_says_that_it_was_seen() -> None:
    async with two_phones() as (one, other):
        entry = await both_have_it(one, other)
        put_right(other, entry)
        await other.exchange()
        assert not one.phone.rows(ROW)
        await one.exchange()
        assert first_need(one.phone)
        assert one.phone.sees("The hearing deadline has changed")
        assert one.phone.sees("Is now Wed 25 Nov 2026, 13:05. S.W.  TRN 1098/26")
        assert not one.phone.sees("wrong camera")
        await one.work.go()
        assert one.phone.sees(TOLD)
        assert one.phone.sees("4502 put the time of service right: Read the time off the wrong camera.")
        await say_seen(one)
        await one.phone.go("/")
        assert not one.phone.rows(ROW)


@in_ring
async def test_whoever_put_it_right_is_not_told_and_reads_who_has_seen_it() -> None:
    async with two_phones() as (one, other):
        entry = await both_have_it(one, other)
        put_right(other, entry)
        await other.exchange()
        await one.exchange()
        await other.work.go()
        assert not other.phone.has(SEEN)
        await other.work.go("note", entry)
        texts = other.phone.texts()
        assert texts[texts.index("Has seen it") + 1] == "Nobody yet"
        assert texts[texts.index("Has not said so yet") + 1] == "4471"
        await one.work.go()
        await say_seen(one)
        await one.exchange()
        await other.exchange()
        texts = other.phone.texts()
        assert texts[texts.index("Has seen it") + 1] == "4471"
        assert "Has not said so yet" not in texts


@in_ring
async def test_each_version_of_the_service_keeps_the_deadline_that_it_gave() -> None:
    async with two_phones() as (one, other):
        entry = await both_have_it(one, other)
        put_right(other, entry)
        await other.exchange()
        await one.exchange()
        await one.work.go("note", entry)
        texts = one.phone.texts()
        then = [at for at, text in enumerate(texts) if text == "Hearing deadline as worked out then"]
        assert [texts[place + 1] for place in then] == ["Wed 25 Nov 2026, 13:05", "Wed 25 Nov 2026, 15:05"]


@in_ring
async def test_two_who_put_it_right_apart_are_both_told_which_one_stands() -> None:
    async with two_phones() as (one, other):
        entry = await both_have_it(one, other)
        put_right(one, entry, "14:05")
        put_right(other, entry, "13:05")
        for hands in (one, other, one):
            await hands.exchange()
        for hands in (one, other):
            await hands.work.go()
            assert hands.phone.sees("is now Wed 25 Nov 2026, 13:05.")
            assert hands.phone.sees("It was written without knowing what another officer wrote.")
            assert hands.work.case.served_at == at("2026-11-23T13:05:00+00:00")
        await one.work.go("note", entry)
        assert one.phone.sees("Version 3 of 3: this one stands")
        await one.work.go("note", entry, "amend")
        assert one.phone.find("amend.served_at.time").value == "13:05"


@in_ring
async def test_the_page_of_the_entry_names_the_version_that_stands_also_where_it_is_not_the_newest() -> None:
    async with two_phones() as (one, other):
        entry = await both_have_it(one, other)
        put_right(one, entry, "13:05")
        put_right(other, entry, "14:05")
        for hands in (one, other, one):
            await hands.exchange()
        for hands in (one, other):
            await hands.work.go("note", entry)
            assert hands.phone.sees("Version 2 of 3: this one stands")
            assert hands.phone.sees("Version 3 of 3: written apart, does not stand")


@in_ring
async def test_a_shut_phone_says_nothing_of_it() -> None:
    async with two_phones() as (one, other):
        entry = await both_have_it(one, other)
        put_right(other, entry)
        await other.exchange()
        await one.exchange()
        await one.phone.lifecycle("hide")
        await one.phone.until(lambda: not one.phone.rows("now."), "it is covered")
        assert not one.phone.sees("deadline")
        assert not one.phone.sees("13:05")


NEWER = CourtCalendar("9999.1", {date(2026, 11, 24): DayOff(Status.PROCLAIMED, "a day off")})


@in_ring
async def test_a_newer_calendar_is_named_as_what_moved_the_deadline() -> None:
    there = [bundled()]
    async with ring(calendars=lambda: there[0]) as phone:
        work = await served(phone)
        there[0] = NEWER
        await work.go()
        was, now = (f"{day} Nov 2026, 15:05" for day in ("Wed 25", "Thu 26"))
        assert phone.sees(f"The hearing deadline has changed: was {was}, is now {now}.")
        assert phone.sees("Court calendar 9999.1 counts other days.")
        await phone.tap(SEEN)
        await work.until_written(kinds.DEADLINE_CHANGE_SEEN)
        await phone.until(lambda: not phone.has(SEEN), "the banner is gone")


@in_ring
async def test_what_is_written_names_the_calendar_that_is_in_force_on_the_phone() -> None:
    async with ring(calendars=lambda: NEWER) as phone:
        work = await served(phone)
        computed = work.last(kinds.NOTICE_SERVED).body["computed"]
        assert computed["calendar"] == "9999.1"
        assert computed["safe"] == "2026-11-26T15:05:00+00:00"
