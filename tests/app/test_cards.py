"""Cards to turn to the victim: data, in more languages than the app has."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app import kinds
from app.cards import (
    CONTENT,
    card_languages,
    card_shown,
    cards,
    language_named,
    language_of,
    languages_to_point_at,
    last_shown,
    titled,
)
from app.guidance import MalformedContent
from tests.app.shift import Shift


def copied(folder: Path) -> Path:
    for name in ("cards.toml", "languages.toml"):
        shutil.copy(CONTENT / name, folder / name)
    shutil.copytree(CONTENT / "cards", folder / "cards")
    return folder


@pytest.mark.parametrize("language", card_languages(), ids=lambda each: each.id)
def test_every_card_is_there_in_english_and_welsh_with_at_most_four_sentences(language: object) -> None:
    there = language_of(getattr(language, "id", ""))
    assert set(there.cards) == {card.id for card in cards()}
    assert [name for name, said in there.cards.items() if len(said.lines) > 4 or not said.title] == []


def test_no_card_says_the_same_in_both_languages() -> None:
    english, welsh = language_of("en"), language_of("cy")
    assert [each for each in english.cards if english.cards[each].title == welsh.cards[each].title] == []
    assert (english.draft, welsh.draft) == (False, True)


def test_no_card_puts_in_a_fact_or_names_a_force() -> None:
    said = [
        text
        for language in card_languages()
        for card in language.cards.values()
        for text in (card.title, *card.lines, *card.names.values())
    ]
    assert [text for text in said if "{" in text or "Doorstep" in text] == []


def test_another_language_of_the_cards_is_a_file_and_may_leave_cards_out(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "cards" / "pl.toml").write_text(
        'name = "Polski"\ndraft = true\n[change-mind]\ntitle = "Mozna zmienic zdanie"\nlines = ["Nie."]\n'
    )
    polish = next(each for each in card_languages(folder) if each.id == "pl")
    assert (polish.name, set(polish.cards)) == ("Polski", {"change-mind"})


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('yes = "Yes"', 'maybe = "Maybe"', r"en.toml \[talk\]"),
        ('title = "Can you talk?"', 'name = "Can you talk?"', r"en.toml \[talk\]"),
        ("[change-mind]", "[changed-mind]", "en.toml"),
    ],
)
def test_card_that_would_fail_at_the_door_names_its_file(
    tmp_path: Path, old: str, new: str, where: str
) -> None:
    path = copied(tmp_path) / "cards" / "en.toml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(MalformedContent, match=where):
        card_languages(tmp_path)


def test_form_that_nobody_draws_is_a_fault(tmp_path: Path) -> None:
    path = copied(tmp_path) / "cards.toml"
    path.write_text(path.read_text("utf-8").replace('form = "answers"', 'form = "film"'), "utf-8")
    with pytest.raises(MalformedContent, match=r"cards.toml \[talk\]"):
        cards(tmp_path)


def test_languages_to_point_at_name_themselves_and_their_english_name_once() -> None:
    every = languages_to_point_at()
    for names in ([each.name for each in every], [each.english for each in every]):
        assert len(names) == len(set(names))
    assert {"Cymraeg", "Polski"} <= {each.name for each in every if each.letters == "latin"}


def test_what_the_victim_was_shown_is_an_entry_with_card_and_language_and_nothing_else() -> None:
    shift = Shift()
    assert last_shown(shift.case, "talk") is None
    entry = card_shown(shift.officer(), shift.case, "talk", "cy")
    assert (entry.kind, entry.body) == (kinds.CARD_SHOWN, {"card": "talk", "language": "cy"})
    found = last_shown(shift.case, "talk")
    assert found is not None
    assert found.entry == entry.id
    assert last_shown(shift.case, "notice") is None


def test_card_or_language_of_a_newer_phone_is_told_by_its_id() -> None:
    assert (titled("talk", "cy"), titled("gone", "cy")) == ("Allwch chi siarad?", "gone")
    assert (language_named("cy"), language_named("zz")) == ("Cymraeg", "zz")
    assert language_of("zz").id == "en"
