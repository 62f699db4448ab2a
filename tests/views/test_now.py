"""Now: what needs this officer, most pressing first."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from app import kinds
from app.entry import Entry, Fact, place
from app.ids import new_id
from app.incident import open_incident
from tests.fakes.clock import FakeClock
from tests.fakes.vault import FakeHandset, FakeVault, fake_enrolment
from tests.views.harness import Ring, in_ring, ring
from tests.views.phone import GUIDANCE, FakeSyncing
from views.guard import Desk
from views.services import Sending


def desk(phone: Ring) -> Desk:
    found = phone.services.guard.desk
    assert found is not None
    return found


async def incident(phone: Ring, ref: str = "TRN 1147/26", victim: str = "Rania Mensah-Testwood") -> str:
    here = desk(phone)
    case = open_incident(here.notebook, ref, phone.clock.now()).case
    if victim:
        await record(phone, case, kinds.PERSON_RECORDED, person="p-1", role="victim", name=victim)
    await told(phone, case)
    return case


async def record(phone: Ring, case: str, what: str, /, **body: Any) -> None:
    desk(phone).notebook.write(case, what, body)
    await told(phone, case)


async def served(phone: Ring, case: str, at: datetime) -> None:
    await record(phone, case, kinds.NOTICE_SERVED, served_at=at.isoformat(), place="home", served_by="4471")


async def told(phone: Ring, case: str) -> None:
    phone.services.changes.say(case)
    await phone.settle()


def order(phone: Ring, *texts: str) -> list[int]:
    """Where each first stands, from the top."""
    return [next(at for at, text in enumerate(phone.texts()) if wanted in text) for wanted in texts]


@in_ring
async def test_now_without_an_incident_says_what_comes_next() -> None:
    async with ring() as phone:
        await phone.unlock()
        assert phone.sees("No incident is open")
        assert phone.sees("It works without signal.")
        await phone.tap("now.open")
        assert phone.route == "/incident/new"


@in_ring
async def test_incident_in_hand_stands_first_with_the_one_button_that_leads_to_it() -> None:
    async with ring() as phone:
        await phone.unlock()
        case = await incident(phone)
        assert phone.sees("Open incident")
        assert phone.sees("R.M.")
        assert phone.sees("TRN 1147/26  reported 21:52 today")
        assert phone.sees("0 of 11 tasks completed")
        assert phone.sees("Next: Before you go in")
        await phone.tap("now.continue")
        assert phone.route == f"/incident/{case}"


@in_ring
async def test_names_never_stand_on_now() -> None:
    async with ring() as phone:
        await phone.unlock()
        await incident(phone)
        await incident(phone, "TRN 0981/26", "Kim Testwood")
        assert not phone.sees("Rania")
        assert not phone.sees("Testwood")


@in_ring
async def test_further_incidents_are_rows() -> None:
    async with ring() as phone:
        await phone.unlock()
        first = await incident(phone)
        phone.clock.advance(minutes=5)
        await incident(phone, "TRN 0981/26", "Kim Testwood")
        there = order(phone, "Open incident", "K.T.", "Other incidents")
        assert there == sorted(there)
        assert phone.rows("now.case.") == [f"now.case.{first}"]
        await phone.tap(f"now.case.{first}")
        assert phone.route == f"/incident/{first}"


@in_ring
async def test_incident_that_somebody_else_accepted_is_in_hand_no_more() -> None:
    async with ring() as phone:
        await phone.unlock()
        case = await incident(phone)
        accept = Fact(
            new_id(phone.clock.now()), case, kinds.HANDOVER_ACCEPTED, "4502", phone.clock.now(),
            phone.clock.now(), phone.clock.evidence(), "test", {"of": "x"},
        )  # fmt: skip
        desk(phone).journal.take_page([other_stream(accept)], 1)
        await told(phone, case)
        assert not phone.sees("Open incident")
        assert phone.has(f"now.case.{case}")


def other_stream(fact: Fact) -> Entry:
    return place(fact, "s-2", 1, "0" * 64)


@in_ring
async def test_clocks_of_every_incident_stand_soonest_first() -> None:
    async with ring() as phone:
        await phone.unlock()
        now = phone.clock.now()
        first = await incident(phone)
        await served(phone, first, now - timedelta(hours=10))
        second = await incident(phone, "TRN 0981/26", "Lee Dee")
        await record(phone, second, kinds.BREACH_REPORTED, kind="DVPO", arrested_at=now.isoformat())
        assert phone.sees("Court hearing, R.M.")
        assert phone.sees("38 h 0 min left")
        assert phone.sees("by Wed 25 Nov 2026, 11:52")
        assert phone.sees("Breach arrest, L.D.")
        assert phone.sees("24 h 0 min left")
        assert phone.sees("before Tue 24 Nov 2026, 21:52")
        there = order(phone, "Breach arrest, L.D.", "Court hearing, R.M.")
        assert there == sorted(there)


@in_ring
async def test_few_clocks_stand_at_first_and_all_of_them_when_asked() -> None:
    async with ring() as phone:
        await phone.unlock()
        for number in range(5):
            await incident(phone, f"TRN {number:04}/26")
        assert len(phone.rows("now.clock.")) == 4
        await phone.tap("now.clocks.all")
        assert len(phone.rows("now.clock.")) == 5
        assert not phone.has("now.clocks.all")


@in_ring
async def test_clock_goes_by_the_minute_while_the_screen_stands() -> None:
    async with ring() as phone:
        await phone.unlock()
        case = await incident(phone)
        await record(
            phone, case, kinds.BREACH_REPORTED, kind="DVPO", arrested_at=phone.clock.now().isoformat()
        )
        assert phone.sees("24 h 0 min left")
        await phone.pass_time(60)
        assert phone.sees("23 h 59 min left")


@in_ring
async def test_clock_under_six_hours_and_clock_that_is_over_say_so_in_words() -> None:
    async with ring() as phone:
        await phone.unlock()
        now = phone.clock.now()
        case = await incident(phone)
        arrested = (now - timedelta(hours=20)).isoformat()
        await record(phone, case, kinds.BREACH_REPORTED, kind="DVPO", arrested_at=arrested)
        assert phone.sees("Less than 6 h")
        phone.clock.advance(hours=5)
        await told(phone, case)
        assert phone.sees("Passed")
        assert phone.sees("Time is over")
        assert phone.sees("was due before Tue 24 Nov 2026, 01:52")


@in_ring
async def test_days_that_are_not_counted_are_named() -> None:
    clock = FakeClock()
    clock.time = clock.time.replace(day=27)
    async with ring(clock=clock) as phone:
        await phone.unlock()
        case = await incident(phone)
        await record(
            phone,
            case,
            kinds.NOTICE_SERVED,
            served_at=clock.now().isoformat(),
            place="home",
            served_by="4471",
        )
        assert phone.sees("Sunday 29 Nov not counted.")


def test_long_clock_is_read_in_days() -> None:
    async def body() -> None:
        async with ring() as phone:
            await phone.unlock()
            case = await incident(phone)
            made = phone.clock.now().isoformat()
            await record(phone, case, kinds.ORDER_MADE, made_at=made, days=28, court="Northvale", terms=[])
            assert phone.sees("27 days 2 h left")

    in_ring(body)()


@in_ring
async def test_case_without_owner_or_informant_stands_on_now_until_both_are_named() -> None:
    async with ring() as phone:
        await phone.unlock()
        case = await incident(phone)
        assert phone.sees("Nobody owns risk and plan, or keeps the victim informed")
        await record(phone, case, kinds.ANSWERED, item="own-now", answer="done", details={"owner": "4471"})
        assert phone.sees("Nobody keeps the victim informed")
        await record(phone, case, kinds.ANSWERED, item="own-informs", answer="done", details={"who": "4471"})
        assert not phone.sees("Nobody")


@in_ring
async def test_visit_of_this_shift_stands_on_now() -> None:
    async with ring() as phone:
        await phone.unlock()
        case = await incident(phone)
        due = (phone.clock.now() - timedelta(hours=1)).isoformat()
        await record(phone, case, kinds.VISIT_AGREED, visit="v-1", due=due, why="asked for")
        assert phone.sees("Visits this shift")
        assert phone.sees("20:52 today")
        await phone.tap(f"visits.row.{case}.v-1")
        assert phone.route == f"/incident/{case}/visit/v-1"


@in_ring
async def test_text_that_is_typed_and_not_saved_is_offered_and_the_place_is_not() -> None:
    async with ring() as phone:
        await phone.unlock()
        case = await incident(phone)
        form = desk(phone).drafts.form(f"{case}/visit/new")
        form.put("note", "she said")
        await form.seal()
        await phone.tap("ui.tab.send")
        await phone.pass_time(1)
        await phone.until(lambda: len(desk(phone).records.drafts()) == 2, "both are sealed")
        await phone.tap("ui.tab.now")
        assert phone.sees("Typed and not saved yet")
        assert not phone.sees("she said")
        assert phone.rows("now.draft") == [f"now.draft.{case}/visit/new"]
        await phone.tap(f"now.draft.{case}/visit/new")
        assert phone.route == f"/incident/{case}/visit/new"


@in_ring
async def test_count_that_is_not_at_the_station_leads_to_it() -> None:
    async with ring() as phone:
        await phone.unlock()
        assert phone.sees("All sent")
        await incident(phone)
        assert phone.sees("2 not sent")
        await phone.tap("ui.sync.not_sent")
        assert phone.route == "/send"


@pytest.mark.parametrize(
    ("offset_ms", "said"),
    [(-61_000, "1 min ahead"), (600_000, "10 min behind"), (59_000, ""), (-60_000, "")],
)
def test_clock_that_disagrees_with_the_station_is_said(offset_ms: int, said: str) -> None:
    @in_ring
    async def body() -> None:
        clock = FakeClock()
        clock.trust(offset_ms)
        async with ring(clock=clock) as phone:
            await phone.unlock()
            assert phone.sees("Time left is counted from the later of the two") is bool(said)
            assert phone.sees(said)

    body()


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (3.9, "this phone stays shut until the station opens it"),
        (23.9, "After that this phone opens only with the station"),
        (24.1, ""),
    ],
)
def test_end_of_the_lease_is_said_a_day_and_four_hours_before(hours: float, said: str) -> None:
    @in_ring
    async def body() -> None:
        clock = FakeClock()
        enrolment = fake_enrolment(clock)
        clock.advance(hours=72 - hours)
        async with ring(clock=clock, handset=FakeHandset(FakeVault(clock, enrolment))) as phone:
            await phone.unlock()
            assert phone.sees("Go where there is signal before") is bool(said)
            assert phone.sees(said)

    body()


@in_ring
async def test_lease_that_the_station_has_moved_is_not_warned_of() -> None:
    clock = FakeClock()
    enrolment = fake_enrolment(clock)
    clock.advance(hours=70)
    syncing = FakeSyncing(says=Sending(lease_ends=clock.now() + timedelta(hours=72)))
    handset = FakeHandset(FakeVault(clock, enrolment))
    async with ring(clock=clock, handset=handset, syncing=syncing) as phone:
        await phone.unlock()
        assert not phone.sees("Go where there is signal")


@in_ring
async def test_records_that_need_the_officer_are_counted_on_now() -> None:
    async with ring() as phone:
        await phone.unlock()
        case = await incident(phone)
        refused = desk(phone).records.entries(case)[0]
        desk(phone).journal.refuse(refused.id, "too-big", phone.clock.now())
        await told(phone, case)
        assert phone.sees("1 record needs you")
        await phone.tap("now.refused")
        assert phone.route == "/send"


@in_ring
async def test_many_incidents_come_in_pages() -> None:
    async with ring() as phone:
        await phone.unlock()
        for number in range(43):
            phone.clock.advance(minutes=1)
            await incident(phone, f"TRN {number:04}/26", "")
        assert len(phone.rows("now.case.")) == 20
        assert phone.sees("1 to 20 of 42")
        await phone.tap("ui.page.older")
        await phone.tap("ui.page.older")
        assert phone.sees("41 to 42 of 42")
        assert not phone.has("ui.page.older")
        await phone.tap("ui.page.newer")
        assert phone.sees("21 to 40 of 42")


def test_every_clock_of_the_domain_has_its_name() -> None:
    names = (
        "hearing", "custody", "safety-check", "supervisor", "repeat", "support", "order-end",
        "update-arrest", "update-release", "update-charge",
    )  # fmt: skip
    assert [name for name in names if not GUIDANCE.has(f"clock-{name}")] == []
