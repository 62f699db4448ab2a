"""The 28 days of one case on the phone: a marked strip, and the same day by day in words."""

from __future__ import annotations

from app.visits.visiting import record_visit
from tests.views.harness import in_ring, ring
from tests.views.welfare import VICTIM, opened, ordered


@in_ring
async def test_every_day_with_anything_on_it_is_told_in_words() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        record_visit(
            work.book,
            work.case,
            {"for": "2026-11-21", "type": "phone contact", "outcome": "phone", "seen": False, "alone": False},
        )
        await work.go("visits")
        await phone.tap("period.row")
        assert phone.route == work.place("days")
        texts = phone.texts()
        assert "DVPO made, 11:10" in "\n".join(texts)
        today = texts.index("Sat 21 Nov, Day 4, Today")
        assert "Spoke by phone only, 18:00" in texts[today + 1]
        assert "Visit due" in texts[today + 1]
        assert "Last day of the order, until 24:00" in texts[texts.index("Tue 15 Dec, Day 28") + 1]
        assert not phone.sees(VICTIM)


@in_ring
async def test_a_marked_day_is_read_out_and_its_shape_has_a_name() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visits")
        assert phone.sees("Last day: Day 28")
        assert "Last day" in phone.texts()
        assert "Breach" not in phone.texts()


@in_ring
async def test_before_the_order_the_days_stand_in_words_without_a_strip() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("days")
        assert phone.sees("Nothing is recorded or planned on these days yet")
        await phone.tap("period.back")
        assert phone.route == work.place("visits")
