"""Documents of a case at the station: the same bytes as on a handset that holds the same entries.

Making one is a disclosure: it is in the ledger, under the station's own signature, before the file goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app import kinds
from app.case import Case
from app.case.reading import text
from app.consultation import Disclosure, exported
from app.documents.making import Kind, Made, Wanted, lacking, make, missing, purposes
from app.documents.material import Material
from sync.station import accounts
from sync.station.accounts import SignedIn
from sync.station.base import for_reading
from sync.station.calendars import kept
from sync.station.console import reading
from sync.station.console.desk import Desk, case_id
from sync.station.console.forms import Typed
from sync.station.console.saying import moment
from sync.station.own_stream import NO_OFFICER, notebook
from sync.station.refused import Refused

OUT = "none"
"""The undisclosed address is left out."""
Fault = tuple[str, str]
"""The box that it is about, and what to do."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    kind: str
    name: str
    draft: bool
    """It can only be made as a draft."""
    refused: tuple[str, ...]
    missing: tuple[str, ...]
    made: str


def add_documents(router: APIRouter, desk: Desk) -> None:
    """Three routes, for whoever may open the case: the list, the page of one, and the file."""
    router.add_route("/incident/{case_id}/documents", desk.page(listed, _allowed), ["GET"])
    router.add_route("/incident/{case_id}/documents/{kind}", desk.page(asking, _allowed), ["GET"])
    router.add_route("/incident/{case_id}/documents/{kind}.pdf", desk.form(handing_over), ["POST"])


def _allowed(who: SignedIn) -> bool:
    return who.sees_records


def material(desk: Desk, case: Case, initials: bool = True) -> Material:
    """By the newest calendar that the station has."""
    with Session(for_reading(desk.scene.engine)) as session:
        calendar = kept(session).calendar
    return Material(case, calendar, desk.scene.guidance, desk.scene.training, initials)


def listed(desk: Desk, request: Request, who: SignedIn) -> Response:
    case = _case(desk, request, who)
    if case is None:
        return desk.absent(request, who)
    told = material(desk, case)
    rows = [_row(told, kind) for kind in Kind]
    return desk.show(request, "documents", who, ref=case.ref, case=case, rows=rows)


def _row(told: Material, kind: Kind) -> DocumentRow:
    refused = tuple(told.words(f"doc.refused.{name}") for name in lacking(told, kind))
    made = [each for each in told.case.log if each.kind == kinds.EXPORTED and text(each.body, "kind") == kind]
    return DocumentRow(
        kind.value, told.words(f"doc.kind.{kind.value}"), bool(refused), refused, tuple(missing(told, kind)),
        f"{moment(made[-1].happened_at)}, {made[-1].by}" if made else "",
    )  # fmt: skip


def asking(desk: Desk, request: Request, who: SignedIn) -> Response:
    case, kind = _case(desk, request, who), _kind(request)
    if case is None or kind is None:
        return desk.absent(request, who)
    return _form(desk, request, who, (case, kind))


def _form(desk: Desk, request: Request, who: SignedIn, what: tuple[Case, Kind], **more: Any) -> Response:
    """`more`: status, faults and what was typed, where it is shown again."""
    case, kind = what
    told = material(desk, case)
    offered = [(each, told.words(f"doc.purpose.{each}")) for each in (OUT, *purposes(told, kind))]
    facts = {"typed": {}, "faults": [], **more}
    return desk.show(
        request, "document", who, case=case, row=_row(told, kind), words=told.words,
        purposes=offered if len(offered) > 1 else [], **facts,
    )  # fmt: skip


def handing_over(desk: Desk, request: Request, typed: Typed) -> Response:
    """The file, once the disclosure stands in the ledger."""
    who = desk.who(request)
    if who is None:
        return RedirectResponse("/sign-in", 303)
    case, kind = _case(desk, request, who), _kind(request)
    mine = _allowed(who) and accounts.same(typed.get("csrf", ""), who.csrf)
    if case is None or kind is None or not mine:
        return desk.absent(request, who)
    told = replace(material(desk, case), initials=False)
    faults = list(_faults(told, kind, typed))
    if faults:
        return _form(desk, request, who, (case, kind), status=400, faults=faults, typed=typed)
    purpose = typed.get("purpose", OUT) if purposes(told, kind) else OUT
    wanted = Wanted(kind, bool(lacking(told, kind)), "" if purpose == OUT else purpose)
    made = make(told, wanted)
    assert isinstance(made, Made), "a draft is never refused"
    disclosure = Disclosure(kind.value, _what_for(told, wanted), typed["recipient"].strip(), made.sha256)
    refused = log(desk, who, case, disclosure)
    if refused == NO_OFFICER:
        words = [("", told.words("console.problem.no-officer"))]
        return _form(desk, request, who, (case, kind), status=403, faults=words, typed=typed)
    return desk.absent(request, who) if refused else _file(made)


def _faults(told: Material, kind: Kind, typed: Mapping[str, str]) -> Iterator[Fault]:
    if not typed.get("recipient", "").strip():
        yield "recipient", told.words("papers.recipient.missing")
    offered = purposes(told, kind)
    if offered and typed.get("purpose", "") not in (OUT, *offered):
        yield "purpose-1", told.words("papers.address.missing")


def _what_for(told: Material, wanted: Wanted) -> str:
    """As the disclosure log keeps it."""
    parts = [told.words(f"papers.for.{wanted.kind.value}")]
    if wanted.purpose:
        parts.append(told.words("papers.with-address", why=told.words(f"doc.purpose.{wanted.purpose}")))
    if wanted.draft:
        parts.append(told.words("papers.as-draft"))
    return ". ".join(parts)


def log(desk: Desk, who: SignedIn, case: Case, disclosure: Disclosure) -> Refused | None:
    """The disclosure as an entry of the station, Data Protection Act 2018 s.62. Refused, and nothing
    written, where the case is not theirs or nobody would answer for the entry."""
    with Session(desk.scene.engine) as session:
        book = notebook(session, desk.scene, who, case.id)
        if isinstance(book, Refused):
            session.rollback()
            return book
        exported(book, case, disclosure)
        session.commit()
    return None


def _file(made: Made) -> Response:
    named = {"Content-Disposition": f'attachment; filename="{made.name}"', "Cache-Control": "no-store"}
    return Response(made.content, media_type="application/pdf", headers=named)


def _case(desk: Desk, request: Request, who: SignedIn) -> Case | None:
    found = reading.case(desk.scene.engine, who, case_id(request)) if _allowed(who) else None
    return found[0] if found else None


def _kind(request: Request) -> Kind | None:
    named = str(request.path_params["kind"])
    return next((kind for kind in Kind if kind.value == named), None)
