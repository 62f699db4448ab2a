"""What is asked for a breach, in the order of the procedure. Leaving the page keeps all of it."""

from __future__ import annotations

import flet as ft

from app.case.model import Case
from app.facts.gate import TERMS
from app.guidance.wording import slug
from views.parts.answers import Option, answer_group
from views.parts.day import moment_field
from views.parts.fields import text_field
from views.parts.note import note_field
from views.parts.text import margin, second, section
from views.saying import Said, say, words
from views.theme import measures
from views.visits.groups import grouped
from views.visits.page import Page
from views.visits.telling import item_title

CONFIRM = ("looked", "not-possible")
ARREST = ("arrested", "no-arrest")


def known_kind(case: Case) -> str:
    """dvpo where an order was made, else dvpn where a notice was served; empty where neither is known."""
    return "dvpo" if case.orders else "dvpn" if case.served_at else ""


def kind_of(page: Page) -> str:
    return known_kind(page.case) or page.get("kind")


def breach_fields(page: Page) -> list[ft.Control]:
    belief = say("breach.belief")
    return [
        *_kind(page),
        *_group(page, "confirm", [(each, say(f"breach.confirm.{each}")) for each in CONFIRM]),
        *_not_looked(page),
        note_field(belief, page.form, "belief", words("breach.belief.hint"), page.problem(belief.key)),
        *_group(page, "term", _terms(page)),
        *_group(page, "arrest", [(each, say(f"breach.arrest.{each}")) for each in ARREST]),
        *_after_arrest(page),
        *_learned(page),
    ]  # fmt: skip


def _kind(page: Page) -> list[ft.Control]:
    """Asked only where this phone knows of neither: the papers may not have reached it yet."""
    if known_kind(page.case):
        return []
    options: list[Option] = [(each, say(f"breach.kind.{each}")) for each in ("dvpn", "dvpo")]
    return _group(page, "kind", options)


def _terms(page: Page) -> list[Option]:
    """The terms of the order where they were recorded, else all that a notice can have."""
    terms = page.case.order_terms or TERMS
    return [(each, Said(f"breach.term.{slug(each)}", item_title(page.case, each))) for each in terms]


def _group(page: Page, name: str, options: list[Option]) -> list[ft.Control]:
    key = f"breach.{name}"
    chosen = answer_group(options, page.get(name) or None, page.tapped(name))
    title, hint = section(words(key)), margin(second(words(f"{key}.hint")))
    return [grouped(key, page.problem(key), title, hint, chosen)]


def _not_looked(page: Page) -> list[ft.Control]:
    """What was not done always says why."""
    if page.get("confirm") != "not-possible":
        return []
    why = say("breach.confirm-why")
    return [text_field(why, page.form, "confirm_why", problem=page.problem(why.key), kind="long")]


def _learned(page: Page) -> list[ft.Control]:
    at, how = say("breach.learned"), say("breach.learned-how")
    hint, problem = words("breach.learned.hint"), page.problem(at.key)
    return [
        moment_field(at, page.form, "learned", hint, problem),
        text_field(how, page.form, "learned_how", words("breach.learned-how.hint")),
    ]


def _after_arrest(page: Page) -> list[ft.Control]:
    chosen = page.get("arrest")
    if chosen == "arrested":
        at, offence = say("breach.arrested-at"), say("breach.offence-at")
        return [
            moment_field(at, page.form, "arrested", words("breach.arrested-at.hint"), page.problem(at.key)),
            moment_field(
                offence, page.form, "offence", words("breach.offence-at.hint"), page.problem(offence.key)
            ),
        ]
    if chosen == "no-arrest":
        why = say("breach.no-arrest-why")
        field = text_field(
            why,
            page.form,
            "no_arrest_why",
            words("breach.no-arrest-why.hint"),
            page.problem(why.key),
            kind="long",
        )
        return [field, margin(second(words("breach.no-arrest.still")), above=measures.S8)]
    return []
