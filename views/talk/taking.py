"""A yes that is taken back from the ledger: two taps, with the words that were said."""

from __future__ import annotations

import flet as ft

from app.case.model import Case
from app.consent import Withdrawn, withdraw_consent
from app.consents.permission import GIVEN, standing
from app.consents.purposes import Purpose
from views.drafts import Form
from views.incident.filling import Gate
from views.incident.in_words import fill
from views.parts.buttons import link, outlined
from views.parts.fields import text_field
from views.parts.text import margin
from views.saying import Said, say, words
from views.services import commit, desk, form
from views.theme import measures

WORDS = "words"
CAN_END = (GIVEN, "opinion given")


def use_taking_back(case: Case | None, purpose: Purpose | None) -> list[ft.Control]:
    """Nothing while there is no yes. Call it on every draw."""
    opened, open_now = ft.use_state(False)
    gate: ft.MutableRef[Gate] = ft.use_ref(Gate)
    if case is None or purpose is None or standing(case, purpose).state not in CAN_END:
        return []
    typed = form(draft_key(case, purpose))
    if not (opened or typed.get(WORDS)):
        said = Said("ui.ledger.take-back", fill(words("ui.ledger.take-back"), case))
        return [margin(ft.Row([link(said, lambda: open_now(True))], wrap=True))]

    async def save() -> None:
        if await gate.current.once(lambda: _take_back(case, purpose, typed)):
            open_now(False)

    return [
        text_field(say("ui.consent.take-back.words"), typed, WORDS, kind="long"),
        margin(ft.Row([outlined(say("ui.consent.take-back.save"), save)], wrap=True), above=measures.S8),
    ]


def draft_key(case: Case, purpose: Purpose) -> str:
    return f"{case.id}/consent/ledger/{purpose.id}"


async def _take_back(case: Case, purpose: Purpose, typed: Form) -> bool:
    known = desk().records.case(case.id) or case
    if standing(known, purpose).state not in CAN_END:
        return True
    what = Withdrawn(purpose.topic, typed.get(WORDS).strip(), purpose.about or None)
    keys, book = (typed.key,), desk().notebook
    await commit(lambda: withdraw_consent(book, known, what, clears=keys), keys, case.id)
    return True
