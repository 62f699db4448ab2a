"""The test limb by limb, what has to be considered, and the terms asked for."""

from __future__ import annotations

from app import kinds
from app.answers import Given, answer_item
from app.consent import Said, record_consent
from tests.views.harness import in_ring, ring
from tests.views.test_check import ready, sent
from tests.views.tonight import person, small_phone, tap_twice, tonight

OTHER = "Held by the neck at 21:35"


@in_ring
async def test_each_limb_stands_beside_what_shows_it_and_what_is_missing() -> None:
    async with ring() as phone:
        work = await ready(phone)
        answer_item(work.book, work.case, Given("vic-injury", "done"))
        answer_item(work.book, work.case, Given("dv-necessary", "unsure", reason="Not known yet"))
        await phone.tap("suit.open")
        await phone.until(lambda: phone.route == work.place("check", "test"))
        assert phone.sees("Shown")
        assert phone.sees("Unknown")
        assert phone.sees(OTHER)
        assert phone.sees("Recorded elsewhere: Injuries")
        assert phone.sees("Choose the tie between them")
        assert phone.sees("Find out, and say how you mean to")


@in_ring
async def test_a_change_from_the_test_comes_back_to_the_test() -> None:
    async with ring() as phone:
        work = await tonight(phone, "check", "test")
        await phone.tap("ui.change.dv-assoc")
        assert phone.route == work.place("check", "test", "answer", "dv-assoc")
        await phone.choose("dv-assoc.answer.no")
        await work.until_written(kinds.ANSWERED)
        await phone.tap("ui.continue")
        await phone.until(lambda: phone.route == work.place("check", "test"))
        assert phone.sees("Not shown")
        assert phone.sees("You can still refer.")


@in_ring
async def test_a_suspect_under_18_by_date_of_birth_is_said_and_stops_nothing() -> None:
    async with ring() as phone:
        work = await ready(phone)
        person(work, "suspect", "Jon Demo", dob="2010-03-02")
        answer_item(
            work.book, work.case, Given("dv-age", "yes", details={"source": "x", "dob": "2010-03-02"})
        )
        await work.go("check", "test")
        assert phone.sees("The date of birth says 16 today. Put one of the two right")
        await work.go("check")
        await sent(phone, work)
        assert work.case.referral.state == "referred"


@in_ring
async def test_control_without_violence_shows_other_routes_and_the_newer_notice() -> None:
    async with ring() as phone:
        work = await ready(phone, **{"dv-violence": "no"})
        await work.go("check", "test")
        assert phone.sees("Look at coercive control as an offence")
        assert phone.sees("DAPN, for control and coercion too")
        assert phone.sees("This force does not issue a DAPN now.")


@in_ring
async def test_custody_in_order_to_serve_is_named_and_stops_nothing() -> None:
    async with ring() as phone:
        work = await ready(phone, **{"dv-not-custody-tool": "no"})
        await work.go("check", "test")
        assert phone.sees("Custody is not for service")
        await work.go("check")
        assert phone.has("ui.check.send")


# What has to be considered, s.24(3)


@in_ring
async def test_what_is_known_is_written_once_and_goes_with_the_referral() -> None:
    async with ring() as phone:
        work = await ready(phone)
        await phone.tap("ao-p-reps.answer")
        assert phone.route == work.place("check", "weighed", "ao-p-reps")
        assert not phone.has("weighed.answer.not-applicable")
        await phone.choose("weighed.answer.done")
        await phone.until(lambda: work.draft("check", "weighed", "ao-p-reps").get("answer") == "done")
        await phone.type("weighed.words.done", "Says that it was an accident")
        await tap_twice(phone, "weighed.save")
        await phone.until(lambda: phone.route == work.place("check"))
        assert phone.sees("Says that it was an accident")
        written = [each for each in work.case.entries if each.body.get("item") == "ao-p-reps"]
        assert [each.body["note"] for each in written] == ["Says that it was an accident"]
        assert work.draft("check", "weighed", "ao-p-reps") == {}
        await sent(phone, work)
        assert work.last(kinds.REFERRAL_SENT).body["items"]["ao-p-reps"] == written[0].id


@in_ring
async def test_what_was_not_obtained_needs_the_steps_taken_and_why() -> None:
    async with ring() as phone:
        work = await tonight(phone, "check", "weighed", "ao-coresident-opinion")
        await phone.tap("weighed.save")
        assert phone.sees("Choose how it stands")
        await phone.choose("weighed.answer.not-obtained")
        await phone.until(lambda: phone.has("weighed.why"))
        await phone.tap("weighed.save")
        assert phone.texts().count("Write what you did to find out") == 2
        assert phone.texts().count("Say why it was not obtained") == 2
        assert kinds.ANSWERED not in work.kinds()


@in_ring
async def test_the_opinion_of_the_conversation_is_carried_and_not_typed_again() -> None:
    async with ring() as phone:
        work = await ready(phone)
        record_consent(work.book, work.case, Said("cn-dvpn", "opinion given", {"words": "Not back tonight"}))
        await work.go("check")
        assert phone.sees("Taken over from the conversation.")
        await work.go("check", "weighed", "ao-victim-opinion")
        assert phone.sees("From the conversation")
        assert phone.sees("Not back tonight")
        await phone.tap("weighed.talk")
        assert phone.route == work.place("check", "answer", "cn-dvpn")
        await work.go("check")
        await sent(phone, work)
        carried = work.last(kinds.REFERRAL_SENT).body["items"]
        assert carried["cn-dvpn"] == work.case.consents["cn-dvpn"].entry


@in_ring
async def test_what_is_typed_survives_the_lock_and_a_full_phone() -> None:
    clock, handset, room = small_phone()
    async with ring(clock=clock, handset=handset) as phone:
        work = await tonight(phone, "check", "weighed", "ao-p-reps")
        await phone.choose("weighed.answer.done")
        await phone.until(lambda: work.draft("check", "weighed", "ao-p-reps").get("answer") == "done")
        await phone.type("weighed.words.done", "Says nothing")
        await phone.leave("weighed.words.done")
        await phone.until(lambda: work.draft("check", "weighed", "ao-p-reps").get("words") == "Says nothing")
        room.full = True
        await phone.tap("weighed.save")
        await phone.settle()
        assert kinds.ANSWERED not in work.kinds()
        room.full = False
        phone.services.guard.lock()
        await phone.settle()
        assert not phone.sees("Says nothing")
        await phone.unlock()
        await work.go("check", "weighed", "ao-p-reps")
        assert phone.find("weighed.words.done").value == "Says nothing"


# Terms, s.24(6) to (8)


@in_ring
async def test_terms_about_a_home_are_closed_with_the_reason_until_it_is_shared() -> None:
    async with ring() as phone:
        work = await tonight(phone, "check", "terms")
        assert phone.rows("ask.tm-") == ["ask.tm-molest"]
        assert phone.sees("Terms about the home stay closed")
        await phone.tap("terms.cohabit")
        assert phone.route == work.place("check", "answer", "dv-cohabit")


@in_ring
async def test_each_term_is_an_entry_and_travels_with_the_referral() -> None:
    async with ring() as phone:
        work = await ready(phone)
        await phone.tap("tm-molest.answer")
        assert phone.route == work.place("check", "terms")
        await phone.tap("ask.tm-molest")
        await phone.choose("tm-molest.answer.both")
        await phone.until(lambda: phone.has("tm-molest.field.detail"))
        await phone.type("tm-molest.field.detail", "Not to wait at the school")
        await phone.tap("ask.keep.tm-molest")
        await phone.until(lambda: work.case.answers["tm-molest"].details.get("detail") is not None)
        await phone.tap("ask.tm-distance")
        await phone.choose("tm-distance.answer.yes")
        await phone.until(lambda: phone.has("tm-distance.field.metres"))
        await phone.type("tm-distance.field.metres", "200")
        await phone.type("tm-distance.field.address", "14 Larkspur Row")
        await phone.tap("ask.keep.tm-distance")
        await phone.until(lambda: work.case.answers["tm-distance"].details.get("metres") == "200")
        await work.go("check")
        assert phone.sees("Not to wait at the school")
        await sent(phone, work)
        assert {"tm-molest", "tm-distance"} <= set(work.last(kinds.REFERRAL_SENT).body["items"])


@in_ring
async def test_a_distance_that_is_no_number_is_asked_again_and_stays_typed() -> None:
    async with ring() as phone:
        work = await ready(phone)
        await work.go("check", "terms")
        await phone.tap("ask.tm-distance")
        await phone.choose("tm-distance.answer.yes")
        await phone.until(lambda: phone.has("tm-distance.field.metres"))
        await phone.type("tm-distance.field.metres", "a street away")
        await phone.tap("ask.keep.tm-distance")
        await phone.until(lambda: phone.sees("Use digits only, such as 100"))
        assert phone.find("tm-distance.field.metres").value == "a street away"


@in_ring
async def test_a_term_of_a_home_that_is_no_longer_shared_does_not_travel() -> None:
    async with ring() as phone:
        work = await ready(phone)
        answer_item(work.book, work.case, Given("tm-leave", "yes"))
        answer_item(work.book, work.case, Given("dv-cohabit", "no"))
        await work.go("check")
        assert not phone.sees("Leave the premises")
        await sent(phone, work)
        assert "tm-leave" not in work.last(kinds.REFERRAL_SENT).body["items"]
