"""The grade that an officer sets on the page of the risk tool reaches the case as a grade."""

from __future__ import annotations

from app.case.model import Case
from app.case.reading import text
from app.case.risk import PROTECTIVE
from app.case.version import Version
from app.risk import grade_risk
from views.incident.told import Told
from views.services import commit, desk

TOOL = "risk-tool"


def set_since(case: Case) -> Version | None:
    """The first of the newest answers in a row that set the same grade; None where none is set."""
    answer = case.answers.get(TOOL)
    versions = answer.versions if answer else ()
    found: Version | None = None
    for version in reversed(versions):
        if found is not None and _grade(version) != _grade(found):
            break
        found = version
    return found if found is not None and _grade(found) else None


def _grade(version: Version) -> str:
    details = version.body.get("details")
    grade = text(details, "grade") if isinstance(details, dict) else ""
    return grade if version.body.get("answer") == "done" and grade in PROTECTIVE else ""


def waits_for_reason(case: Case) -> bool:
    """A grade is chosen and not yet a grade of the case: it stands only with its reason."""
    return to_set(case) != ""


def to_set(case: Case) -> str:
    """The grade of the page that is not a grade of the case yet; empty when there is none."""
    since = set_since(case)
    if since is None:
        return ""
    known = any(
        grade.grade == _grade(since) and grade.by == since.by and grade.at >= since.written_at
        for grade in case.risk.grades
    )
    return "" if known else _grade(since)


async def grade_from_answer(case: Case, told: Told, item: str) -> None:
    """Set it, in the officer's own reason. Without one it waits, and the page says so."""
    grade = to_set(case) if item == TOOL else ""
    why = told.reason or told.note
    if not grade or not why:
        return
    more = {"form": text(told.details, "tool"), "ref": text(told.details, "ref")}
    details = {"reason": why, **{name: value for name, value in more.items() if value}}
    book = desk().notebook
    await commit(lambda: grade_risk(book, case, grade, details), case=case.id)
