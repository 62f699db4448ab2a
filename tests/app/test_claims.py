"""Who takes which visit: both claimants are kept, and only an entry settles which of them goes."""

from __future__ import annotations

import itertools
from dataclasses import replace

from app import kinds
from app.case import fold
from app.case.model import Case, Visit
from app.entry import Entry
from app.held import Held
from app.visits.claiming import Asked, Of, accept, close, give_back, offer, take
from app.visits.claims import claims, holders, left_with, offers
from app.visits.extra import EXTRA
from app.visits.visiting import agree_visit, record_visit
from tests.app.shift import Shift, at

SEEN = {"type": "visit", "outcome": "seen-alone", "seen": True, "alone": True}


def planned() -> tuple[Shift, str]:
    """One visit, agreed for tomorrow at 10."""
    shift = Shift()
    entry = agree_visit(shift.officer(), shift.case, at("2027-01-12T10:00+00:00"), {"why": "agreed"})
    assert isinstance(entry, Entry)
    return shift, str(entry.body["visit"])


def of(shift: Shift, visit: str) -> Of:
    return Of(shift.case, found(shift.case, visit))


def found(case: Case, visit: str) -> Visit:
    return next(each for each in case.visits if each.id == visit)


def who(shift: Shift, visit: str) -> tuple[str, ...]:
    here = of(shift, visit)
    return holders(here.case, here.visit)


def test_officer_takes_a_visit_and_gives_it_back_with_a_note_for_the_next() -> None:
    shift, visit = planned()
    assert isinstance(take(shift.officer(), of(shift, visit)), Entry)
    assert who(shift, visit) == ("4471",)
    shift.clock.advance(minutes=5)
    given = give_back(shift.officer(), of(shift, visit), " Ring the bell twice ")
    assert isinstance(given, Entry)
    assert given.body["note"] == "Ring the bell twice"
    assert who(shift, visit) == ()
    left = left_with(shift.case, found(shift.case, visit))
    assert left is not None
    assert (left.by, left.note) == ("4471", "Ring the bell twice")


def test_two_officers_who_took_one_visit_apart_both_stand_in_whichever_order_it_arrives() -> None:
    shift, visit = planned()
    apart = of(shift, visit)
    take(shift.officer(), apart)
    shift.clock.advance(minutes=3)
    take(shift.officer("4502"), apart)
    for order in itertools.permutations(shift.entries()):
        case = fold(order)
        standing = claims(case, found(case, visit))
        assert [(each.officer, each.at.minute) for each in standing] == [("4471", 5), ("4502", 8)]


def test_only_who_gives_it_back_settles_it_and_the_other_still_goes() -> None:
    shift, visit = planned()
    apart = of(shift, visit)
    take(shift.officer(), apart)
    take(shift.officer("4502"), apart)
    give_back(shift.officer(), of(shift, visit))
    assert who(shift, visit) == ("4502",)
    assert [each.kind for each in shift.case.claimed].count(kinds.VISIT_CLAIMED) == 2


def test_giving_back_ends_what_the_officer_knew_of_even_where_a_clock_was_wrong() -> None:
    shift, visit = planned()
    take(shift.officer(), of(shift, visit))
    before = of(shift, visit)
    shift.clock.advance(hours=-2)
    give_back(shift.officer(), before)
    assert who(shift, visit) == ()


def test_claim_on_a_second_handset_of_the_same_officer_is_one_claimant() -> None:
    shift, visit = planned()
    apart = of(shift, visit)
    take(shift.officer(), apart)
    twice = take(replace(shift.officer(), journal=shift.journal("another handset")), apart)
    assert isinstance(twice, Entry)
    assert who(shift, visit) == ("4471",)
    give_back(shift.officer(), of(shift, visit))
    assert who(shift, visit) == ()


def test_officer_takes_a_visit_once_and_none_that_was_made() -> None:
    shift, visit = planned()
    take(shift.officer(), of(shift, visit))
    assert take(shift.officer(), of(shift, visit)) == Held(("yours",))
    shift.time("2027-01-12T10:05+00:00")
    record_visit(shift.officer(), shift.case, {"for": visit, **SEEN})
    assert take(shift.officer("4502"), of(shift, visit)) == Held(("state",))


def test_nobody_gives_back_what_another_officer_took() -> None:
    shift, visit = planned()
    take(shift.officer(), of(shift, visit))
    assert give_back(shift.officer("4502"), of(shift, visit)) == Held(("state",))


def test_offer_moves_nothing_until_it_is_accepted() -> None:
    shift, visit = planned()
    take(shift.officer(), of(shift, visit))
    offer(shift.officer(), of(shift, visit), Asked("4502", "Dog in the yard"))
    assert who(shift, visit) == ("4471",)
    here = of(shift, visit)
    (made,) = offers(here.case, here.visit)
    assert (made.by, made.to, made.note) == ("4471", "4502", "Dog in the yard")
    assert accept(shift.officer("9999"), here, made) == Held(("state",))
    assert isinstance(accept(shift.officer("4502"), here, made), Entry)
    assert who(shift, visit) == ("4502",)
    assert offers(shift.case, found(shift.case, visit)) == ()


def test_offer_is_declined_or_withdrawn_and_the_visit_stays_where_it_is() -> None:
    for number, answer in (("4502", "declined"), ("4471", "withdrawn")):
        shift, visit = planned()
        take(shift.officer(), of(shift, visit))
        offer(shift.officer(), of(shift, visit), Asked("4502"))
        here = of(shift, visit)
        (made,) = offers(here.case, here.visit)
        assert close(shift.officer("9999"), here, made) == Held(("state",))
        closed = close(shift.officer(number), here, made)
        assert isinstance(closed, Entry)
        assert closed.body["answer"] == answer
        assert who(shift, visit) == ("4471",)
        assert close(shift.officer(number), of(shift, visit), made) == Held(("state",))


def test_what_cannot_be_offered_is_held_by_name() -> None:
    shift, visit = planned()
    assert offer(shift.officer(), of(shift, visit), Asked("4502")) == Held(("state",))
    take(shift.officer(), of(shift, visit))
    assert offer(shift.officer(), of(shift, visit), Asked("4471")) == Held(("to",))
    swap = Asked("4502", swap=of(shift, visit))
    assert offer(shift.officer(), of(shift, visit), swap) == Held(("swap",))
    offer(shift.officer(), of(shift, visit), Asked("4502"))
    assert offer(shift.officer(), of(shift, visit), Asked("4561")) == Held(("offered",))


def test_swap_moves_both_visits_at_once_and_only_when_it_is_accepted() -> None:
    one, mine = planned()
    other, theirs = planned()
    other.clock = one.clock
    take(one.officer(), of(one, mine))
    take(other.officer("4502"), of(other, theirs))
    offer(one.officer(), of(one, mine), Asked("4502", swap=of(other, theirs)))
    (made,) = offers(one.case, found(one.case, mine))
    assert made.swap
    assert (who(one, mine), who(other, theirs)) == (("4471",), ("4502",))
    assert accept(one.officer("4502"), of(one, mine), made) == Held(("state",)), "both must be known"
    written = accept(one.officer("4502"), of(one, mine), made, of(other, theirs))
    assert isinstance(written, Entry)
    every = one.journal("4502").records
    swapped = fold([*other.entries(), *every.entries(other.id)])
    assert who(one, mine) == ("4502",)
    assert holders(swapped, found(swapped, theirs)) == ("4471",)


def test_who_took_the_last_extra_visit_has_not_taken_the_next() -> None:
    shift = Shift()
    extra = Visit(EXTRA, at("2027-01-12T10:00+00:00").date())
    take(shift.officer(), Of(shift.case, extra))
    assert holders(shift.case, extra) == ("4471",)
    assert holders(shift.case, replace(extra, due=at("2027-01-14T10:00+00:00").date())) == ()
