"""Words with the id they have in the content, which is also the key of the control that carries them."""

from __future__ import annotations

from typing import NamedTuple

from views.window import window


class Said(NamedTuple):
    """`key`: wording id, and for one of several alike its own end, as in task.children."""

    key: str
    text: str

    def of(self, part: str) -> Said:
        """The same words on the control of one row among several."""
        return Said(f"{self.key}.{part}", self.text)


def say(key: str, **facts: object) -> Said:
    return Said(key, words(key, **facts))


def words(key: str, **facts: object) -> str:
    return window().services.guidance.words(key, **facts)
