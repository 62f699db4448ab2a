"""A person: everything may stay empty, names stand behind the log, what is wrong is put right."""

from __future__ import annotations

from app import kinds
from app.answers import Given, answer_item
from tests.views.harness import Ring, in_ring, ring
from tests.views.tonight import CHILD, VICTIM, chosen_now, person, small_phone, tap_twice, tonight
from tests.views.welfare import Work

FIELD = "ui.person.field"


async def at_person(phone: Ring, work: Work, who: str) -> None:
    await work.go("person", who)
    await phone.until(lambda: phone.has(f"{FIELD}.name"), "the entry in the log comes first")


def consulted(work: Work) -> list[str]:
    return [str(each.body["page"]) for each in work.case.log]


@in_ring
async def test_somebody_is_added_with_a_single_name_or_none() -> None:
    async with ring() as phone:
        work = await tonight(phone, "person", "new-victim", people=False)
        await phone.type(f"{FIELD}.name", "Rania")
        await phone.tap("ui.save")
        await work.until_written(kinds.PERSON_RECORDED)
        victim = work.case.person("victim")
        assert victim is not None
        assert (victim.name, victim.initials, victim.dob, victim.phone) == ("Rania", "R.", None, "")
        assert phone.route == work.place()


@in_ring
async def test_everything_about_a_child_is_kept() -> None:
    async with ring() as phone:
        work = await tonight(phone, "person", "new-child")
        await phone.type(f"{FIELD}.name", CHILD)
        for part, value in (("day", "19"), ("month", "May"), ("year", "2017")):
            await phone.type(f"{FIELD}.dob.{part}", value)
        await phone.choose(f"{FIELD}.resident.no")
        await phone.type(f"{FIELD}.school", "Larkspur Primary")
        await phone.type(f"{FIELD}.carer", "The grandmother")
        await phone.tap("ui.save")
        await work.until_written(kinds.PERSON_RECORDED, 3)
        child = work.case.person("child")
        assert child is not None
        assert (str(child.dob), child.resident) == ("2017-05-19", False)
        assert child.details == {"school": "Larkspur Primary", "carer": "The grandmother"}


@in_ring
async def test_two_taps_add_one_person() -> None:
    async with ring() as phone:
        work = await tonight(phone, "person", "new-child", people=False)
        await phone.type(f"{FIELD}.name", CHILD)
        await tap_twice(phone, "ui.save")
        await work.until_written(kinds.PERSON_RECORDED)
        await phone.settle()
        assert len(work.case.people) == 1


@in_ring
async def test_a_day_of_birth_that_is_none_is_named_and_nothing_is_lost() -> None:
    async with ring() as phone:
        work = await tonight(phone, "person", "new-child", people=False)
        await phone.type(f"{FIELD}.name", CHILD)
        for part, value in (("day", "31"), ("month", "2"), ("year", "2017")):
            await phone.type(f"{FIELD}.dob.{part}", value)
        await phone.tap("ui.save")
        assert phone.sees("This day does not exist. Check day, month and year")
        assert phone.find(f"{FIELD}.name").value == CHILD
        assert work.case.people == ()


@in_ring
async def test_each_opening_is_one_entry_in_the_log_and_comes_before_the_name() -> None:
    async with ring() as phone:
        work = await tonight(phone, people=False)
        victim = person(work, "victim", VICTIM)
        await at_person(phone, work, victim)
        assert phone.find(f"{FIELD}.name").value == VICTIM
        await phone.type(f"{FIELD}.needs", "Hearing aid")
        phone.services.changes.say(work.id)
        await phone.settle()
        assert consulted(work) == ["person"]
        await work.go()
        await at_person(phone, work, victim)
        assert consulted(work) == ["person", "person"]


@in_ring
async def test_a_name_that_cannot_be_logged_is_not_shown() -> None:
    clock, handset, room = small_phone()
    async with ring(clock=clock, handset=handset) as phone:
        work = await tonight(phone, people=False)
        victim = person(work, "victim", VICTIM)
        room.full = True
        await work.go("person", victim)
        await phone.until(lambda: phone.sees("The phone is full. Nothing new was saved."))
        assert not phone.sees(VICTIM)


@in_ring
async def test_an_undisclosed_address_needs_one_more_tap_with_a_purpose() -> None:
    async with ring() as phone:
        work = await tonight(phone, people=False)
        victim = person(work, "victim", VICTIM, address="14 Larkspur Row", undisclosed=True)
        await at_person(phone, work, victim)
        assert not phone.sees("Larkspur")
        await phone.choose("ui.purpose.danger")
        await phone.until(lambda: phone.has("ui.place.address"))
        assert phone.find("ui.place.address").value == "14 Larkspur Row"
        log = work.case.log[-1].body
        assert (log["page"], log["person"], log["purpose"]) == (
            "address",
            victim,
            "Somebody is in danger now",
        )


@in_ring
async def test_what_was_wrong_is_put_right_and_what_stood_before_stays_readable() -> None:
    async with ring() as phone:
        work = await tonight(phone, people=False)
        victim = person(work, "victim", "Rania Mockford", phone="07700 900112")
        await at_person(phone, work, victim)
        await phone.type(f"{FIELD}.name", VICTIM)
        await phone.tap("ui.save")
        await work.until_written(kinds.PERSON_RECORDED, 2)
        assert work.last(kinds.PERSON_RECORDED).body == {"person": victim, "name": VICTIM}
        found = work.case.people[0]
        assert (found.name, found.phone) == (VICTIM, "07700 900112")
        await at_person(phone, work, victim)
        await phone.tap("ui.versions")
        assert phone.sees("Name: Rania Mockford")


@in_ring
async def test_saving_what_stood_there_already_makes_no_entry() -> None:
    async with ring() as phone:
        work = await tonight(phone, people=False)
        victim = person(work, "victim", VICTIM)
        await at_person(phone, work, victim)
        await phone.tap("ui.save")
        await phone.until(lambda: phone.route == work.place())
        assert work.kinds().count(kinds.PERSON_RECORDED) == 1


@in_ring
async def test_text_that_was_put_back_as_it_stood_leaves_no_draft() -> None:
    async with ring() as phone:
        work = await tonight(phone, people=False)
        victim = person(work, "victim", VICTIM)
        await at_person(phone, work, victim)
        await phone.type(f"{FIELD}.name", "Rania")
        await phone.type(f"{FIELD}.name", VICTIM)
        await phone.leave(f"{FIELD}.name")
        await phone.until(lambda: work.draft("person", victim) != {})
        await phone.tap("ui.save")
        await phone.until(lambda: work.draft("person", victim) == {})
        assert work.kinds().count(kinds.PERSON_RECORDED) == 1


@in_ring
async def test_how_the_victim_may_be_reached_stands_before_the_number() -> None:
    async with ring() as phone:
        work = await tonight(phone, people=False)
        victim = person(work, "victim", VICTIM, phone="07700 900112")
        answer_item(work.book, work.case, Given("cp-channel", "text", details={"channels": ["text"]}))
        await at_person(phone, work, victim)
        texts = phone.texts()
        assert texts.index("Ways that are safe: Text message") < texts.index("07700 900112")


@in_ring
async def test_nobody_is_chosen_for_a_person_whose_home_is_not_known() -> None:
    async with ring() as phone:
        work = await tonight(phone, people=False)
        child = person(work, "child", CHILD)
        await at_person(phone, work, child)
        assert chosen_now(phone) == [None]


@in_ring
async def test_both_addresses_stand_on_the_page_while_two_officers_disagree() -> None:
    async with ring() as phone:
        work = await tonight(phone, people=False)
        victim = person(work, "victim", VICTIM)
        before = work.case
        for address in ("14 Larkspur Row", "9 Hollow Lane"):
            work.book.write(
                work.id, kinds.PERSON_RECORDED, {"person": victim, "address": address, "replaces": None}
            )
        assert before.people[0].address == ""
        await at_person(phone, work, victim)
        assert phone.sees("Two addresses are recorded")
        assert phone.sees("14 Larkspur Row")
        assert phone.sees("9 Hollow Lane")
