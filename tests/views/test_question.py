"""One question on the screen: what is chosen is an entry at once, what is typed is never lost."""

from __future__ import annotations

from app import kinds
from app.answers import Given, answer_item
from app.case.model import Answer
from app.incident import put_right_incident
from tests.views.harness import Ring, in_ring, ring
from tests.views.tonight import choose_twice, chosen_now, person, records, small_phone, tonight
from tests.views.welfare import Work

SEPARATE = ("task", "safe", "arr-separate")
REASON = "arr-separate.reason.one-officer"


def answer(work: Work, item: str = "arr-separate") -> Answer:
    return work.case.answers[item]


async def chosen(phone: Ring, work: Work, key: str, count: int) -> None:
    """Choose, and wait until it is drawn from the entry."""
    await phone.choose(key)
    await work.until_written(kinds.ANSWERED, count)


async def given(phone: Ring, work: Work, key: str) -> None:
    """The first answer of the case."""
    await chosen(phone, work, key, 1)


# Choosing


@in_ring
async def test_nothing_is_chosen_in_advance() -> None:
    async with ring() as phone:
        await tonight(phone, *SEPARATE)
        assert all(value is None for value in chosen_now(phone))


@in_ring
async def test_a_chosen_answer_is_an_entry_before_it_shows_chosen() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await given(phone, work, "arr-separate.answer.done")
        assert answer(work).answer == "done"
        assert answer(work).happened_at == phone.clock.now()
        assert chosen_now(phone) == ["done"]
        assert phone.sees("Happened 21:52 today")


@in_ring
async def test_the_same_answer_tapped_twice_is_one_entry() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await choose_twice(phone, "arr-separate.answer.done")
        await work.until_written(kinds.ANSWERED)
        await phone.settle()
        assert work.kinds().count(kinds.ANSWERED) == 1


@in_ring
async def test_another_answer_stands_and_the_one_before_stays_readable() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await chosen(phone, work, "arr-separate.answer.done", 1)
        phone.clock.advance(minutes=5)
        await chosen(phone, work, "arr-separate.answer.not-done", 2)
        assert (answer(work).answer, len(answer(work).versions)) == ("not done", 2)
        await phone.tap("ui.question.earlier")
        assert phone.sees("21:52 today, officer 4471: Done")


@in_ring
async def test_not_done_opens_its_reasons_and_one_is_kept_with_the_note() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await chosen(phone, work, "arr-separate.answer.not-done", 1)
        await chosen(phone, work, REASON, 2)
        await phone.type("arr-separate.note", "Second unit 12 minutes away")
        await phone.tap("ui.continue")
        await work.until_written(kinds.ANSWERED, 3)
        told = answer(work)
        assert (told.answer, told.reason, told.note) == (
            "not done",
            "one-officer",
            "Second unit 12 minutes away",
        )
        assert phone.route == work.place("task", "safe", "arr-see-everyone")


@in_ring
async def test_a_reason_for_not_done_does_not_stand_for_done() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await chosen(phone, work, "arr-separate.answer.not-done", 1)
        await chosen(phone, work, REASON, 2)
        await chosen(phone, work, "arr-separate.answer.done", 3)
        assert answer(work).reason == ""


@in_ring
async def test_refused_and_unable_are_told_apart() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await chosen(phone, work, "arr-separate.answer.refused-unable", 1)
        await chosen(phone, work, "arr-separate.field.which.refused", 2)
        assert answer(work).details == {"which": "refused"}


# Words


@in_ring
async def test_words_added_later_do_not_move_the_time_at_which_it_happened() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await given(phone, work, "arr-separate.answer.done")
        was = answer(work).happened_at
        phone.clock.advance(minutes=40)
        await phone.tap("ui.question.add-note")
        await phone.type("arr-separate.note", "Kitchen and hall")
        await phone.tap("ui.continue")
        await work.until_written(kinds.ANSWERED, 2)
        assert (answer(work).note, answer(work).happened_at) == ("Kitchen and hall", was)


@in_ring
async def test_back_keeps_what_was_typed_as_an_entry() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await chosen(phone, work, "arr-separate.answer.not-done", 1)
        await phone.type("arr-separate.note", "Would not let go")
        await phone.tap("ui.back")
        await work.until_written(kinds.ANSWERED, 2)
        assert answer(work).note == "Would not let go"
        assert phone.route == work.place("task", "safe")
        assert work.draft(*SEPARATE) == {}


@in_ring
async def test_leaving_by_the_system_keeps_what_was_typed_too() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await chosen(phone, work, "arr-separate.answer.not-done", 1)
        await phone.type("arr-separate.note", "Would not let go")
        await phone.go("/")
        await work.until_written(kinds.ANSWERED, 2)
        assert answer(work).note == "Would not let go"


@in_ring
async def test_another_answer_takes_the_typed_note_along() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await chosen(phone, work, "arr-separate.answer.not-done", 1)
        await phone.type("arr-separate.note", "One stayed in the hall")
        await chosen(phone, work, "arr-separate.answer.done", 2)
        assert (answer(work).answer, answer(work).note) == ("done", "One stayed in the hall")


@in_ring
async def test_typed_words_are_sealed_and_stand_there_after_the_phone_was_locked() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await chosen(phone, work, "arr-separate.answer.not-done", 1)
        await phone.type("arr-separate.note", "Second unit on its way")
        assert phone.sees("Not saved yet")
        await phone.pass_time(1)
        await phone.until(lambda: phone.sees("Saved 21:52"), "the seal is said")
        assert work.draft(*SEPARATE) == {"note": "Second unit on its way"}
        await phone.tap("ui.hide")
        phone.services.guard.lift()
        await phone.settle()
        await phone.unlock()
        await phone.until(lambda: phone.has("arr-separate.note"), "the same question")
        assert phone.find("arr-separate.note").value == "Second unit on its way"
        assert work.kinds().count(kinds.ANSWERED) == 1, "Hide makes no entry of half a sentence"


@in_ring
async def test_a_full_phone_says_so_and_keeps_the_text() -> None:
    clock, handset, room = small_phone()
    async with ring(clock=clock, handset=handset) as phone:
        work = await tonight(phone, *SEPARATE)
        await chosen(phone, work, "arr-separate.answer.not-done", 1)
        room.full = True
        await phone.type("arr-separate.note", "Neighbour holds the child")
        await phone.pass_time(1)
        await phone.until(lambda: phone.sees("Not saved: the phone is full"))
        await phone.tap("ui.continue")
        await phone.until(lambda: phone.sees("The phone is full. Nothing new was saved."))
        assert phone.find("arr-separate.note").value == "Neighbour holds the child"
        room.full = False
        await phone.tap("ui.continue")
        await work.until_written(kinds.ANSWERED, 2)
        assert answer(work).note == "Neighbour holds the child"


# Time


@in_ring
async def test_the_time_at_which_it_happened_is_put_right() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await given(phone, work, "arr-separate.answer.done")
        await phone.tap("ui.question.change-time")
        await phone.type("arr-separate.happened.time", "2106")
        await phone.tap("ui.continue")
        await work.until_written(kinds.ANSWERED, 2)
        assert answer(work).happened_at is not None
        assert f"{answer(work).happened_at:%H:%M}" == "21:06"


@in_ring
async def test_a_time_that_is_still_to_come_stays_typed_and_is_named() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await given(phone, work, "arr-separate.answer.done")
        await phone.tap("ui.question.change-time")
        await phone.type("arr-separate.happened.time", "2359")
        await phone.tap("ui.continue")
        await phone.until(lambda: phone.sees("This time is still to come. Check it"))
        assert work.kinds().count(kinds.ANSWERED) == 1
        await phone.tap("ui.continue")
        assert phone.route == work.place("task", "safe", "arr-see-everyone")
        assert work.draft(*SEPARATE)["happened.time"] == "2359"


# What is missing


@in_ring
async def test_continue_says_once_what_is_missing_and_then_lets_the_officer_go_on() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await phone.tap("ui.continue")
        assert phone.sees("There is a problem")
        assert phone.route == work.place(*SEPARATE)
        await phone.tap("ui.continue")
        assert phone.route == work.place("task", "safe", "arr-see-everyone")


@in_ring
async def test_what_is_answered_is_no_problem_any_more() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await phone.tap("ui.continue")
        assert phone.sees("There is a problem")
        await given(phone, work, "arr-separate.answer.done")
        assert not phone.sees("There is a problem")


@in_ring
async def test_a_question_that_need_not_be_answered_is_passed_without_a_word() -> None:
    async with ring() as phone:
        work = await tonight(phone, "task", "safe", "arr-see-everyone")
        await phone.tap("ui.continue")
        assert not phone.sees("There is a problem")
        assert phone.route == work.place("task", "safe")


# Law


@in_ring
async def test_a_no_explains_and_stops_nothing() -> None:
    async with ring() as phone:
        work = await tonight(phone, "task", "dvpn", "dv-violence")
        await given(phone, work, "dv-violence.answer.no")
        assert phone.sees("You can still refer.")
        await phone.type("dv-violence.reason", "Only money and the phone")
        await phone.tap("ui.continue")
        await work.until_written(kinds.ANSWERED, 2)
        assert phone.route == work.place("task", "dvpn", "dv-necessary")


@in_ring
async def test_the_age_on_the_day_is_a_fact_and_no_decision() -> None:
    async with ring() as phone:
        work = await tonight(phone, people=False)
        person(work, "suspect", "Jon Demo", dob="2009-01-04")
        await work.go("task", "dvpn", "dv-age")
        assert phone.sees("J.D. is 17 today, by the date of birth that is recorded.")
        assert chosen_now(phone) == [None]


@in_ring
async def test_terms_about_the_home_are_held_with_the_reason_while_they_do_not_share_it() -> None:
    async with ring() as phone:
        work = await tonight(phone, "task", "later", "tm-no-entry")
        await phone.choose("tm-no-entry.answer.yes")
        await phone.until(lambda: phone.sees("Terms about the home are off"))
        assert "tm-no-entry" not in work.case.answers


# What came in meanwhile


@in_ring
async def test_an_answer_that_came_in_is_shown_and_what_is_being_typed_stays() -> None:
    async with ring() as phone:
        work = await tonight(phone, *SEPARATE)
        await chosen(phone, work, "arr-separate.answer.not-done", 1)
        await phone.type("arr-separate.note", "Mine")
        answer_item(work.book, work.case, Given("arr-separate", "done"))
        put_right_incident(work.book, work.case, {"call": "CAD 4471"})
        phone.services.changes.say(work.id)
        await phone.until(lambda: chosen_now(phone) == ["done"], "what came in")
        assert phone.find("arr-separate.note").value == "Mine"


@in_ring
async def test_an_incident_that_is_not_here_shows_no_question() -> None:
    async with ring() as phone:
        await phone.unlock()
        await phone.go("/incident/0/task/safe/arr-separate")
        assert records(phone).cases() == []
        assert phone.sees("This page is not here")


@in_ring
async def test_a_question_about_somebody_who_is_not_in_the_case_is_not_asked() -> None:
    async with ring() as phone:
        work = await tonight(phone, "task", "children", "kid-seen", "of", "nobody")
        assert phone.sees("This page is not here")
        assert kinds.ANSWERED not in work.kinds()
