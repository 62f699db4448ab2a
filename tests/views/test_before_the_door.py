"""What an officer reads before the address opens."""

from __future__ import annotations

from app.answers import Given, answer_item
from tests.views.harness import in_ring, ring
from tests.views.welfare import ADDRESS, TODAY, ordered, prefers


@in_ring
async def test_flags_and_contact_preferences_stand_before_the_address_on_both_pages() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        prefers(work)
        told = Given("pre-firearms-check", "done", details={"result": "Shotgun, two dogs"})
        answer_item(work.book, work.case, told)
        for parts in (("visit", TODAY), ("where", TODAY)):
            await work.go(*parts)
            texts = phone.texts()
            flags, reach = texts.index("Before you go to the door"), texts.index("Safe number")
            assert flags < reach
            assert any(text.startswith("Shotgun, two dogs\nRecorded by 4471") for text in texts[flags:reach])
            assert not any(ADDRESS in text for text in texts)
        await phone.tap("where.open")
        await phone.until(lambda: phone.sees(ADDRESS))


@in_ring
async def test_what_nobody_asked_control_is_said_and_leads_to_the_question() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", TODAY)
        assert phone.sees("Certificates and weapon markers were not checked.")
        await phone.tap("door.ask.markers")
        assert phone.route == work.place("task", "before", "pre-history-check")
