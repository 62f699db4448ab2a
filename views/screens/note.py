"""One entry with all its versions. An amendment never takes the place of what was written first."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.case.model import Case
from app.case.version import Version
from app.clocks.changes import deadline_changes
from app.entry import Entry
from app.facts.history import root_of, times_of, versions_of
from views.going import to
from views.parts.dock import action
from views.parts.facts import facts
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.tag import count
from views.parts.text import body, margin, second, section
from views.saying import say, words
from views.screen import screen
from views.services import services
from views.theme import measures
from views.visits.amending import may_amend
from views.visits.changed_deadline import which_stands, who_has_seen, worked_then
from views.visits.entries import kind_words
from views.visits.page import bars, nowhere, place, use_this_case
from views.visits.reading import written_line
from views.visits.telling import facts_of


@screen
def note() -> Layout:
    case, name = use_this_case(), ft.use_route_params().get("entry", "")
    root = root_of(case, name) if case else None
    if case is None or root is None:
        return nowhere()
    versions = versions_of(case, root.id)
    many = words("chronology.versions", count=len(versions)) if len(versions) > 1 else ""
    return Layout(
        head=header(words("note.title"), count(many) if many else None),
        bars=bars(case),
        body=[*_first(case, root), *_versions(case, root, versions)],
        dock=_put_right(case, root),
    )


def _first(case: Case, root: Entry) -> list[ft.Control]:
    late = [second(words("told.late-long"))] if times_of(root).late else []
    return [margin(body(kind_words(root.kind)), *late, above=measures.S12)]


def _versions(case: Case, root: Entry, versions: Sequence[Version]) -> list[ft.Control]:
    """The newest first: that is the one that stands. The original is the last."""
    found: list[ft.Control] = []
    changes, stands = deadline_changes(case, services().calendar), which_stands(case, root, versions)
    for number in range(len(versions), 0, -1):
        version = versions[number - 1]
        found.append(section(_title(number, stands, len(versions)), ""))
        rows = [*facts_of(case, root.kind, version.body), *worked_then(case, root, version)]
        if version.why:
            rows = [(words("note.why"), version.why), *rows]
        found.append(facts(rows) if rows else margin(second(words("note.elsewhere"))))
        happened = times_of(root).event_at if number == 1 else version.happened_at
        line = written_line(version.by, happened, version.written_at)
        found.append(margin(second(line), above=measures.S8))
        found += who_has_seen(case, version, changes)
    return found


def _title(number: int, stands: int, total: int) -> str:
    if total == 1:
        return words("note.only")
    if number == stands:
        return words("note.stands", number=number, total=total)
    if number > stands:
        return words("changed.apart.version", number=number, total=total)
    return words("note.original" if number == 1 else "note.earlier", number=number, total=total)


def _put_right(case: Case, root: Entry) -> ft.Control | None:
    if not may_amend(root):
        return None
    return action(say("note.amend"), to(place(case.id, "note", root.id, "amend")))
