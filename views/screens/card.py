"""One card, full screen, for whoever the phone is turned to."""

from __future__ import annotations

import flet as ft

from app.cards import cards as every_card
from app.cards import language_of
from views.cards.showing import card_body, use_staying_on
from views.parts.frame import Layout
from views.screen import screen
from views.visits.page import nowhere, use_this_case


@screen
def card() -> Layout:
    case, at = use_this_case(), ft.use_route_params()
    use_staying_on()
    shown = next((each for each in every_card() if each.id == at.get("card")), None)
    language = language_of(at.get("language", ""))
    if case is None or shown is None or shown.id not in language.cards:
        return nowhere()
    return Layout(body=list(card_body(shown, language.cards[shown.id])), bare=True)
