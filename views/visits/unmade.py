"""A missed visit on its own page: why nobody came, or the way to say it."""

from __future__ import annotations

import flet as ft

from app import kinds
from app.case.model import Case, Visit
from app.visits.missed import why_missed
from views.going import to
from views.parts.buttons import link, outlined
from views.parts.facts import facts
from views.parts.text import margin, second, section
from views.saying import say, words
from views.theme import measures
from views.visits.groups import alone
from views.visits.page import place
from views.visits.reading import written_line
from views.visits.telling import facts_of


def unmade(case: Case, visit: Visit, state: str) -> list[ft.Control]:
    if state != "missed":
        return []
    way = to(place(case.id, "visit", visit.id, "missed"))
    told = why_missed(case, visit)
    if told is None:
        return [margin(outlined(say("missed.ask"), way), above=measures.S12)]
    return [
        section(words("missed.said")),
        facts(facts_of(case, kinds.VISIT_MISSED, {**told.body, "due": ""})),
        margin(
            second(written_line(told.by, told.happened_at, told.written_at)),
            alone(link(say("missed.again"), way)),
            above=measures.S8,
        ),
    ]
