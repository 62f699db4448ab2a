"""The logs of consultation and disclosure, Data Protection Act 2018 s.62."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from app import kinds
from app.case.model import Case
from app.entry import Entry
from app.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A pack that left the case. `kind`: court_pack, briefing, p_copy, disclosure_bundle."""

    kind: str
    purpose: str = ""
    recipient: str = ""


def consulted(book: Notebook, case: Case, page: str, person: str = "", purpose: str = "") -> Entry:
    """Somebody opened full names, a date of birth or an address."""
    body = {"page": page, "person": person, "purpose": purpose}
    return book.write(case.id, kinds.CONSULTED, {key: value for key, value in body.items() if value})


def exported(book: Notebook, case: Case, disclosure: Disclosure) -> Entry:
    body = {key: value for key, value in asdict(disclosure).items() if value}
    return book.write(case.id, kinds.EXPORTED, body)
