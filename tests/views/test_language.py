"""The phone in Welsh: at once, with what is typed kept, and again after the next unlocking."""

from __future__ import annotations

from app.language import spoken
from tests.fakes.vault import OFFICER, FakeHandset, FakeVault, fake_enrolment
from tests.views.harness import Ring, in_ring, ring
from tests.views.tonight import tonight
from views.saying import LANGUAGE


async def welsh(phone: Ring) -> None:
    await phone.tap("ui.language.cy")
    assert spoken() == "cy"


def journal(phone: Ring) -> str:
    desk = phone.services.guard.desk
    assert desk is not None
    return desk.journal.language()


@in_ring
async def test_one_tap_on_now_turns_every_word_of_it_into_welsh() -> None:
    async with ring() as phone:
        await phone.unlock()
        assert phone.sees("No incident is open")
        assert not phone.sees("Draft translation")
        await welsh(phone)
        assert phone.sees("Nid oes digwyddiad ar agor")
        assert phone.sees("Cyfieithiad drafft")
        assert not phone.sees("No incident is open")
        await phone.tap("ui.language.en")
        assert phone.sees("No incident is open")


@in_ring
async def test_what_was_typed_is_still_there_after_the_language_was_changed() -> None:
    async with ring() as phone:
        await phone.unlock()
        await phone.go("/incident/new")
        await phone.type("ui.new.ref", "TRN 2210/26")
        await phone.go("/")
        await welsh(phone)
        await phone.go("/incident/new")
        assert phone.sees("Digwyddiad newydd")
        assert phone.find("ui.new.ref").value == "TRN 2210/26"


@in_ring
async def test_questions_days_and_initials_stand_in_welsh() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        await phone.go("/")
        await welsh(phone)
        await work.go()
        assert phone.sees("21:52 heddiw")
        await work.go("task", "account", "vic-alone")
        assert phone.sees("Cymerwch yr hanes cyntaf gan R.M. heb neb arall")
        assert phone.sees("TRAINING")


@in_ring
async def test_the_choice_is_sealed_for_the_officer_and_kept_for_the_door() -> None:
    handset = FakeHandset()
    async with ring() as phone:
        await phone.unlock()
        await welsh(phone)
        await phone.until(lambda: journal(phone) == "cy", "the journal keeps it")
        keystore = phone.services.handset.keystore
        assert keystore.get(LANGUAGE) == "cy"
        phone.services.guard.lock()
        await phone.settle()
        assert phone.sees("Rhowch eich PIN")
    assert handset.keystore.get(LANGUAGE) is None, "another phone knows nothing of it"


@in_ring
async def test_a_phone_that_spoke_welsh_last_meets_the_officer_in_welsh() -> None:
    async with ring() as first:
        handset = FakeHandset(FakeVault(first.clock))
        handset.keystore.set(LANGUAGE, "cy")
    async with ring(handset=handset) as phone:
        assert phone.sees("Rhowch eich PIN")
        await phone.tap("ui.language.en")
        assert phone.sees("Enter your PIN")


@in_ring
async def test_each_officer_of_a_shared_phone_finds_the_language_that_was_chosen() -> None:
    async with ring() as first:
        mine = FakeVault(first.clock, fake_enrolment(first.clock, OFFICER, "s-1"))
        mine.journal.keep_language("cy")
    async with ring(handset=FakeHandset(mine)) as phone:
        assert phone.sees("Enter your PIN"), "nobody chose at the door"
        await phone.unlock()
        assert phone.sees("Nid oes digwyddiad ar agor")


@in_ring
async def test_the_cover_is_a_welsh_clock_and_says_nothing_of_a_translation() -> None:
    async with ring() as phone:
        await phone.unlock()
        await welsh(phone)
        await phone.tap("ui.hide")
        assert phone.sees("Larwm")
        assert phone.sees("Llun 23 Tach")
        assert not phone.sees("Cyfieithiad drafft")
