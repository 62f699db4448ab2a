"""What a court did, recorded at the console: warned of where the law is near, refused in words beyond it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sync.station.accounts import Role
from tests.station.console.referred import AUTHORISE, CASE, Sheet, case_at, refer, superintendent
from tests.station.console.visitor import Visitor
from tests.station.scene import account

PAGE, INCIDENT = f"/referral/{CASE}", f"/incident/{CASE}"


def when(name: str, day: int, time: str) -> dict[str, str]:
    parts = {"day": f"{day}", "month": "11", "year": "2026", "time": time}
    return {f"{name}-{part}": value for part, value in parts.items()}


@pytest.fixture
def served(scene, phone, clock) -> str:
    """Authorised, and served on Monday 23 November at 22:12: heard by Wednesday 25 November at 22:12."""
    refer(phone)
    Sheet(superintendent(scene), f"{PAGE}/authorise").send(**AUTHORISE)
    clock.advance(minutes=20)
    phone.push(phone.write(case=CASE, kind="notice_served", served_at=clock.now().isoformat()))
    clock.advance(minutes=5)
    return CASE


def record(visitor: Visitor, act: str, **typed: str) -> str:
    answer = Sheet(visitor, f"{INCIDENT}/{act}").send(**typed)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def test_hearing_in_time_is_recorded_without_a_warning(scene, served, supervisor):
    sheet = Sheet(supervisor, f"{INCIDENT}/hearing")
    assert "Wed 25 Nov 2026, 22:12" in sheet.shown
    typed = {"court": "Exampleton Magistrates", **when("at", 25, "10:00")}
    assert "This is after the deadline" not in sheet.send(step="", **typed).text
    assert sheet.send(**typed).headers["location"] == f"{INCIDENT}?done=hearing"
    words = supervisor.words("/")
    assert "Wed 25 Nov 2026, 10:00, Exampleton Magistrates" in words
    assert "The hearing is listed after the deadline" not in words


def test_hearing_after_the_safe_deadline_is_warned_of_recorded_and_flagged(scene, served, supervisor):
    sheet = Sheet(supervisor, f"{INCIDENT}/hearing")
    typed = {"court": "Exampleton Magistrates", **when("at", 26, "10:00")}
    warned = sheet.send(step="", **typed)
    assert "This is after the deadline of Wed 25 Nov 2026, 22:12" in warned.text
    assert sheet.send(**typed).status_code == 303
    assert "The hearing is listed after the deadline" in supervisor.words(INCIDENT)
    assert "The hearing is listed after the deadline" in supervisor.words("/")


def test_hearing_of_today_stands_on_the_board(scene, served, supervisor, clock):
    record(supervisor, "hearing", court="Exampleton Magistrates", **when("at", 24, "10:00"))
    assert "0 hearings today" in supervisor.words("/")
    clock.advance(hours=3)
    again = Visitor(scene, "supervisor")
    assert "1 hearing today" in again.words("/")
    assert "10:00 Exampleton Magistrates" in again.words("/")


@pytest.mark.parametrize("days", ["13", "29", "0", "", "fourteen", "-14", "99999", "14.5"])
def test_order_outside_14_to_28_days_is_refused_in_words(days, scene, served, supervisor):
    typed = {"days": days, "court": "Exampleton Magistrates", **when("made", 23, "22:15")}
    answer = Sheet(supervisor, f"{INCIDENT}/order").send(**typed)
    assert answer.status_code == 400
    assert "An order is 14 to 28 days, the first and the last day both counted" in answer.text
    assert "Exampleton Magistrates" in answer.text
    assert case_at(scene).orders == ()


@pytest.mark.parametrize("days", ["14", "28"])
def test_order_is_recorded_with_its_days_and_terms_and_runs_on_the_board(days, scene, served, supervisor):
    typed = {"days": days, "court": "Exampleton Magistrates", "tm-molest": "yes", "tm-leave": "yes"}
    record(supervisor, "order", **typed, **when("made", 23, "22:15"))
    order = case_at(scene).orders[0]
    assert (order.days, order.terms) == (int(days), ("tm-molest", "tm-leave"))
    assert "Orders running" in supervisor.words("/")


def test_second_order_is_refused_because_none_can_be_lengthened(scene, served, supervisor):
    typed = {"days": "14", "court": "Exampleton Magistrates", **when("made", 23, "22:15")}
    record(supervisor, "order", **typed)
    answer = Sheet(supervisor, f"{INCIDENT}/order").send(**typed)
    assert answer.status_code == 400
    assert "none can be lengthened" in answer.text


def test_adjournment_keeps_the_notice_running(scene, served, supervisor, clock):
    record(supervisor, "hearing", court="Exampleton Magistrates", **when("at", 24, "10:00"))
    clock.advance(hours=12, minutes=30)
    again = Visitor(scene, "supervisor")
    typed = {**when("started", 24, "10:05"), **when("to", 27, "10:00"), "reason": "No interpreter"}
    record(again, "adjournment", **typed)
    case = case_at(scene)
    assert (case.referral.state, len(case.hearings)) == ("adjourned", 2)


def test_result_ends_the_application(scene, served, supervisor):
    typed = {"outcome": "order_refused", "result": "Not satisfied on necessity", **when("at", 23, "22:15")}
    record(supervisor, "result", **typed)
    assert case_at(scene).referral.state == "order_refused"


def test_missed_hearing_is_left_by_a_supervisor_alone_and_with_a_reason(scene, served, supervisor, clock):
    clock.advance(days=3)
    again = Visitor(scene, "supervisor")
    assert "Lapse risk" in again.words("/")
    assert "Close the case" in again.words(INCIDENT)
    assert Sheet(again, f"{INCIDENT}/close").send(reason=" ").status_code == 400
    constable = Visitor(scene, account(scene, Role.SUPERVISOR, "constable", number="4999", rank="PC"))
    assert Sheet(constable, f"{INCIDENT}/close").send(reason="Over").status_code == 403
    record(again, "close", reason="Legal advice taken; fresh notice under way")
    assert case_at(scene).referral.state == "closed"


def test_service_that_no_authorisation_stands_behind_is_flagged(scene, phone, supervisor, clock):
    refer(phone)
    phone.push(phone.write(case=CASE, kind="notice_served", served_at=clock.now().isoformat()))
    assert "Served, and no authorisation is recorded" in supervisor.words(INCIDENT)
    waiting = supervisor.words("/").partition("Awaiting decision")[2]
    assert "TRAIN-7710" in waiting.partition("Notices running")[0]


def test_board_says_how_long_a_referral_waits_and_which_clock_ends_first(scene, phone, supervisor, clock):
    refer(phone)
    clock.advance(hours=2, minutes=10)
    agreed = {"at": (clock.now() + timedelta(hours=3)).isoformat()}
    phone.push(phone.write(case=CASE, kind="answered", item="alt-followup", answer="done", details=agreed))
    words = Visitor(scene, "supervisor").words("/")
    assert "1 referral waiting" in words
    assert "2 h 10 min Agreed safety check 3 h 0 min left With supervisor" in words


def test_case_is_folded_anew_when_something_has_come_in_and_only_then(scene, phone, supervisor):
    refer(phone)
    assert "With supervisor" in supervisor.words("/referrals")
    assert "With supervisor" in supervisor.words("/referrals")
    phone.push(phone.write(case=CASE, kind="referral_withdrawn", why="She has moved"))
    assert "Withdrawn" in supervisor.words("/referrals")
