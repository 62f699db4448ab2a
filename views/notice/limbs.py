"""The test limb by limb, in words; and what else there is where a limb is not shown."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case
from app.facts.gate import premises_terms_enabled, suspect_age_on
from app.facts.suitability import NOT_SHOWN, SHOWN, UNKNOWN, LimbState, limbs, other_notice
from app.guidance.wording import slug
from app.timekeeping import LONDON
from views.going import to
from views.incident.in_words import detail_lines, fill, said_words
from views.incident.told import told_of
from views.parts.limbs import LimbFace, limb_row
from views.parts.panel import panel, warning
from views.parts.sheet import sheet
from views.parts.text import section
from views.saying import say, words
from views.services import now, services
from views.theme import measures

STATES = (SHOWN, NOT_SHOWN, UNKNOWN)


def limbs_now(case: Case) -> tuple[LimbState, ...]:
    return limbs(services().guidance, case, now().astimezone(LONDON).date())


def count_line(case: Case) -> str:
    """'5 shown, 1 not shown, 3 unknown'. A count, and no verdict."""
    found = [each.state for each in limbs_now(case)]
    numbers = {state.replace("-", "_"): found.count(state) for state in STATES}
    return words("suit.count", **numbers)


def limb_rows(case: Case) -> ft.Control:
    place = f"/incident/{case.id}/check/test/answer"
    rows = [
        limb_row(_face(case, limb), say("ui.change").of(limb.item), to(f"{place}/{limb.item}"))
        for limb in limbs_now(case)
    ]
    return sheet(rows, measures.MARGIN)


def _face(case: Case, limb: LimbState) -> LimbFace:
    title = fill(words(f"{limb.item}.title"), case)
    return LimbFace(
        title,
        limb.state,
        words(f"suit.state.{limb.state}"),
        tuple(_given(case, limb)),
        tuple(_lacking(case, limb)),
    )


def _given(case: Case, limb: LimbState) -> Iterator[str]:
    """The answer with everything that goes with it, then what was recorded elsewhere."""
    question = services().guidance.question(limb.item)
    if question is None or not limb.answer:
        return
    told = told_of(question, case)
    yield words("suit.answered", answer=said_words(case, question, told))
    yield from detail_lines(case, question, told)
    if limb.bears:
        named = ", ".join(fill(words(f"{item}.title"), case) for item in limb.bears)
        yield words("suit.bears", what=named)


def _lacking(case: Case, limb: LimbState) -> Iterator[str]:
    guidance = services().guidance
    question = guidance.question(limb.item)
    found = {each.field: each.key for each in guidance.problems(question, case)} if question else {}
    for name in limb.missing:
        if name == "birth":
            years = suspect_age_on(case, now().astimezone(LONDON).date())
            yield words("suit.birth", years=years)
        else:
            yield fill(words(found.get(name, f"{limb.item}.problem.{name}")), case)
    if limb.state == UNKNOWN and limb.answer and not limb.missing:
        yield words("suit.find-out")


def other_routes(case: Case) -> Iterator[ft.Control]:
    """What a limb that is not shown means, and what else there is. It never stops a referral."""
    guidance = services().guidance
    for limb in limbs_now(case):
        key = f"{limb.item}.when.{slug(limb.answer)}" if limb.answer else ""
        if key and guidance.has(key):
            yield panel(fill(words(key), case), fill(words(f"{limb.item}.title"), case))
    if not premises_terms_enabled(case):
        yield panel(fill(words("suit.premises-closed"), case), words("suit.premises-closed.title"))
    if any(limb.item == "dv-not-custody-tool" and limb.state == NOT_SHOWN for limb in limbs_now(case)):
        yield warning(fill(words("suit.custody"), case), words("suit.custody.title"))
    yield from _other_notice()


def _other_notice() -> Iterator[ft.Control]:
    other = other_notice()
    if other is not None:
        yield section(words("suit.other"))
        key = "suit.other.issued" if other.issue else "suit.other.enforced"
        told = words(key, notice=other.notice, order=other.order, rank=words(f"rank.{other.authoriser}"))
        yield panel(told, words("suit.other.title", notice=other.notice))
