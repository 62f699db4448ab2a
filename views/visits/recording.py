"""The visit as it is written up: quickest first, every tap sealed at once, one scrolling page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import flet as ft

from app.case.model import Case, Visit
from app.facts.breach import breach_procedure_offered
from app.guidance.wording import slug
from app.visits.outcomes import outcomes
from app.visits.schedule import status
from views.going import to
from views.incident.in_words import fill
from views.parts.answers import answer_group, check_row
from views.parts.breach import breach_now
from views.parts.buttons import link, outlined
from views.parts.day import moment_field
from views.parts.note import note_field
from views.parts.panel import warning
from views.parts.sheet import sheet
from views.parts.text import body, margin, second, section
from views.saying import Said, say, words
from views.services import now, services
from views.theme import measures
from views.visits.groups import alone, grouped
from views.visits.guide import drafted, guide
from views.visits.page import Page, place
from views.visits.references import references
from views.visits.said import day_words
from views.visits.saving import offered_signs, outcome_of, signs_of, with_sign
from views.visits.telling import NONE, THERE, sign_words

MORE = "outcome.more"
"""The draft's word for: every outcome is offered."""


def breach_bar(case: Case, at: datetime) -> list[ft.Control]:
    """Wherever a notice or an order is, or may still be, in force."""
    if not breach_procedure_offered(case, at, services().calendar):
        return []
    return [breach_now(say("breach.now"), words("breach.now.hint"), to(place(case.id, "breach")))]


def recording(page: Page, visit: Visit) -> list[ft.Control]:
    """Everything below the breach bar."""
    came = outcome_of(page)
    return [
        *_late(page, visit),
        *_outcome(page, visit),
        *_signs(page),
        note_field(say("visit.note"), page.form, "note", words("visit.note.hint")),
        moment_field(say("visit.at"), page.form, "at", words("visit.at.hint"), page.problem("visit.at")),
        *(_guide(page) if came is None or came.guide else []),
        *references(page),
    ]


def _late(page: Page, visit: Visit) -> list[ft.Control]:
    if status(visit, now()) != "missed":
        return []
    told = words("visit.will-be-late", day=day_words(visit.due))
    return [margin(body(told), above=measures.S12)]


def _outcome(page: Page, visit: Visit) -> list[ft.Control]:
    about = services().guidance.about(page.case)
    came, all_of_them = outcome_of(page), bool(page.get(MORE))
    offered = [each for each in outcomes() if all_of_them or not each.rare or each == came]
    options = [(each.id, say(f"outcome.{each.id}", **about)) for each in offered]
    chosen = answer_group(options, came.id if came else None, page.tapped("outcome"))
    title = section(words("visit.outcome"))
    group = [grouped("visit.outcome", page.problem("visit.outcome"), title, chosen)]
    if len(offered) < len(outcomes()):
        group.append(margin(alone(link(say("visit.outcome-more"), lambda: page.put({MORE: "yes"})))))
    if came and came.type == "phone contact":
        group.append(margin(second(words("visit.phone-clears-nothing", **about)), below=measures.S8))
    if came and came.ladder:
        steps = outlined(say("visit.ladder"), to(place(page.case.id, "visit", visit.id, "no-answer")))
        group.append(margin(second(words("visit.ladder.hint")), steps, below=measures.S8, gap=measures.S8))
    return group


def _signs(page: Page) -> list[ft.Control]:
    ticked = signs_of(page)

    def ticking(sign: str) -> Callable[[bool], Any]:
        return lambda there: page.put({"signs": with_sign(page, sign, there)})

    listed = [
        (sign, Said(f"visit.sign.{slug(sign)}", sign_words(page.case, sign)))
        for sign in (*offered_signs(), NONE)
    ]
    rows = [check_row(said, name in ticked, ticking(name)) for name, said in listed]
    title = section(words("visit.signs"), words("visit.signs.any"))
    found = [grouped("visit.signs", page.problem("visit.signs"), title, sheet(rows))]
    if any(sign != NONE for sign in ticked):
        kept = second(words("visit.signs.keep"))
        there = link(say("breach.now").of("signs"), to(place(page.case.id, "breach")))
        found += [*_is_there(page, ticked), margin(kept, alone(there), above=measures.S8)]
    return found


def _is_there(page: Page, ticked: Sequence[str]) -> list[ft.Control]:
    """The suspect is here: what comes first, and what there is no power for."""
    if THERE not in ticked:
        return []
    return [warning(fill(words(f"{THERE}.why"), page.case), fill(words(f"{THERE}.ask"), page.case))]


def _guide(page: Page) -> list[ft.Control]:
    asked = drafted(page)
    done = sum(1 for each in asked if each.told().answer)
    return [
        section(words("visit.guide"), words("ui.count-of", at=done, total=len(asked))),
        *guide(page),
    ]
