"""The language of the phone: which others there are, and changing it at one tap."""

from __future__ import annotations

import asyncio

import flet as ft

from app.language import speak, spoken
from views.parts.buttons import link
from views.safe import Handler
from views.saying import LANGUAGE, Said
from views.services import services


def other_tongues() -> list[ft.Control]:
    """A link for each language that is not spoken now, named in itself."""
    others = [each for each in services().guidance.tongues if each.id != spoken()]
    return [link(Said(f"ui.language.{each.id}", each.name), _speak(each.id)) for each in others]


def _speak(language: str) -> Handler:
    async def spoken_now() -> None:
        """At once; behind that the officer's own journal keeps it, and the phone for its door."""
        speak(language)
        services().guard.show()
        await asyncio.to_thread(_keep, language)

    return spoken_now


def _keep(language: str) -> None:
    services().handset.keystore.set(LANGUAGE, language)
    desk = services().guard.desk
    if desk:
        desk.journal.keep_language(language)
