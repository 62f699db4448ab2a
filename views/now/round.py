"""What Now looks at, gathered once: while another screen lies over Now, nothing is gathered anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.case.model import Case
from app.clocks.running import RunningClock
from app.clocks.told import Untold
from app.in_hand import CLOSED, in_hand
from app.monitoring.tasks import Task
from app.ports import Draft, SendState
from app.visits.schedule import DueVisit, this_shift
from views.guard import PLACE
from views.hearing import use_kept, use_seen
from views.now.running import all_clocks
from views.now.waiting import waiting_tasks
from views.services import desk
from views.visits.changed_deadline import unseen

MOST = 20


@dataclass(frozen=True, slots=True)
class Round:
    """`mine`: the incident in hand, the one written in last. `refused`: records that need the officer.
    `nobody`: incidents without owner or informant. `changed`: deadlines that moved, not seen.
    `drafts`: typed and not saved, newest first. `tasks`: what follows a step of a notice, and waits."""

    cases: Sequence[Case]
    mine: Case | None
    others: Sequence[Case]
    clocks: Sequence[tuple[Case, RunningClock]]
    due: Sequence[DueVisit]
    refused: int
    nobody: Sequence[Case]
    changed: Sequence[tuple[Case, Untold]]
    drafts: Sequence[Draft]
    unsent: int
    tasks: Sequence[tuple[Case, Task]] = ()


def use_round(moment: datetime) -> Round:
    kept = use_kept(list[Round])
    if use_seen() or not kept:
        kept[:] = [look_round(moment)]
    return kept[0]


def look_round(moment: datetime) -> Round:
    records, officer = desk().records, desk().enrolment.officer.number
    cases = records.cases()
    mine = next((case for case in cases if in_hand(case, officer)), None)
    others = [case for case in cases if mine is None or case.id != mine.id]
    return Round(
        cases=cases,
        mine=mine,
        others=sorted(others, key=lambda case: case.referral.state == CLOSED),
        clocks=all_clocks(cases, moment),
        due=this_shift(cases, moment),
        refused=sum(each.state is SendState.NEEDS_YOU for each in records.send_states()),
        nobody=[case for case in cases if case.ownership.missing and case.referral.state != CLOSED],
        changed=[(case, each) for case in cases for each in unseen(case)],
        drafts=sorted(_waiting(records.drafts()), key=lambda draft: draft.at, reverse=True),
        unsent=records.unsent_count(),
        tasks=waiting_tasks(cases, moment),
    )


def _waiting(drafts: Sequence[Draft]) -> list[Draft]:
    return [draft for draft in drafts if draft.key != PLACE and draft.value]
