"""Days and times in the language that is spoken here, and nowhere else."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.answers import Given, answer_item
from app.clocks.words import (
    deadline_words,
    hours_words,
    left_words,
    moment_words,
    off_words,
    short_day,
    stretch_words,
)
from app.consent import Said, record_consent
from app.court_calendar import Reading, bundled
from app.entry import Entry
from app.language import ENGLISH, speak, speaking, spoken
from tests.app.shift import Shift, at

NOON = at("2026-11-24T12:00+00:00")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    speak(ENGLISH)


def test_days_and_months_have_their_welsh_names() -> None:
    with speaking("cy"):
        days = [short_day(NOON + timedelta(day)) for day in range(7)]
        months = [short_day(NOON.replace(month=month)).split()[2] for month in range(1, 13)]
    assert days == [
        "Maw 24 Tach", "Mer 25 Tach", "Iau 26 Tach", "Gwe 27 Tach", "Sad 28 Tach", "Sul 29 Tach",
        "Llun 30 Tach",
    ]  # fmt: skip
    assert months == [
        "Ion", "Chwe", "Maw", "Ebr", "Mai", "Meh", "Gor", "Awst", "Medi", "Hyd", "Tach", "Rhag",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-24T13:10+00:00", "Maw 24 Tach 2026, 13:10"),
        ("2026-06-17T00:00+01:00", "diwedd Maw 16 Meh (24:00)"),
    ],
)
def test_deadline_is_said_in_welsh_and_midnight_is_still_no_nought(moment: str, words: str) -> None:
    with speaking("cy"):
        assert deadline_words(at(moment)) == words


def test_today_spans_and_stretches_are_said_in_welsh() -> None:
    with speaking("cy"):
        assert moment_words(NOON, NOON) == "12:00 heddiw"
        assert moment_words(at("2026-11-25T00:00+00:00"), NOON) == "diwedd heddiw (24:00)"
        assert left_words(52140) == "14 awr 29 mun ar ôl"
        assert [hours_words(timedelta(minutes=each)) for each in (0, 30, 510)] == [
            "0 awr", "30 mun", "8 awr 30 mun",
        ]  # fmt: skip
        assert stretch_words(NOON, at("2026-11-25T00:00+00:00")) == "12:00 i 24:00"


def test_every_reason_that_the_calendar_gives_for_two_years_has_welsh_words() -> None:
    calendar, first = bundled(), at("2026-01-01T12:00+00:00")
    found = {calendar.why((first + timedelta(day)).date(), Reading.OUTER) for day in range(730)}
    with speaking("cy"):
        assert [why for why in sorted(filter(None, found)) if off_words(why) == why] == []
    assert off_words("a day that nobody named") == "a day that nobody named"


def test_language_of_a_stretch_of_work_ends_with_it_and_follows_into_its_threads() -> None:
    speak("cy")

    async def work() -> tuple[str, str]:
        with speaking(ENGLISH):
            return spoken(), await asyncio.to_thread(spoken)

    assert asyncio.run(work()) == (ENGLISH, ENGLISH)
    assert spoken() == "cy"


def test_language_without_words_for_days_says_them_in_english() -> None:
    with speaking("xx"):
        assert deadline_words(NOON) == "Tue 24 Nov 2026, 12:00"


def test_answer_and_consent_remember_in_which_language_the_question_stood() -> None:
    shift = Shift()
    with speaking("cy"):
        answered = answer_item(shift.officer(), shift.case, Given("arr-safety", "done"))
        said = record_consent(shift.officer(), shift.case, Said("cn-photo", "given"))
    assert isinstance(answered, Entry)
    assert (answered.body["question_language"], said.body["question_language"]) == ("cy", "cy")
    assert shift.case.consents["cn-photo"].details["question_language"] == "cy"
    assert answered.content_version == said.content_version
