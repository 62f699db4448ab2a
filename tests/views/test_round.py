"""The round sheet and the calendar file on the phone: logged in every incident before they leave."""

from __future__ import annotations

import hashlib

from icalendar import Calendar

from app import kinds
from tests.documents.papers import words_of
from tests.views.harness import in_ring, ring
from tests.views.test_documents import handed_over
from tests.views.test_my_shift import another
from tests.views.tonight import tap_twice
from tests.views.welfare import ADDRESS, TODAY, VICTIM, ordered, prefers


@in_ring
async def test_round_sheet_is_logged_in_each_incident_and_handed_over_once() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        prefers(work)
        other = await another(phone, "TRN 2/26", "Lena Carrow", "9 Elm Row, Fenmoor ZZ1 1ZZ")
        await phone.go("/visits")
        await phone.tap("shift.round")
        assert phone.sees("S.W. TRN 1098/26. High risk. Area Northvale")
        assert not any(VICTIM.split()[1] in text or ADDRESS in text for text in phone.texts())
        await tap_twice(phone, "round.make")
        await phone.until(lambda: bool(handed_over(phone)))
        (gone,) = handed_over(phone)
        said = words_of(gone["src_bytes"])
        assert "S.W. TRN 1098/26" in said
        assert "L.C. TRN 2/26" in said
        assert not [word for word in ("Whitlock", "Carrow", "Tern", "Elm", "07700") if word in said]
        for each in (work, other):
            assert each.last(kinds.EXPORTED).body == {
                "kind": "round_sheet",
                "purpose": "Round sheet of this shift",
                "recipient": "4471",
                "sha256": hashlib.sha256(gone["src_bytes"]).hexdigest(),
            }
            assert each.kinds().count(kinds.EXPORTED) == 1


@in_ring
async def test_calendar_file_holds_what_is_to_come_under_a_neutral_title() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await phone.go("/visits/round")
        await phone.tap("round.calendar")
        await phone.until(lambda: bool(handed_over(phone)))
        (gone,) = handed_over(phone)
        assert gone["file_name"] == "appointments-20261121-1800.ics"
        found = Calendar.from_ical(gone["src_bytes"]).walk("VEVENT")
        assert {str(each["SUMMARY"]) for each in found} == {"Appointment"}
        days = {str(each.decoded("DTSTART"))[:10] for each in found}
        assert TODAY in days
        assert min(days) == TODAY, "a missed visit is no appointment"
        assert work.last(kinds.EXPORTED).body["kind"] == "calendar_file"


@in_ring
async def test_mine_alone_can_be_taken_along_and_with_none_there_is_nothing_to_make() -> None:
    async with ring() as phone:
        await ordered(phone)
        await phone.go("/visits/round")
        await phone.choose("shift.whose.mine.round")
        assert phone.sees("No visit needs anybody in this shift.")
        assert not phone.has("round.make")
        assert not phone.has("round.calendar")
