"""The station's decisions on the phone: who, rank, when, terms, reasons, and what crossed on the way."""

from __future__ import annotations

from typing import Any

from app import kinds
from app.answers import Given, answer_item
from app.court import serve_notice
from app.deciding import (
    Authority,
    Considered,
    ask_for_more,
    authorise,
    confirm,
    endorse,
    keep_attempt,
    refuse,
)
from app.entry import Entry
from app.notebook import Notebook
from app.ranks import ranks
from app.referral import withdraw_referral
from tests.views.harness import Ring, in_ring, ring
from tests.views.station import superintendent
from tests.views.test_check import ready, sent
from tests.views.welfare import Work

CONSIDERED = {
    "ao-children": Considered("not applicable", "No children."),
    "ao-victim-opinion": Considered("done", "She wants him kept away."),
    "ao-p-reps": Considered("not obtained", "Phoned twice", "No reply"),
    "ao-coresident-opinion": Considered("not applicable", "Nobody else lives there."),
}


async def referred(phone: Ring) -> Work:
    work = await ready(phone)
    await sent(phone, work)
    phone.clock.advance(minutes=10)
    return work


async def opened(phone: Ring, work: Work) -> None:
    """The page of the referral, once it stands in the log that it was opened."""
    await work.go("check")
    await phone.until(lambda: not phone.sees("Opening. It is being written into the log first."))


def decided(entry: Entry | object) -> Entry:
    assert isinstance(entry, Entry), entry
    return entry


def authorised(work: Work, book: Notebook, **other: Any) -> Entry:
    told = {"terms_words": "Not to come within 100 metres of her door.", **other}
    authority = Authority("Threat to kill.", ("tm-molest", "tm-no-entry"), CONSIDERED, **told)
    return decided(authorise(book, work.case, authority, ranks()))


@in_ring
async def test_authorised_notice_is_read_with_who_rank_when_terms_and_reasons() -> None:
    async with ring() as phone:
        work = await referred(phone)
        authorised(work, superintendent(phone))
        await opened(phone, work)
        for told in (
            "Authorised", "Superintendent 0087, 22:02 today", "No molestation\nNo entry",
            "Not to come within 100 metres of her door.", "Threat to kill.",
        ):  # fmt: skip
            assert phone.sees(told), told
        assert not phone.has("ui.check.send")
        await work.go()
        assert phone.sees("Authorised by Superintendent 0087, 22:02 today.")


@in_ring
async def test_decision_appears_on_the_open_page_when_it_arrives() -> None:
    async with ring() as phone:
        work = await referred(phone)
        await work.go()
        assert not phone.sees("Superintendent 0087")
        authorised(work, superintendent(phone))
        await phone.until(lambda: phone.sees("Authorised by Superintendent 0087, 22:02 today."))


@in_ring
async def test_spoken_authority_and_its_confirmation_stand_with_both_times() -> None:
    async with ring() as phone:
        work = await referred(phone)
        book, at = superintendent(phone), phone.clock.now()
        phone.clock.advance(minutes=20)
        authorised(work, book, spoken_at=at, told_to="4471")
        await opened(phone, work)
        assert phone.sees("Authorised by word of mouth")
        assert phone.sees("Superintendent 0087, 22:02 today")
        phone.clock.advance(minutes=40)
        decided(confirm(book, work.case, "As said", ranks()))
        await opened(phone, work)
        assert phone.sees("Confirmed in writing")
        assert phone.sees("Superintendent 0087, 23:02 today")


@in_ring
async def test_refusal_is_read_with_plan_b_and_the_day_of_the_review() -> None:
    async with ring() as phone:
        work = await referred(phone)
        decided(
            refuse(superintendent(phone), work.case, "Bail is enough.", ["bail terms", "sp-alarm"], ranks())
        )
        await opened(phone, work)
        for told in ("Refused", "Bail is enough.", "bail terms\n", "By the end of Tue 24 Nov"):
            assert phone.sees(told), told
        assert not phone.has("ui.check.send")
        await work.go()
        assert phone.sees("Refused by Superintendent 0087, 22:02 today.")


@in_ring
async def test_view_on_the_way_up_is_read_and_decides_nothing() -> None:
    async with ring() as phone:
        work = await referred(phone)
        sergeant = superintendent(phone, "2210", "Sergeant")
        decided(endorse(sergeant, work.case, "endorsed with doubt", "Bail may do", ranks()))
        await work.go()
        assert phone.sees("Endorsed with doubt by Sergeant 2210, 22:02 today.")


@in_ring
async def test_question_is_answered_and_the_referral_sent_again() -> None:
    async with ring() as phone:
        work = await referred(phone)
        decided(ask_for_more(superintendent(phone), work.case, "When was the last threat?"))
        await opened(phone, work)
        assert phone.sees("When was the last threat?")
        await phone.tap("ui.change.dv-violence")
        assert phone.route == work.place("check", "answer", "dv-violence")
        await phone.type("dv-violence.reason", "Tonight at 21:35, by telephone")
        await phone.tap("ui.continue")
        await phone.until(lambda: phone.route == work.place("check"))
        await sent(phone, work, 2)
        assert not work.case.referral.marks
        assert not phone.sees("When was the last threat?")


@in_ring
async def test_what_was_changed_after_the_decision_is_said_on_the_incident() -> None:
    async with ring() as phone:
        work = await referred(phone)
        authorised(work, superintendent(phone))
        phone.clock.advance(minutes=1)
        answer_item(work.book, work.case, Given("dv-violence", "no", reason="It was another man"))
        for place in (work.go, lambda: opened(phone, work)):
            await place()
            assert phone.sees("Changed after the decision: it was made without this")
            assert phone.sees("4471, 22:03 today")


@in_ring
async def test_service_without_an_authorisation_is_said_and_its_clock_runs() -> None:
    async with ring() as phone:
        work = await referred(phone)
        serve_notice(work.book, work.case, phone.clock.now())
        await work.go()
        assert phone.sees("Served, and no authorisation is recorded")
        authorised(work, superintendent(phone))
        await phone.until(lambda: not phone.sees("Served, and no authorisation is recorded"))


@in_ring
async def test_decision_that_came_too_late_is_said_with_its_author() -> None:
    async with ring() as phone:
        work = await referred(phone)
        withdraw_referral(work.book, work.case, "She has moved")
        late = superintendent(phone, "0088")
        keep_attempt(late, work.case, kinds.REFERRAL_AUTHORISED, {"reason": "Threat"})
        await work.go()
        assert phone.sees("Another decision came too late: it was not taken, and is kept")
        assert phone.sees("0088, 22:02 today")
        assert phone.sees("Withdrawn.")


@in_ring
async def test_decision_that_a_handset_made_up_is_said_to_be_none() -> None:
    async with ring() as phone:
        work = await referred(phone)
        work.book.write(work.id, kinds.REFERRAL_AUTHORISED, {"mode": "written", "reason": "x"})
        await work.go()
        assert phone.sees("A handset recorded a decision of its own: it has no effect")
        assert not phone.sees("Authorised by")
