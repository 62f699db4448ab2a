"""The oversight page: counts by area and month, and for who may open them the incidents behind one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session, func, select
from starlette.requests import Request
from starlette.responses import Response

from app.oversight.awareness import NO_TEAM, Member, awareness
from app.oversight.counting import AWARENESS, COUNTS, Counted, counted
from app.oversight.tables import EARLIER, tables
from sync.station.accounts import SignedIn
from sync.station.administration.staff import areas
from sync.station.base import for_reading
from sync.station.console import reading
from sync.station.console.administering import named
from sync.station.console.charts import LEAD, bars, by_month
from sync.station.console.desk import Desk
from sync.station.console.saying import moment
from sync.station.tables import EntryRow, OfficerRow


@dataclass
class Told:
    """What all incidents in sight add up to. `refs` by incident."""

    rows: list[Counted] = field(default_factory=list)
    refs: dict[str, str] = field(default_factory=dict)
    areas: list[str] = field(default_factory=list)
    teams: list[str] = field(default_factory=list)


def oversight(desk: Desk, request: Request, who: SignedIn) -> Response:
    told, now = _told(desk, who), desk.now()
    found = tables(told.rows, told.areas, now, told.teams)
    shown = [
        {
            "table": table,
            "bars": bars([(name, table.totals[name]) for name in table.measures]),
            "lead": LEAD[table.count],
            "months": by_month(table.by_month, LEAD[table.count], EARLIER),
        }
        for table in found
    ]
    by_team = {AWARENESS: "team"}
    facts = {"by": by_team, "counts": shown, "now": moment(now), "month": _month, "opens": opens(who)}
    return desk.show(request, "oversight", who, **facts)


def opens(who: SignedIn) -> bool:
    """Oversight sees numbers; who may open an incident may see which they are."""
    return who.oversees and who.sees_records


def behind(desk: Desk, request: Request, who: SignedIn) -> Response:
    """References alone."""
    count, measure = named(request, "count"), named(request, "measure")
    if count == AWARENESS or measure not in COUNTS.get(count, ()):
        return desk.absent(request, who)
    told = _told(desk, who)
    wanted = sorted({each.case for each in told.rows if (each.count, each.measure) == (count, measure)})
    rows = [(case, told.refs[case]) for case in wanted]
    return desk.show(request, "behind", who, rows=rows, count=count, measure=measure)


def _told(desk: Desk, who: SignedIn) -> Told:
    where, now, calendar = _areas(desk, who), desk.now(), desk.telling().court
    told = Told()
    with Session(for_reading(desk.scene.engine)) as session:
        known = set(areas(session, who.force) if who.areas is None else [who.areas])
        members = _members(session, who)
        read = reading.beside_cases(session, who)
    for case in desk.shelf.cases(who):
        told.rows += counted(case, where[case.id], now, calendar)
        told.refs[case.id] = case.ref
    told.areas = sorted(known | {each.area for each in told.rows})
    told.teams = sorted({team or NO_TEAM for _, team in members})
    told.rows += awareness(members, read, desk.scene.guidance.version, now)
    return told


def _members(session: Session, who: SignedIn) -> list[Member]:
    """Every officer in sight with the team."""
    wanted = select(OfficerRow.number, OfficerRow.team).where(OfficerRow.force == who.force)
    if who.areas is not None:
        wanted = wanted.where(OfficerRow.area == who.areas)
    return [(number, team) for number, team in session.exec(wanted.order_by(OfficerRow.number))]


def _areas(desk: Desk, who: SignedIn) -> dict[str, str]:
    """By incident, the area in which it was first heard of."""
    first = func.min(EntryRow.received_at)
    wanted = select(EntryRow.case_id, EntryRow.area, first).where(EntryRow.force == who.force)
    if who.areas is not None:
        wanted = wanted.where(EntryRow.area == who.areas)
    found: dict[str, str] = {}
    with Session(for_reading(desk.scene.engine)) as session:
        rows = session.execute(
            wanted.group_by(EntryRow.case_id, EntryRow.area).order_by(first, EntryRow.area)
        )
        for case, area, _ in rows:
            found.setdefault(str(case), str(area))
    return found


def _month(name: str) -> str:
    """'Nov 2026'."""
    return "Earlier" if name == EARLIER else f"{date.fromisoformat(f'{name}-01'):%b %Y}"
