"""A referral that the officer withdraws on the phone, with or without signal."""

from __future__ import annotations

from app import kinds
from app.court import serve_notice
from app.deciding import keep_attempt
from app.entry import Entry
from app.hearing_decision import ToldDecision, hear_decision
from app.held import Held
from app.notebook import Notebook
from app.ranks import ranks
from app.referral import send_referral, withdraw_referral
from tests.views.harness import Ring, in_ring, ring
from tests.views.station import superintendent
from tests.views.test_decisions import authorised, opened, referred
from tests.views.tonight import small_phone, tap_twice, tonight
from tests.views.welfare import Work

WHY = "He was charged and remanded"


async def at_page(phone: Ring, work: Work) -> None:
    await work.go("check", "withdraw")
    await phone.until(lambda: phone.has("withdraw.save"))


@in_ring
async def test_a_referral_that_waits_is_withdrawn_once_with_its_reason_and_says_by_whom() -> None:
    async with ring() as phone:
        work = await referred(phone)
        await opened(phone, work)
        await phone.tap("withdraw.open")
        assert phone.route == work.place("check", "withdraw")
        await phone.type("withdraw.why", WHY)
        await tap_twice(phone, "withdraw.save")
        entry = await work.until_written(kinds.REFERRAL_WITHDRAWN)
        assert entry.body == {"why": WHY}
        await phone.until(lambda: phone.route == work.place("check"))
        assert work.kinds().count(kinds.REFERRAL_WITHDRAWN) == 1
        await phone.until(lambda: phone.sees("Withdrawn 22:02 today by 4471"))
        assert phone.sees(WHY)
        assert not phone.has("withdraw.open")
        assert not phone.has("ui.check.send")


@in_ring
async def test_without_a_reason_nothing_is_withdrawn() -> None:
    async with ring() as phone:
        work = await referred(phone)
        await at_page(phone, work)
        await phone.tap("withdraw.save")
        await phone.until(lambda: phone.texts().count("Say why it is not pursued") == 2)
        assert kinds.REFERRAL_WITHDRAWN not in work.kinds()


@in_ring
async def test_what_was_decided_while_the_page_was_open_is_left_to_a_supervisor_in_words() -> None:
    async with ring() as phone:
        work = await referred(phone)
        await at_page(phone, work)
        await phone.type("withdraw.why", WHY)
        authorised(work, superintendent(phone))
        await phone.until(lambda: phone.sees("It has been decided. From now on a supervisor withdraws it"))
        assert not phone.has("withdraw.save")
        assert kinds.REFERRAL_WITHDRAWN not in work.kinds()
        await phone.tap("withdraw.back")
        await phone.until(lambda: phone.route == work.place("check"))
        assert not phone.has("withdraw.open")


@in_ring
async def test_what_was_served_or_never_sent_is_refused_in_words() -> None:
    async with ring() as phone:
        work = await referred(phone)
        serve_notice(work.book, work.case, phone.clock.now())
        await work.go("check", "withdraw")
        await phone.until(lambda: phone.sees("The notice was served. From now on a supervisor withdraws it"))
    async with ring() as phone:
        work = await tonight(phone, "check", "withdraw")
        assert phone.sees("There is nothing to withdraw: no referral was sent, or it is over.")
        assert not phone.has("withdraw.save")


@in_ring
async def test_a_decision_told_by_radio_is_said_before_it_is_withdrawn() -> None:
    async with ring() as phone:
        work = await referred(phone)
        said = ToldDecision("authorised", "0087", "superintendent", phone.clock.now(), "Issue it")
        assert isinstance(hear_decision(work.book, work.case, said, ranks()), Entry)
        await at_page(phone, work)
        assert phone.sees("You were told a decision on it. Speak to whoever decided before you withdraw it.")
        await phone.type("withdraw.why", WHY)
        await phone.tap("withdraw.save")
        await work.until_written(kinds.REFERRAL_WITHDRAWN)


@in_ring
async def test_the_reason_that_is_typed_survives_a_full_phone_and_the_lock() -> None:
    clock, handset, room = small_phone()
    async with ring(clock=clock, handset=handset) as phone:
        work = await referred(phone)
        await at_page(phone, work)
        await phone.type("withdraw.why", WHY)
        await phone.leave("withdraw.why")
        await phone.until(lambda: work.draft("check", "withdraw").get("why") == WHY)
        room.full = True
        await phone.tap("withdraw.save")
        await phone.settle()
        room.full = False
        assert kinds.REFERRAL_WITHDRAWN not in work.kinds()
        phone.services.guard.lock()
        await phone.settle()
        assert not phone.sees(WHY)
        await phone.unlock()
        await at_page(phone, work)
        assert phone.find("withdraw.why").value == WHY


@in_ring
async def test_decided_out_of_sight_after_it_was_withdrawn_both_stand_and_the_phone_says_so() -> None:
    async with ring() as phone:
        work = await referred(phone)
        before = seen_by_the_station(work)
        withdraw_referral(work.book, work.case, WHY)
        phone.clock.advance(minutes=5)
        decided(superintendent(phone), work, before)
        await work.go()
        await phone.until(lambda: phone.sees("Withdrawn by an officer before it was decided"))
        assert phone.sees("4471, 22:02 today")
        await opened(phone, work)
        assert phone.sees("Withdrawn 22:02 today by 4471")
        assert phone.sees("Threat to kill.")


def seen_by_the_station(work: Work) -> dict[str, int]:
    return {each.stream: each.seq for each in work.case.entries}


def decided(book: Notebook, work: Work, seen: dict[str, int]) -> None:
    """By a station that has heard nothing of the withdrawal."""
    body = {"mode": "written", "rank": "Superintendent", "reason": "Threat to kill.", "seen": seen}
    book.write(work.id, kinds.REFERRAL_AUTHORISED, {**body, "terms": ["tm-molest"]})


@in_ring
async def test_a_decision_on_what_was_withdrawn_is_kept_at_the_station_and_said_on_the_phone() -> None:
    async with ring() as phone:
        work = await referred(phone)
        withdraw_referral(work.book, work.case, WHY)
        keep_attempt(superintendent(phone), work.case, kinds.REFERRAL_AUTHORISED, {"reason": "Threat"})
        await opened(phone, work)
        assert phone.sees("Another decision came too late: it was not taken, and is kept")
        assert phone.sees(WHY)
        assert send_referral(work.book, work.case, "duty", ()) == Held(("state",))
