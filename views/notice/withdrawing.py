"""A referral that is not pursued: that it was withdrawn, by whom and why; and the way to do it."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app import kinds
from app.case.model import Case
from app.case.reading import text
from app.clocks.words import moment_words
from app.facts.heard import authority
from app.referral import not_called_back
from views.incident.more_rows import row
from views.parts.panel import panel, warning
from views.parts.sheet import sheet
from views.parts.text import lower
from views.saying import say, words
from views.services import now
from views.visits.page import place

TOLD_BY_RADIO = ("heard", "heard-refused")


def withdrawn_told(case: Case) -> Iterator[ft.Control]:
    """Each time that it was, on a phone or at the console."""
    for entry in case.entries:
        if entry.kind == kinds.REFERRAL_WITHDRAWN:
            at = moment_words(entry.happened_at, now())
            yield panel(text(entry.body, "why"), words("withdraw.told", time=at, who=entry.by))


def way_to_withdraw(case: Case) -> Iterator[ft.Control]:
    """Nothing is offered that would be held."""
    if not not_called_back(case):
        yield lower(sheet([row(say("withdraw.open"), "", place(case.id, "check", "withdraw"))]))


def held_told(case: Case) -> Iterator[ft.Control]:
    """Why it is not withdrawn here; and what was told by radio before it is."""
    yield from (warning(words(f"withdraw.held.{reason}")) for reason in not_called_back(case))
    if not not_called_back(case) and authority(case) in TOLD_BY_RADIO:
        yield warning(words("withdraw.by-radio"), words("withdraw.by-radio.title"))
