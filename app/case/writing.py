"""A case while it is being folded. Only the fold sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from app.case.amended import Recorded
from app.case.model import (
    Answer,
    Breach,
    Case,
    Consent,
    Grade,
    Hearing,
    Ownership,
    Person,
    Referral,
    Version,
    Visit,
    VisitNote,
)
from app.case.risk import standing


@dataclass(slots=True)
class Writing:
    """What the entries so far add up to."""

    id: str
    ref: str = ""
    report_at: datetime | None = None
    opened_at: datetime | None = None
    opened_by: str = ""
    address: str = ""
    undisclosed: bool = False
    linked_to: str = ""
    people: dict[str, Person] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    consents: dict[str, Consent] = field(default_factory=dict)
    grades: list[tuple[Grade, tuple[str, ...]]] = field(default_factory=list)
    referral: Referral = field(default_factory=Referral)
    ownership: Ownership = field(default_factory=Ownership)
    visits: dict[str, Visit] = field(default_factory=dict)
    contacts: list[VisitNote] = field(default_factory=list)
    started: list[Recorded] = field(default_factory=list)
    no_answers: list[Recorded] = field(default_factory=list)
    served_at: datetime | None = None
    order_made: datetime | None = None
    order_days: int | None = None
    hearings: list[Hearing] = field(default_factory=list)
    breaches: list[Breach] = field(default_factory=list)
    log: list[Recorded] = field(default_factory=list)
    content_version: str = ""
    last_written: datetime | None = None
    versions: dict[str, tuple[Version, ...]] = field(default_factory=dict)

    def versions_of(self, recorded: Recorded) -> None:
        if len(recorded.versions) > 1:
            self.versions[recorded.entry.id] = recorded.versions

    def refer(self, state: str, recorded: Recorded, *, mark: str = "") -> None:
        """Move the referral and keep how it came there."""
        marks = self.referral.marks + ((mark,) if mark and mark not in self.referral.marks else ())
        self.referral = replace(
            self.referral,
            state=state or self.referral.state,
            marks=marks,
            history=(*self.referral.history, *recorded.versions[-1:]),
        )

    def case(self) -> Case:
        live = self.hearings[-1] if self.hearings else None
        return Case(
            id=self.id,
            ref=self.ref,
            report_at=self.report_at,
            opened_at=self.opened_at,
            opened_by=self.opened_by,
            address=self.address,
            undisclosed=self.undisclosed,
            linked_to=self.linked_to,
            people=tuple(self.people.values()),
            answers=self.answers,
            consents=self.consents,
            risk=standing(self.grades),
            referral=self.referral,
            ownership=self.ownership,
            visits=tuple(sorted(self.visits.values(), key=lambda visit: (visit.due, visit.id))),
            contacts=tuple(self.contacts),
            served_at=self.served_at,
            order_made=self.order_made,
            order_days=self.order_days,
            hearing_at=live.at if live else None,
            content_version=self.content_version,
            last_written=self.last_written,
            versions=self.versions,
            hearings=tuple(self.hearings),
            breaches=tuple(self.breaches),
            started=tuple(recorded.versions[-1] for recorded in self.started),
            no_answers=tuple(recorded.versions[-1] for recorded in self.no_answers),
            log=tuple(self._logged(recorded) for recorded in self.log),
        )

    @staticmethod
    def _logged(recorded: Recorded) -> Version:
        return replace(recorded.versions[-1], body={**recorded.body, "kind": recorded.entry.kind})


def moment(body: Mapping[str, Any], key: str) -> datetime | None:
    """The time under `key`, or None when there is none or it is not one."""
    try:
        return datetime.fromisoformat(str(body[key]))
    except (KeyError, ValueError):
        return None


def text(body: Mapping[str, Any], key: str) -> str:
    value = body.get(key)
    return "" if value is None else str(value)
