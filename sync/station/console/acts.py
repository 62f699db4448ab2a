"""What can be done to a case at the console: one form each, read, shown again where something lacks, written
once. GET shows the form; POST writes and leads away, so that going back or reloading writes nothing.

A form carries three things besides what is typed: the token of the session, a token of its own, so that a
form that is sent twice writes once, and how far the case had been read when it was shown.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app import kinds
from app.case import Case
from app.deciding import keep_attempt
from app.entry import Entry
from app.facts.decided import bearing
from app.held import Held
from app.notebook import Notebook
from app.ranks import Ranks
from sync.station import accounts
from sync.station.accounts import SignedIn
from sync.station.console import reading
from sync.station.console.desk import Desk, Form, Page, case_id
from sync.station.console.forms import Typed
from sync.station.console.lines import record
from sync.station.console.reading import Received
from sync.station.console.saying import moment
from sync.station.console.telling import Telling
from sync.station.console.typed import Fault, Reader
from sync.station.own_stream import NO_OFFICER, notebook
from sync.station.refused import Refused

Work = Callable[[Notebook, Case, Ranks], Entry | Held | None]
_TOO_LATE = ("decided", "state")


@dataclass(frozen=True, slots=True)
class Act:
    """`read` turns what was typed into work, or leaves faults. `fields` says which box a refusal is about.

    `confirms`: what was typed is `shown` once more before it is written. `versioned`: a case that has changed
    since it was shown is shown again first. `kept_as`: the kind of decision that is kept where it is too
    late.
    `back` is where it leads: referral or incident.
    """

    name: str
    allowed: Callable[[SignedIn], bool]
    read: Callable[[Reader, Case], Work]
    back: str = "referral"
    fill: Callable[[Case], Typed] = lambda case: {}
    facts: Callable[[Telling, Case], Mapping[str, Any]] = lambda telling, case: {}
    shown: Callable[[Telling, Case, Reader], Mapping[str, Any]] = lambda telling, case, reader: {}
    fields: Mapping[str, str] = field(default_factory=dict)
    confirms: bool = False
    versioned: bool = False
    kept_as: str = ""

    @property
    def path(self) -> str:
        return f"/{self.back}/{{case_id}}/{self.name}"


def supervises(who: SignedIn) -> bool:
    """For `allowed`."""
    return who.supervises


@dataclass(frozen=True, slots=True)
class Asked:
    """One form on its way: who sent it, about which case, and what was typed."""

    desk: Desk
    request: Request
    who: SignedIn
    act: Act
    typed: Typed

    @property
    def case_id(self) -> str:
        return case_id(self.request)

    @property
    def version(self) -> int:
        told = self.typed.get("version", "")
        return int(told) if told.isascii() and told.isdigit() and len(told) < 16 else 0


def asking(act: Act) -> Page:
    """The form as it is opened."""

    def page(desk: Desk, request: Request, who: SignedIn) -> Response:
        found = reading.case(desk.scene.engine, who, case_id(request))
        if found is None:
            return desk.absent(request, who)
        typed = {**act.fill(found[0]), "form": secrets.token_hex(8), "version": str(_newest(found[1]))}
        return _form(Asked(desk, request, who, act, typed), found)

    return page


def answering(act: Act) -> Form:
    """The form as it is sent."""

    def form(desk: Desk, request: Request, typed: Typed) -> Response:
        who = desk.who(request)
        if who is None:
            return RedirectResponse("/sign-in", 303)
        if not act.allowed(who) or not accounts.same(typed.get("csrf", ""), who.csrf):
            return desk.absent(request, who)
        found = reading.case(desk.scene.engine, who, case_id(request))
        if found is None:
            return desk.absent(request, who)
        asked = Asked(desk, request, who, act, typed)
        reader = Reader(typed, desk.now())
        work = act.read(reader, found[0])
        if reader.faults:
            return _form(asked, found, status=400, faults=reader.faults)
        if typed.get("step") == "change":
            return _form(asked, found)
        if act.confirms and typed.get("step") != "final":
            return _form(asked, found, page="confirm")
        return _written(asked, work)

    return form


def _written(asked: Asked, work: Work) -> Response:
    """Everything within one transaction, in which nobody else writes in the area of the case."""
    desk, act = asked.desk, asked.act
    with Session(desk.scene.engine) as session:
        book = notebook(session, desk.scene, asked.who, asked.case_id, asked.typed.get("form", ""))
        found = None if isinstance(book, Refused) else reading.case_in(session, asked.who, asked.case_id)
        if isinstance(book, Refused) or found is None:
            session.rollback()
            return _turned_away(asked, book)
        sent_before = _sent_before(asked, found[0])
        if sent_before:
            return _led_on(asked, sent_before.kind == kinds.DECISION_NOT_TAKEN)
        changed = _changed(asked, found) if act.versioned else []
        if changed:
            return _form(asked, found, status=409, changed=changed)
        done = work(book, found[0], desk.scene.ranks)
        if isinstance(done, Held) and _is_too_late(act, found[0], done):
            keep_attempt(book, found[0], act.kept_as, _said(asked.typed))
            session.commit()
            return _led_on(asked, True)
        if isinstance(done, Held):
            session.rollback()
            return _form(asked, found, status=_status(done), faults=_faults(act, done))
        session.commit()
    return _led_on(asked, False)


def _is_too_late(act: Act, case: Case, held: Held) -> bool:
    return bool(act.kept_as and case.referral.sent_at) and held.because[0] in _TOO_LATE


def _said(typed: Typed) -> dict[str, Any]:
    """What a decision that came too late said: its reasons, and what was to be done instead."""
    plan_b = [line.strip() for line in typed.get("plan_b", "").split("\n") if line.strip()]
    return {"reason": typed.get("reason", "").strip(), **({"plan_b": plan_b} if plan_b else {})}


def _sent_before(asked: Asked, case: Case) -> Entry | None:
    """What this very form wrote already."""
    form = asked.typed.get("form", "")
    ours = (each for each in case.entries if each.of_station and form and each.body.get("form") == form)
    return next(ours, None)


def _turned_away(asked: Asked, why: Notebook | Refused) -> Response:
    found = reading.case(asked.desk.scene.engine, asked.who, asked.case_id)
    if found is None or why != NO_OFFICER:
        return asked.desk.absent(asked.request, asked.who)
    return _form(asked, found, status=403, faults=[Fault("", "no-officer")])


def _led_on(asked: Asked, too_late: bool) -> Response:
    """To the page of the case, which says what became of it."""
    word = "kept" if too_late else "done"
    return RedirectResponse(f"{back_to(asked.act, asked.case_id)}?{word}={asked.act.name}", 303)


def back_to(act: Act, case: str) -> str:
    return f"/{act.back}/{quote(case, safe='')}"


def _newest(received: Sequence[Received]) -> int:
    return max((each.number for each in received), default=0)


def _changed(asked: Asked, found: tuple[Case, list[Received]]) -> list[Received]:
    """What bears on the decision and has come in since the form was shown."""
    case, received = found
    weighs = {entry.id for entry in bearing(case)}
    return [each for each in received if each.number > asked.version and each.entry.id in weighs]


def _status(held: Held) -> int:
    if held.because[0] in ("rank", "own", "issue", "own-word"):
        return 403
    return 409 if held.because[0] in ("decided", "state") else 400


def _faults(act: Act, held: Held) -> list[Fault]:
    return [Fault(act.fields.get(each, ""), each) for each in held.because]


def _form(
    asked: Asked,
    found: tuple[Case, list[Received]],
    page: str = "",
    status: int = 200,
    **told: Any,
) -> Response:
    """The form, or what it would write; with everything that was typed."""
    case, received = found
    telling, guidance = asked.desk.telling(), asked.desk.scene.guidance
    changed: Sequence[Received] = told.get("changed", ())
    newer = {"version": str(_newest(received))} if changed else {}
    about = guidance.about(case)
    faults = [
        (each.field, guidance.fill(guidance.words(f"console.problem.{each.because}"), about))
        for each in told.get("faults", ())
    ]
    return asked.desk.show(
        asked.request, page or asked.act.name, asked.who, status=status,
        case=telling.case(case), typed={**asked.typed, **newer}, faults=faults, act=asked.act,
        action=f"{back_to(asked.act, case.id)}/{asked.act.name}", back=back_to(asked.act, case.id),
        changed=record(case, changed, guidance), moment=moment, flags=telling.flags(case),
        **asked.act.facts(telling, case),
        **(asked.act.shown(telling, case, Reader(asked.typed, asked.desk.now())) if page else {}),
    )  # fmt: skip
