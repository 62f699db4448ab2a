"""Breach now: what is checked first, what is recorded, and the clock that runs afterwards."""

from __future__ import annotations

from app import kinds
from app.court import Listing, list_hearing, report_breach
from app.visits.visiting import start_visit
from tests.views.harness import Ring, in_ring, ring
from tests.views.test_court import type_moment
from tests.views.welfare import TODAY, Work, at, opened, ordered, served


async def tapped(phone: Ring, work: Work, name: str, value: str) -> None:
    await phone.choose(f"breach.{name}.{value}")
    await phone.until(lambda: work.draft("breach").get(name) == value, "the tap is sealed")


async def believed(phone: Ring, work: Work) -> None:
    await work.go("breach")
    await tapped(phone, work, "confirm", "looked")
    await phone.type("breach.belief", "Seen leaving by the back door")


@in_ring
async def test_breach_now_stands_only_where_something_is_or_may_be_in_force() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("visits")
        assert not phone.has("breach.now")
    async with ring() as phone:
        work = await served(phone)
        await work.go("visits")
        assert phone.has("breach.now")


@in_ring
async def test_the_sealed_order_and_pnc_come_first_and_no_power_is_made_up() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("breach")
        assert phone.sees("Look at the sealed order or notice, and PNC, before you arrest.")
        assert phone.sees("There is a power of arrest, and no power to remove anybody.")
        assert phone.sees("Nobody arrested for a breach is bailed by police.")
        assert phone.sees("In force until end of Tue 15 Dec (24:00).")


@in_ring
async def test_on_the_last_day_the_page_says_that_the_phone_does_not_decide() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        work.time("2026-12-15T21:00:00+00:00")
        await work.go("breach")
        assert phone.sees(
            "It ends today, has ended, or the notice is in doubt. The phone does not decide it."
        )


@in_ring
async def test_leaving_breach_now_keeps_the_note_of_the_visit_and_its_own_words() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        start_visit(work.book, work.case, TODAY)
        await work.go("visit", TODAY)
        await phone.type("visit.note", "Grey van in the lane")
        await phone.tap("visit.sign.vehicle")
        await phone.until(lambda: work.draft("visit", TODAY).get("signs") == "vehicle")
        await phone.tap("breach.now.signs")
        assert phone.route == work.place("breach")
        await phone.type("breach.belief", "His van, engine warm")
        await phone.leave("breach.belief")
        await phone.until(lambda: work.draft("breach") == {"belief": "His van, engine warm"})
        await work.go("visit", TODAY)
        assert phone.find("visit.note").value == "Grey van in the lane"
        await work.go("breach")
        assert phone.find("breach.belief").value == "His van, engine warm"


@in_ring
async def test_a_suspect_at_the_door_is_made_safe_first_and_the_way_to_the_breach_keeps_the_visit() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        start_visit(work.book, work.case, TODAY)
        await work.go("visit", TODAY)
        await phone.type("visit.note", "Behind the hall door")
        assert not phone.sees("make safe, check the order and its last day")
        await phone.tap("visit.sign.wv-p-there")
        await phone.until(lambda: work.draft("visit", TODAY).get("signs") == "wv-p-there")
        assert phone.sees("If K.F. is there: make safe, check the order and its last day, then Breach now")
        assert phone.sees("There is no power to remove")
        await phone.tap("breach.now.signs")
        assert phone.route == work.place("breach")
        await work.go("visit", TODAY)
        assert phone.find("visit.note").value == "Behind the hall door"
        assert phone.find("visit.sign.wv-p-there").value is True


@in_ring
async def test_a_breach_without_grounds_or_decision_is_not_recorded() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("breach")
        await phone.tap("breach.save")
        for words in (
            "Say whether order or notice and PNC were looked at",
            "Give the grounds for believing a breach",
            "Say whether there was an arrest",
        ):
            assert phone.texts().count(words) == 2
        assert kinds.BREACH_REPORTED not in work.kinds()


@in_ring
async def test_an_arrest_is_not_recorded_without_its_exact_time() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await believed(phone, work)
        await tapped(phone, work, "arrest", "arrested")
        await phone.tap("breach.save")
        assert phone.texts().count("Give the exact time of the arrest") == 2
        assert kinds.BREACH_REPORTED not in work.kinds()


@in_ring
async def test_no_arrest_needs_its_reason_and_runs_no_clock() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await believed(phone, work)
        await tapped(phone, work, "arrest", "no-arrest")
        await phone.tap("breach.save")
        assert phone.texts().count("Say why there was no arrest") == 2
        await phone.type("breach.no-arrest-why", "Gone before we came")
        await phone.tap("breach.save")
        entry = await work.until_written(kinds.BREACH_REPORTED)
        assert entry.body["arrested_at"] is None
        assert entry.body["no_arrest_why"] == "Gone before we came"
        assert entry.body["answers"]["br-no-arrest-why"] == "done"
        await phone.until(lambda: phone.sees("Nobody was arrested, so no custody clock runs."))


@in_ring
async def test_papers_that_were_not_looked_at_say_why() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await believed(phone, work)
        await tapped(phone, work, "confirm", "not-possible")
        await tapped(phone, work, "arrest", "no-arrest")
        await phone.type("breach.no-arrest-why", "Gone before we came")
        await phone.tap("breach.save")
        assert phone.texts().count("Say why order or notice and PNC were not looked at") == 2
        await phone.type("breach.confirm-why", "No signal, control asked to check")
        await phone.tap("breach.save")
        entry = await work.until_written(kinds.BREACH_REPORTED)
        assert entry.body["answers"]["br-confirm"] == "not done"
        assert entry.body["reasons"] == {"br-confirm": "No signal, control asked to check"}
        await phone.until(lambda: phone.sees("Not done. No signal, control asked to check"))


@in_ring
async def test_an_arrest_under_an_order_runs_24_hours_to_a_court() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await believed(phone, work)
        await phone.choose("breach.term.tm-no-entry")
        await tapped(phone, work, "arrest", "arrested")
        await type_moment(phone, "breach.arrested-at", "20", "11", "23.10")
        await phone.tap("breach.save")
        entry = await work.until_written(kinds.BREACH_REPORTED)
        assert (entry.body["kind"], entry.body["arrested_at"]) == ("DVPO", "2026-11-20T23:10:00+00:00")
        assert entry.body["term"] == "tm-no-entry"
        assert entry.body["answers"] == {"br-confirm": "done", "br-belief": "done", "br-arrest-time": "done"}
        await phone.until(lambda: phone.route == work.place("breach", entry.id))
        assert phone.sees("before Sat 21 Nov 2026, 23:10")
        assert phone.sees("24 counted hours from the arrest.")
        assert phone.sees("no police bail, no pause")
        assert work.draft("breach") == {}


@in_ring
async def test_an_arrest_under_a_notice_ends_at_the_hearing_if_that_is_earlier() -> None:
    async with ring() as phone:
        work = await served(phone)
        list_hearing(work.book, work.case, Listing("Northvale", at("2026-11-24T10:00:00+00:00")))
        told = {"kind": "DVPN", "arrested_at": "2026-11-23T18:00:00+00:00"}
        entry = report_breach(work.book, work.case, told)
        work.time("2026-11-23T18:30:00+00:00")
        await work.go("breach", entry.id)
        assert phone.sees("before Tue 24 Nov 2026, 10:00")
        assert phone.sees("the hearing of the application comes before the 24 hours are over.")


@in_ring
async def test_the_custody_clock_leads_to_how_it_was_worked_out() -> None:
    async with ring() as phone:
        work = await served(phone)
        told = {"kind": "DVPN", "arrested_at": "2026-11-23T18:00:00+00:00"}
        entry = report_breach(work.book, work.case, told)
        work.time("2026-11-23T18:30:00+00:00")
        await work.go("breach", entry.id)
        await phone.tap(f"clock.custody/{entry.id}")
        assert phone.route == work.place("clock", "custody", entry.id)
        assert phone.sees("Mon 23 Nov 2026, 18:00 GMT")
        await phone.tap("ui.back")
        assert phone.route == work.place()


@in_ring
async def test_what_follows_a_breach_is_answered_step_by_step() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        entry = report_breach(work.book, work.case, {"kind": "DVPO", "arrested_at": None})
        await work.go("breach", entry.id)
        await phone.tap("ask.br-victim-told")
        await phone.choose("br-victim-told.answer.done")
        answered = await work.until_written(kinds.ANSWERED)
        assert answered.body["item"] == "br-victim-told"


@in_ring
async def test_where_nothing_is_known_the_officer_says_what_was_breached() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("breach")
        assert phone.sees("No notice and no order is known on this phone.")
        await tapped(phone, work, "kind", "dvpo")
        await believed(phone, work)
        await tapped(phone, work, "arrest", "no-arrest")
        await phone.type("breach.no-arrest-why", "Control is asking the other force")
        await phone.tap("breach.save")
        entry = await work.until_written(kinds.BREACH_REPORTED)
        assert entry.body["kind"] == "DVPO"
