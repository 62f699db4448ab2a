"""To send: where each own record is, and what to do about those that need the officer."""

from __future__ import annotations

import pytest

from app import kinds
from app.entry import Entry
from app.ports import Reach, SendState
from tests.views.harness import Ring, in_ring, ring
from tests.views.phone import GUIDANCE, FakeSyncing
from tests.views.test_now import desk, incident, record, told
from views.services import Sending


async def to_send(phone: Ring) -> list[Entry]:
    """One incident with a victim and an answer; then the screen."""
    case = await incident(phone)
    await record(phone, case, kinds.ANSWERED, item="arr-safety", answer="done", note="she said it herself")
    await phone.tap("ui.tab.send")
    return list(desk(phone).records.entries(case))


async def receipted(phone: Ring, *entries: Entry) -> None:
    named = [[entry.id, entry.seq, entry.hash] for entry in entries]
    at = phone.clock.now().isoformat()
    desk(phone).journal.take_receipt({"receipt": "r-00007f2k", "time": at, "entries": named})
    await told(phone, entries[0].case)


def place_of(phone: Ring, *texts: str) -> list[int]:
    return [next(at for at, text in enumerate(phone.texts()) if text == wanted) for wanted in texts]


@in_ring
async def test_phone_without_records_says_that_sending_goes_by_itself() -> None:
    async with ring("/send") as phone:
        await phone.unlock()
        assert phone.sees("Nothing to send")
        assert phone.sees("sent to the station by itself")


@in_ring
async def test_records_are_named_by_what_they_are_and_never_by_what_they_say() -> None:
    async with ring() as phone:
        await phone.unlock()
        await to_send(phone)
        assert phone.sees("Answer, R.M.")
        assert phone.sees("Person, R.M.")
        assert phone.sees("TRN 1147/26  21:52 today")
        assert not phone.sees("Rania")
        assert not phone.sees("she said it herself")


@in_ring
async def test_each_state_is_said_in_its_words() -> None:
    async with ring() as phone:
        await phone.unlock()
        first, second, third = await to_send(phone)
        desk(phone).journal.refuse(second.id, "chain", phone.clock.now())
        desk(phone).records.mark_sending([third.id])  # type: ignore[attr-defined]
        phone.clock.advance(minutes=3)
        await receipted(phone, first)
        for words in ("Needs you", "Sending", "At station 21:55"):
            assert phone.sees(words)
        assert phone.sees("Receipt 7F2K")
        assert phone.sees("last contact 21:55 today")
        desk(phone).records.mark_sending([])  # type: ignore[attr-defined]
        await told(phone, first.case)
        assert phone.sees("On this phone")


@in_ring
async def test_needs_you_stands_first_and_settled_records_last() -> None:
    async with ring() as phone:
        await phone.unlock()
        first, second, _ = await to_send(phone)
        desk(phone).journal.refuse(second.id, "chain", phone.clock.now())
        await receipted(phone, first)
        there = place_of(phone, "Needs you", "Not sent yet", "Sent")
        assert there == sorted(there)


@pytest.mark.parametrize("code", ["chain", "too-big", "bad-request", "bad-signature", "behind", "never-seen"])
def test_every_refusal_says_what_to_do(code: str) -> None:
    @in_ring
    async def body() -> None:
        async with ring() as phone:
            await phone.unlock()
            first, *_ = await to_send(phone)
            desk(phone).journal.refuse(first.id, code, phone.clock.now())
            await told(phone, first.case)
            key = f"refusal.{code}" if GUIDANCE.has(f"refusal.{code}") else "refusal.other"
            assert phone.sees(GUIDANCE.words(key))
            assert not phone.sees(code)

    body()


@pytest.mark.parametrize("reach", list(Reach))
def test_every_way_in_which_the_station_is_not_reached_has_its_sentence(reach: Reach) -> None:
    @in_ring
    async def body() -> None:
        async with ring(syncing=FakeSyncing(says=Sending(failed=reach))) as phone:
            await phone.unlock()
            await to_send(phone)
            assert GUIDANCE.has(f"ui.reach.{reach}")
            assert phone.sees(GUIDANCE.words(f"ui.reach.{reach}"))

    body()


@in_ring
async def test_offline_is_said_as_ordinary() -> None:
    async with ring(syncing=FakeSyncing(says=Sending(failed=Reach.NO_ROUTE))) as phone:
        await phone.unlock()
        await to_send(phone)
        assert phone.sees("No signal, or the station does not answer. It keeps trying. Nothing is lost.")
        assert not phone.sees("Problem")


@in_ring
async def test_station_that_is_not_the_right_one_is_not_gone_on_with() -> None:
    async with ring(syncing=FakeSyncing(says=Sending(failed=Reach.WRONG_CERTIFICATE))) as phone:
        await phone.unlock()
        await to_send(phone)
        assert phone.sees("Do not go on. Tell the station.")


@in_ring
async def test_send_now_wakes_the_sending() -> None:
    syncing = FakeSyncing()
    async with ring(syncing=syncing) as phone:
        await phone.unlock()
        await to_send(phone)
        before = syncing.woken
        await phone.tap("send.now")
        assert syncing.woken == before + 1


@in_ring
async def test_progress_counts_only_where_the_total_is_known() -> None:
    syncing = FakeSyncing()
    async with ring(syncing=syncing) as phone:
        await phone.unlock()
        entries = await to_send(phone)
        assert phone.sees("3 records not sent")
        syncing.says = Sending(busy=True, done=1, total=3)
        await told(phone, entries[0].case)
        assert phone.sees("1 of 3 sent")
        syncing.says = Sending()
        await receipted(phone, *entries)
        assert phone.sees("All sent")
        assert not phone.sees("1 of 3 sent")


@in_ring
async def test_long_list_comes_in_pages_of_fifty() -> None:
    async with ring() as phone:
        await phone.unlock()
        case = await incident(phone, victim="")
        for number in range(119):
            desk(phone).notebook.write(case, kinds.ANSWERED, {"item": f"x-{number}", "answer": "done"})
        await phone.tap("ui.tab.send")
        assert phone.sees("1 to 50 of 120")
        assert phone.texts().count("On this phone") == 50
        await phone.tap("ui.page.older")
        await phone.tap("ui.page.older")
        assert phone.sees("101 to 120 of 120")
        assert phone.texts().count("On this phone") == 20


def test_every_kind_and_every_state_has_its_words() -> None:
    every = [value for name, value in vars(kinds).items() if name.isupper() and isinstance(value, str)]
    assert [kind for kind in every if not GUIDANCE.has(f"kind.{kind}")] == []
    assert [state for state in SendState if not GUIDANCE.has(f"ui.send.{state}")] == []


@in_ring
async def test_record_of_a_kind_that_this_phone_does_not_know_is_shown_all_the_same() -> None:
    async with ring() as phone:
        await phone.unlock()
        case = await incident(phone)
        await record(phone, case, "drone_flown", height=3)
        await phone.tap("ui.tab.send")
        assert phone.sees("Record, R.M.")
        assert not phone.sees("drone")
