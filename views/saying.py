"""Words with the id they have in the content, which is also the key of the control that carries them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.language import speak
from views.window import window

if TYPE_CHECKING:
    from views.services import Services

LANGUAGE = "language"
"""The name under which the keystore remembers what this phone spoke last."""


class Said(NamedTuple):
    """`key`: wording id, and for one of several alike its own end, as in task.children."""

    key: str
    text: str

    def of(self, part: str) -> Said:
        """The same words on the control of one row among several."""
        return Said(f"{self.key}.{part}", self.text)


def as_before(services: Services) -> None:
    """What this phone spoke last, for its door; English while nobody has chosen."""
    speak(services.handset.keystore.get(LANGUAGE) or "")


def say(key: str, **facts: object) -> Said:
    return Said(key, words(key, **facts))


def words(key: str, **facts: object) -> str:
    return window().services.guidance.words(key, **facts)
