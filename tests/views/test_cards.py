"""A card is turned to the victim: its words and nothing else, and a way back that asks for the officer."""

from __future__ import annotations

import flet as ft
import pytest

from app import kinds
from app.cards import card_languages, cards
from tests.views.harness import in_ring, ring
from tests.views.tonight import REF, SUSPECT, VICTIM, tonight

CHANGE = ("cards", "en", "change-mind")


@in_ring
async def test_the_list_is_reached_from_the_conversation_and_leads_to_a_card() -> None:
    async with ring() as phone:
        work = await tonight(phone, "consent")
        await phone.tap("ui.cards.title")
        assert phone.route == work.place("cards")
        await phone.tap("cards.card.change-mind")
        assert phone.route == work.place(*CHANGE)
        assert phone.sees("You can change your mind")


@in_ring
async def test_nothing_of_the_incident_the_force_or_the_app_stands_on_a_card() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        for language in card_languages():
            for card in cards():
                await work.go("cards", language.id, card.id)
                said = language.cards[card.id]
                assert phone.texts()[0] in ("Hold to go back", "Daliwch i fynd yn ôl")
                assert phone.sees(said.title)
                for word in ("TRAINING", REF, "R.M.", VICTIM, SUSPECT, "Doorstep", "Northvale", "Northshire"):
                    assert not phone.sees(word), (language.id, card.id, word)
                assert sorted(phone.keys()) == ["ui.card.back", "ui.hide"], card.id


@in_ring
async def test_a_card_in_welsh_is_shown_on_a_phone_that_speaks_english() -> None:
    async with ring() as phone:
        work = await tonight(phone, "cards")
        assert phone.sees("Cymraeg: draft translation")
        await phone.choose("cards.language.cy")
        assert phone.sees("Gallwch newid eich meddwl")
        await phone.tap("cards.card.talk")
        assert phone.route == work.place("cards", "cy", "talk")
        for words in ("Allwch chi siarad?", "Gallaf", "Na allaf", "Wedyn"):
            assert phone.sees(words)
        await phone.pop()
        assert phone.sees("Gallwch newid eich meddwl"), "the language of the cards stays chosen"


@in_ring
async def test_the_arrow_must_be_held_and_the_phones_own_back_leads_to_the_list() -> None:
    async with ring() as phone:
        work = await tonight(phone, *CHANGE)
        arrow = phone.find("ui.card.back")
        assert isinstance(arrow, ft.Container)
        assert arrow.on_click is None
        await phone.hold("ui.card.back")
        assert phone.route == work.place("cards")
        await work.go(*CHANGE)
        await phone.pop()
        assert phone.route == work.place("cards")


@pytest.mark.parametrize("way", ["corner", "Escape"])
def test_a_card_is_hidden_at_once(way: str) -> None:
    @in_ring
    async def body() -> None:
        async with ring() as phone:
            await tonight(phone, *CHANGE)
            await (phone.tap("ui.hide") if way == "corner" else phone.press(way))
            assert phone.services.guard.covered
            assert not phone.sees("You can change your mind")

    body()


@in_ring
async def test_opening_a_card_writes_nothing_and_shown_writes_one_entry() -> None:
    async with ring() as phone:
        work = await tonight(phone, *CHANGE)
        before = work.kinds()
        await phone.hold("ui.card.back")
        assert work.kinds() == before
        await phone.tap("ui.cards.shown.change-mind")
        entry = await work.until_written(kinds.CARD_SHOWN)
        assert entry.body == {"card": "change-mind", "language": "en"}
        assert phone.sees("Shown 21:52 today, English")
        await work.go("note", entry.id)
        for words in ("Card shown", "You can change your mind", "English"):
            assert phone.sees(words)


@in_ring
async def test_the_screen_is_kept_on_while_a_card_stands_and_no_longer() -> None:
    async with ring() as phone:
        await tonight(phone, "cards")
        await phone.tap("cards.card.change-mind")
        await phone.until(lambda: "enable" in phone.connection.invoked, "the screen is kept on")
        assert "disable" not in phone.connection.invoked
        await phone.hold("ui.card.back")
        await phone.until(lambda: "disable" in phone.connection.invoked, "it may go off again")


@in_ring
async def test_a_card_of_another_version_is_no_page() -> None:
    async with ring() as phone:
        await tonight(phone, "cards", "en", "no-such-card")
        assert phone.sees("This page is not here")
