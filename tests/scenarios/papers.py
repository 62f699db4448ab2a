"""A document of a case as the scenarios look at it: made by the app, read as its reader reads it."""

from __future__ import annotations

from functools import cache

from app.case.model import Case
from app.court_calendar import CourtCalendar
from app.documents.making import Kind, Made, Wanted, lacking, make
from app.documents.material import Material
from app.guidance import Guidance, load
from tests.documents.papers import words_of


@cache
def _guidance() -> Guidance:
    return load()


def paper(case: Case, kind: Kind, calendar: CourtCalendar) -> Made:
    """Finished where it can be, else as a draft; never with the undisclosed address."""
    told = Material(case, calendar, _guidance(), training=True)
    made = make(told, Wanted(kind, bool(lacking(told, kind))))
    assert isinstance(made, Made), "a draft is never refused"
    return made


def told_by(case: Case, kind: Kind, calendar: CourtCalendar) -> str:
    return words_of(paper(case, kind, calendar).content)
