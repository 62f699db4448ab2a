"""Every word that the phone says is there in each of its languages, with the same facts in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.guidance import load
from app.guidance.tongues import languages
from app.language import speaking
from tests.guidance.translations import WORDING, faults

OTHERS = tuple(each.id for each in languages(WORDING) if each.id != "en")


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated_with_the_same_facts(language: str) -> None:
    assert list(faults(language)) == []


def test_welsh_is_offered_by_its_own_name_and_is_a_draft() -> None:
    assert [(each.id, each.name, each.draft) for each in languages(WORDING)] == [
        ("cy", "Cymraeg", True),
        ("en", "English", False),
    ]


def test_text_that_a_language_lacks_is_said_in_english(tmp_path: Path) -> None:
    wording = tmp_path / "wording"
    for name, words in (("en", 'a.x = "one"\na.y = "two"\n'), ("cy", 'a.x = "un"\n')):
        (wording / name).mkdir(parents=True)
        (wording / name / "words.toml").write_text(words)
    assert list(faults("cy", wording)) == ["words.toml: a.y is missing"]


@pytest.mark.parametrize(
    ("welsh", "fault"),
    [
        ('a.x = "{who} yma"\n', "words.toml: a.x has other facts"),
        ('a.x = "{when} here"\n', "words.toml: a.x is not translated"),
        ('a.x = "{when} yma"\nb = "dau"\n', "words.toml: b is not in English"),
    ],
)
def test_fault_of_a_translation_is_named(tmp_path: Path, welsh: str, fault: str) -> None:
    for name, words in (("en", 'a.x = "{when} here"\n'), ("cy", welsh)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "words.toml").write_text(words)
    assert list(faults("cy", tmp_path)) == [fault]


def test_guidance_speaks_the_language_of_the_moment_and_answers_stay_the_same() -> None:
    guidance = load()
    question = guidance.question("arr-safety")
    assert question is not None
    english = guidance.answer_words(question, "done")
    with speaking("cy"):
        assert (english, guidance.answer_words(question, "done")) == ("Done", "Gwnaed")
        assert guidance.words("task.before") == "Cyn mynd i mewn"
        assert guidance.tongue.draft
    with speaking("xx"):
        assert guidance.words("task.before") == "Before you go in"
