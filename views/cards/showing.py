"""A card as it stands on the screen."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.cards import LATIN, Card, CardWords, languages_to_point_at
from views.device.staying_on import stay_on
from views.parts.bare import card_answer, card_pair, card_title, card_words


def card_body(card: Card, said: CardWords) -> Iterator[ft.Control]:
    yield card_title(said.title)
    yield from (card_words(line) for line in said.lines)
    yield from (card_answer(said.names[answer]) for answer in card.answers)
    yield from (card_pair(number, said.names[key]) for key, number in card.numbers)
    if card.form == "languages":
        yield from _languages(in_browser=ft.context.page.web)


def _languages(in_browser: bool) -> Iterator[ft.Control]:
    """In a browser without the platform's fonts only what the app's own typeface can write is shown."""
    for each in languages_to_point_at():
        if each.letters == LATIN or not in_browser:
            yield card_pair(each.name, each.english)


def use_staying_on() -> None:
    """The screen stays on for as long as this page stands."""
    page = ft.context.page

    def on() -> None:
        page.run_task(stay_on, True)

    def off() -> None:
        page.run_task(stay_on, False)

    ft.use_effect(on, [], cleanup=off)
