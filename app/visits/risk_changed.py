"""An officer at the door said that the risk has changed, and nobody has graded it since."""

from __future__ import annotations

from app.case.model import Case, VisitNote
from app.case.reading import mapping

ITEM, CHANGED = "wv-risk-change", "changed"


def risk_changed(case: Case) -> VisitNote | None:
    """The newest visit at which it had changed; None where it was graded at or after it. The app never
    grades: this only says that a person has to."""
    if case.referral.state == "closed":
        return None
    said = [note for note in case.contacts if _answer(note) == CHANGED]
    newest = max(said, key=lambda note: (note.happened_at, note.entry), default=None)
    if newest is None or any(grade.at >= newest.happened_at for grade in case.risk.grades):
        return None
    return newest


def _answer(note: VisitNote) -> str:
    return str(mapping(note.versions[-1].body, "answers").get(ITEM, ""))
