"""The grade as an officer set it, and each review that a trigger called for."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case
from app.case.reading import text
from app.clocks.words import moment_words
from app.review.rows import Row, review_rows
from app.risk_tool import NotUsed
from views.going import to
from views.incident.in_words import day_words
from views.parts.facts import facts
from views.parts.panel import panel, warning
from views.parts.sheet import leads, sheet, tap_row
from views.parts.text import margin, second, section
from views.saying import Said, words
from views.services import now, services
from views.theme import letters, look, measures
from views.visits.page import place
from views.visits.telling import item_title

TOOL = "risk-tool"


def grade_told(case: Case) -> Iterator[ft.Control]:
    """Every grade with officer, time and reason; tool, reference and concerns as they were written."""
    yield section(words("reviews.grade"))
    grades = list(reversed(case.risk.grades))
    if grades:
        yield facts(
            [
                (
                    words("reviews.line", officer=each.by, time=moment_words(each.at, now())),
                    ". ".join(part for part in (words(f"ui.risk.{each.grade}"), each.reason) if part),
                )
                for each in grades
            ]
        )
    else:
        yield margin(second(words("reviews.none")))
    yield from _tool_told(case)
    yield panel(words("reviews.note"))


def _tool_told(case: Case) -> Iterator[ft.Control]:
    answer = case.answers.get(TOOL)
    if answer is None:
        return
    named = " ".join(part for part in (text(answer.details, "tool"), text(answer.details, "ref")) if part)
    told = ((words("reviews.tool"), named), (words("reviews.concerns"), text(answer.details, "concerns")))
    rows = [(name, said) for name, said in told if said]
    if rows:
        yield facts(rows)


def tool_refused() -> list[ft.Control]:
    """Why the force's file is not used. Nothing is said where it gave none: that is the usual case."""
    tool = services().tool
    if not isinstance(tool, NotUsed):
        return []
    why = words(f"force-tool.problem.{tool.why}", question=tool.question)
    return [warning(words("reviews.force.refused", why=why))]


def rows(case: Case) -> Iterator[ft.Control]:
    every = review_rows(case, now(), services().calendar)
    yield section(words("reviews.due"), count_line(case) if every else "")
    if not every:
        yield margin(second(words("reviews.nothing")))
        return
    yield sheet([_row(case, each) for each in every])


def count_line(case: Case) -> str:
    """'2 to do, 1 overdue'; for the row of the incident."""
    every = review_rows(case, now(), services().calendar)
    left = [each for each in every if each.review.state(now()) in ("due", "missed")]
    if not left:
        return words("reviews.count.none")
    late = sum(each.review.state(now()) == "missed" for each in left)
    return words("reviews.count.late" if late else "reviews.count", count=len(left), late=late)


def is_late(case: Case) -> bool:
    every = review_rows(case, now(), services().calendar)
    return any(each.review.state(now()) == "missed" for each in every)


def state_line(each: Row) -> str:
    """'by end of Tue 16 Jun', or when it was done."""
    done = each.review.reviewed_at
    if done:
        return words("reviews.done", time=moment_words(done, now()))
    late = each.review.state(now()) == "missed"
    return words("reviews.was-by" if late else "reviews.by", day=day_words(each.review.by))


def _row(case: Case, each: Row) -> ft.Control:
    here, open_now = look(), each.review.reviewed_at is None
    said = Said(f"reviews.{each.event}", item_title(case, each.trigger))
    late = each.review.state(now()) == "missed"
    lines: list[ft.Control] = [here.words(said.text, letters.ROW if open_now else letters.BODY)]
    lines.append(here.words(state_line(each), letters.SECOND, here.roles.warn if late else here.roles.ink))
    if not open_now:
        lines += [here.words(line, letters.SECOND, here.roles.ink2) for line in _done(each)]
    content = leads(ft.Column(lines, spacing=0, tight=True))
    return tap_row(said, content, to(place(case.id, "reviews", each.event)), measures.S12)


def _done(each: Row) -> Iterator[str]:
    """Told, graded again, plan reviewed, victim told: each as it was said, what nobody said left out."""
    yield words("reviews.told", who=each.told) if each.told else words("reviews.not-told")
    if each.grade:
        yield words("reviews.graded", grade=words(f"ui.risk.{each.grade.grade}"))
    else:
        yield words("reviews.same")
    for value, yes, no in ((each.plan, "plan", "no-plan"), (each.victim, "victim", "no-victim")):
        if value is not None:
            yield words(f"reviews.{yes if value else no}")
