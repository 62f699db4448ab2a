"""The logs of consultation and disclosure, Data Protection Act 2018 s.62."""

from __future__ import annotations

from app import kinds
from app.entry import Entry
from app.notebook import Notebook


def consulted(book: Notebook, case: str, page: str, person: str = "", purpose: str = "") -> Entry:
    """Somebody opened full names, a date of birth or an address."""
    body = {"page": page, "person": person, "purpose": purpose}
    return book.write(case, kinds.CONSULTED, {key: value for key, value in body.items() if value})


def exported(book: Notebook, case: str, kind: str, purpose: str, recipient: str) -> Entry:
    body = {"kind": kind, "purpose": purpose, "recipient": recipient}
    return book.write(case, kinds.EXPORTED, {key: value for key, value in body.items() if value})
