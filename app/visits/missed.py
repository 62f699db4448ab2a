"""Why nobody came, for a visit that was missed."""

from __future__ import annotations

from app.case.model import Case, Version, Visit
from app.case.reading import text


def why_missed(case: Case, visit: Visit) -> Version | None:
    """The newest record of it; the extra visit for another reason, or a moved one, has none yet."""
    found = case.unmade.get(visit.id)
    return found if found and text(found.body, "due") == visit.due.isoformat() else None
