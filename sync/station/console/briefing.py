"""Briefing a local team at the console: the form, and how each briefing of a case stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from fastapi import APIRouter
from sqlmodel import Session, col, select
from starlette.requests import Request
from starlette.responses import Response

from app.briefing.drafting import drafted
from app.briefing.making import Told, longest, make_briefing
from app.briefing.records import ACTION, ASKED, FIELDS, Ask, Briefing, briefings, plain_name
from app.briefing.wanted import wanted
from app.case import Case
from app.clocks.deadlines import order_last_day
from app.guidance.wording import slug
from app.timekeeping import LONDON
from sync.station.accounts import SignedIn
from sync.station.base import for_reading
from sync.station.console import reading
from sync.station.console.acts import Act, Work, supervises
from sync.station.console.desk import Desk, case_id
from sync.station.console.forms import Typed
from sync.station.console.saying import moment
from sync.station.console.telling import Shown, Telling, tellable
from sync.station.console.typed import Fault, Reader
from sync.station.scene import Scene
from sync.station.tables import EntryRow, OfficerRow

_FIELDS = {
    "brief-to": "to", "brief-author": "author", "brief-says": FIELDS[0], "brief-expires": "expires-day",
}  # fmt: skip
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WantRow:
    """Why a briefing is called for, and since when."""

    words: str
    since: str


@dataclass(frozen=True, slots=True)
class ToBriefRow:
    case: str
    ref: str
    initials: str
    since: str
    why: str


@dataclass(frozen=True, slots=True)
class AskRow:
    """One question or action; `back` are the lines of what came back, empty while nothing has."""

    words: str
    action: bool
    back: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BriefingRow:
    """One briefing as it stands. `reads`: who read it, and when."""

    state: Shown
    made: str
    until: str
    to: str
    author: str
    tasked: str
    says: tuple[tuple[str, str], ...]
    asks: tuple[AskRow, ...]
    reads: tuple[str, ...]
    open: int


def brief_acts(scene: Scene) -> tuple[Act, ...]:
    """The one form; it knows the teams and officers of the case's area."""

    def read(reader: Reader, case: Case) -> Work:
        known = {plain_name(each) for each in _named(_officers(scene, case.id))}
        to = reader.lines("to")
        if not to:
            reader.faults.append(Fault("to", "brief-to"))
        elif any(plain_name(each) not in known for each in to):
            reader.faults.append(Fault("to", "brief-unknown"))
        return _asked(reader, to)

    def facts(telling: Telling, case: Case) -> Mapping[str, Any]:
        teams = sorted({each.team for each in _officers(scene, case.id) if each.team})
        fields = [(name, telling.guidance.words(f"briefing.field.{name}")) for name in FIELDS]
        return {"teams": teams, "fields": fields, "wants": want_rows(telling, case)}

    def fill(case: Case) -> Typed:
        today = scene.clock.now().astimezone(LONDON).date()
        last = order_last_day(case)
        day = min(last if last and last >= today else today + _WEEK, today + longest())
        boxes = {"expires-day": f"{day.day}", "expires-month": f"{day.month}", "expires-year": f"{day.year}"}
        return {**drafted(case, scene.guidance), **boxes}

    return (Act("brief", supervises, read, back="incident", fill=fill, facts=facts, fields=_FIELDS),)


def _asked(reader: Reader, to: tuple[str, ...]) -> Work:
    expires = reader.day("expires", "brief-expires")
    tasked = reader.text("tasked_why", "brief-tasked") if reader.typed.get("tasked") == "yes" else ""
    told = Told(
        to=to,
        expires=expires or reader.now.date(),
        author=reader.text("author", "brief-author"),
        says={name: words for name in FIELDS if (words := reader.text(name))},
        asks=(
            *((ASKED, each) for each in reader.lines("asks")),
            *((ACTION, each) for each in reader.lines("actions")),
        ),
        tasked=tasked,
    )
    return lambda book, case, ranks: make_briefing(book, case, told)


def _officers(scene: Scene, case: str) -> list[OfficerRow]:
    """Those of the area in which the case was first heard of: nobody else's handset pulls it."""
    with Session(for_reading(scene.engine)) as session:
        where = select(EntryRow.force, EntryRow.area).where(EntryRow.case_id == case)
        first = session.exec(where.order_by(EntryRow.received_at, EntryRow.area).limit(1)).first()
        if first is None:
            return []
        here = (col(OfficerRow.force) == first[0], col(OfficerRow.area) == first[1])
        return list(session.exec(select(OfficerRow).where(*here)))


def _named(officers: list[OfficerRow]) -> Iterator[str]:
    for each in officers:
        yield each.number
        if each.team:
            yield each.team


def brief_ways(who: SignedIn, case: Case) -> Iterator[tuple[str, str]]:
    if who.supervises and case.referral.state != "closed":
        yield "brief", "incident"


def want_rows(telling: Telling, case: Case) -> list[WantRow]:
    return [
        WantRow(telling.guidance.words(f"console.want.{each.because}"), moment(each.since))
        for each in wanted(case, telling.now, telling.court)
    ]


def to_brief(telling: Telling, cases: Sequence[Case]) -> list[ToBriefRow]:
    """Cases of which a local team has to be briefed; what has waited longest first."""
    found = [(wants, case) for case in cases if (wants := wanted(case, telling.now, telling.court))]
    words = telling.guidance.words
    return [
        ToBriefRow(
            case.id,
            case.ref,
            case.initials,
            moment(wants[0].since),
            ", ".join(words(f"console.want.{each.because}") for each in wants),
        )
        for wants, case in sorted(found, key=lambda pair: pair[0][0].since)
    ]


def briefing_rows(telling: Telling, case: Case) -> list[BriefingRow]:
    """The newest first."""
    return [_row(telling, each) for each in reversed(briefings(case))]


def _row(telling: Telling, each: Briefing) -> BriefingRow:
    words, state = telling.guidance.words, each.state(telling.now)
    return BriefingRow(
        state=Shown(words(f"console.briefing.{state}"), "calm" if state == "current" else "plain"),
        made=f"{each.by}, {moment(each.at)}",
        until=moment(each.ends),
        to=", ".join(each.to),
        author=each.author,
        tasked=each.tasked,
        says=tuple((words(f"briefing.field.{name}"), said) for name, said in each.says),
        asks=tuple(_ask(telling, ask) for ask in each.asks),
        reads=tuple(f"{read.by}, {moment(read.at)}" for read in each.reads),
        open=len(each.open_asks) if state == "current" else 0,
    )


def _ask(telling: Telling, ask: Ask) -> AskRow:
    words = telling.guidance.words
    back = []
    for each in ask.returned:
        who = f"{words(f'briefing.return.{slug(each.answer)}')}, {each.by}, {moment(each.at)}"
        passed = words("briefing.return.passed-line", who=each.passed_to) if each.passed_to else ""
        back.append((who, "\n".join(filter(None, (each.words, passed)))))
    return AskRow(ask.words, ask.item == ACTION, tuple(back))


def add_briefings(router: APIRouter, desk: Desk) -> None:
    """The page of a case's briefings, for whoever may open the case."""
    page = desk.page(listed, lambda who: who.sees_records)
    router.add_route("/incident/{case_id}/briefings", page, ["GET"])


def listed(desk: Desk, request: Request, who: SignedIn) -> Response:
    found = reading.case(desk.scene.engine, who, case_id(request))
    if found is None:
        return desk.absent(request, who)
    telling, (case, _) = desk.telling(), found
    _, rows, _ = tellable(telling, [case])
    if not rows:
        return desk.show(request, "untold", who, status=500, ref=case.ref)
    return desk.show(
        request, "briefings", who, case=rows[0], wants=want_rows(telling, case),
        rows=briefing_rows(telling, case), ways=list(brief_ways(who, case)),
    )  # fmt: skip
