"""The logs of consultation and disclosure, Data Protection Act 2018 s.62."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from app import kinds
from app.case.model import Case
from app.entry import Entry
from app.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A document that left the case. `kind`: app.documents.making.Kind, or briefing. `sha256` of its bytes,
    hex: the same entries give the same bytes again."""

    kind: str
    purpose: str = ""
    recipient: str = ""
    sha256: str = ""


def consulted(book: Notebook, case: Case, page: str, person: str = "", purpose: str = "") -> Entry:
    """Somebody opened full names, a date of birth or an address."""
    body = {"page": page, "person": person, "purpose": purpose}
    return book.write(case.id, kinds.CONSULTED, {key: value for key, value in body.items() if value})


def exported(book: Notebook, case: Case, disclosure: Disclosure, clears: Sequence[str] = ()) -> Entry:
    """Written before the document is handed over."""
    body = {key: value for key, value in asdict(disclosure).items() if value}
    return book.write(case.id, kinds.EXPORTED, body, clears=clears)


def exported_of(book: Notebook, cases: Sequence[Case], disclosure: Disclosure) -> list[Entry]:
    """What tells of several cases, in the log of each of them: all of it in one frame, before it is handed
    over."""
    body = {key: value for key, value in asdict(disclosure).items() if value}
    return book.write_across([(case.id, kinds.EXPORTED, body) for case in cases])
