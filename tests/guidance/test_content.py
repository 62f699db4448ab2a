"""The content as data: nothing unreachable, nothing unworded, nothing worded for nobody."""

from __future__ import annotations

import tomllib

import pytest

from app.case import fold
from app.guidance.load import CONTENT
from app.guidance.model import Form, Question
from app.guidance.wording import answer_keys, choice_keys, field_keys, problem_keys, slug
from tests.app.shift import Shift
from tests.guidance.cases import bundled, question
from tests.guidance.law import PRINCIPLES
from tests.guidance.wording import is_read, texts, worded

ROLES = ("victim", "suspect", "perpetrator", "child", "witness", "neighbour", "relative", "other")
SHARED = ("answer", "choice", "field", "reason", "problem", "duty", "task", "role", "role-inline")


def waiting() -> list[Question]:
    return [each for each in bundled().questions() if each.shows_when]


@pytest.mark.parametrize("item", [each.id for each in waiting()])
def test_page_that_waits_is_opened_by_an_answer_that_is_asked_before_it(item: str) -> None:
    order = [each.id for each in bundled().questions()]
    for condition in question(item).shows_when:
        opener = question(condition.item)
        assert order.index(opener.id) < order.index(item)
        taken_back = {"withdrawn"} if opener.form is Form.CONSENT else set()
        assert set(condition.answers) & {*opener.answers, *opener.aside, *taken_back}


@pytest.mark.parametrize("item", [each.id for each in waiting()])
def test_page_that_waits_is_not_shown_for_every_answer(item: str) -> None:
    for condition in question(item).shows_when:
        opener = question(condition.item)
        assert {*opener.answers, *opener.aside} - set(condition.answers), "it waits for nothing"


def test_every_field_is_asked_by_some_question() -> None:
    known = tomllib.loads((CONTENT / "fields.toml").read_text("utf-8"))
    used = {field.id for each in bundled().questions() for field in each.fields}
    assert sorted(set(known) - used) == []


def test_every_file_of_questions_is_a_task() -> None:
    files = {path.stem for path in (CONTENT / "questions").glob("*.toml")}
    assert files == {task.id for task in bundled().tasks}


def test_spoken_questions_can_be_left_unasked() -> None:
    for each in bundled().questions():
        if each.aloud and each.form is not Form.FOURWAY:
            assert "not safe to ask" in each.aside or each.id == "wv-safe-to-speak", each.id


def test_must_answer_items_say_in_their_own_words_what_is_missing() -> None:
    listed = [each for task in bundled().tasks if task.listed for each in task.questions]
    generic = [each.id for each in listed if each.must and f"{each.id}.problem.answer" not in worded()]
    assert generic == []


def test_rationale_of_an_item_is_asked_for_in_its_own_words() -> None:
    listed = [each for task in bundled().tasks if task.listed for each in task.questions]
    generic = [
        each.id for each in listed if "reason" in each.rec and f"{each.id}.problem.reason" not in worded()
    ]
    assert generic == []


def test_every_question_of_an_incident_says_why_it_is_asked() -> None:
    listed = [each for task in bundled().tasks if task.listed for each in task.questions]
    assert [each.id for each in listed if f"{each.id}.why" not in worded()] == []


def used_in_common() -> set[str]:
    """Shared keys that some question, role or duty would be read with."""
    keys = {"answer.withdrawn", "answer.not-required", "reason.another"}
    keys |= {f"role.{role}" for role in ROLES} | {"role-inline.victim", "role-inline.suspect"}
    for task in bundled().tasks:
        keys |= {f"task.{task.id}", f"task.{task.id}.after"}
    for each in bundled().questions():
        keys |= {f"duty.{each.duty}", f"duty.{each.duty}.text"}
        keys |= {f"reason.{reason}" for reason in each.reasons}
        for answer in (*each.answers, *each.aside):
            keys |= {*answer_keys(each, answer)}
        for field in each.fields:
            keys |= {*field_keys(each, field.id), *problem_keys(each, field.id)}
            keys |= {key for choice in field.choices for key in choice_keys(choice)}
        keys |= {key for about in ("answer", "reason", "consent") for key in problem_keys(each, about)}
    return keys


def test_shared_words_are_those_that_a_question_uses() -> None:
    shared = {key for key in worded() if key.split(".")[0] in SHARED}
    assert sorted(shared - used_in_common()) == []


def test_no_word_of_a_question_hides_behind_a_shared_one() -> None:
    """A word of one's own that says the same as the common one is one more thing to keep in step."""
    same = []
    for each in bundled().questions():
        for answer in (*each.answers, *each.aside):
            own, *_, shared = answer_keys(each, answer)
            if own in worded() and worded()[own] == worded().get(shared):
                same.append(own)
    assert same == []


def test_words_outside_the_questions_are_asked_for_by_some_source() -> None:
    items = {each.id for each in bundled().questions()} | {*PRINCIPLES.split()}
    rest = [key for key in worded() if key.split(".")[0] not in {*items, *SHARED}]
    assert [key for key in rest if not is_read(key)] == []


def test_words_that_a_source_asks_for_exist() -> None:
    wanted = {text for text in texts() if text.startswith("ui.") and text.count(" ") == 0}
    missing = sorted(text for text in wanted if text not in worded() and not _begins(text))
    assert missing == []


def _begins(text: str) -> bool:
    """Whether keys begin with this text: it is put together with the rest."""
    return any(key.startswith(text.rstrip(".") + ".") for key in worded())


def test_answers_of_a_question_have_different_slugs() -> None:
    for each in bundled().questions():
        answers = [slug(answer) for answer in (*each.answers, *each.aside)]
        assert len(answers) == len(set(answers)), each.id


def test_incident_remembers_the_version_that_its_officer_saw() -> None:
    shift = Shift()
    opened = shift.case
    later = shift.officer("4502")
    later = type(later)(later.journal, later.clock, later.officer, bundled().version)
    later.write(shift.id, "answered", {"item": "arr-safety", "answer": "done"})
    case = fold(shift.entries())
    assert (opened.content_version, case.content_version) == ("test", "test")
    assert [entry.content_version for entry in case.entries] == ["test", bundled().version]
