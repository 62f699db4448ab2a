"""End of shift on the phone: what is open, what is not sent, who takes it; nobody leaves without a word."""

from __future__ import annotations

from app import kinds
from app.visits.claiming import Of, take
from app.visits.claims import holders
from tests.views.harness import Ring, in_ring, ring
from tests.views.phone import FakeSyncing
from tests.views.test_my_shift import visit, who
from tests.views.tonight import tap_twice
from tests.views.two_phones import two_phones
from tests.views.welfare import TODAY, ordered


def locked(phone: Ring) -> bool:
    return phone.services.guard.desk is None


@in_ring
async def test_shift_does_not_end_silently_while_something_is_not_sent() -> None:
    syncing = FakeSyncing()
    async with ring(syncing=syncing) as phone:
        await ordered(phone)
        await phone.go("/visits")
        await phone.tap("shift.end")
        assert phone.sees("records are not sent")
        assert phone.sees("2 x Person")
        assert phone.sees("others")
        assert not phone.has("end.all-the-same")
        await phone.tap("end.lock")
        assert not locked(phone)
        assert phone.sees("Before you go")
        woken = syncing.woken
        await phone.tap("end.send")
        assert syncing.woken == woken + 1
        await phone.tap("end.lock")
        assert not locked(phone), "the same tap again is not the way out"
        await phone.tap("end.all-the-same")
        await phone.until(lambda: locked(phone))
        await phone.unlock()
        assert phone.sees("S.W."), "nothing is lost"


@in_ring
async def test_shift_with_everything_at_the_station_ends_with_one_tap() -> None:
    async with two_phones() as (one, _):
        await ordered(one.phone, unlock=False)
        await one.exchange()
        await one.phone.go("/visits/end")
        assert one.phone.sees("Everything is at the station.")
        await one.phone.tap("end.lock")
        await one.phone.until(lambda: locked(one.phone))


@in_ring
async def test_page_that_is_typed_and_not_saved_is_named_too() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", TODAY, "cancel")
        await phone.type("cancel.why", "In hospital")
        await phone.leave("cancel.why")
        await phone.until(lambda: work.draft("visit", TODAY, "cancel") != {})
        await phone.go("/visits/end")
        assert phone.sees("1 page is typed and not saved.")


@in_ring
async def test_visits_go_back_to_the_next_shift_with_one_note_and_once() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        for name in (TODAY, "2026-11-24"):
            take(work.book, Of(work.case, visit(work, name)))
        await phone.go("/visits/end")
        assert phone.sees("Visits that you took")
        await phone.type("end.note", "Warden has the gate code")
        await tap_twice(phone, "end.give-all")
        await work.until_written(kinds.VISIT_GIVEN_BACK, 2)
        await phone.until(lambda: not phone.sees("Visits that you took"))
        assert work.kinds().count(kinds.VISIT_GIVEN_BACK) == 2
        assert not any(holders(work.case, each) for each in work.case.visits)
        await work.go("visit", TODAY)
        assert phone.sees("Warden has the gate code")


@in_ring
async def test_one_visit_is_handed_on_and_the_incident_handed_over_from_there() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        take(work.book, Of(work.case, visit(work)))
        await phone.go("/visits/end")
        await phone.tap(f"end.one.{work.id}.{TODAY}")
        assert phone.route == work.place("visit", TODAY, "hand-on")
        await phone.go("/visits/end")
        await phone.tap(f"end.case.{work.id}")
        assert phone.route == work.place("handover")
        await phone.type("ui.owning.to", "4502")
        await phone.tap("ui.owning.offer")
        await work.until_written(kinds.HANDOVER_OFFERED)
        await phone.go("/visits/end")
        assert phone.sees("To 4502. It stays with you until it is accepted.")
        assert who(work) == ("4471",)


@in_ring
async def test_empty_hands_are_said() -> None:
    async with ring() as phone:
        await phone.unlock()
        await phone.go("/visits/end")
        assert phone.sees("Nothing of yours is open.")
