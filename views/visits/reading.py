"""What was recorded of a visit: every record with who, when, and where its versions are."""

from __future__ import annotations

from datetime import datetime, timedelta

import flet as ft

from app import kinds
from app.case.model import Case, Visit, VisitNote
from app.clocks.words import deadline_words
from views.going import to
from views.parts.buttons import link
from views.parts.facts import facts
from views.parts.sheet import sheet
from views.parts.text import margin, second, section
from views.parts.visits import VisitFace, visit_row
from views.saying import Said, say, words
from views.theme import measures
from views.visits.groups import alone
from views.visits.page import place
from views.visits.said import state_line, why_line
from views.visits.telling import facts_of

AT_ONCE = timedelta(minutes=1)


def standing(case: Case, visit: Visit, state: str, now: datetime) -> ft.Control:
    """How the visit stands, in the words of the due list."""
    face = VisitFace(state=state, line=state_line(visit, state, now), why=why_line(case, visit, now))
    return ft.Container(
        sheet([visit_row(Said(f"visits.row.{visit.id}", face.line), face, None)]),
        padding=ft.Padding.only(top=measures.S12),
    )


def records(case: Case, visit: Visit) -> list[ft.Control]:
    """The newest first."""
    ordered = sorted(visit.records, key=lambda note: note.happened_at, reverse=True)
    return [control for note in ordered for control in record(case, note)]


def record(case: Case, note: VisitNote) -> list[ft.Control]:
    versions = say("visit.versions", count=len(note.versions)).of(note.entry)
    return [
        section(words("visit.record"), words("told.late") if note.late_entry else ""),
        facts(facts_of(case, kinds.VISIT_RECORDED, note.versions[-1].body)),
        margin(
            second(written_line(note.by, note.happened_at, note.written_at)),
            alone(link(versions, to(place(case.id, "note", note.entry)))),
            above=measures.S8,
        ),
    ]


def written_line(by: str, happened: datetime, written: datetime) -> str:
    """'By 4471, Tue 24 Nov 2026, 22:06.'; both times where they differ by more than a minute."""
    if abs(written - happened) < AT_ONCE:
        return words("told.at-once", by=by, happened=deadline_words(happened))
    return words("told.written", by=by, happened=deadline_words(happened), written=deadline_words(written))
