"""A document of a case as the scenarios look at it: made by the app, read as its reader reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from app import kinds
from app.briefing.drafting import drafted
from app.case.model import Case
from app.court_calendar import CourtCalendar
from app.documents.making import Kind, Made, Wanted, lacking, make, purposes
from app.documents.material import Material
from app.guidance import Guidance, load
from tests.documents.papers import words_of


@cache
def _guidance() -> Guidance:
    return load()


def material(case: Case, calendar: CourtCalendar) -> Material:
    return Material(case, calendar, _guidance(), training=True)


def paper(case: Case, kind: Kind, calendar: CourtCalendar) -> Made:
    """Finished where it can be, else as a draft; never with the undisclosed address."""
    told = material(case, calendar)
    made = make(told, Wanted(kind, bool(lacking(told, kind))))
    assert isinstance(made, Made), "a draft is never refused"
    return made


def told_by(case: Case, kind: Kind, calendar: CourtCalendar) -> str:
    return words_of(paper(case, kind, calendar).content)


def masks(case: Case, kind: Kind, calendar: CourtCalendar) -> bool:
    """Whether the document says at a place that something was kept apart there."""
    withheld = material(case, calendar).words("doc.withheld")
    return withheld in " ".join(told_by(case, kind, calendar).split())


def asks_purpose(case: Case, kind: Kind, calendar: CourtCalendar) -> bool:
    """Whether the undisclosed address comes with this document for a named purpose alone."""
    return bool(purposes(material(case, calendar), kind))


def says(case: Case) -> dict[str, str]:
    """What a briefing begins with, by heading, where the case says anything."""
    return {item: words for item, words in drafted(case, _guidance()).items() if words}


def briefed(case: Case) -> str:
    """All that a local team is told: what a briefing begins with, and every briefing that was made."""
    return "\n".join((*says(case).values(), *_made(case)))


def _made(case: Case) -> Iterator[str]:
    for entry in case.entries:
        if entry.kind == kinds.BRIEFING_MADE:
            yield json.dumps(dict(entry.body), ensure_ascii=False)
