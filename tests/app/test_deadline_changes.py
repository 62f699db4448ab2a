"""A deadline that moved: by whom, from what to what, and who has been told."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app import kinds
from app.amendment import Correction, amend
from app.case import Case, fold
from app.clocks.changes import DeadlineChange, deadline_changes, deadline_now
from app.clocks.deadlines import hearing_deadline
from app.clocks.told import audience, say_seen, untold
from app.court import Listing, OrderMade, list_hearing, record_order, report_breach, serve_notice
from app.court_calendar import CourtCalendar, DayOff, Status, bundled
from app.entry import Entry
from tests.app.shift import Shift, at

SERVED = "2026-06-08T10:00+01:00"


def served(when: str = SERVED) -> tuple[Shift, Entry]:
    """A notice served on a Monday at ten, written by 4471."""
    shift = Shift("2026-06-08T10:20+01:00")
    made = serve_notice(shift.officer(), shift.case, at(when))
    assert isinstance(made, Entry)
    return shift, made


def corrected(shift: Shift, of: Entry, to: str, by: str = "4502", known: Case | None = None) -> Entry:
    """The time of service put right by an officer who has `known` before them, or all of it."""
    shift.clock.advance(minutes=3)
    new = {"served_at": to}
    made = amend(shift.officer(by), known or shift.case, Correction(of.id, new, "Read the wrong clock"))
    assert isinstance(made, Entry)
    return made


def changes(shift: Shift) -> tuple[DeadlineChange, ...]:
    return deadline_changes(shift.case, bundled())


def moves(shift: Shift) -> list[tuple[str, str, str, bool]]:
    """By whom, from, to, and whether it was written apart."""
    form = "%d %H:%M"
    return [
        (each.by, f"{each.old.safe:{form}}", f"{each.new.safe:{form}}", each.apart) for each in changes(shift)
    ]


def test_a_corrected_service_keeps_the_old_deadline_beside_the_new_one() -> None:
    shift, service = served()
    made = corrected(shift, service, "2026-06-08T08:30+01:00")
    [change] = changes(shift)
    assert (change.clock, change.root, change.entry) == ("hearing", service.id, made.id)
    assert (change.old.start, change.old.safe) == (at(SERVED), at("2026-06-10T10:00+01:00"))
    assert (change.new.start, change.new.safe) == (at("2026-06-08T08:30+01:00"), at("2026-06-10T08:30+01:00"))
    assert (change.by, change.at, change.why) == ("4502", made.written_at, "Read the wrong clock")
    assert change.old.calendar == change.new.calendar == bundled().version
    assert change.earlier


def test_a_later_time_of_service_moves_the_deadline_later() -> None:
    shift, service = served()
    corrected(shift, service, "2026-06-08T11:00+01:00")
    assert [change.earlier for change in changes(shift)] == [False]


def test_a_correction_that_leaves_the_time_alone_is_no_change() -> None:
    shift, service = served()
    amend(shift.officer("4502"), shift.case, Correction(service.id, {"served_by": "4502"}, "It was me"))
    assert changes(shift) == ()


def test_the_body_tells_what_was_computed_when_it_was_written() -> None:
    shift, service = served()
    made = corrected(shift, service, "2026-06-08T08:30+01:00")
    told = {"clock": "hearing", "calendar": bundled().version}
    assert service.body["computed"] == told | {
        "start": "2026-06-08T10:00:00+01:00",
        "safe": "2026-06-10T10:00:00+01:00",
        "outer": "2026-06-10T10:00:00+01:00",
    }
    assert made.body["computed"]["safe"] == "2026-06-10T08:30:00+01:00"
    assert made.body["knew"] == []


def test_what_was_computed_is_never_the_deadline_itself() -> None:
    shift, service = served()
    wrong = {**service.body["computed"], "safe": "2030-01-01T00:00+00:00"}
    case = fold([*shift.entries()[:1], replace(service, body={**service.body, "computed": wrong})])
    limit = hearing_deadline(case, bundled())
    assert limit is not None
    assert limit.safe == at("2026-06-10T10:00+01:00")


def test_entries_written_before_computed_was_kept_tell_of_their_changes_as_well() -> None:
    shift, service = served()
    corrected(shift, service, "2026-06-08T08:30+01:00")
    plain = [
        replace(each, body={k: v for k, v in each.body.items() if k not in ("computed", "knew")})
        for each in shift.entries()
    ]
    [change] = deadline_changes(fold(plain), bundled())
    assert (change.old.safe, change.new.safe) == (at("2026-06-10T10:00+01:00"), at("2026-06-10T08:30+01:00"))


# Apart from each other


def apart(first: str, second: str) -> tuple[Shift, Entry, Entry, Entry]:
    """The service, and two corrections of it by 4502 and 4471, neither of whom knew the other's."""
    shift, service = served()
    known = shift.case
    one = corrected(shift, service, first, "4502", known)
    return shift, service, one, corrected(shift, service, second, "4471", known)


def test_of_two_corrections_made_apart_the_earlier_stands_whichever_was_written_last() -> None:
    for times in (("09:00", "11:00"), ("11:00", "09:00")):
        shift, *_ = apart(*(f"2026-06-08T{time}+01:00" for time in times))
        assert shift.case.served_at == at("2026-06-08T09:00+01:00")


def test_both_corrections_made_apart_stay_as_their_authors_left_them() -> None:
    shift, service, *_ = apart("2026-06-08T09:00+01:00", "2026-06-08T11:00+01:00")
    said = [version.body["served_at"][11:16] for version in shift.case.versions[service.id]]
    assert said == ["10:00", "09:00", "11:00"]


def test_whoever_corrected_apart_is_told_that_the_other_stands() -> None:
    shift, *_ = apart("2026-06-08T09:00+01:00", "2026-06-08T11:00+01:00")
    assert moves(shift) == [("4502", "10 10:00", "10 09:00", False), ("4471", "10 11:00", "10 09:00", True)]
    for officer in ("4471", "4502"):
        [left] = untold(shift.case, bundled(), officer)
        assert left.changes[-1].apart
        assert left.now.safe == at("2026-06-10T09:00+01:00")


def test_two_who_correct_it_apart_to_the_same_time_are_told_nothing_new() -> None:
    shift, *_ = apart("2026-06-08T09:00+01:00", "2026-06-08T09:00+01:00")
    assert moves(shift) == [("4502", "10 10:00", "10 09:00", False)]


def test_whoever_knows_both_settles_it_also_to_the_later_time() -> None:
    shift, service, one, two = apart("2026-06-08T09:00+01:00", "2026-06-08T11:00+01:00")
    settled = corrected(shift, service, "2026-06-08T11:00+01:00", "2210")
    assert settled.body["knew"] == [one.id, two.id]
    assert shift.case.served_at == at("2026-06-08T11:00+01:00")
    assert moves(shift)[-1] == ("2210", "10 09:00", "10 11:00", False)
    assert untold(shift.case, bundled(), "2210") == ()


def test_a_correction_of_something_else_made_apart_leaves_the_time_put_right() -> None:
    shift, service = served()
    known = shift.case
    corrected(shift, service, "2026-06-08T11:00+01:00", "4502", known)
    amend(shift.officer("2210"), known, Correction(service.id, {"served_by": "2210"}, "It was me"))
    assert shift.case.served_at == at("2026-06-08T11:00+01:00")
    assert moves(shift) == [("4502", "10 10:00", "10 11:00", False)]


def test_a_second_service_written_apart_moves_the_deadline_only_to_the_earlier() -> None:
    shift = Shift("2026-06-08T10:20+01:00")
    known = shift.case
    serve_notice(shift.officer(), known, at(SERVED))
    shift.clock.advance(minutes=3)
    serve_notice(shift.officer("4502"), known, at("2026-06-08T09:15+01:00"))
    assert moves(shift) == [("4502", "10 10:00", "10 09:15", True)]


def test_of_two_arrest_times_the_earlier_runs_and_of_two_ends_of_an_order_the_later() -> None:
    shift = Shift("2026-06-08T10:20+01:00")
    order = record_order(shift.officer(), shift.case, OrderMade(at("2026-06-08T10:00+01:00"), 14))
    breach = report_breach(
        shift.officer(), shift.case, {"kind": "DVPO", "arrested_at": "2026-06-08T10:10+01:00"}
    )
    assert isinstance(order, Entry)
    known = shift.case
    for by, days, arrest in (("4502", 28, "10:05"), ("4471", 20, "10:15")):
        amend(shift.officer(by), known, Correction(order.id, {"days": days}, "Read it again"))
        arrested = {"arrested_at": f"2026-06-08T{arrest}+01:00"}
        amend(shift.officer(by), known, Correction(breach.id, arrested, "Read it again"))
        shift.clock.advance(minutes=1)
    assert shift.case.order_days == 28
    assert shift.case.breaches[0].arrested_at == at("2026-06-08T10:05+01:00")
    assert {change.clock for change in changes(shift)} == {f"custody/{breach.id}", "order-end"}


def test_a_hearing_that_is_listed_is_no_correction_of_the_arrest() -> None:
    shift, _ = served()
    breach = report_breach(
        shift.officer(), shift.case, {"kind": "DVPN", "arrested_at": "2026-06-08T10:10+01:00"}
    )
    list_hearing(shift.officer(), shift.case, Listing("TRAINING", at("2026-06-09T09:00+01:00")))
    amend(shift.officer(), shift.case, Correction(breach.id, {"belief": "Seen at the door"}, "Left out"))
    assert changes(shift) == ()
    assert breach.body["computed"]["basis"] == "24h"


# A newer calendar


NEWER = CourtCalendar("9999.1", {at(SERVED).date() + timedelta(1): DayOff(Status.PROCLAIMED, "a day off")})


def test_a_newer_calendar_moves_a_deadline_and_says_which_one_it_was() -> None:
    shift, service = served()
    [change] = deadline_changes(shift.case, NEWER)
    assert (change.entry, change.by, change.at) == (service.id, "", None)
    assert (change.old.calendar, change.new.calendar) == (bundled().version, "9999.1")
    assert change.new.safe == at("2026-06-11T10:00+01:00")
    assert [each.clock for each in untold(shift.case, NEWER, "4471")] == ["hearing"]


def test_a_calendar_moves_nothing_that_was_computed_from_a_newer_one() -> None:
    shift, service = served()
    computed = {**service.body["computed"], "calendar": "9999.2", "safe": "2026-06-12T10:00:00+01:00"}
    case = fold([*shift.entries()[:1], replace(service, body={**service.body, "computed": computed})])
    assert deadline_changes(case, NEWER) == ()


def test_a_newer_calendar_says_nothing_of_a_notice_that_was_dealt_with() -> None:
    shift, _ = served()
    record_order(shift.officer(), shift.case, OrderMade(at("2026-06-09T10:00+01:00"), 28))
    assert deadline_changes(shift.case, NEWER) == ()


# Who has been told


def test_everybody_but_the_one_who_moved_it_is_told_until_they_say_so() -> None:
    shift, service = served()
    corrected(shift, service, "2026-06-08T08:30+01:00", "4502")
    assert untold(shift.case, bundled(), "4502") == ()
    [left] = untold(shift.case, bundled(), "4471")
    [change] = left.changes
    assert audience(shift.case, change).not_seen == ("4471",)
    [seen] = say_seen(shift.officer(), shift.case, left.changes)
    assert seen.kind == kinds.DEADLINE_CHANGE_SEEN
    assert untold(shift.case, bundled(), "4471") == ()
    assert (audience(shift.case, change).seen, audience(shift.case, change).not_seen) == (("4471",), ())


def test_two_changes_in_a_row_are_told_as_one_from_the_first_to_what_stands() -> None:
    shift, service = served()
    corrected(shift, service, "2026-06-08T08:30+01:00")
    corrected(shift, service, "2026-06-08T09:30+01:00")
    [left] = untold(shift.case, bundled(), "4471")
    assert (left.was.safe, left.now.safe) == (at("2026-06-10T10:00+01:00"), at("2026-06-10T09:30+01:00"))
    assert len(say_seen(shift.officer(), shift.case, left.changes)) == 2
    assert untold(shift.case, bundled(), "4471") == ()


def test_what_was_seen_is_told_again_when_another_result_comes_of_it() -> None:
    shift, service = served()
    known = shift.case
    second = corrected(shift, service, "2026-06-08T11:00+01:00", "4502", known)
    [left] = untold(shift.case, bundled(), "4471")
    say_seen(shift.officer(), shift.case, left.changes)
    shift.clock.advance(minutes=-5)
    corrected(shift, service, "2026-06-08T09:00+01:00", "2210", known)
    [again] = untold(shift.case, bundled(), "4471")
    assert second.id in [change.entry for change in again.changes]
    assert again.now.safe == at("2026-06-10T09:00+01:00")


# Any order of arrival, any body

TIMES = st.sampled_from(["08:00", "09:10", "10:00", "11:20"])
CORRECTIONS = st.lists(st.tuples(st.sampled_from(["4471", "4502", "2210"]), TIMES, st.booleans()), max_size=5)


@given(CORRECTIONS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_order_of_arrival_changes_neither_the_deadline_nor_what_is_told(
    made: list[tuple[str, str, bool]], order: random.Random
) -> None:
    shift, service = served()
    first = shift.case
    for by, time, knows in made:
        corrected(shift, service, f"2026-06-08T{time}+01:00", by, None if knows else first)
    expected, arrived = shift.case, shift.entries()
    order.shuffle(arrived)
    case = fold(arrived)
    assert case == expected
    assert deadline_changes(case, bundled()) == deadline_changes(expected, bundled())
    now, limit = deadline_now(case, "hearing", bundled()), hearing_deadline(case, bundled())
    assert now is not None
    assert limit is not None
    assert (now.safe, now.outer) == (limit.safe, limit.outer)


ODD: Any = st.none() | st.booleans() | st.integers() | st.sampled_from(
    [
        "", "x", "2026-06-08T10:00+01:00", "9999-12-31T23:59+00:00", {"served_at": "2026-06-07T10:00+01:00"},
        {"arrested_at": 4, "days": 20}, ["one", "two"], {"clock": "hearing", "start": 1, "safe": "y"}, 28,
    ]
)  # fmt: skip
NAMES = st.sampled_from(
    ["of", "new", "knew", "why", "computed", "served_at", "arrested_at", "made_at", "days", "kind", "safe"]
)
STRANGE = st.sampled_from(
    [
        kinds.NOTICE_SERVED, kinds.AMENDED, kinds.BREACH_REPORTED, kinds.ORDER_MADE,
        kinds.DEADLINE_CHANGE_SEEN, kinds.HEARING_LISTED,
    ]
)  # fmt: skip


@given(st.lists(st.tuples(STRANGE, st.dictionaries(NAMES, ODD, max_size=7)), max_size=8))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_no_body_breaks_what_is_told(written: list[tuple[str, dict[str, Any]]]) -> None:
    shift, service = served()
    names = ["one", "two", "three"]
    odd = [
        replace(
            service,
            id=names[number] if number < len(names) else str(number),
            seq=number + 100,
            kind=kind,
            body={**body, **({"of": service.id} if number % 2 else {})},
        )
        for number, (kind, body) in enumerate(written)
    ]
    case = fold([*shift.entries(), *odd])
    for change in deadline_changes(case, NEWER):
        assert not change.old.same_end(change.new)
    assert untold(case, NEWER, "4471") == untold(fold([*odd, *shift.entries()]), NEWER, "4471")
