"""How far the conversation is. Counted, never graded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.case.model import Case

COME_BACK = ("later", "not asked", "not safe to ask")
"""Answers that leave a topic to be raised again."""


@dataclass(frozen=True, slots=True)
class Progress:
    """`talked`: topics that have any answer. `back`: those of them to come back to, in order; `unraised`:
    those that nobody has raised."""

    total: int
    talked: tuple[str, ...]
    back: tuple[str, ...]
    unraised: tuple[str, ...]

    @property
    def begun(self) -> bool:
        return bool(self.talked)

    @property
    def left(self) -> tuple[str, ...]:
        """What to go on with: what nobody has raised first, then what was put off."""
        return (*self.unraised, *self.back)


def progress(case: Case, topics: Sequence[str]) -> Progress:
    """Of these topics, in the order in which they are talked about."""
    talked = tuple(each for each in topics if each in case.consents)
    return Progress(
        total=len(topics),
        talked=talked,
        back=tuple(each for each in talked if case.consents[each].state in COME_BACK),
        unraised=tuple(each for each in topics if each not in case.consents),
    )


def after(left: Sequence[str], topics: Sequence[str], here: str) -> str:
    """The next topic to go on with, from where the officer is; from the top once the end is reached, and
    empty when nothing but this one is left."""
    order = list(topics)
    place = order.index(here) if here in order else -1
    ahead = [each for each in left if each in order and order.index(each) > place]
    rest = [each for each in left if each != here and each not in ahead]
    return next(iter((*ahead, *rest)), "")
