"""The referral: read as a whole, sent once, with or without signal."""

from __future__ import annotations

from app import kinds
from app.answers import Given, answer_item
from app.consent import Said, record_consent
from tests.views.harness import Ring, in_ring, ring
from tests.views.station import superintendent
from tests.views.tonight import SUSPECT, journal, person, tap_twice, tonight
from tests.views.welfare import Work

ANSWERED = {
    "dv-age": "yes", "dv-assoc": "yes", "dv-violence": "yes", "dv-necessary": "yes", "dv-cohabit": "yes",
    "dv-situation": "no arrest, risk remains", "dv-proportion": "yes", "dv-offence-first": "yes",
    "dv-not-custody-tool": "yes",
}  # fmt: skip


async def ready(phone: Ring, **other: str) -> Work:
    """Everything that sending waits for is answered; the check page is open."""
    work = await tonight(phone)
    for item, answer in {**ANSWERED, **other}.items():
        answer_item(work.book, work.case, Given(item, answer, reason="Held by the neck at 21:35"))
    await work.go("check")
    await phone.until(lambda: phone.sees("Check before you send"))
    return work


async def sent(phone: Ring, work: Work, count: int = 1) -> None:
    await phone.choose("ui.check.to.duty")
    await phone.tap("ui.check.send")
    await work.until_written(kinds.REFERRAL_SENT, count)


@in_ring
async def test_the_full_name_is_shown_behind_an_entry_in_the_log() -> None:
    async with ring() as phone:
        work = await ready(phone)
        assert phone.sees(SUSPECT)
        assert [each.body["page"] for each in work.case.log] == ["check"]


@in_ring
async def test_sending_waits_for_what_must_be_answered_and_each_line_leads_there() -> None:
    async with ring() as phone:
        work = await tonight(phone, "check")
        await phone.until(lambda: phone.has("ui.check.send"))
        await phone.choose("ui.check.to.duty")
        await phone.tap("ui.check.send")
        assert phone.sees("There is a problem")
        assert work.case.referral.state == "draft"
        await phone.tap("ui.problem.summary.dv-necessary.answer")
        assert phone.route == work.place("check", "answer", "dv-necessary")


@in_ring
async def test_change_returns_straight_to_the_check() -> None:
    async with ring() as phone:
        work = await ready(phone)
        await phone.tap("ui.change.dv-violence")
        assert phone.route == work.place("check", "answer", "dv-violence")
        await phone.type("dv-violence.reason", "Held by the neck, marks filmed 22:02")
        await phone.tap("ui.continue")
        await phone.until(lambda: phone.route == work.place("check"))
        assert phone.sees("Held by the neck, marks filmed 22:02")


@in_ring
async def test_the_name_is_put_right_from_here_and_comes_back_here() -> None:
    async with ring() as phone:
        work = await ready(phone)
        await phone.tap("ui.change.person")
        await phone.until(lambda: phone.has("ui.person.field.name"))
        for part, value in (("day", "2"), ("month", "3"), ("year", "1991")):
            await phone.type(f"ui.person.field.dob.{part}", value)
        await phone.tap("ui.save")
        await phone.until(lambda: phone.route == work.place("check"))
        assert phone.sees("aged 35 today.")


@in_ring
async def test_a_referral_without_signal_is_queued_and_says_so() -> None:
    async with ring() as phone:
        work = await ready(phone)
        await sent(phone, work)
        assert (work.case.referral.state, work.case.referral.to) == ("referred", "duty")
        assert phone.sees("Sent 21:52 today to the duty supervisor.")
        assert phone.sees("Queued. It goes when there is signal")
        assert not phone.has("ui.check.send")
        await work.go()
        assert phone.sees("Queued. It goes when there is signal.")


@in_ring
async def test_at_station_is_said_only_from_its_receipt() -> None:
    async with ring() as phone:
        work = await ready(phone)
        await sent(phone, work)
        entry = work.last(kinds.REFERRAL_SENT)
        named = [[entry.id, entry.seq, entry.hash]]
        at = "2026-11-23T22:35:00+00:00"
        journal(phone).take_receipt({"receipt": "r-1", "time": at, "entries": named})
        phone.services.changes.say(work.id)
        await phone.until(lambda: phone.sees("At station 22:35"))
        assert not phone.sees("Queued")


@in_ring
async def test_two_taps_send_it_once() -> None:
    async with ring() as phone:
        work = await ready(phone)
        await phone.choose("ui.check.to.duty")
        await tap_twice(phone, "ui.check.send")
        await work.until_written(kinds.REFERRAL_SENT)
        await phone.settle()
        assert work.kinds().count(kinds.REFERRAL_SENT) == 1


@in_ring
async def test_it_goes_to_the_supervisor_who_is_named() -> None:
    async with ring() as phone:
        work = await ready(phone)
        await phone.tap("ui.check.send")
        assert phone.sees("Say who it goes to")
        await phone.choose("ui.check.to.number")
        await phone.type("ui.check.number", "2210")
        await phone.tap("ui.check.send")
        await work.until_written(kinds.REFERRAL_SENT)
        assert work.case.referral.to == "2210"
        assert phone.sees("Sent 21:52 today to officer 2210.")


@in_ring
async def test_a_no_shows_other_routes_and_the_referral_can_still_be_sent() -> None:
    async with ring() as phone:
        work = await ready(phone, **{"dv-violence": "no"})
        assert phone.sees("Without violence or a threat this notice cannot be given.")
        await sent(phone, work)
        assert work.case.referral.state == "referred"


@in_ring
async def test_what_the_superintendent_weighs_goes_with_it_as_facts() -> None:
    async with ring() as phone:
        work = await ready(phone)
        person(work, "child", "Ada Mensah-Testwood", resident=True)
        person(work, "child", "Ben Mensah-Testwood", resident=False)
        record_consent(work.book, work.case, Said("cn-dvpn", "opinion given", {"words": "Not back tonight"}))
        await work.go("check")
        assert phone.sees("Children recorded: 2, of them elsewhere: 1")
        assert phone.sees("Not back tonight\nTaken over from the conversation.")
        assert phone.sees("Add what is known, or the steps taken")


@in_ring
async def test_after_the_decision_there_is_nothing_more_to_send() -> None:
    async with ring() as phone:
        work = await ready(phone)
        await sent(phone, work)
        superintendent(phone).write(work.id, kinds.REFERRAL_AUTHORISED, {"mode": "written"})
        await work.go("check")
        assert not phone.has("ui.check.send")
        assert phone.has("ui.check.back")


@in_ring
async def test_more_information_is_asked_for_in_the_supervisors_words_and_sent_again() -> None:
    async with ring() as phone:
        work = await ready(phone)
        await sent(phone, work)
        asked = {"words": "When was the last threat?"}
        superintendent(phone).write(work.id, kinds.MORE_INFORMATION_WANTED, asked)
        await work.go("check")
        assert phone.sees("When was the last threat?")
        await sent(phone, work, 2)
        assert work.kinds().count(kinds.REFERRAL_SENT) == 2


@in_ring
async def test_what_is_put_right_after_sending_is_named_beside_the_referral() -> None:
    async with ring() as phone:
        work = await ready(phone)
        await sent(phone, work)
        assert not phone.sees("Changed since it was sent")
        answer_item(work.book, work.case, Given("dv-violence", "yes", reason="Held by the neck twice"))
        await work.go("check")
        assert phone.sees("Changed since it was sent: Violence or threat.")
