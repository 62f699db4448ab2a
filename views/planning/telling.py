"""The plan in rows: what was agreed, who sees to it, until when, and the yes that it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import flet as ft

from app.case.model import Case
from app.consents.permission import BLOCKED, NOT_NEEDED
from app.consents.purposes import gate_of
from app.guidance.model import Question
from app.plan.reading import LATER, NOW, TONIGHT, Measure, Plan, safety_plan, told
from app.timekeeping import LONDON
from views.going import to
from views.incident.going_on import task_page
from views.incident.in_words import answer_line, day_words, detail_lines, fill
from views.incident.told import told_of
from views.parts.guide import shut_step
from views.parts.panel import panel
from views.parts.sheet import leads, sheet, tap_row
from views.parts.text import margin, second, section
from views.saying import Said, words
from views.services import now, services
from views.talk.permits import of_purpose
from views.theme import letters, look, measures

_STATES = {BLOCKED: "ui.ledger.may-not", NOT_NEEDED: "ui.ledger.not-needed"}


def plan_of(case: Case) -> Plan:
    return safety_plan(services().guidance, case)


def count_line(case: Case) -> str:
    """'3 for now, 1 for later, 2 lack owner, day or when'; for the row of the incident."""
    plan = plan_of(case)
    if not plan.measures:
        return words("plan-now.none")
    counts = {"now": len(plan.of(NOW)), "later": len(plan.of(LATER))}
    lacking = sum(bool(each.lacks) for each in plan.measures)
    key = "plan-now.line.lacks" if lacking else "plan-now.line"
    return words(key, count=lacking, **counts)


def _asked(item: str) -> Question:
    found = services().guidance.question(item)
    assert found is not None, "the content asks it"
    return found


def made_with(case: Case) -> Iterator[ft.Control]:
    """Who made it, staying or leaving, and what it builds on, in the words that were said."""
    rows = []
    for answer in told(case):
        question = _asked(answer.item)
        said = Said(f"{answer.item}.title", fill(words(f"{answer.item}.title"), case))
        # Where the victim sleeps tonight stands on its own page, and not on one that is read back.
        hidden = answer.item == TONIGHT
        details = [] if hidden else detail_lines(case, question, told_of(question, case))
        way = to(task_page(case.id, question))
        rows.append(_row(said, [answer_line(case, question), *details], way))
    if rows:
        yield section(words("plan-now.made"))
        yield sheet(rows)


def measures_of(case: Case, plan: Plan) -> Iterator[ft.Control]:
    for horizon, key in ((NOW, "plan-now.now"), (LATER, "plan-now.later")):
        found = plan.of(horizon)
        yield section(words(key), str(len(found)) if found else "")
        if found:
            yield sheet([_measure(case, each) for each in found])
        else:
            yield margin(second(words("plan-now.nothing")))


def _measure(case: Case, measure: Measure) -> ft.Control:
    question = _asked(measure.item)
    said = Said(f"{measure.item}.title", fill(words(f"{measure.item}.title"), case))
    return _row(said, list(_lines(case, measure)), to(task_page(case.id, question)), _loud(measure))


def _loud(measure: Measure) -> bool:
    """A day that is over, or a yes that is missing."""
    today = now().astimezone(LONDON).date()
    return measure.overdue(today) or (measure.gate is not None and not measure.gate.may)


def _lines(case: Case, measure: Measure) -> Iterator[str]:
    owner = measure.owner
    who = words("plan-now.owner", owner=owner) if owner else words("plan-now.owner.nobody")
    yield f"{who}, {_when(measure)}"
    gate = gate_of(measure.item)
    if measure.gate is not None and gate is not None:
        state = words(_STATES.get(measure.gate.state, "ui.ledger.may"))
        yield words("plan-now.stands", purpose=of_purpose(gate, "title", case), state=state)
    if measure.answer.note:
        yield measure.answer.note


def _when(measure: Measure) -> str:
    if measure.day is None:
        return words("plan-now.day.none")
    late = measure.overdue(now().astimezone(LONDON).date())
    return words("plan-now.day.late" if late else "plan-now.day", day=day_words(measure.day))


def _row(said: Said, lines: Sequence[str], way: object, loud: bool = False) -> ft.Control:
    here = look()
    colour = here.roles.warn if loud else here.roles.ink2
    shown: list[ft.Control] = [here.words(said.text, letters.ROW)]
    shown += [here.words(line, letters.SECOND, colour) for line in lines if line]
    return tap_row(said, leads(ft.Column(shown, spacing=0, tight=True)), way, measures.S12)  # type: ignore[arg-type]


def others(case: Case, plan: Plan) -> Iterator[ft.Control]:
    """What was gone through and is not in the plan, each with its reason; and how much nobody asked yet."""
    if plan.not_wanted:
        yield section(words("plan-now.others"))
        yield sheet([_other(case, each.item) for each in plan.not_wanted])
    if plan.unasked:
        yield panel(words("plan-now.unasked", count=plan.unasked))


def _other(case: Case, item: str) -> ft.Control:
    question = _asked(item)
    said = Said(f"{item}.title", fill(words(f"{item}.title"), case))
    return shut_step(said, answer_line(case, question), True, to(task_page(case.id, question)))
