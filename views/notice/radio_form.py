"""What is asked of a decision told by radio. The rank is asked for, s.24(1)."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.facts.decided import referral_regime
from app.facts.heard import DECISIONS
from views.notice.radio import rank_words, ranks_that_decide
from views.notice.radio_terms import terms_fields
from views.parts.answers import answer_group
from views.parts.day import moment_field
from views.parts.fields import text_field
from views.parts.text import margin, second, section
from views.saying import Said, say, words
from views.visits.groups import grouped
from views.visits.page import Page

OTHER = "other"


def radio_fields(page: Page) -> Iterator[ft.Control]:
    options = [(each, say(f"radio.decision.{each}")) for each in DECISIONS]
    yield _group(
        page, "decision", answer_group(options, page.get("decision") or None, page.tapped("decision"))
    )
    lowest = referral_regime(page.case).authoriser
    listed = [(each, Said(f"rank.{each}", rank_words(each))) for each in ranks_that_decide(lowest)]
    listed.append((OTHER, say("radio.rank.other")))
    hint = margin(second(words("radio.rank.hint", rank=rank_words(lowest))))
    yield _group(page, "rank", hint, answer_group(listed, page.get("rank") or None, page.tapped("rank")))
    if page.get("rank") == OTHER:
        yield text_field(say("radio.rank.typed"), page.form, "rank_typed")
    yield _text(page, "who", words("radio.who.hint"))
    at = say("radio.at")
    yield moment_field(at, page.form, "at", problem=page.problem(at.key))
    yield _text(page, "words", words("radio.words.hint"), "long")
    yield from terms_fields(page)
    yield _text(page, "code", words("radio.code.hint-typed"))
    yield _text(page, "told", words("radio.told.hint"))


def _group(page: Page, name: str, *controls: ft.Control) -> ft.Control:
    key = f"radio.{name}"
    problem = page.problem(key) or page.problem(f"radio.held.{name}")
    return grouped(key, problem, section(words(key)), *controls)


def _text(page: Page, name: str, hint: str, kind: str = "text") -> ft.Control:
    said = say(f"radio.field.{name}")
    problem = page.problem(said.key) or page.problem(f"radio.held.{name}")
    return text_field(said, page.form, name, hint, problem, kind=kind)


def rank_of(page: Page) -> str:
    """As it was chosen, or as it was typed."""
    chosen = page.get("rank")
    return page.get("rank_typed").strip() if chosen == OTHER else chosen
