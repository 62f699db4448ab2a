"""Whose a row is."""

from __future__ import annotations

from app.case.model import Case


def whose(case: Case) -> str:
    """Initials and reference; the reference alone where no name is recorded."""
    return f"{case.initials}  {case.ref}" if case.initials else case.ref
