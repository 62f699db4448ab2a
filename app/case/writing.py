"""A case while it is being folded. Only the fold sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.case.answering import Answers
from app.case.contests import Contests
from app.case.court import Court
from app.case.model import Case, Consent, Contested, Grade, Ownership, Version
from app.case.people import Register, standing_address
from app.case.referring import Path
from app.case.risk import risk
from app.case.visiting import Diary
from app.entry import Entry
from app.visits.replanning import CALLED_FOR, called_for


@dataclass(slots=True)
class Writing:
    """What the entries so far add up to."""

    id: str
    ref: str = ""
    report_at: datetime | None = None
    opened_at: datetime | None = None
    opened_by: str = ""
    linked_to: str = ""
    content_version: str = ""
    contests: Contests = field(default_factory=Contests)
    register: Register = field(default_factory=Register)
    answers: Answers = field(default_factory=Answers)
    path: Path = field(default_factory=Path)
    court: Court = field(default_factory=Court)
    diary: Diary = field(default_factory=Diary)
    consents: dict[str, Consent] = field(default_factory=dict)
    grades: dict[str, Grade] = field(default_factory=dict)
    ownership: Ownership = field(default_factory=Ownership)
    moves: list[Version] = field(default_factory=list)
    support: list[Version] = field(default_factory=list)
    log: list[Version] = field(default_factory=list)
    changes_seen: list[Version] = field(default_factory=list)
    claimed: list[Version] = field(default_factory=list)
    versions: dict[str, tuple[Version, ...]] = field(default_factory=dict)

    def case(self, ordered: Sequence[Entry]) -> Case:
        """The case, frozen. `ordered` are all its entries."""
        self.register.close(self.contests)
        contested = self.contests.settled()
        live = self.court.hearings[-1] if self.court.hearings else None
        stands = _standing(contested, "order")
        order = next((each for each in self.court.orders if each.entry == stands), None)
        address, undisclosed = standing_address(contested.get("address"))
        plain = Case(
            id=self.id,
            ref=self.ref,
            report_at=self.report_at,
            opened_at=self.opened_at,
            opened_by=self.opened_by,
            address=address,
            undisclosed=undisclosed,
            linked_to=self.linked_to,
            people=self.register.people(contested),
            answers=self.answers.standing(contested),
            consents=dict(self.consents),
            risk=risk(self.grades, contested.get("risk_grade", Contested())),
            ownership=self.ownership,
            order_kind=order.kind if order else "DVPO",
            order_made=order.made_at if order else None,
            order_days=order.days if order else None,
            order_terms=order.terms if order else (),
            hearing_at=live.at if live else None,
            content_version=self.content_version,
            last_written=max((entry.written_at for entry in ordered), default=None),
            versions=dict(self.versions),
            moves=tuple(self.moves),
            support=tuple(self.support),
            given=tuple(self.answers.given),
            log=tuple(self.log),
            changes_seen=tuple(self.changes_seen),
            claimed=tuple(self.claimed),
            contested=contested,
            entries=tuple(ordered),
        )
        return self._with_visits(self._with_court(plain))

    def _with_court(self, case: Case) -> Case:
        court = self.court
        return replace(
            case,
            referral=self.path.referral(
                served=court.served_at is not None,
                listed=bool(court.hearings),
                adjourned=court.adjourned,
            ),
            served_at=court.served_at,
            notice=court.notice,
            hearings=tuple(court.hearings),
            breaches=tuple(court.breaches),
            court_results=tuple(court.results),
            orders=tuple(court.orders),
            decisions=tuple(self.path.decisions),
        )

    def _with_visits(self, case: Case) -> Case:
        diary = self.diary
        known = replace(case, plans=tuple(diary.plans), visits=diary.visits())
        diary.call_for(called_for(known), CALLED_FOR)
        return replace(
            case,
            visits=diary.visits(),
            contacts=tuple(diary.notes),
            plans=tuple(diary.plans),
            started=tuple(diary.started),
            no_answers=tuple(diary.no_answers),
            unmade=dict(diary.unmade),
        )


def _standing(contested: dict[str, Contested], about: str) -> str:
    known = contested.get(about)
    return known.standing.entry if known and known.standing else ""
