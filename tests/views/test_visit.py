"""One visit: before the door, at it, written up, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence

from app import kinds
from app.entry import Entry, Fact
from app.ports import JournalFull
from app.visits.schedule import visit_status
from tests.fakes.clock import FakeClock
from tests.fakes.journal import FakeJournal
from tests.fakes.vault import FakeHandset, FakeVault
from tests.views.harness import in_ring, ring
from tests.views.welfare import TODAY, at_the_door, chosen, ordered, prefers, save, sealed

# Before the door


@in_ring
async def test_before_the_door_stands_how_the_victim_may_be_reached() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", TODAY)
        assert phone.sees("Nobody has asked how S.W. may be reached. Leave no voicemail and no card.")
        prefers(work)
        await work.go("visit", TODAY)
        assert phone.sees("Ways that are safe: Call")
        assert phone.sees("07700 900145")


@in_ring
async def test_a_visit_starts_only_after_the_check_before_knocking() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", TODAY)
        await phone.tap("visit.start")
        assert phone.sees("Answer the check before knocking")
        assert kinds.VISIT_STARTED not in work.kinds()
        await phone.choose("wv-approach-check.answer.done")
        await phone.until(lambda: work.draft("visit", TODAY) != {}, "the tap is sealed")
        await phone.tap("visit.start")
        entry = await work.until_written(kinds.VISIT_STARTED)
        assert entry.body == {"for": TODAY, "answers": {"wv-approach-check": "done"}}
        await phone.until(lambda: phone.has("visit.save"), "the visit is written up")


@in_ring
async def test_a_visit_made_already_is_written_up_without_a_start() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", TODAY)
        await phone.tap("visit.made")
        await phone.until(lambda: phone.has("visit.save"))
        assert kinds.VISIT_STARTED not in work.kinds()


# At the door


@in_ring
async def test_every_tap_is_sealed_before_it_shows_and_outlives_a_lock() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "seen-alone")
        await phone.tap("visit.sign.vehicle")
        await phone.until(lambda: work.draft("visit", TODAY).get("signs") == "vehicle")
        await phone.type("visit.note", "Grey van in the lane")
        phone.services.guard.lock()
        await phone.settle()
        await phone.unlock()
        await work.go("visit", TODAY)
        assert phone.find("visit.note").value == "Grey van in the lane"
        assert phone.find("visit.sign.vehicle").value is True
        assert kinds.VISIT_RECORDED not in work.kinds()


@in_ring
async def test_none_of_these_and_a_sign_exclude_each_other() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        ticks = (("vehicle", "vehicle"), ("none", "none"), ("voice", "voice"), ("contact", "contact,voice"))
        for sign, left in ticks:
            await phone.tap(f"visit.sign.{sign}")
            await sealed(phone, work, "signs", left)


@in_ring
async def test_common_outcomes_stand_first_and_the_rest_behind_one_tap() -> None:
    async with ring() as phone:
        await at_the_door(phone)
        assert phone.rows("outcome.") == [
            f"outcome.{name}" for name in ("seen-alone", "seen-not-alone", "no-answer", "phone")
        ]
        await phone.tap("visit.outcome-more")
        await phone.until(lambda: phone.has("outcome.wrong-address"))
        assert not phone.has("visit.outcome-more")


@in_ring
async def test_an_answered_question_opens_the_next_and_the_count_says_how_many() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        assert phone.sees("0 of 11")
        await phone.choose("wv-safe-to-speak.answer.yes")
        await phone.until(lambda: phone.has("wv-wellbeing.answer.done"), "the next question is open")
        assert phone.sees("1 of 11")
        assert work.draft("visit", TODAY)["wv-safe-to-speak/answer"] == "yes"


@in_ring
async def test_a_visit_without_an_outcome_is_not_saved() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await phone.tap("visit.save")
        assert phone.texts().count("Say what happened") == 2
        assert not phone.has("visit.save-as-it-is")
        assert kinds.VISIT_RECORDED not in work.kinds()


@in_ring
async def test_what_was_not_answered_is_named_once_and_then_saved_as_it_is() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "seen-alone")
        await phone.tap("visit.save")
        assert phone.sees("Children: not answered")
        assert phone.sees("Signs of a breach: tick what applies, or None of these")
        assert kinds.VISIT_RECORDED not in work.kinds()
        await phone.tap("visit.save-as-it-is")
        entry = await work.until_written(kinds.VISIT_RECORDED)
        assert entry.body["answers"] == {"wv-seen": "done"}


@in_ring
async def test_a_line_of_the_summary_opens_its_question() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "seen-alone")
        await phone.tap("visit.save")
        await phone.tap("ui.problem.summary.ask.wv-children")
        assert phone.has("wv-children.answer.done")


# Written up


@in_ring
async def test_a_saved_visit_holds_what_was_seen_asked_and_written() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "seen-alone")
        await phone.tap("visit.sign.none")
        await phone.until(lambda: work.draft("visit", TODAY).get("signs") == "none")
        await phone.choose("wv-safe-to-speak.answer.yes")
        await phone.until(lambda: phone.has("wv-wellbeing.answer.done"))
        await phone.choose("wv-wellbeing.answer.not-done")
        await phone.until(lambda: phone.has("wv-wellbeing.reason.would-not-say"))
        await phone.choose("wv-wellbeing.reason.would-not-say")
        await phone.type("visit.note", "Lock changed on Monday")
        body = await save(phone, work)
        assert (body["for"], body["type"], body["outcome"]) == (TODAY, "visit", "seen-alone")
        assert (body["seen"], body["alone"], body["breach_signs"]) == (True, True, [])
        assert body["note"] == "Lock changed on Monday"
        assert body["answers"] == {
            "wv-safe-to-speak": "yes",
            "wv-wellbeing": "not done",
            "wv-seen": "done",
            "wv-breach-ind": "none seen",
            "wv-p-there": "not applicable",
        }
        assert list(body["reasons"]) == ["wv-wellbeing"]
        assert list(body["times"]) == ["wv-safe-to-speak", "wv-wellbeing"]
        assert work.draft("visit", TODAY) == {}


@in_ring
async def test_a_visit_seen_alone_is_done_and_shows_what_was_recorded() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "seen-alone")
        await phone.type("visit.note", "Sleeping better")
        await save(phone, work)
        assert visit_status(work.case, TODAY, phone.clock.now()) == "done"
        await phone.until(lambda: phone.sees("Seen 18:00 today"))
        assert phone.sees("Sleeping better")
        assert not phone.has("visit.save")


@in_ring
async def test_a_saved_visit_says_which_signs_were_seen_and_what_was_left_unanswered() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "seen-alone")
        await phone.tap("visit.sign.belongings")
        await sealed(phone, work, "signs", "belongings")
        await phone.tap("visit.sign.wv-p-there")
        await sealed(phone, work, "signs", "belongings,wv-p-there")
        body = await save(phone, work)
        assert body["breach_signs"] == ["belongings", "wv-p-there"]
        assert (body["answers"]["wv-breach-ind"], body["answers"]["wv-p-there"]) == ("present", "done")
        await phone.until(lambda: phone.sees("Belongings here, K.F. is here"))
        texts = phone.texts()
        assert "Children" in texts[texts.index("Left unanswered") + 1]


@in_ring
async def test_a_second_tap_on_save_records_nothing_twice() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "seen-not-alone")
        await phone.tap("visit.save")
        twice = phone.find("visit.save-as-it-is")
        await phone.event(twice, "click")
        await phone.event(twice, "click")
        await work.until_written(kinds.VISIT_RECORDED)
        await phone.until(lambda: phone.has("visit.start"), "the page has read again")
        assert work.kinds().count(kinds.VISIT_RECORDED) == 1


@in_ring
async def test_somebody_seen_but_not_alone_leaves_the_visit_due() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "seen-not-alone")
        body = await save(phone, work)
        assert body["answers"]["wv-seen"] == "not done"
        assert body["reasons"]["wv-seen"] == "Seen, not alone"
        assert visit_status(work.case, TODAY, phone.clock.now()) == "due"
        await phone.until(lambda: phone.has("visit.start"), "it can be started again")
        assert phone.sees("Due today")


@in_ring
async def test_a_call_is_a_whole_record_and_clears_no_visit_that_is_due() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "phone")
        assert phone.sees("It clears no visit that is due: S.W. has to be seen in person")
        body = await save(phone, work)
        assert (body["type"], body["seen"]) == ("phone contact", False)
        assert visit_status(work.case, TODAY, phone.clock.now()) == "due"


@in_ring
async def test_a_visit_written_on_a_later_day_is_marked_late() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        work.time("2026-11-22T09:00:00+00:00")
        await work.go("visit", TODAY)
        assert phone.sees("It will show as seen late, never as made in time.")
        await chosen(phone, work, "seen-alone")
        for part, value in (("day", "21"), ("month", "11"), ("year", "2026"), ("time", "22.40")):
            await phone.type(f"visit.at.{part}", value)
        body = await save(phone, work)
        assert (body["event_at"], body["late_entry"]) == ("2026-11-21T22:40:00+00:00", True)
        await phone.until(lambda: phone.sees("Late entry"))


@in_ring
async def test_a_visit_of_another_day_is_seen_late_and_says_so() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        work.time("2026-11-22T09:00:00+00:00")
        await work.go("visit", TODAY)
        await chosen(phone, work, "seen-alone")
        await save(phone, work)
        await phone.until(lambda: phone.sees("Seen late, 09:00 today"))
        assert visit_status(work.case, TODAY, phone.clock.now()) == "late"


@in_ring
async def test_a_time_to_come_is_not_taken_as_happened() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "refused")
        for part, value in (("day", "21"), ("month", "11"), ("year", "2026"), ("time", "19:00")):
            await phone.type(f"visit.at.{part}", value)
        await phone.tap("visit.save")
        assert phone.texts().count("This time has not come yet. Check it") == 2
        assert kinds.VISIT_RECORDED not in work.kinds()


@in_ring
async def test_the_next_visit_is_agreed_with_the_one_that_is_saved() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "seen-alone")
        await phone.tap("ask.wv-next")
        await phone.choose("wv-next.answer.done")
        await phone.until(lambda: phone.has("wv-next.field.who"))
        for part, value in (("day", "23"), ("month", "11"), ("year", "2026"), ("time", "1830")):
            await phone.type(f"wv-next.field.at.{part}", value)
        await phone.type("wv-next.field.who", "PC 2210")
        body = await save(phone, work)
        agreed = work.last(kinds.VISIT_AGREED).body
        assert (agreed["due"], agreed["officer"]) == ("2026-11-23T18:30:00+00:00", "PC 2210")
        assert body["details"]["wv-next"]["at"] == "2026-11-23T18:30:00+00:00"


class FullJournal(FakeJournal):
    """No room for an entry, while the test says so."""

    full = False

    def write(self, *facts: Fact, clears: Sequence[str] = ()) -> list[Entry]:
        if self.full:
            raise JournalFull
        return super().write(*facts, clears=clears)


@in_ring
async def test_a_full_phone_keeps_the_visit_as_it_was_typed() -> None:
    clock = FakeClock()
    vault = FakeVault(clock)
    vault.journal = journal = FullJournal("s-1")
    async with ring(clock=clock, handset=FakeHandset(vault)) as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "refused")
        journal.full = True
        await phone.tap("visit.save")
        await phone.until(lambda: phone.sees("The phone is full. Nothing new was saved."))
        assert work.draft("visit", TODAY)["outcome"] == "refused"
        journal.full = False
        body = await save(phone, work)
        assert body["outcome"] == "refused"
