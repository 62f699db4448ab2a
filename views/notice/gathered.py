"""What was gathered for the superintendent: the four considerations and the terms asked for, as rows."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case
from app.considering import CONSIDERED, VICTIM, weighed
from app.facts.gate import PREMISES_TERMS, premises_terms_enabled
from app.facts.people import children, non_resident_children
from app.guidance.wording import slug
from views.going import to
from views.incident.in_words import detail_lines, fill, said_words
from views.incident.told import told_of
from views.parts.sheet import sheet
from views.parts.summary import missing_row, summary_row
from views.parts.text import margin, second, section
from views.saying import Said, say, words
from views.services import services
from views.theme import measures

MANDATORY = "tm-molest"


def considered(case: Case) -> Iterator[ft.Control]:
    """The four considerations of s.24(3): facts that go with the referral, not decisions."""
    yield section(words("ui.check.considered"))
    yield margin(second(words("ui.check.considered.hint")), below=measures.S8)
    yield sheet([_consideration(case, item) for item in CONSIDERED])


def _consideration(case: Case, item: str) -> ft.Control:
    title, place = fill(words(f"{item}.title"), case), to(f"/incident/{case.id}/check/weighed/{item}")
    known = weighed(case, item)
    lines = [children_line(case)] if item == "ao-children" else []
    if not known.answer:
        ask = Said(f"{item}.answer", words("weighed.add"))
        return missing_row("\n".join([title, *lines]), ask, place)
    said = words(f"weighed.answer.{slug(known.answer)}")
    where = words("weighed.from-talk") if known.carried else ""
    lines = [*lines, f"{said}.", known.words, known.why, where]
    return summary_row(title, "\n".join(line for line in lines if line), say("ui.change").of(item), place)


def children_line(case: Case) -> str:
    """How many children, where, and what was done for them: recorded already, not typed again."""
    every, elsewhere = children(case), non_resident_children(case)
    lines = [words("ui.check.children", count=len(every), elsewhere=len(elsewhere))]
    for item in ("kid-seen", "kid-refer"):
        question = services().guidance.question(item)
        told = told_of(question, case) if question else None
        if question and told and told.answer:
            title = fill(words(f"{item}.title"), case)
            lines.append(words("ui.task.detail", name=title, value=said_words(case, question, told)))
    return "\n".join(lines)


def carried_line(case: Case) -> str:
    """What was said in the conversation; empty while it was not raised."""
    known = weighed(case, VICTIM)
    if not known.carried:
        return ""
    said = words(f"weighed.answer.{slug(known.answer)}")
    return "\n".join(line for line in (f"{said}.", known.words, known.why) if line)


# Terms, s.24(6) to (8)


def terms_asked(case: Case) -> Iterator[ft.Control]:
    yield section(words("terms.asked"))
    if not premises_terms_enabled(case):
        yield margin(second(fill(words("terms.closed"), case)), below=measures.S8)
    place = to(f"/incident/{case.id}/check/terms")
    rows = [
        _term(case, each.id, lines)
        for each in services().guidance.at("terms", case)
        if (lines := _lines(case, each.id))
    ]
    if MANDATORY not in case.answers:
        name = fill(words(f"{MANDATORY}.title"), case)
        rows.insert(
            0,
            missing_row(
                name, Said(f"{MANDATORY}.answer", fill(words(f"{MANDATORY}.problem.answer"), case)), place
            ),
        )
    change = missing_row(words("terms.more"), say("terms.open"), place)
    yield sheet([*rows, change])


def _term(case: Case, item: str, lines: list[str]) -> ft.Control:
    place = to(f"/incident/{case.id}/check/terms")
    title = fill(words(f"{item}.title"), case)
    return summary_row(title, "\n".join(lines), say("ui.change").of(item), place)


def _lines(case: Case, item: str) -> list[str]:
    """What was answered; nothing for a term about the home that nobody asks for."""
    question = services().guidance.question(item)
    told = told_of(question, case) if question else None
    if question is None or told is None or not told.answer:
        return []
    if item in PREMISES_TERMS and told.answer == "no":
        return []
    lacking = [fill(words(each.key), case) for each in services().guidance.problems(question, case)]
    return [f"{said_words(case, question, told)}.", *detail_lines(case, question, told), *lacking]
