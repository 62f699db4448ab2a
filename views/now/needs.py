"""What else waits for this officer: nobody named, text not saved, records that need a hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import flet as ft

from app.case.model import Case
from app.clocks.told import Untold
from app.clocks.words import deadline_words, moment_words
from app.ports import Draft
from views.going import to
from views.now.planning import plan_rows
from views.now.round import MOST, Round
from views.now.talking import talk_rows
from views.now.whose import whose
from views.parts.drifting import drift_words
from views.parts.records import Need, need_row
from views.routes import is_place
from views.saying import Said, words
from views.services import desk, now, services
from views.visits.changed_deadline import clock_name

SOON, SOONEST = timedelta(hours=24), timedelta(hours=4)


def lease_ends() -> datetime:
    """Until when this phone opens without asking its station."""
    return services().syncing.state().lease_ends or desk().enrolment.lease_ends


def warning(moment: datetime) -> str:
    """The one sentence over the page, most dangerous first; empty when there is none."""
    disagreeing = drift_words()
    if disagreeing:
        return disagreeing
    ends = lease_ends()
    if ends - moment <= SOONEST:
        return words("now.lease-soonest", time=moment_words(ends, moment))
    return words("now.lease-soon", time=deadline_words(ends)) if ends - moment <= SOON else ""


def need_rows(seen: Round) -> list[ft.Control]:
    return [
        *_changed(seen.changed),
        *_phone(),
        *_refused(seen.refused),
        *_nobody(seen.nobody),
        *plan_rows(seen.cases, MOST),
        *talk_rows(seen.cases),
        *_drafts(seen),
    ]


def _changed(changed: Sequence[tuple[Case, Untold]]) -> Iterator[ft.Control]:
    """Deadlines that moved. What it was and why stands in the incident, with the way to say so."""
    for case, each in changed[:MOST]:
        told = words("changed.now", now=deadline_words(each.now.safe), whose=whose(case))
        need = Need(ft.Icons.UPDATE, words("changed.need", clock=clock_name(each.clock)), told, True)
        yield need_row(
            Said(f"now.changed.{each.clock}.{case.id}", need.title), need, to(f"/incident/{case.id}")
        )


def _phone() -> Iterator[ft.Control]:
    """What the opening of the journal had to say."""
    missing = desk().missing
    if missing:
        numbers = ", ".join(str(number) for number in missing[:MOST])
        more = words("now.missing.more", count=len(missing) - MOST) if len(missing) > MOST else ""
        text = words("now.missing.text", numbers=numbers + more)
        yield _still("now.missing", ft.Icons.ERROR_OUTLINE, text)
    if desk().repaired:
        yield _still("now.repaired", ft.Icons.INFO_OUTLINED, words("now.repaired.text"))


def _still(key: str, icon: ft.IconData, text: str) -> ft.Control:
    loud = icon == ft.Icons.ERROR_OUTLINE
    return need_row(Said(key, words(key)), Need(icon, words(key), text, loud), None)


def _refused(count: int) -> Iterator[ft.Control]:
    if count:
        key = "now.refused.one" if count == 1 else "now.refused.many"
        need = Need(ft.Icons.ERROR_OUTLINE, words(key, count=count), words("now.refused.text"), True)
        yield need_row(Said("now.refused", need.title), need, to("/send"))


def _nobody(cases: Sequence[Case]) -> Iterator[ft.Control]:
    """A case without owner or informant stands here until somebody is named."""
    for case in cases[:MOST]:
        key = "now.nobody." + "-".join(case.ownership.missing)
        need = Need(ft.Icons.PERSON_OFF_OUTLINED, words(key), whose(case), True)
        yield need_row(Said(f"now.nobody.{case.id}", need.title), need, to(f"/incident/{case.id}"))
    if len(cases) > MOST:
        more = words("now.nobody.more", count=len(cases) - MOST)
        need = Need(ft.Icons.PERSON_OFF_OUTLINED, more, words("now.nobody.more.text"), True)
        yield need_row(Said("now.nobody.more", more), need, None)


def _drafts(seen: Round) -> Iterator[ft.Control]:
    known = {case.id: case for case in seen.cases}
    for draft in seen.drafts[:MOST]:
        case = known.get(draft.key.split("/")[0])
        told = words("now.draft.text", time=moment_words(draft.at, now()), whose=whose(case) if case else "")
        need = Need(ft.Icons.EDIT_NOTE, words("now.draft"), told.strip())
        yield need_row(Said(f"now.draft.{draft.key}", need.title), need, to(_place(draft, case)))


def _place(draft: Draft, case: Case | None) -> str:
    """Where that page is, or the incident that it belongs to."""
    if case:
        own = f"/incident/{draft.key}"
        return own if is_place(own) else f"/incident/{case.id}"
    return f"/{draft.key}" if is_place(f"/{draft.key}") else "/"
