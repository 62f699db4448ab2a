"""The question engine: which pages a case is asked, how far a task is, and what an answer lacks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.case.model import Answer, Case, Person
from app.guidance import load
from app.guidance.model import State
from tests.guidance.cases import (
    agreed,
    answered,
    asked,
    bundled,
    done,
    lacking,
    question,
    task,
    whole,
    with_answers,
)
from tests.guidance.small import written

EMPTY = Case("case")


def pages(row: str, case: Case = EMPTY) -> list[str]:
    return [page.id for page in bundled().pages(task(row), case)]


# Pages


def test_page_that_waits_for_an_answer_is_hidden_until_it_is_given() -> None:
    assert "arr-necessity" not in pages("action")
    assert "arr-necessity" in pages("action", done("arr-grounds"))


def test_arrest_and_no_arrest_ask_different_things() -> None:
    arrest, none = pages("action", done("arr-grounds")), pages("action", done("arr-grounds", "not done"))
    assert ("arr-not-why" in arrest, "arr-not-why" in none) == (False, True)
    assert ("arr-necessity" in arrest, "arr-necessity" in none) == (True, False)


def test_page_goes_again_when_the_answer_that_opened_it_is_changed() -> None:
    assert "alt-bop-record" in pages("action", done("alt-bop"))
    assert "alt-bop-record" not in pages("action", done("alt-bop", "not applicable"))


def test_staying_and_leaving_open_the_measures_that_match() -> None:
    stay, leave = (pages("plan", done("sp-stay-or-leave", answer)) for answer in ("stay", "leave"))
    assert ("sp-locks" in stay, "sp-refuge" in stay) == (True, False)
    assert ("sp-locks" in leave, "sp-refuge" in leave) == (False, True)
    undecided = pages("plan", done("sp-stay-or-leave", "undecided"))
    assert {"sp-locks", "sp-refuge"} <= set(undecided)


def test_page_may_wait_for_a_topic_of_consent(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        questions_door='[talk]\nform = "consent"\nanswers = ["given"]\nduty = "offer"\n[knock]\n'
        'shows_when = { "talk" = ["given"] }\n',
        wording_en_words=_small_words() + '[talk]\ntitle = "T"\nask = "A"\nduty = "D"\n[duty]\n'
        '"offer" = "O"\n"offer.text" = "O."\n[answer.x]\n',
    )
    words = folder / "wording/en/words.toml"
    words.write_text(words.read_text().replace("[answer.x]\n", "").replace('"no" =', '"given" = "Y"\n"no" ='))
    guidance = load(folder)
    door = guidance.task("door")
    assert door is not None
    assert [page.id for page in guidance.pages(door, EMPTY)] == ["talk"]
    assert [page.id for page in guidance.pages(door, asked("talk", "given"))] == ["talk", "knock"]


def _small_words() -> str:
    from tests.guidance.small import FILES

    return FILES["wording/en/words.toml"]


def test_next_page_follows_in_order_and_the_last_has_none() -> None:
    order = [question(item) for item in pages("account")]
    after = [bundled().after(page, EMPTY) for page in order]
    assert after == [*order[1:], None]


def test_page_that_is_not_asked_in_this_case_has_no_next() -> None:
    assert bundled().after(question("arr-necessity"), EMPTY) is None


def test_next_page_skips_what_this_case_is_not_asked() -> None:
    follows = bundled().after(question("arr-grounds"), done("arr-grounds"))
    assert follows is not None
    assert follows.id == "arr-necessity"
    follows = bundled().after(question("arr-grounds"), done("arr-grounds", "not done"))
    assert follows is not None
    assert follows.id == "arr-not-why"


def test_work_goes_on_at_the_first_page_without_an_answer() -> None:
    opened = bundled().first_open(task("safe"), done("arr-bwv-on"))
    assert opened is not None
    assert opened.id == "arr-safety"


def test_work_goes_on_at_what_lacks_something_when_all_is_answered() -> None:
    case = answered(*[Answer(item, "done") for item in pages("safe")])
    opened = bundled().first_open(task("safe"), case)
    assert opened is not None
    assert opened.id == "arr-access-denied", "it has no rationale yet"


def test_task_that_is_whole_opens_at_its_first_page() -> None:
    case = answered(*[whole(item, "done") for item in pages("safe")])
    opened = bundled().first_open(task("safe"), case)
    assert opened is not None
    assert opened.id == "arr-bwv-on"


# Status


def test_task_without_an_answer_is_not_yet_started() -> None:
    status = bundled().status(task("safe"), EMPTY)
    assert (status.state, status.done, status.total) == (State.NOT_STARTED, 0, 5)


def test_task_is_in_progress_while_a_must_answer_item_is_open() -> None:
    status = bundled().status(task("safe"), done("arr-safety"))
    assert (status.state, status.done, status.total) == (State.IN_PROGRESS, 1, 5)


def test_task_is_completed_when_its_must_answer_items_are_whole() -> None:
    case = answered(Answer("arr-safety", "done"), whole("arr-separate", "not done"))
    assert bundled().status(task("safe"), case).state is State.COMPLETED


def test_task_without_must_answer_items_is_completed_when_every_page_is_answered() -> None:
    answers = [whole(item, "done") for item in pages("evidence")]
    assert bundled().status(task("evidence"), answered(*answers)).state is State.COMPLETED
    assert bundled().status(task("evidence"), answered(*answers[1:])).state is State.IN_PROGRESS


def test_answer_that_lacks_its_reason_keeps_the_task_in_progress() -> None:
    case = answered(Answer("arr-safety", "done"), Answer("arr-separate", "not done"))
    assert bundled().status(task("safe"), case).state is State.IN_PROGRESS


def test_task_is_in_progress_while_neither_arrest_nor_no_arrest_is_recorded() -> None:
    """Whichever it was, it has to be justified."""
    answers = [whole(page, "not applicable") for page in pages("action") if page != "arr-grounds"]
    assert bundled().status(task("action"), answered(*answers)).state is State.IN_PROGRESS
    settled = answered(*answers, whole("arr-grounds", "done"), whole("arr-necessity", "done"))
    assert bundled().status(task("action"), settled).state is State.COMPLETED


def test_task_that_waits_for_another_cannot_start_and_says_why(tmp_path: Path) -> None:
    guidance = load(written(tmp_path))
    room = guidance.task("room")
    assert room is not None
    status = guidance.status(room, EMPTY)
    assert (status.state, guidance.words(status.reason)) == (State.CANNOT_START, "First knock")
    assert guidance.status(room, done("knock")).state is State.NOT_STARTED


def test_measure_that_nobody_needs_does_not_hold_the_plan_up() -> None:
    must = [whole(page.id, page.answers[0]) for page in task("plan").questions if page.must]
    asked_now = [each for each in must if each.item in pages("plan")]
    assert bundled().status(task("plan"), answered(*asked_now)).state is State.COMPLETED


@pytest.mark.parametrize("row", [each.id for each in bundled().tasks])
def test_task_can_be_completed(row: str) -> None:
    yes = {each.id: agreed(each.id).consents[each.id] for each in task("talk").questions}
    case = answered(consents=yes)
    for page in task(row).questions:
        if page.form != "consent" and page in bundled().pages(task(row), case):
            given = whole(page.id, (page.answers or ("done",))[0])
            case = replace(case, answers={**case.answers, page.id: given})
    assert bundled().status(task(row), case).state is State.COMPLETED


# What an answer lacks


@pytest.mark.parametrize("answer", ["not done", "refused/unable"])
def test_whatever_was_not_done_says_why(answer: str) -> None:
    assert "reason" in lacking("arr-bwv-on", done("arr-bwv-on", answer))
    told = done("arr-bwv-on", answer, note="Battery flat.", details={"which": "unable"})
    assert lacking("arr-bwv-on", told) == []


def test_refused_or_unable_says_which() -> None:
    assert lacking("arr-bwv-on", done("arr-bwv-on", "refused/unable", reason="r")) == ["which"]


def test_item_with_a_rationale_gives_it_for_done_and_not_for_what_does_not_apply() -> None:
    assert lacking("pa-both-sides", done("pa-both-sides")) == ["reason"]
    assert lacking("pa-both-sides", done("pa-both-sides", reason="  ")) == ["reason"]
    assert lacking("pa-both-sides", done("pa-both-sides", "not applicable")) == []


def test_needed_field_is_asked_for_done_only() -> None:
    assert lacking("risk-owner", done("risk-owner")) == ["owner"]
    assert lacking("risk-owner", done("risk-owner", details={"owner": "4471"})) == []
    assert lacking("risk-owner", done("risk-owner", "not done", reason="r")) == []


def test_field_of_some_answers_is_asked_with_those_alone() -> None:
    assert lacking("dv-assoc", done("dv-assoc", "yes")) == ["limb"]
    assert lacking("dv-assoc", done("dv-assoc", "no")) == []
    assert lacking("arr-necessity", done("arr-necessity", reason="r", details={"criteria": []})) == [
        "criteria"
    ]


def test_no_is_an_answer_to_a_field_of_yes_and_no() -> None:
    details: Any = {"scope": "18 Mock Parade", "neighbours_involved": False, "raises_risk": None}
    assert lacking("cn-cocoon", asked("cn-cocoon", "given", **details)) == ["raises_risk"]
    nested: Any = {"scope": ["18"], "exclusions": {"neighbours_involved": False, "raises_risk": False}}
    assert lacking("cn-cocoon", asked("cn-cocoon", "given", **nested)) == []


def test_topic_that_was_declined_asks_for_no_particulars() -> None:
    assert lacking("cn-cocoon", asked("cn-cocoon", "declined")) == []
    assert lacking("cn-support", asked("cn-support", "given")) == ["safe_contact"]


def test_opinion_on_the_notice_is_given_in_words_or_missed_with_a_reason() -> None:
    assert lacking("cn-dvpn", EMPTY) == ["answer"]
    assert lacking("cn-dvpn", asked("cn-dvpn", "opinion given")) == ["words"]
    assert lacking("cn-dvpn", asked("cn-dvpn", "not safe to ask")) == ["reason"]
    assert lacking("cn-dvpn", asked("cn-dvpn", "not safe to ask", reason="Suspect at the door.")) == []


def test_question_that_could_not_be_asked_lacks_nothing_more() -> None:
    assert lacking("vic-strangle", done("vic-strangle", "not safe to ask")) == []
    assert lacking("cp-safe-number", done("cp-safe-number", "not asked")) == []


@pytest.mark.parametrize(
    ("state", "lacks"), [("given", []), ("declined", ["consent"]), ("withdrawn", ["consent"])]
)
def test_measure_that_stands_on_a_yes_says_when_there_is_none(state: str, lacks: list[str]) -> None:
    checked: dict[str, Any] = {
        "scope": ["18 Mock Parade"],
        "neighbours_involved": False,
        "raises_risk": False,
    }
    case = answered(Answer("sp-cocoon", "done"), consents=asked("cn-cocoon", state, **checked).consents)
    assert lacking("sp-cocoon", case) == lacks


def test_measure_that_stands_on_a_yes_says_so_when_a_check_rules_it_out() -> None:
    checked: dict[str, Any] = {"scope": ["18 Mock Parade"], "neighbours_involved": True, "raises_risk": False}
    case = answered(Answer("sp-cocoon", "done"), consents=asked("cn-cocoon", "given", **checked).consents)
    assert lacking("sp-cocoon", case) == ["consent"]


def test_yes_for_the_employer_is_no_yes_for_the_school() -> None:
    asked_apart = asked("cn-tell-others", "given", employer="yes", childcare="no", landlord="later")
    measures = (Answer("sp-employer", "done"), Answer("sp-school-childcare", "done"))
    case = answered(*measures, consents=asked_apart.consents)
    assert (lacking("sp-employer", case), lacking("sp-school-childcare", case)) == ([], ["consent"])


def test_fire_service_is_told_without_a_yes_for_a_reason_that_is_recorded() -> None:
    done_it = Answer("sp-fire-service", "done")
    refused = answered(done_it, consents=asked("cn-fire", "declined").consents)
    threat = asked("cn-fire", "declined", basis="Petrol through the letterbox was threatened").consents
    assert lacking("sp-fire-service", refused) == ["consent"]
    assert lacking("sp-fire-service", answered(done_it, consents=threat)) == []


def test_meeting_of_agencies_needs_no_yes_and_a_support_service_does() -> None:
    for named, lacks in ((["MARAC"], []), (["MARAC", "IDVA"], ["consent"]), (["Refuge"], ["consent"])):
        assert lacking("alt-specialist", done("alt-specialist", details={"referred_to": named})) == lacks


def test_photographs_need_a_yes_and_looking_at_injuries_does_not() -> None:
    assert lacking("vic-injury", done("vic-injury", details={"detail": "Bruise"})) == []
    assert lacking("vic-injury", done("vic-injury", details={"evidence": "TRAINING/3"})) == ["consent"]


def test_measure_that_is_not_in_the_plan_needs_no_yes() -> None:
    assert lacking("sp-cocoon", done("sp-cocoon", "not applicable")) == []
    assert lacking("sp-cocoon", done("sp-cocoon")) == ["consent"]


def test_problem_is_said_in_the_words_of_its_question_where_it_has_some() -> None:
    problems = bundled().problems(question("dv-necessary"), done("dv-necessary", "yes"))
    assert [bundled().words(each.key) for each in problems] == ["Say why the notice is needed"]
    shared = bundled().problems(question("arr-bwv-on"), done("arr-bwv-on", "not done"))
    assert [bundled().words(each.key) for each in shared] == ["Say why"]


# The referral


def gate(answer: str = "yes", **more: object) -> Case:
    return answered(*[Answer(page, answer, **more) for page in pages("dvpn")])  # type: ignore[arg-type]


def test_referral_names_everything_while_nothing_is_answered() -> None:
    missing = bundled().missing_for_referral(EMPTY)
    assert [problem.item for problem in missing] == pages("dvpn")
    assert {problem.field for problem in missing} == {"answer"}


def test_referral_wants_the_rationale_where_the_law_does() -> None:
    missing = bundled().missing_for_referral(gate())
    assert [(problem.item, problem.field) for problem in missing] == [
        ("dv-violence", "reason"), ("dv-necessary", "reason"), ("dv-proportion", "reason"),
        ("dv-offence-first", "reason"),
    ]  # fmt: skip


@pytest.mark.parametrize("answer", ["yes", "no", "unsure", "not done"])
def test_any_answer_with_its_reason_lets_the_referral_go(answer: str) -> None:
    assert bundled().missing_for_referral(gate(answer, reason="because")) == ()


# Words


def test_initials_stand_in_the_words_and_the_role_where_nobody_is_named() -> None:
    named = Case("case", people=(Person("p", "victim", "Rania Mensah"), Person("s", "suspect", "Jo Doe")))
    assert bundled().words("vic-alone.ask", **bundled().about(named)).endswith("from R.M. alone")
    assert bundled().words("vic-alone.ask", **bundled().about(EMPTY)).endswith("from the victim alone")
    assert bundled().about(named)["suspect"] == "J.D."


def test_role_begins_a_sentence_with_a_capital() -> None:
    why = bundled().words("sp-own-strategies.why", **bundled().about(EMPTY))
    assert why.startswith("The victim knows")


def test_initials_at_the_end_of_a_sentence_bring_its_full_stop() -> None:
    ask = bundled().words("sp-explained.ask", victim="R.M.")
    assert ask.startswith("Explain the risks to R.M. Tell")
    assert (
        bundled()
        .words("sp-explained.ask", victim="the victim")
        .startswith("Explain the risks to the victim. T")
    )


def test_fact_that_looks_like_a_place_for_a_fact_is_left_as_it_is() -> None:
    told = bundled().words("vic-alone.why", victim="{suspect}", suspect="J.D.")
    assert "J.D." in told
    assert bundled().words("vic-alone.ask", victim="{suspect}", suspect="J.D.").endswith("{suspect} alone")


def test_key_without_words_shows_its_last_part() -> None:
    assert bundled().words("answer.two-words") == "two words"
    assert not bundled().has("answer.two-words")


def test_answer_is_worded_by_its_question_then_its_task_then_for_all() -> None:
    assert bundled().answer_words(question("arr-grounds"), "done") == "Arrested"
    assert bundled().answer_words(question("sp-locks"), "done") == "In the plan"
    assert bundled().answer_words(question("arr-safety"), "done") == "Done"
    assert bundled().answer_words(question("cn-support"), "withdrawn") == "Taken back"


def test_field_is_worded_by_its_question_then_its_task_then_for_all() -> None:
    assert bundled().field_words(question("cn-cocoon"), "scope") == "Which houses may be told, and what"
    assert bundled().field_words(question("sp-locks"), "owner") == "Who sees to it"
    assert bundled().field_words(question("risk-owner"), "owner") == "Officer number of the owner"


def test_choice_takes_the_words_of_an_answer_where_it_is_one() -> None:
    assert bundled().choice_words("standard") == "Standard"
    assert bundled().choice_words("later") == "Later"


def test_hint_is_drawn_from_the_wording_principles() -> None:
    hint = bundled().words("vic-alone.hint")
    assert hint == f"{bundled().words('w-alone.hint')} {bundled().words('w-no-p-present.hint')}"


def test_unknown_answer_of_an_older_phone_still_has_words() -> None:
    case = with_answers({"arr-not-why": "done"})
    assert bundled().answer_words(question("arr-not-why"), case.answers["arr-not-why"].answer) == "Done"
