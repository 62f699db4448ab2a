"""Decisions at the console: what is read first, what is asked for, what is written, and how often."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from sqlmodel import Session, select

from app import kinds
from app.facts.decided import standing
from app.facts.notice import authority_times, plan_b
from app.triggers import triggers
from sync.page import read_page
from sync.protocol.messages import PullAnswer
from sync.station.accounts import Role
from sync.station.scene import Scene
from sync.station.tables import AccountRow, EntryRow
from tests.station.conftest import BOTH
from tests.station.console.referred import (
    AUTHORISE,
    CASE,
    CONSIDERED,
    REFUSE,
    Sheet,
    case_at,
    refer,
    superintendent,
)
from tests.station.console.visitor import Visitor
from tests.station.scene import account

PAGE = f"/referral/{CASE}"


@pytest.fixture
def referred(phone, clock) -> str:
    case = refer(phone)
    clock.advance(minutes=10)
    return case


def written(scene: Scene, kind: str) -> int:
    with Session(scene.engine) as session:
        return len(session.exec(select(EntryRow).where(EntryRow.kind == kind)).all())


@BOTH
def test_authorised_notice_is_in_the_ledger_and_on_the_handset_with_its_author(scene, phone, referred):
    answer = Sheet(superintendent(scene), f"{PAGE}/authorise").send(**AUTHORISE)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAGE}?done=authorise")
    decision = standing(case_at(scene))
    assert decision is not None
    assert (decision.by, decision.rank, decision.reason) == ("0087", "Superintendent", AUTHORISE["reason"])
    pulled = phone.client.pull(0, 100)
    assert isinstance(pulled, PullAnswer)
    kept = read_page(pulled.entries, phone.stream, scene.keys.station_key)
    assert [entry.kind for entry in kept.entries] == [kinds.ANSWERED] * 3 + [kinds.REFERRAL_AUTHORISED]
    assert (kept.unreadable, kept.entries[-1].body["terms"]) == (0, ["tm-molest"])


def test_form_is_shown_once_more_before_anything_is_written(scene, referred):
    sheet = Sheet(superintendent(scene), f"{PAGE}/authorise")
    answer = sheet.send(step="", **AUTHORISE)
    assert answer.status_code == 200
    assert "Check before it is recorded" in answer.text
    for said in ("Superintendent 0087", AUTHORISE["reason"], "She wants him kept away.", "No reply"):
        assert said in answer.text
    assert written(scene, kinds.REFERRAL_AUTHORISED) == 0
    again = sheet.send(step="change", **AUTHORISE)
    assert AUTHORISE["reason"] in again.text
    assert "Check before you authorise" in again.text
    assert written(scene, kinds.REFERRAL_AUTHORISED) == 0


def test_what_lacks_is_named_with_its_box_and_what_was_typed_is_kept(scene, referred):
    sheet = Sheet(superintendent(scene), f"{PAGE}/authorise")
    typed = {**AUTHORISE, "reason": "", "molest": "", "ao-p-reps-why": "", "terms_words": "Not <near> her"}
    answer = sheet.send(**typed)
    assert answer.status_code == 400
    for field in ("reason", "molest-1", "ao-p-reps-why"):
        assert f'href="#{field}"' in answer.text
        assert f'id="{field}"' in answer.text
    assert "Not &lt;near&gt; her" in answer.text
    assert "Phoned twice, 21:40 and 21:50" in answer.text
    assert "<title>Problem: Authorise the notice" in answer.text
    assert written(scene, kinds.REFERRAL_AUTHORISED) == 0


def test_four_considerations_are_asked_for_by_name(scene, referred):
    sheet = Sheet(superintendent(scene), f"{PAGE}/authorise")
    typed = {key: value for key, value in AUTHORISE.items() if key not in CONSIDERED}
    answer = sheet.send(**typed, **{"tm-no-entry": "yes"})
    assert answer.status_code == 400
    for words in (
        "Record the welfare of the children", "Record what R.M. thinks", "Record what K.F. says",
        "Record what others who live there think",
    ):  # fmt: skip
        assert words in answer.text


def test_terms_about_a_home_that_is_not_shared_are_refused_in_words(scene, phone, clock):
    refer(phone, **{"dv-cohabit": "no"})
    answer = Sheet(superintendent(scene), f"{PAGE}/authorise").send(**AUTHORISE, **{"tm-leave": "yes"})
    assert answer.status_code == 400
    assert "Terms about the home need premises in which both live" in answer.text


@pytest.mark.parametrize("rank", ["Inspector", "Chief Inspector", "Acting Superintendent", "T/Supt", "PC"])
@pytest.mark.parametrize(("act", "typed"), [("authorise", AUTHORISE), ("refuse", REFUSE)])
def test_role_alone_decides_nothing_where_the_rank_does_not_reach(act, typed, rank, scene, referred):
    answer = Sheet(superintendent(scene, "1120", rank), f"{PAGE}/{act}").send(**typed)
    assert answer.status_code == 403
    assert "Your rank does not reach" in answer.text
    assert case_at(scene).decisions == ()


def test_rank_is_looked_at_when_it_is_decided_and_not_when_the_form_was_opened(scene, referred):
    visitor = superintendent(scene)
    sheet = Sheet(visitor, f"{PAGE}/authorise")
    account(scene, Role.AUTHORISING, "ao-0087", number="0087", rank="Chief Inspector")
    assert sheet.send(**AUTHORISE).status_code == 403
    assert case_at(scene).decisions == ()


def test_acting_superintendent_decides_where_the_force_has_said_so(scene, referred):
    said_so = replace(scene, ranks=replace(scene.ranks, for_a_time_counts=True))
    visitor = superintendent(said_so, "0090", "Acting Superintendent")
    assert Sheet(visitor, f"{PAGE}/authorise").send(**AUTHORISE).status_code == 303


def test_who_sent_the_referral_does_not_decide_on_it(scene, referred):
    answer = Sheet(superintendent(scene, "4471"), f"{PAGE}/refuse").send(**REFUSE)
    assert answer.status_code == 403
    assert "You sent this referral" in answer.text


def test_account_of_nobody_writes_nothing(scene, referred):
    visitor = superintendent(scene)
    sheet = Sheet(visitor, f"{PAGE}/refuse")
    with Session(scene.engine) as session:
        row = session.get(AccountRow, "ao-0087")
        assert row is not None
        row.number = ""
        session.add(row)
        session.commit()
    answer = sheet.send(**REFUSE)
    assert answer.status_code == 403
    assert "Your account names no officer" in answer.text


def test_refusal_needs_reason_and_plan_b_and_the_review_is_armed(scene, referred):
    sheet = Sheet(superintendent(scene), f"{PAGE}/refuse")
    lacking = sheet.send(reason=" ", plan_b="\n \n")
    assert lacking.status_code == 400
    assert "Give the reasons" in lacking.text
    assert "Say what is done instead" in lacking.text
    assert sheet.send(**REFUSE).status_code == 303
    case = case_at(scene)
    assert (case.referral.state, plan_b(case)) == ("refused", ("bail terms", "sp-alarm"))
    assert [each.item for each in triggers(case)] == ["tr-notice-refused"]


@BOTH
@pytest.mark.parametrize(("act", "typed"), [("authorise", AUTHORISE), ("refuse", REFUSE)])
def test_form_that_is_sent_twice_writes_once(act, typed, scene, referred):
    sheet = Sheet(superintendent(scene), f"{PAGE}/{act}")
    first, second = sheet.send(**typed), sheet.send(**typed)
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["location"] == second.headers["location"]
    assert len(case_at(scene).decisions) == 1
    assert written(scene, kinds.DECISION_NOT_TAKEN) == 0


def test_spoken_authority_keeps_its_time_and_is_confirmed_by_who_gave_it(scene, referred, clock):
    visitor = superintendent(scene)
    at = clock.now()
    clock.advance(minutes=5)
    spoken = {"spoken-day": "23", "spoken-month": "11", "spoken-year": "2026", "spoken-time": "22:02"}
    told = {**AUTHORISE, "mode": "verbal", "told_to": "4471", **spoken}
    sheet = Sheet(visitor, f"{PAGE}/authorise")
    assert "By word of mouth, Mon 23 Nov 2026, 22:02" in sheet.send(step="", **told).text
    assert sheet.send(**told).status_code == 303
    assert "Confirm in writing what you authorised" in visitor.page(PAGE)
    other = superintendent(scene, "0088")
    assert "Confirm in writing" not in other.page(PAGE)
    turned_away = Sheet(other, f"{PAGE}/confirm-spoken").send(reason="As said")
    assert turned_away.status_code == 403
    assert Sheet(visitor, f"{PAGE}/confirm-spoken").send(reason="As said").status_code == 303
    assert authority_times(case_at(scene)) == (at, clock.now())


@pytest.mark.parametrize(
    ("spoken", "words"),
    [
        ({}, "Say when it was spoken"),
        ({"spoken-day": "24", "spoken-time": "01:00"}, "That is still to come"),
        ({"spoken-day": "31", "spoken-time": "01:00"}, "Give day, month and year in figures"),
        ({"spoken-day": "23", "spoken-time": "25:00"}, "Give the time as on a 24 hour clock"),
        ({"spoken-day": "25", "spoken-month": "10", "spoken-time": "01:30"}, "That time comes twice"),
        ({"spoken-day": "29", "spoken-month": "3", "spoken-time": "01:30"}, "That time does not exist"),
    ],
)
def test_time_that_was_not_is_asked_for_again(spoken, words, scene, referred):
    boxes = {"spoken-month": "11", "spoken-year": "2026", **spoken} if spoken else {}
    told = {**AUTHORISE, "mode": "verbal", "told_to": "4471", **boxes}
    answer = Sheet(superintendent(scene), f"{PAGE}/authorise").send(**told)
    assert answer.status_code == 400
    assert words in answer.text


def test_question_stands_on_the_referral_until_it_is_sent_again(scene, phone, referred, clock):
    supervisor = Visitor(scene, account(scene, Role.SUPERVISOR))
    assert Sheet(supervisor, f"{PAGE}/ask").send(words="").status_code == 400
    sheet = Sheet(supervisor, f"{PAGE}/ask")
    assert sheet.send(words="When was the last threat?\nBy whom?").status_code == 303
    case = case_at(scene)
    assert case.referral.marks == ("more_information_wanted",)
    assert case.referral.history[-1].body["words"] == "When was the last threat?\nBy whom?"
    assert "More information wanted" in supervisor.words("/")
    clock.advance(minutes=5)
    phone.push(phone.write(case=CASE, kind="referral_sent", to="2210", items={}))
    assert case_at(scene).referral.marks == ()


@pytest.mark.parametrize(("rank", "step"), [("Sergeant", "sergeant"), ("Inspector", "inspector")])
def test_endorsement_is_a_view_with_its_step(rank, step, scene, referred):
    supervisor = Visitor(scene, account(scene, Role.SUPERVISOR, number="2210", rank=rank))
    sent = Sheet(supervisor, f"{PAGE}/endorse").send(view="endorsed with doubt", reason="Bail may do")
    assert sent.status_code == 303
    case = case_at(scene)
    assert (case.referral.state, case.decisions[0].step) == ("endorsed", step)
    assert Sheet(superintendent(scene), f"{PAGE}/authorise").send(**AUTHORISE).status_code == 303


def test_endorsement_is_not_offered_where_the_force_wants_none(scene, referred):
    none = replace(scene, ranks=replace(scene.ranks, endorsement=()))
    supervisor = Visitor(none, account(none, Role.SUPERVISOR))
    assert "Endorse" not in supervisor.page(PAGE)
    assert Sheet(supervisor, f"{PAGE}/endorse").send(view="endorsed", reason="x").status_code == 403


def test_considerations_can_be_recorded_before_and_stand_in_the_form(scene, referred):
    visitor = superintendent(scene)
    some = {key: value for key, value in CONSIDERED.items() if key.startswith("ao-p-reps")}
    assert Sheet(visitor, f"{PAGE}/consider").send(**some).status_code == 303
    assert Sheet(visitor, f"{PAGE}/consider").send().status_code == 400
    sheet = Sheet(visitor, f"{PAGE}/authorise")
    assert "Phoned twice, 21:40 and 21:50" in sheet.shown
    assert sheet.send(**{**AUTHORISE, **CONSIDERED}).status_code == 303
    mine = [each for each in case_at(scene).given if each.item == "ao-p-reps"]
    assert len(mine) == 1


def test_document_shows_each_limb_with_its_evidence_and_what_lacks(scene, phone, referred, clock):
    clock.advance(minutes=1)
    amended = {"item": "dv-violence", "answer": "yes", "reason": "Held by the neck twice"}
    phone.push(phone.write(case=CASE, kind="answered", **amended))
    words = superintendent(scene).words(PAGE)
    assert "Violence or threat Shown Yes 4471, Mon 23 Nov 2026, 22:03 Reason Held by the neck twice" in words
    assert "2 versions Version 1 , 4471, Mon 23 Nov 2026, 21:52" in words
    assert "Why the notice is needed Not known yet" in words
    assert "Not shown No" in words
    assert re.search(r"Check code for the radio \w{3} \w{3} ", words)
    assert "Opinion of others who live there Not recorded yet" in words
    for name in ("Rania", "Farrow"):
        assert name not in superintendent(scene).page(PAGE)


def test_withdrawn_referral_is_decided_by_nobody_and_the_attempt_is_kept(scene, phone, referred):
    visitor = superintendent(scene)
    sheet = Sheet(visitor, f"{PAGE}/authorise")
    supervisor = Visitor(scene, account(scene, Role.SUPERVISOR))
    assert Sheet(supervisor, f"{PAGE}/withdraw").send(reason="She has moved").status_code == 303
    answer = sheet.send(**AUTHORISE)
    assert answer.headers["location"] == f"{PAGE}?kept=authorise"
    case = case_at(scene)
    assert (case.referral.state, case.decisions) == ("withdrawn", ())
    assert "Your decision was not taken" in visitor.page(f"{PAGE}?kept=authorise")
    assert "Another decision came too late" in visitor.words(PAGE)


def test_referral_that_changed_meanwhile_is_shown_before_it_is_decided(scene, phone, referred, clock):
    sheet = Sheet(superintendent(scene), f"{PAGE}/authorise")
    clock.advance(minutes=1)
    told = {"item": "dv-violence", "answer": "no", "reason": "It was another man"}
    phone.push(phone.write(case=CASE, kind="answered", **told))
    answer = sheet.send(**AUTHORISE)
    assert answer.status_code == 409
    assert "Changed since you opened it" in answer.text
    assert "It was another man" in answer.text
    assert AUTHORISE["reason"] in answer.text
    assert case_at(scene).decisions == ()
    version = answer.text.partition('name="version" value="')[2].partition('"')[0]
    sheet.hidden["version"] = version
    assert sheet.send(**AUTHORISE).status_code == 303


def test_what_does_not_bear_on_it_does_not_stand_in_the_way(scene, phone, referred):
    sheet = Sheet(superintendent(scene), f"{PAGE}/authorise")
    phone.push(phone.write(case=CASE, kind="consulted", page="check"))
    phone.push(phone.write(case=CASE, kind="answered", item="sp-alarm", answer="done"))
    assert sheet.send(**AUTHORISE).status_code == 303


def test_amendment_that_arrives_after_the_decision_is_flagged_everywhere(scene, phone, referred, clock):
    visitor = superintendent(scene)
    Sheet(visitor, f"{PAGE}/authorise").send(**AUTHORISE)
    clock.advance(minutes=1)
    told = {"item": "dv-violence", "answer": "no", "reason": "It was another man"}
    phone.push(phone.write(case=CASE, kind="answered", **told))
    assert "Changed after the decision" in visitor.words(PAGE)
    assert "Changed after the decision" in visitor.words(f"/incident/{CASE}")
    assert "Look at this" in visitor.words("/")


def test_second_superintendent_is_told_and_the_reasons_are_kept(scene, referred):
    first, second = (superintendent(scene, number) for number in ("0087", "0088"))
    late = Sheet(second, f"{PAGE}/refuse")
    Sheet(first, f"{PAGE}/authorise").send(**AUTHORISE)
    answer = late.send(**REFUSE)
    assert answer.headers["location"] == f"{PAGE}?kept=refuse"
    assert late.send(**REFUSE).headers["location"] == f"{PAGE}?kept=refuse"
    case = case_at(scene)
    assert (case.referral.state, plan_b(case)) == ("authorised", ())
    assert written(scene, kinds.DECISION_NOT_TAKEN) == 1
    kept = next(each for each in case.entries if each.kind == kinds.DECISION_NOT_TAKEN)
    assert (kept.by, kept.body["reason"]) == ("0088", REFUSE["reason"])
    assert "Bail is enough." in second.words(PAGE)
