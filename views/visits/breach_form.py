"""What is asked for a breach, in the order of the procedure. Leaving the page keeps all of it."""

from __future__ import annotations

import flet as ft

from app.facts.breach import breached_kind
from app.facts.gate import TERMS
from app.guidance.wording import slug
from app.regimes import enforced, regime_of
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


def kind_of(page: Page) -> str:
    """dvpn, dvpo, dapn or dapo; empty while nobody has said what it is."""
    return breached_kind(page.case).lower() or page.get("kind")


def is_offence(kind: str) -> bool:
    """Whether breach of it is an offence, with the clocks of custody: 2021 Act s.39."""
    regime = regime_of(kind.upper())
    return kind.upper() == regime.order and regime.order_breach == "offence"


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
    if breached_kind(page.case):
        return []
    options: list[Option] = [(each, say(f"breach.kind.{each}")) for each in map(str.lower, enforced())]
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
        if is_offence(kind_of(page)):
            hint = words("breach.arrested-at.offence")
            return [moment_field(at, page.form, "arrested", hint, page.problem(at.key))]
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
