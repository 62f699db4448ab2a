"""Which terms were authorised, as they were told by radio, beside those in writing."""

from __future__ import annotations

from app import kinds
from app.hearing_decision import ToldDecision, hear_decision
from app.ranks import ranks
from tests.views.harness import Ring, in_ring, ring
from tests.views.test_radio import fill, referred, station
from tests.views.welfare import Work


async def told(phone: Ring, *terms: str) -> Work:
    """A notice authorised by radio, with these terms."""
    work, code = await referred(phone)
    at = phone.clock.now()
    said = ToldDecision("authorised", "0087", "superintendent", at, "Issue it", code=code, terms=terms)
    hear_decision(work.book, work.case, said, ranks())
    await work.go("check")
    return work


async def chosen_others(phone: Ring, work: Work, *ticked: str) -> None:
    await work.go("check", "heard")
    await fill(phone, work, "")
    await phone.choose("radio-terms.others")
    await phone.until(lambda: phone.has("radio-terms.tm-no-evict"))
    for term in ticked:
        await phone.tap(f"radio-terms.{term}")
        await until_typed(phone, work, term)


async def until_typed(phone: Ring, work: Work, term: str) -> None:
    await phone.until(lambda: term in work.draft("check", "heard").get("terms", ""))


@in_ring
async def test_other_terms_than_those_asked_for_are_ticked_and_stand_in_their_order() -> None:
    async with ring() as phone:
        work, _ = await referred(phone)
        await chosen_others(phone, work, "tm-distance", "tm-no-entry")
        await phone.tap("radio.save")
        entry = await work.until_written(kinds.DECISION_HEARD)
        assert entry.body["terms"] == ["tm-molest", "tm-no-entry", "tm-distance"]
        await phone.until(lambda: phone.sees("Terms, as told: No molestation, No entry, Keep a distance."))


@in_ring
async def test_where_nobody_said_the_terms_the_phone_says_to_ask_before_serving() -> None:
    async with ring() as phone:
        work, _ = await referred(phone)
        await work.go("check", "heard")
        await fill(phone, work, "")
        await phone.choose("radio-terms.not-said")
        await phone.until(lambda: work.draft("check", "heard").get("terms_way") == "not-said")
        await phone.tap("radio.save")
        entry = await work.until_written(kinds.DECISION_HEARD)
        assert "terms" not in entry.body
        await phone.until(lambda: phone.sees("Which terms was not said. Ask before you serve."))


@in_ring
async def test_a_refusal_by_radio_asks_for_no_terms_and_carries_none() -> None:
    async with ring() as phone:
        work, _ = await referred(phone)
        await work.go("check", "heard")
        await fill(phone, work, "")
        await phone.choose("radio.decision.refused")
        await phone.until(lambda: not phone.has("radio-terms.asked"))
        await phone.tap("radio.save")
        entry = await work.until_written(kinds.DECISION_HEARD)
        assert (entry.body["decision"], "terms" in entry.body) == ("refused", False)


@in_ring
async def test_terms_in_writing_stand_beside_those_told_where_they_are_others() -> None:
    async with ring() as phone:
        work = await told(phone, "tm-molest", "tm-leave")
        await phone.until(lambda: phone.sees("Terms, as told: No molestation, Leave the premises."))
        assert not phone.sees("Terms in writing")
        phone.clock.advance(minutes=20)
        station(phone, work, kinds.REFERRAL_AUTHORISED, reason="Needed", terms=["tm-molest"])
        for page in ("check", "court"):
            await work.go(page)
            await phone.until(lambda: phone.sees("Terms in writing: No molestation. These count."))
            assert phone.sees("Terms, as told: No molestation, Leave the premises.")
            assert phone.sees("The terms are others. Those in writing count.")


@in_ring
async def test_the_same_terms_in_writing_are_not_told_twice() -> None:
    async with ring() as phone:
        work = await told(phone, "tm-molest")
        station(phone, work, kinds.REFERRAL_AUTHORISED, reason="Needed", terms=["tm-molest"])
        await phone.until(lambda: phone.sees("Told by radio, confirmed in writing"))
        assert not phone.sees("Terms in writing")


@in_ring
async def test_a_notice_on_what_was_told_by_radio_is_a_draft_and_both_pages_say_why() -> None:
    async with ring() as phone:
        work = await told(phone, "tm-molest")
        assert phone.sees("a notice made on this phone is a draft and says so on every page")
        await work.go("documents", "p_copy")
        await phone.until(lambda: phone.sees("Only as a draft"))
        assert phone.sees("An officer was told that it is authorised; the station has not confirmed it")
        assert phone.has("papers.make-draft")
