"""The check code, a decision told by radio, and how it stands against the written one."""

from __future__ import annotations

from app import kinds
from app.check_code import check_code
from app.entry import STATION_STREAM
from app.hearing_decision import ToldDecision, hear_decision
from app.notebook import Notebook
from app.ports import Officer
from app.ranks import ranks
from tests.fakes.journal import FakeJournal
from tests.views.harness import Ring, in_ring, ring
from tests.views.test_check import ready, sent
from tests.views.test_court import type_moment
from tests.views.tonight import journal, small_phone, tap_twice
from tests.views.welfare import Work

WAITING = "Told by radio, not yet confirmed in writing"


async def referred(phone: Ring) -> tuple[Work, str]:
    """A referral that is on its way, with a term about the home asked for, and its check code."""
    work = await ready(phone, **{"dv-cohabit": "yes", "tm-leave": "yes", "tm-no-entry": "no"})
    await sent(phone, work)
    return work, check_code(work.last(kinds.REFERRAL_SENT).hash)


def station(phone: Ring, work: Work, kind: str, **body: object) -> None:
    """What the station wrote comes in."""
    there = FakeJournal(f"{STATION_STREAM}1")
    who = Officer("0087", "TRAINING", "Superintendent", "Northvale", "Exampleton", "B")
    book = Notebook(there, phone.clock, who, "test")
    entry = book.write(work.id, kind, {"mode": "written", "rank": "Superintendent", **body})
    journal(phone).take_page([entry], 1)
    phone.services.changes.say(work.id)


async def fill(phone: Ring, work: Work, code: str) -> None:
    await phone.choose("radio.decision.authorised")
    await phone.until(lambda: work.draft("check", "heard").get("decision") == "authorised")
    await phone.choose("rank.superintendent")
    await phone.until(lambda: work.draft("check", "heard").get("rank") == "superintendent")
    await phone.type("radio.field.who", "0087")
    await type_moment(phone, "radio.at", "23", "11", "21:50")
    await phone.type("radio.field.words", "Issue it, keep him away")
    await phone.type("radio.field.code", code)
    await phone.choose("radio-terms.asked")
    await phone.until(lambda: work.draft("check", "heard").get("terms_way") == "asked")


@in_ring
async def test_the_code_is_shown_after_sending_and_spelled_for_the_radio() -> None:
    async with ring() as phone:
        work = await ready(phone)
        assert not phone.sees("Check code")
        await sent(phone, work)
        code = check_code(work.last(kinds.REFERRAL_SENT).hash)
        assert phone.sees(code)
        first = phone.services.guidance.words(f"spoken.{code[0]}")
        assert any(text.startswith(first) for text in phone.texts())


@in_ring
async def test_a_decision_told_by_radio_is_recorded_once_and_waits_for_the_written_one() -> None:
    async with ring() as phone:
        work, code = await referred(phone)
        await phone.tap("radio.record")
        assert phone.route == work.place("check", "heard")
        await fill(phone, work, code.lower())
        await tap_twice(phone, "radio.save")
        entry = await work.until_written(kinds.DECISION_HEARD)
        await phone.until(lambda: phone.route == work.place("check"))
        assert work.kinds().count(kinds.DECISION_HEARD) == 1
        told = [entry.body[name] for name in ("decision", "who", "rank", "told_to", "code")]
        assert told == ["authorised", "0087", "superintendent", "4471", code]
        assert entry.body["terms"] == ["tm-molest", "tm-leave"]
        assert phone.sees(WAITING)
        assert phone.sees("Issue it, keep him away")
        assert work.case.referral.state == "referred"


@in_ring
async def test_a_rank_below_and_another_code_are_held_in_words_and_stay_typed() -> None:
    async with ring() as phone:
        work, _ = await referred(phone)
        await work.go("check", "heard")
        await fill(phone, work, "4T7 KQ2")
        await phone.choose("radio.rank.other")
        await phone.until(lambda: phone.has("radio.rank.typed"))
        await phone.type("radio.rank.typed", "Inspector")
        await phone.tap("radio.save")
        await phone.until(lambda: phone.sees("This rank does not decide on such a notice"))
        assert phone.sees("This is not the code of this referral.")
        assert kinds.DECISION_HEARD not in work.kinds()
        assert phone.find("radio.field.code").value == "4T7 KQ2"


@in_ring
async def test_what_lacks_is_named_at_its_field() -> None:
    async with ring() as phone:
        work, _ = await referred(phone)
        await work.go("check", "heard")
        await phone.tap("radio.save")
        for words in ("Say what was decided", "Ask for the rank", "Write what was said"):
            assert phone.texts().count(words) == 2, words
        assert not phone.has("radio-terms.asked")
        await phone.choose("radio.decision.authorised")
        await phone.until(lambda: phone.has("radio-terms.asked"))
        await phone.tap("radio.save")
        await phone.until(
            lambda: phone.texts().count("Say which terms were authorised, or that nobody said") == 2
        )


@in_ring
async def test_nothing_is_told_of_a_referral_that_was_not_sent() -> None:
    async with ring() as phone:
        work = await ready(phone)
        await work.go("check", "heard")
        assert not phone.has("radio.save")


@in_ring
async def test_the_written_decision_confirms_it_and_both_times_stay() -> None:
    async with ring() as phone:
        work, code = await referred(phone)
        said = ToldDecision("authorised", "0087", "superintendent", phone.clock.now(), "Issue it", code=code)
        hear_decision(work.book, work.case, said, ranks())
        phone.clock.advance(minutes=90)
        station(phone, work, kinds.REFERRAL_AUTHORISED, reason="Needed", terms=["tm-molest"])
        await work.go("check")
        await phone.until(lambda: phone.sees("Told by radio, confirmed in writing"))
        assert phone.sees("Authorised, 21:52 today, by Superintendent 0087.")
        assert phone.sees("In writing: authorised, 23:22 today, by 0087.")


@in_ring
async def test_another_decision_in_writing_is_said_loudly_on_the_court_page_too() -> None:
    async with ring() as phone:
        work, code = await referred(phone)
        said = ToldDecision("authorised", "0087", "superintendent", phone.clock.now(), "Issue it", code=code)
        hear_decision(work.book, work.case, said, ranks())
        station(phone, work, kinds.REFERRAL_REFUSED, reason="Bail is enough", plan_b=["bail"])
        for page in ("check", "court"):
            await work.go(page)
            await phone.until(lambda: phone.sees("What was told by radio and what was written do not agree"))
            assert phone.sees("The decision is another. Do not act on what was told")


@in_ring
async def test_what_is_typed_of_it_survives_the_lock_and_back() -> None:
    clock, handset, room = small_phone()
    async with ring(clock=clock, handset=handset) as phone:
        work, code = await referred(phone)
        await work.go("check", "heard")
        await fill(phone, work, code)
        await phone.leave("radio.field.words")
        await phone.until(lambda: "words" in work.draft("check", "heard"))
        room.full = True
        await phone.tap("radio.save")
        await phone.settle()
        room.full = False
        assert kinds.DECISION_HEARD not in work.kinds()
        await phone.pop()
        await work.go("check", "heard")
        assert phone.find("radio.field.words").value == "Issue it, keep him away"
        phone.services.guard.lock()
        await phone.settle()
        assert not phone.sees("Issue it")
        await phone.unlock()
        await work.go("check", "heard")
        assert phone.find("radio.field.words").value == "Issue it, keep him away"
