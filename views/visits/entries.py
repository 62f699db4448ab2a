"""Every entry of a case as a line: what it is, what it says at a glance, by whom and when."""

from __future__ import annotations

import flet as ft

from app import kinds
from app.case.model import Case
from app.case.reading import text
from app.entry import Entry
from app.facts.history import root_of, times_of, versions_of
from views.going import to
from views.parts.entries import EntryFace, entry_row
from views.saying import Said, words
from views.visits.page import place
from views.visits.reading import written_line
from views.visits.telling import answer_words, facts_of, item_title

PAGE = 50


def newest_first(case: Case) -> list[Entry]:
    return list(reversed(case.entries))


def count_words(case: Case) -> str:
    """'7 entries'."""
    count = len(case.entries)
    return words(f"chronology.count.{'one' if count == 1 else 'many'}", count=count)


def kind_words(kind: str) -> str:
    return words(f"kind.{kind}")


def line(case: Case, entry: Entry) -> ft.Control:
    root = root_of(case, entry.id)
    times = times_of(entry)
    count = len(versions_of(case, root.id)) if root else 1
    face = EntryFace(
        what=kind_words(entry.kind),
        said=headline(case, entry, root),
        written=written_line(entry.by, times.event_at, times.entered_at),
        late=words("told.late") if times.late and entry.kind != kinds.AMENDED else "",
        versions=words("chronology.versions", count=count) if count > 1 else "",
    )
    said = Said(f"chronology.{entry.id}", face.what)
    return entry_row(said, face, to(place(case.id, "note", root.id if root else entry.id)))


def headline(case: Case, entry: Entry, root: Entry | None = None) -> str:
    """The first thing that it says: the question and its answer, the outcome, the grade."""
    if entry.kind == kinds.AMENDED:
        return kind_words(root.kind) if root and root is not entry else ""
    item, answer = text(entry.body, "item"), text(entry.body, "answer")
    if item:
        title = item_title(case, item)
        return (
            words("chronology.answer", item=title, answer=answer_words(case, item, answer))
            if answer
            else title
        )
    told = facts_of(case, entry.kind, entry.body)
    return told[0][1] if told else ""
