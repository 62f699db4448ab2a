"""My shift on the phone: whose each visit is, taken in one tap, and two officers who both took one."""

from __future__ import annotations

from app import kinds
from app.case.model import Visit
from app.incident import open_incident, record_person
from app.visits.claiming import Asked, Of, give_back, offer, take
from app.visits.claims import holders
from app.visits.visiting import agree_visit, record_visit
from tests.views.harness import Ring, in_ring, ring
from tests.views.tonight import tap_twice
from tests.views.two_phones import Hands, two_phones
from tests.views.welfare import TODAY, Work, at, opened, ordered, prefers


def visit(work: Work, name: str = TODAY) -> Visit:
    return next(each for each in work.case.visits if each.id == name)


def who(work: Work, name: str = TODAY) -> tuple[str, ...]:
    return holders(work.case, visit(work, name))


def agreed(work: Work, when: str) -> str:
    return str(agree_visit(work.book, work.case, at(when), {"why": "agreed"}).body["visit"])  # type: ignore[union-attr]


async def another(phone: Ring, ref: str, name: str, address: str) -> Work:
    """A second incident with a visit agreed for tonight."""
    work = Work(phone)
    work.id = open_incident(work.book, ref, phone.clock.now()).case
    record_person(work.book, work.case, {"role": "victim", "name": name, "address": address})
    agreed(work, "2026-11-21T21:30:00+00:00")
    return work


def in_order(phone: Ring, *words: str) -> bool:
    found = [phone.texts().index(each) for each in words]
    return found == sorted(found)


@in_ring
async def test_visit_is_taken_from_its_row_with_one_tap_and_once() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await phone.go("/visits")
        assert phone.sees("Nobody has taken it")
        await tap_twice(phone, f"take.take.{work.id}.{TODAY}")
        entry = await work.until_written(kinds.VISIT_CLAIMED)
        assert entry.body == {"visit": TODAY, "due": TODAY}
        await phone.until(lambda: phone.sees("You take it"))
        assert work.kinds().count(kinds.VISIT_CLAIMED) == 1
        assert not phone.has(f"take.take.{work.id}.{TODAY}")


@in_ring
async def test_list_is_narrowed_to_mine_or_to_what_nobody_took_and_remembers_it() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        take(work.book, Of(work.case, visit(work)))
        await phone.go("/visits")
        await phone.choose("shift.whose.mine")
        assert phone.rows("visits.row.") == [f"visits.row.{work.id}.{TODAY}"]
        await phone.tap(f"visits.row.{work.id}.{TODAY}")
        await phone.go("/visits")
        assert phone.rows("visits.row.") == [f"visits.row.{work.id}.{TODAY}"]
        await phone.choose("shift.whose.unclaimed")
        assert f"visits.row.{work.id}.{TODAY}" not in phone.rows("visits.row.")
        assert phone.rows("visits.row.")


@in_ring
async def test_what_is_agreed_for_later_today_stands_apart_from_what_is_due_now() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        agreed(work, "2026-11-21T21:30:00+00:00")
        await phone.go("/visits")
        assert in_order(phone, "Missed", "Due now", "Later today", "End of shift", "Upcoming")
        assert phone.sees("Due 21:30 today")


@in_ring
async def test_nearest_to_a_typed_postcode_stands_first_and_what_cannot_be_compared_says_so() -> None:
    async with ring() as phone:
        work = await opened(phone, undisclosed=True)
        work.time("2026-11-21T18:00:00+00:00")
        agreed(work, "2026-11-21T21:00:00+00:00")
        far = await another(phone, "TRN 2/26", "Lena Carrow", "9 Elm Row, Fenmoor ZZ1 1ZZ")
        near = await another(phone, "TRN 3/26", "Mia Ash", "2 Fir Row, Northvale NV1 4XY")
        await phone.go("/visits")
        await phone.tap("shift.change")
        await phone.choose("shift.order.near")
        await phone.type("shift.near", "NV1 4AB")
        await phone.tap("shift.show")
        rows = [each.split(".")[2] for each in phone.rows("visits.row.")]
        assert rows == [near.id, far.id, work.id]
        assert in_order(
            phone,
            "Same postcode sector",
            "Nothing of the address agrees",
            "Address not disclosed: not compared",
        )
        assert not any("Elm" in text or "NV1 4XY" in text for text in phone.texts())


@in_ring
async def test_by_area_each_row_names_its_area_and_never_its_address() -> None:
    async with ring() as phone:
        await ordered(phone)
        await phone.go("/visits")
        await phone.tap("shift.change")
        await phone.choose("shift.order.area")
        await phone.tap("shift.show")
        assert phone.sees("Area Northvale")
        assert not any("Tern Mews" in text for text in phone.texts())


# Two handsets


async def both_took(one: Hands, other: Hands) -> None:
    """One visit, taken on two handsets that did not hear of each other."""
    one.work.id = (await ordered(one.phone, unlock=False)).id
    await one.exchange()
    await other.exchange()
    other.work.id = one.work.id
    for hands in (one, other):
        hands.phone.clock.advance(minutes=3)
        await hands.phone.go("/visits")
        await hands.phone.tap(f"take.take.{one.work.id}.{TODAY}")
        await hands.work.until_written(kinds.VISIT_CLAIMED)
    for hands in (one, other, one):
        await hands.exchange()


@in_ring
async def test_both_officers_who_took_one_visit_apart_read_who_and_when_and_are_asked_to_agree() -> None:
    async with two_phones() as (one, other):
        await both_took(one, other)
        told = "4471 (18:03 today) and 4502 (18:06 today) both took it."
        for hands in (one, other):
            assert hands.phone.sees(told)
            assert who(hands.work) == ("4471", "4502")
            await hands.work.go("visit", TODAY)
            assert hands.phone.sees(told)
            await hands.work.go("chronology")
            assert hands.phone.texts().count("Visit taken") == 2


@in_ring
async def test_one_of_them_gives_it_back_and_both_phones_agree_who_goes() -> None:
    async with two_phones() as (one, other):
        await both_took(one, other)
        await other.phone.go("/visits")
        await other.phone.tap(f"take.give-back.{one.work.id}.{TODAY}")
        await other.work.until_written(kinds.VISIT_GIVEN_BACK)
        await other.exchange()
        await one.exchange()
        assert who(one.work) == who(other.work) == ("4471",)
        await one.phone.go("/visits")
        assert one.phone.sees("You take it")
        await other.phone.go("/visits")
        assert other.phone.sees("Taken by 4471")


# On the page of the visit


@in_ring
async def test_visit_is_given_back_with_a_note_that_the_next_officer_reads() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", TODAY)
        await phone.tap("take.take")
        await work.until_written(kinds.VISIT_CLAIMED)
        await phone.until(lambda: phone.has("take.hand-on"))
        await phone.tap("take.hand-on")
        await phone.tap("hand.do.which")
        assert phone.texts().count("Choose which way") == 2
        await phone.choose("hand.way.back")
        await phone.type("hand.note", "Gate code is with the warden")
        await phone.tap("hand.do.back")
        await work.until_written(kinds.VISIT_GIVEN_BACK)
        await phone.until(lambda: phone.route == work.place("visit", TODAY))
        assert phone.sees("Gate code is with the warden")
        assert phone.sees("Note from 4471")
        assert work.draft("visit", TODAY, "hand-on") == {}


@in_ring
async def test_visit_is_offered_to_another_officer_and_stays_until_it_is_accepted() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        take(work.book, Of(work.case, visit(work)))
        await work.go("visit", TODAY, "hand-on")
        await phone.choose("hand.way.pass")
        await phone.tap("hand.do.pass")
        assert phone.texts().count("Write the officer's number") == 2
        await phone.type("hand.to", "4502")
        await phone.tap("hand.do.pass")
        await work.until_written(kinds.VISIT_OFFERED)
        await phone.until(lambda: phone.sees("Offered to 4502"))
        assert who(work) == ("4471",)
        await phone.tap("take.withdraw")
        await work.until_written(kinds.VISIT_OFFER_CLOSED)
        await phone.until(lambda: not phone.sees("Offered to 4502"))


@in_ring
async def test_offer_is_taken_over_on_the_other_phone() -> None:
    async with two_phones() as (one, other):
        work = await ordered(one.phone, unlock=False)
        take(work.book, Of(work.case, visit(work)))
        offer(work.book, Of(work.case, visit(work)), Asked("4502", "I am at court"))
        await one.exchange()
        await other.exchange()
        other.work.id = work.id
        await other.phone.go("/visits")
        await other.phone.choose("shift.whose.mine")
        assert other.phone.sees("4471 asks you to take it")
        await other.phone.tap(f"visits.row.{work.id}.{TODAY}")
        assert other.phone.sees("4471 asks you to take this visit")
        assert other.phone.sees("I am at court")
        await other.phone.tap("take.accept")
        await other.work.until_written(kinds.VISIT_CLAIMED, 2)
        assert who(other.work) == ("4502",)


@in_ring
async def test_two_visits_are_swapped_between_two_phones() -> None:
    async with two_phones() as (one, other):
        work = await ordered(one.phone, unlock=False)
        later = agreed(work, "2026-11-21T21:30:00+00:00")
        one.work.id = other.work.id = work.id
        await one.exchange()
        await other.exchange()
        take(one.work.book, Of(one.work.case, visit(one.work)))
        take(other.work.book, Of(other.work.case, visit(other.work, later)))
        for hands in (one, other, one):
            await hands.exchange()
        await one.work.go("visit", TODAY, "hand-on")
        await one.phone.choose("hand.way.swap")
        await one.phone.choose(f"hand.for.{work.id}.{later}")
        await one.phone.tap("hand.do.swap")
        await one.work.until_written(kinds.VISIT_OFFERED)
        await one.exchange()
        await other.exchange()
        assert (who(other.work), who(other.work, later)) == (("4471",), ("4502",))
        await other.work.go("visit", TODAY)
        assert other.phone.sees("In return your visit goes the other way")
        await other.phone.tap("take.accept-swap")
        await other.work.until_written(kinds.VISIT_CLAIMED, 4)
        await other.exchange()
        await one.exchange()
        for hands in (one, other):
            assert (who(hands.work), who(hands.work, later)) == (("4502",), ("4471",))


@in_ring
async def test_visit_that_was_made_can_be_taken_by_nobody() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        prefers(work)
        seen = {"for": TODAY, "type": "visit", "outcome": "seen-alone", "seen": True, "alone": True}
        record_visit(work.book, work.case, seen)
        await work.go("visit", TODAY)
        assert not phone.has("take.take")
        await work.go("visit", TODAY, "hand-on")
        assert phone.sees("You have not taken this visit")


@in_ring
async def test_swap_whose_other_visit_was_given_back_can_only_be_declined() -> None:
    async with two_phones() as (one, other):
        work = await ordered(one.phone, unlock=False)
        later = agreed(work, "2026-11-21T21:30:00+00:00")
        one.work.id = other.work.id = work.id
        take(one.work.book, Of(one.work.case, visit(one.work)))
        await one.exchange()
        await other.exchange()
        back = Of(other.work.case, visit(other.work, later))
        take(other.work.book, back)
        await other.exchange()
        await one.exchange()
        swap = Asked("4502", swap=Of(one.work.case, visit(one.work, later)))
        offer(one.work.book, Of(one.work.case, visit(one.work)), swap)
        give_back(other.work.book, Of(other.work.case, visit(other.work, later)))
        await one.exchange()
        await other.exchange()
        await other.work.go("visit", TODAY)
        assert other.phone.sees("It is a swap for a visit that you have not taken.")
        assert not other.phone.has("take.accept-swap")
        await other.phone.tap("take.decline")
        await other.work.until_written(kinds.VISIT_OFFER_CLOSED)


@in_ring
async def test_tap_that_came_too_late_changes_nothing_and_says_so() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await phone.go("/visits")
        take(work.book, Of(work.case, visit(work)))
        await phone.tap(f"take.take.{work.id}.{TODAY}")
        await phone.until(lambda: phone.sees("Nothing was changed: somebody was faster"))
        assert work.kinds().count(kinds.VISIT_CLAIMED) == 1
