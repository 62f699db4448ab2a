"""The list of cards: which there are in a language, and when each was shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import flet as ft

from app.cards import Card, CardLanguage, card_languages, card_shown, cards, language_named, last_shown
from app.case.model import Case
from app.clocks.words import moment_words
from views.going import to
from views.parts.answers import answer_group
from views.parts.buttons import named_link
from views.parts.sheet import leads, sheet, tap_row
from views.parts.text import margin, second, section
from views.saying import Said, say, words
from views.services import desk, now
from views.theme import letters, look, measures
from views.visits.page import once, place


def languages(chosen: CardLanguage, choose: Callable[[str], object]) -> list[ft.Control]:
    options = [(each.id, Said(f"cards.language.{each.id}", _named(each))) for each in card_languages()]
    return [section(words("ui.cards.language")), answer_group(options, chosen.id, choose)]


def _named(language: CardLanguage) -> str:
    return words("ui.cards.draft", name=language.name) if language.draft else language.name


def rows(case: Case, language: CardLanguage) -> list[ft.Control]:
    return [part for card in cards() if card.id in language.cards for part in _row(case, card, language)]


def _row(case: Case, card: Card, language: CardLanguage) -> list[ft.Control]:
    here, title = look(), language.cards[card.id].title
    lines: list[ft.Control] = [here.words(title, letters.ROW)]
    told = _told(case, card)
    if told:
        lines.append(second(told))
    show = Said(f"cards.card.{card.id}", title)
    content = leads(ft.Column(lines, spacing=0, tight=True))
    shown = say("ui.cards.shown", **_about(case)).of(card.id)
    spoken = words("ui.cards.shown.spoken", card=title)
    return [
        sheet([tap_row(show, content, to(place(case.id, "cards", language.id, card.id)))]),
        margin(
            ft.Row([named_link(shown, partial(_shown, case, card.id, language.id), spoken)], wrap=True),
            below=measures.S8,
        ),
    ]


def _about(case: Case) -> dict[str, str]:
    return {"who": case.initials or words("role-inline.victim")}


def _told(case: Case, card: Card) -> str:
    last = last_shown(case, card.id)
    if last is None:
        return ""
    language = language_named(str(last.body.get("language", "")))
    return words("ui.cards.was-shown", time=moment_words(last.happened_at, now()), language=language)


async def _shown(case: Case, card: str, language: str) -> None:
    await once(f"card/{card}", case, lambda: card_shown(desk().notebook, case, card, language))
