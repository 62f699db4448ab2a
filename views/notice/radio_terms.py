"""Which terms were authorised by radio: asked of whoever heard it, told again beside those in writing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import flet as ft

from app.facts.gate import PREMISES_TERMS, terms_asked_for
from app.facts.heard import AUTHORISED, Reconciled
from app.hearing_decision import WAYS, terms_by_way
from views.parts.answers import answer_group, check_row
from views.parts.sheet import sheet
from views.parts.text import margin, second, section
from views.saying import Said, say, words
from views.services import services
from views.visits.groups import grouped
from views.visits.page import Page

KEY = "radio-terms"


def terms_fields(page: Page) -> Iterator[ft.Control]:
    """Asked of an authority alone. Nothing is chosen in advance; that nobody said it is an answer. Every term
    can be ticked, whatever the test says of the home: what was told is written down as it was told."""
    if page.get("decision") != AUTHORISED:
        return
    options = [(each, say(f"{KEY}.{each}")) for each in WAYS]
    group = answer_group(options, page.get("terms_way") or None, page.tapped("terms_way"))
    asked = words(f"{KEY}.asked-for", terms=named(terms_asked_for(page.case)))
    yield grouped(KEY, page.problem(KEY), section(words(KEY)), margin(second(asked)), group)
    if page.get("terms_way") == "others":
        yield margin(second(words(f"{KEY}.every")))
        yield sheet([_tick(page, term) for term in PREMISES_TERMS])


def _ticked(page: Page) -> tuple[str, ...]:
    return tuple(each for each in page.get("terms").split(",") if each)


def _tick(page: Page, term: str) -> ft.Control:
    ticked = _ticked(page)

    def tick(there: bool) -> Any:
        kept = [
            each for each in PREMISES_TERMS if (each in ticked and each != term) or (each == term and there)
        ]
        return page.put({"terms": ",".join(kept)})

    return check_row(Said(f"{KEY}.{term}", words(f"{term}.title")), term in ticked, tick)


def terms_missing(page: Page) -> Said | None:
    if page.get("decision") != AUTHORISED or page.get("terms_way"):
        return None
    return Said(KEY, words(f"{KEY}.missing"))


def terms_told(page: Page) -> tuple[str, ...]:
    way = page.get("terms_way") if page.get("decision") == AUTHORISED else ""
    return terms_by_way(page.case, way, _ticked(page))


def terms_lines(each: Reconciled) -> Iterator[str]:
    """As told; and as written where the two are not the same."""
    if each.heard.decision != AUTHORISED:
        return
    told = each.heard.terms
    yield words(f"{KEY}.told", terms=named(told)) if told else words(f"{KEY}.nobody-said")
    if each.written and each.written.terms and set(told) != set(each.written.terms):
        yield words(f"{KEY}.written", terms=named(each.written.terms))
    if each.written is None:
        yield words(f"{KEY}.draft")


def named(terms: Sequence[str]) -> str:
    """By their titles; a term that this phone does not know by its id."""
    guidance = services().guidance
    titles = (words(f"{each}.title") if guidance.has(f"{each}.title") else each for each in terms)
    return ", ".join(titles)
