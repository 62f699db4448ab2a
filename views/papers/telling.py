"""Which documents can be made of a case, and how things stand with each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from app import kinds
from app.case.model import Case
from app.case.reading import text
from app.clocks.words import moment_words
from app.documents.making import Kind, lacking, missing
from app.documents.material import Material
from views.going import to
from views.parts.panel import panel, warning
from views.parts.sheet import leads, sheet, tap_row
from views.saying import say, words
from views.services import desk, now, services
from views.theme import letters, look, measures
from views.visits.page import place


def material(case: Case) -> Material:
    """As the pages tell of it: initials."""
    return Material(case, services().calendar, services().guidance, desk().enrolment.training, initials=True)


def kind_of(name: str) -> Kind | None:
    """The document that a place names; None where there is no such one."""
    return next((kind for kind in Kind if kind.value == name), None)


def kind_words(kind: Kind) -> str:
    return words(f"doc.kind.{kind.value}")


def rows(case: Case) -> ft.Control:
    return sheet([_row(case, kind) for kind in Kind])


def _row(case: Case, kind: Kind) -> ft.Control:
    here, said = look(), say(f"doc.kind.{kind.value}")
    lines: list[ft.Control] = [here.words(said.text, letters.ROW)]
    lines += [here.words(line, letters.SECOND, here.roles.ink2) for line in state_lines(case, kind)]
    content = ft.Column(lines, spacing=0, tight=True)
    return tap_row(said, leads(content), to(place(case.id, "documents", kind.value)), measures.S12)


def state_lines(case: Case, kind: Kind) -> list[str]:
    """Whether it can be made, what is missing, and who made it last."""
    told = material(case)
    lines = [words("papers.draft-only" if lacking(told, kind) else "papers.ready")]
    count = len(missing(told, kind))
    if count:
        lines.append(words(f"papers.lacks.{'one' if count == 1 else 'many'}", count=count))
    made = [
        each for each in case.log if each.kind == kinds.EXPORTED and text(each.body, "kind") == kind.value
    ]
    if made:
        at = moment_words(made[-1].happened_at, now())
        lines.append(words("papers.made", time=at, officer=made[-1].by))
    return lines


def told_before(case: Case, kind: Kind) -> list[ft.Control]:
    """Why it is only a draft, and what its reader would look for and not find."""
    told = material(case)
    return [
        *_listed(
            warning, "papers.draft-only", [words(f"doc.refused.{name}") for name in lacking(told, kind)]
        ),
        *_listed(panel, "doc.missing.title", missing(told, kind)),
    ]


def _listed(box: Callable[[str, str], ft.Control], title: str, lines: Sequence[str]) -> list[ft.Control]:
    return [box("\n".join(lines), words(title))] if lines else []
