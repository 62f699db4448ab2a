"""How the wording reads: short, plain, nobody's sex guessed, nothing that is cut on a narrow phone."""

from __future__ import annotations

import re

import pytest

from tests.guidance.cases import bundled, question
from tests.guidance.wording import worded

ITEMS = tuple(each.id for each in bundled().questions())
PRONOUN = re.compile(r"\b(she|he|her|hers|his|him|herself|himself|s/he|he/she)\b", re.IGNORECASE)
NEVER = re.compile(
    r"\b(please|invalid|oops|sorry|error|submit|click|user|data(?! protection))\b", re.IGNORECASE
)
CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
KNOWN = {
    "DVPN", "DVPO", "DAPN", "DAPO", "MARAC",
    "IDVA", "PNC", "PACE", "CCTV", "QB", "GPS", "TRAINING", "PIN", "PACS",
    "DASH", "DARA", "BST", "GMT", "TRN", "OFFICIAL", "SENSITIVE", "DRAFT", "SHA", "UTF",
}  # fmt: skip
LONGEST = {
    "title": 45, "ask": 135, "hint": 210, "why": 175, "duty": 95, "answer": 42, "when": 225, "field": 48,
    "problem": 62, "reason": 28, "choice": 52,
}  # fmt: skip
LONGEST_WORD = {"ask": 14, "title": 15, "answer": 15, "field": 15, "problem": 15, "why": 16}
SENTENCES = ("hint", "why", "when")
LABELS = ("title", "answer", "field", "problem", "reason", "choice")


def parts() -> list[tuple[str, str, str]]:
    """Key, kind of text, words: of questions and of the words that they share."""
    found = []
    for key, words in worded().items():
        first, _, rest = key.partition(".")
        kind = rest.split(".")[0] if first in {*ITEMS} or first.startswith("w-") else first
        found.append((key, kind, words))
    return found


def of(*kinds: str) -> list[tuple[str, str]]:
    return [(key, words) for key, kind, words in parts() if kind in kinds]


@pytest.mark.parametrize("kind", sorted(LONGEST))
def test_no_text_is_longer_than_its_place(kind: str) -> None:
    assert {key: len(words) for key, words in of(kind) if len(words) > LONGEST[kind]} == {}


@pytest.mark.parametrize("kind", sorted(LONGEST_WORD))
def test_no_word_is_broken_inside_at_320_with_double_letters(kind: str) -> None:
    long = {
        word: key
        for key, words in of(kind)
        for word in re.split(r"[\s-]", re.sub(r"\{\w+\}('s)?", "R.M.", words))
        if len(word.strip(".,:?()")) > LONGEST_WORD[kind]
    }
    assert long == {}


def test_nobody_is_taken_for_a_woman_or_a_man() -> None:
    assert {key: words for key, words in worded().items() if PRONOUN.search(words)} == {}


def test_no_text_talks_like_a_machine() -> None:
    assert {key: words for key, words in worded().items() if NEVER.search(words)} == {}


def test_capitals_are_for_names_that_have_them() -> None:
    strange = {key: set(CAPITALS.findall(words)) - KNOWN for key, words in worded().items()}
    assert {key: found for key, found in strange.items() if found} == {}


def test_labels_have_no_full_stop_and_sentences_have_one() -> None:
    assert [key for key, words in of(*LABELS) if words.endswith(".")] == []
    assert [key for key, words in of(*SENTENCES) if not words.endswith((".", "?"))] == []


def test_question_ends_with_its_mark_and_an_act_with_none() -> None:
    """What is read aloud may be sentences; the rest is a heading."""
    wrong = []
    for key, words in of("ask"):
        item = key.partition(".")[0]
        spoken = bundled().question(item) is not None and question(item).aloud
        if words.endswith(".") and not spoken:
            wrong.append(key)
    assert wrong == []


def test_texts_begin_with_a_capital_and_have_no_space_around_them() -> None:
    told = of(*LABELS, *SENTENCES, "ask", "duty")
    wrong = [key for key, words in told if words != words.strip() or not words]
    low = [key for key, words in told if _low(words)]
    assert (wrong, low) == ([], [])


def _low(words: str) -> bool:
    return not words.startswith(("{victim}", "{suspect}", "s.")) and words[:1].islower()


def test_only_initials_are_put_into_questions() -> None:
    facts = {key: re.findall(r"\{(\w+)\}", words) for key, words in of("title", "ask", "why", "hint", "when")}
    facts |= {key: re.findall(r"\{(\w+)\}", words) for key, words in of("duty", "problem")}
    assert {key: names for key, names in facts.items() if set(names) - {"victim", "suspect"}} == {}


def test_answers_fields_and_reasons_are_shown_as_they_are() -> None:
    assert [key for key, words in of("answer", "field", "choice", "reason") if "{" in words] == []


def test_what_is_read_aloud_speaks_to_the_person_and_never_of_them() -> None:
    about = [
        each.id for each in bundled().questions() if each.aloud and "{victim}" in worded()[f"{each.id}.ask"]
    ]
    assert about == []


def test_titles_tell_the_questions_of_a_task_apart() -> None:
    for task in bundled().tasks:
        titles = [worded()[f"{page.id}.title"] for page in task.questions]
        assert len(titles) == len(set(titles)), task.id


def test_no_verdict_is_put_into_words() -> None:
    verdict = re.compile(r"\b(score|eligible|high risk victim|computed|calculated)\b", re.IGNORECASE)
    found = {key: words for key, words in worded().items() if verdict.search(words)}
    assert set(found) <= {"ndm-aid.why"}, "which says that there is none"
