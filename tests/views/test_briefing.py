"""Briefings on the phone: read by those they are for until their last day, and answered with no signal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app import kinds
from app.briefing.making import Told, make_briefing
from app.briefing.records import ACTION, ASKED, Briefing, briefings
from app.entry import Entry
from tests.views.harness import Ring, in_ring, ring
from tests.views.station import superintendent
from tests.views.welfare import ADDRESS, VICTIM, Work, ordered

TOLD = Told(
    to=("Response B",),
    expires=date(2026, 11, 28),
    author="Sergeant 2210, daily meeting",
    says={"npt-perps": "Suspect: K.F., grey van", "npt-orders": "DVPO made Wed 18 Nov"},
    asks=((ASKED, "Is the van near the school?"), (ACTION, "Give the school the number to ring")),
)


async def briefed(phone: Ring, told: Told = TOLD, undisclosed: bool = False) -> tuple[Work, Briefing]:
    """The case of an order, and on the phone what the station briefed; it is Saturday 21 November, 18:00."""
    work = await ordered(phone, undisclosed=undisclosed)
    made = make_briefing(superintendent(phone, "2210", "Sergeant"), work.case, told)
    assert isinstance(made, Entry)
    await phone.settle()
    return work, briefings(work.case)[-1]


@in_ring
async def test_a_briefing_for_the_team_stands_on_now_until_it_was_read() -> None:
    async with ring() as phone:
        work, made = await briefed(phone)
        await phone.go("/")
        assert phone.sees("Briefings for you")
        assert phone.sees("Not read yet. 2 to answer. Until end of Sat 28 Nov (24:00)")
        await phone.tap(f"now.briefing.row.{made.entry}")
        assert phone.route == work.place("briefing", made.entry)
        assert phone.sees("Suspect: K.F., grey van")
        assert not phone.sees(VICTIM)
        await phone.tap("briefing.mark")
        entry = await work.until_written(kinds.BRIEFING_READ)
        assert entry.body == {"of": made.entry}
        await phone.until(lambda: phone.sees("Read 18:00 today"), "it says so")
        assert phone.has("briefing.back")
        await phone.go("/")
        assert not phone.sees("Not read yet")


@in_ring
async def test_after_its_last_day_what_it_said_is_hidden_and_it_stands_in_no_list() -> None:
    async with ring() as phone:
        work, made = await briefed(phone)
        work.time("2026-11-29T00:00:00+00:00")
        await work.go("briefing", made.entry)
        assert phone.sees("This briefing ended: end of Sat 28 Nov (24:00).")
        assert not phone.sees("grey van")
        assert not phone.has("briefing.mark")
        await work.go("briefing", made.entry, made.asks[0].id)
        assert not phone.has("briefing.return.save")
        await phone.go("/briefings")
        assert phone.sees("No briefing is for you")


@in_ring
async def test_an_officer_who_is_not_named_reads_for_whom_it_is_and_nothing_else() -> None:
    async with ring() as phone:
        work, made = await briefed(phone, replace(TOLD, to=("Team South",)))
        await work.go("briefings")
        assert phone.sees("For Team South")
        await phone.tap(f"briefing.row.{made.entry}")
        assert phone.sees("This briefing is for Team South. You are not among them.")
        assert not phone.sees("grey van")
        assert not phone.has("briefing.mark")
        await phone.go("/briefings")
        assert phone.sees("No briefing is for you")


@in_ring
async def test_what_was_seen_goes_back_with_words_and_to_whom_it_was_passed() -> None:
    async with ring() as phone:
        work, made = await briefed(phone)
        ask = made.asks[0]
        await work.go("briefing", made.entry)
        await phone.tap(f"briefing.return.way.{ask.id}")
        await phone.choose("briefing.return.seen")
        await phone.until(lambda: phone.has("briefing.return.passed"), "its boxes")
        await phone.tap("briefing.return.save")
        assert phone.sees("Say what was seen, stopped or not done")
        assert phone.sees("Say to whom it was passed")
        assert kinds.BRIEFING_ANSWERED not in work.kinds()
        await phone.type("briefing.return.words", "Grey van by the gate, 17:40")
        await phone.type("briefing.return.passed", "Sergeant 2210")
        await phone.tap("briefing.return.save")
        entry = await work.until_written(kinds.BRIEFING_ANSWERED)
        assert (entry.body["answer"], entry.body["passed_to"]) == ("seen", "Sergeant 2210")
        await phone.until(lambda: phone.sees("Grey van by the gate, 17:40"), "it stands with its question")
        assert work.draft("briefing", made.entry, ask.id) == {}
        await phone.go("/")
        assert phone.sees("1 to answer")


@in_ring
async def test_an_action_of_the_meeting_is_done_or_not_and_then_why() -> None:
    async with ring() as phone:
        work, made = await briefed(phone)
        await work.go("briefing", made.entry, made.asks[1].id)
        assert phone.rows("briefing.return.")[:2] == ["briefing.return.done", "briefing.return.not-done"]
        await phone.choose("briefing.return.not-done")
        await phone.until(lambda: phone.has("briefing.return.words"), "its boxes")
        assert not phone.has("briefing.return.passed")
        await phone.type("briefing.return.words", "The school is shut")
        await phone.tap("briefing.return.save")
        entry = await work.until_written(kinds.BRIEFING_ANSWERED)
        assert (entry.body["answer"], entry.body["words"]) == ("not done", "The school is shut")


@in_ring
async def test_a_place_stands_in_no_briefing_and_a_tasked_team_is_led_to_it() -> None:
    async with ring() as phone:
        work, made = await briefed(phone, undisclosed=True)
        await work.go("briefing", made.entry)
        assert phone.sees("Where S.W. is stands in no briefing.")
        assert not phone.has("briefing.tasked.way")
        work.time("2026-11-21T18:05:00+00:00")
        tasked = replace(TOLD, tasked="Patrol each night")
        make_briefing(superintendent(phone, "2210", "Sergeant"), work.case, tasked)
        newer = briefings(work.case)[-1]
        await work.go("briefing", made.entry)
        assert phone.sees("A newer briefing takes its place.")
        await work.go("briefing", newer.entry)
        assert phone.sees("Your team is tasked with the address: Patrol each night")
        assert not phone.sees(ADDRESS)
        await phone.tap("briefing.tasked.way")
        victim = work.case.person("victim")
        assert victim is not None
        assert phone.route == work.place("person", victim.id)


@in_ring
async def test_the_incident_says_how_many_hold_and_how_many_this_officer_has_not_read() -> None:
    async with ring() as phone:
        work, _ = await briefed(phone)
        await work.go()
        assert phone.sees("1 current, 1 you have not read")
        await phone.tap("briefing.row")
        assert phone.route == work.place("briefings")
        assert phone.sees("For Response B")
