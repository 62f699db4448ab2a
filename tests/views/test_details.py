"""The incident's own details: added later, put right, both versions readable."""

from __future__ import annotations

from app import kinds
from app.incident import open_incident, put_right_incident
from tests.views.harness import Ring, in_ring, ring
from tests.views.tonight import REF, tonight
from tests.views.welfare import Work


async def at_details(phone: Ring, work: Work) -> None:
    await work.go("details")
    await phone.until(lambda: phone.has("ui.new.ref"), "the entry in the log comes first")


@in_ring
async def test_what_was_missing_at_the_door_is_added() -> None:
    async with ring() as phone:
        await phone.unlock()
        work = Work(phone)
        work.id = open_incident(work.book, REF).case
        await at_details(phone, work)
        await phone.tap("ui.moment.now.ui.new.report")
        await phone.type("ui.new.call", "CAD 812")
        await phone.type("ui.place.address", "14 Larkspur Row")
        await phone.tap("ui.save")
        entry = await work.until_written(kinds.INCIDENT_DETAILS)
        assert entry.body["report_at"] == "2026-11-23T21:52:00+00:00"
        assert entry.body["call"] == "CAD 812"
        assert work.case.address == "14 Larkspur Row"
        assert phone.route == work.place()


@in_ring
async def test_a_wrong_reference_is_put_right_and_the_old_one_stays_readable() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        await at_details(phone, work)
        await phone.type("ui.new.ref", "TRN 1148/26")
        await phone.tap("ui.save")
        entry = await work.until_written(kinds.INCIDENT_DETAILS)
        assert entry.body == {"ref": "TRN 1148/26"}, "only what changed"
        assert work.case.ref == "TRN 1148/26"
        await at_details(phone, work)
        await phone.tap("ui.versions")
        assert phone.sees(f"Reference: {REF}")
        assert phone.sees("Reference: TRN 1148/26")


@in_ring
async def test_nothing_changed_is_no_entry() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        await at_details(phone, work)
        await phone.tap("ui.save")
        await phone.until(lambda: phone.route == work.place())
        assert kinds.INCIDENT_DETAILS not in work.kinds()


@in_ring
async def test_an_undisclosed_address_stands_behind_a_purpose_and_not_among_the_versions() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        put_right_incident(work.book, work.case, {"address": "9 Hollow Lane", "undisclosed": True})
        await at_details(phone, work)
        await phone.tap("ui.versions")
        assert not phone.sees("Hollow Lane")
        await phone.choose("ui.purpose.put-right")
        await phone.until(lambda: phone.has("ui.place.address"))
        assert phone.find("ui.place.address").value == "9 Hollow Lane"
        assert work.case.log[-1].body["purpose"] == "To put the address right"
