"""The calendar file, opened by a library that knows the format."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from app import kinds
from app.case.model import Case, Visit
from app.consultation import Disclosure, exported_of
from app.incident import record_person
from app.timekeeping import LONDON
from app.visits.calendar_file import calendar_file
from app.visits.extra import EXTRA
from app.visits.schedule import DueVisit, due_list
from app.visits.visiting import agree_visit
from tests.app.shift import Shift, at

TITLE = "Appointment"
SECRETS = ("4471", "Wyn", "Tern", "TRAIN", "police", "visit", "after work", "Northvale")


def row(due: date, when: datetime | None = None, **more: str) -> DueVisit:
    return DueVisit(Case(more.get("case", "c")), Visit(more.get("visit", "v"), due, at=when), "planned")


def events(content: bytes) -> list[dict[str, object]]:
    """What a calendar shows of each entry."""
    read = Calendar.from_ical(content)
    found = []
    for each in read.walk("VEVENT"):
        told: dict[str, object] = {name: each.decoded(name) for name in ("DTSTART", "DTEND", "DTSTAMP")}
        found.append({**told, "UID": str(each["UID"]), "SUMMARY": str(each["SUMMARY"])})
    return found


def written() -> Shift:
    """Two visits agreed of a case with everything in it that a calendar must not say."""
    shift = Shift()
    record_person(
        shift.officer(), shift.case, {"role": "victim", "name": "Sian Wyn", "address": "3 Tern Mews"}
    )
    agree_visit(
        shift.officer(), shift.case, at("2027-01-12T10:00+00:00"), {"why": "after work", "officer": "4471"}
    )
    agree_visit(shift.officer(), shift.case, date(2027, 1, 14), {"why": "police visit"})
    return shift


def of(shift: Shift) -> bytes:
    return calendar_file(due_list([shift.case], shift.clock.now()), TITLE)


def test_entries_are_called_appointment_and_say_nothing_of_the_case() -> None:
    content = of(written())
    found = events(content)
    assert [each["SUMMARY"] for each in found] == [TITLE, TITLE]
    assert not [word for word in SECRETS if word.casefold() in content.decode().casefold()]
    names = {name for each in Calendar.from_ical(content).walk("VEVENT") for name in each}
    assert names == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP"}


def test_agreed_time_is_an_hour_and_a_day_is_a_whole_day() -> None:
    timed, whole = events(of(written()))
    assert timed["DTSTART"] == at("2027-01-12T10:00+00:00")
    assert timed["DTEND"] == at("2027-01-12T10:30+00:00")
    assert (whole["DTSTART"], whole["DTEND"]) == (date(2027, 1, 14), date(2027, 1, 15))


@pytest.mark.parametrize(
    ("clock", "utc"),
    [("2027-03-27T18:30", 18), ("2027-03-28T18:30", 17), ("2027-10-30T18:30", 17), ("2027-10-31T18:30", 18)],
)
def test_hour_is_right_before_and_after_the_clocks_change(clock: str, utc: int) -> None:
    when = datetime.fromisoformat(clock).replace(tzinfo=LONDON)
    (found,) = events(calendar_file([row(when.date(), when)], TITLE))
    start = found["DTSTART"]
    assert isinstance(start, datetime)
    assert start.astimezone(UTC).hour == utc
    assert start.astimezone(LONDON) == when


def test_extra_visit_ends_at_the_time_by_which_it_is_due() -> None:
    by = at("2027-01-12T22:00+00:00")
    (found,) = events(calendar_file([row(by.date(), by, visit=EXTRA)], TITLE))
    assert (found["DTSTART"], found["DTEND"]) == (by - timedelta(minutes=30), by)


def test_missed_visit_is_no_appointment() -> None:
    missed = replace(row(date(2027, 1, 1)), status="missed")
    assert events(calendar_file([missed], TITLE)) == []


def test_same_visits_give_the_same_bytes_in_any_order_and_after_the_file_was_made() -> None:
    shift = written()
    rows = due_list([shift.case], shift.clock.now())
    first = calendar_file(rows, TITLE)
    random.Random(5).shuffle(rows)
    assert calendar_file(rows, TITLE) == first
    shift.clock.advance(hours=2)
    exported_of(shift.officer(), [shift.case], Disclosure("calendar_file"))
    assert of(shift) == first


def test_moved_visit_keeps_its_name_and_is_newer() -> None:
    shift = written()
    before = events(of(shift))[0]
    visit = shift.case.visits[0].id
    shift.clock.advance(hours=1)
    agree_visit(shift.officer(), shift.case, at("2027-01-12T19:00+00:00"), {"visit": visit, "why": "moved"})
    after = events(of(shift))[0]
    assert after["UID"] == before["UID"]
    assert after["DTSTART"] == at("2027-01-12T19:00+00:00")
    assert str(after["DTSTAMP"]) > str(before["DTSTAMP"])


def test_names_of_entries_are_all_different() -> None:
    days = [date(2027, 1, 1) + timedelta(number) for number in range(3)]
    rows = [
        row(day, case=case, visit=visit) for day in days for case in "ab" for visit in (EXTRA, f"v-{day}")
    ]
    found = [each["UID"] for each in events(calendar_file(rows, TITLE))]
    assert len(set(found)) == len(rows)


@given(st.text(min_size=1, max_size=200).filter(lambda text: text.isprintable() and text.strip() == text))
def test_any_title_is_read_back_and_no_line_is_too_long(title: str) -> None:
    content = calendar_file([row(date(2027, 1, 1))], title)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert events(content)[0]["SUMMARY"] == title


def test_export_is_logged_in_every_case_in_one_go() -> None:
    one, other = Shift(), Shift()
    written_ = exported_of(one.officer(), [one.case, other.case], Disclosure("round_sheet", sha256="ab"))
    assert [(each.case, each.kind) for each in written_] == [
        (one.id, kinds.EXPORTED),
        (other.id, kinds.EXPORTED),
    ]
