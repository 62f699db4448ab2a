"""Referrals to agencies on the phone: the ledger is asked, each step has its time, what waits is on Now."""

from __future__ import annotations

from app import kinds
from app.consent import Said, record_consent
from app.risk import grade_risk
from tests.views.harness import Ring, in_ring, ring
from tests.views.welfare import VICTIM, Work, opened


def willing(work: Work) -> None:
    said = Said("cn-support", "given", {"safe_contact": "Ring after nine"})
    record_consent(work.book, work.case, said)


async def steps(phone: Ring, work: Work, agency: str, step: str, **typed: str) -> None:
    await work.go("support", agency)
    count = work.kinds().count(kinds.SUPPORT_REFERRAL)
    await phone.choose(f"support.step.{step}")
    await phone.until(lambda: phone.has("support.at.time"), "its boxes")
    for name, said in typed.items():
        await phone.type(f"support.{name}", said)
    await phone.tap("support.save")
    await work.until_written(kinds.SUPPORT_REFERRAL, count + 1)
    await phone.until(lambda: phone.route == work.place("support"))


@in_ring
async def test_without_a_yes_it_is_not_sent_and_the_way_to_ask_is_one_tap() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("support")
        assert phone.sees("offer or refer by Tue 17 Nov")
        await phone.tap("agency.idva")
        assert phone.sees("Not permitted")
        await phone.choose("support.step.sent")
        await phone.tap("support.save")
        await phone.until(lambda: phone.sees("Not sent: a yes is missing"), "it says why")
        assert kinds.SUPPORT_REFERRAL not in work.kinds()
        await phone.tap("support.ask-first")
        assert phone.route == work.place("consent", "cn-support")


@in_ring
async def test_each_step_stands_with_officer_and_time_and_the_clock_of_the_code_ends() -> None:
    async with ring() as phone:
        work = await opened(phone)
        willing(work)
        await steps(phone, work, "idva", "sent", who="Duty desk", ref="IDVA-9")
        assert phone.sees("Support was offered or referred")
        await steps(phone, work, "idva", "received")
        await steps(phone, work, "idva", "taken_up")
        sent = [each.body for each in work.case.entries if each.kind == kinds.SUPPORT_REFERRAL]
        assert len({each["referral"] for each in sent}) == 1
        await work.go("support", "idva")
        assert phone.sees("Taken up, 20:10 today, officer")
        assert phone.sees("Duty desk")


@in_ring
async def test_the_meeting_of_agencies_at_the_threshold_asks_for_its_basis_and_not_for_a_yes() -> None:
    async with ring() as phone:
        work = await opened(phone)
        grade_risk(work.book, work.case, "high", {"reason": "Strangled"})
        await work.go("support", "marac")
        assert phone.sees("Consent is not needed")
        await phone.choose("support.step.sent")
        await phone.until(lambda: phone.has("support.basis"), "the box for the basis")
        await phone.tap("support.save")
        await phone.until(lambda: phone.texts().count("Say why, and on what lawful basis") == 2)
        await steps(phone, work, "marac", "sent", basis="Vital interests")
        assert work.last(kinds.SUPPORT_REFERRAL).body["basis"] == "Vital interests"


@in_ring
async def test_what_is_blocked_stands_on_now_and_on_the_incident_in_initials() -> None:
    async with ring() as phone:
        work = await opened(phone)
        willing(work)
        await steps(phone, work, "refuge", "blocked", why="No place tonight")
        await work.go()
        assert phone.sees("1 referred, 1 blocked")
        await phone.go("/")
        assert phone.sees("Blocked: Refuge place")
        assert not phone.sees(VICTIM)
        await phone.tap(f"now.support.{work.id}.refuge")
        assert phone.route == work.place("support", "refuge")
        await steps(phone, work, "refuge", "taken_up")
        await phone.go("/")
        assert not phone.sees("Blocked: Refuge place")
