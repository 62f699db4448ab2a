"""One small function per kind of entry: what it adds to the case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app import kinds
from app.case import owning
from app.case.amended import Recorded
from app.case.model import Consent, Grade
from app.case.reading import mapping, moment, text
from app.case.writing import Writing

Recorder = Callable[[Writing, Recorded], None]
_TOPIC = ("item", "answer", "words", "about", "details")


def _opened(writing: Writing, recorded: Recorded) -> None:
    writing.opened_at = writing.opened_at or recorded.entry.written_at
    writing.opened_by = writing.opened_by or recorded.entry.by
    writing.content_version = writing.content_version or recorded.entry.content_version
    _details(writing, recorded)


def _details(writing: Writing, recorded: Recorded) -> None:
    body = recorded.body
    writing.report_at = moment(body, "report_at") or writing.report_at
    writing.ref = text(body, "ref") or writing.ref
    writing.linked_to = text(body, "linked_to") or writing.linked_to
    writing.contests.address("address", recorded)


def _person(writing: Writing, recorded: Recorded) -> None:
    writing.register.record(recorded, writing.contests)


def _moved(writing: Writing, recorded: Recorded) -> None:
    writing.register.move(recorded, writing.contests)
    writing.moves.append(replace(recorded.newest, happened_at=recorded.happened_at))


def _supported(writing: Writing, recorded: Recorded) -> None:
    writing.support.append(replace(recorded.newest, happened_at=recorded.happened_at))


def _answered(writing: Writing, recorded: Recorded) -> None:
    answer = writing.answers.record(recorded, writing.contests)
    writing.ownership = owning.answered(writing.ownership, answer)


def _consent(writing: Writing, recorded: Recorded) -> None:
    body = recorded.body
    key = _topic(recorded)
    before = writing.consents.get(key)
    plain = {name: value for name, value in body.items() if name not in _TOPIC}
    writing.consents[key] = Consent(
        item=text(body, "item"),
        state=text(body, "answer"),
        words=text(body, "words"),
        details={**plain, **mapping(body, "details")},
        about=text(body, "about") or None,
        by=recorded.by,
        at=recorded.happened_at,
        entry=recorded.entry.id,
        versions=(before.versions if before else ()) + recorded.versions,
    )


def _withdrawn(writing: Writing, recorded: Recorded) -> None:
    key = _topic(recorded)
    before = writing.consents.get(key, Consent(text(recorded.body, "item"), "not asked"))
    writing.consents[key] = replace(
        before,
        state="withdrawn",
        words=text(recorded.body, "words"),
        by=recorded.by,
        at=moment(recorded.body, "withdrawn_at") or recorded.happened_at,
        entry=recorded.entry.id,
        versions=before.versions + recorded.versions,
    )


def _topic(recorded: Recorded) -> str:
    """Employer, childcare, landlord: each is asked about apart."""
    item, about = text(recorded.body, "item"), text(recorded.body, "about")
    return f"{item}/{about}" if about else item


def _graded(writing: Writing, recorded: Recorded) -> None:
    body, entry = recorded.body, recorded.entry
    grade = text(body, "grade")
    writing.contests.add("risk_grade", recorded, {"grade": grade})
    writing.grades[entry.id] = Grade(
        entry=entry.id,
        grade=grade,
        by=entry.by,
        at=recorded.happened_at,
        replaces=text(body, "replaces") or None,
        reason=text(body, "reason"),
        trigger=text(body, "trigger"),
    )


def _ordered(writing: Writing, recorded: Recorded) -> None:
    order = writing.court.ordered(recorded)
    writing.contests.add(
        "order",
        recorded,
        {"made_at": order.made_at.isoformat(), "days": order.days, "terms": list(order.terms)},
    )
    writing.path.determined(recorded, "order_made")


def _court_said(writing: Writing, recorded: Recorded) -> None:
    result = writing.court.said(recorded)
    if result.outcome in ("order_refused", "withdrawn"):
        writing.path.determined(recorded, result.outcome)
    else:
        writing.path.noted(recorded)


def _served(writing: Writing, recorded: Recorded) -> None:
    writing.court.served(recorded)
    writing.path.noted(recorded)


def _listed(writing: Writing, recorded: Recorded) -> None:
    writing.court.listed(recorded)
    writing.path.noted(recorded)


def _adjourned(writing: Writing, recorded: Recorded) -> None:
    writing.court.put_off(recorded)
    writing.path.noted(recorded)


def _breached(writing: Writing, recorded: Recorded) -> None:
    writing.court.breached(recorded)
    writing.path.breached(recorded)


def _claimed(writing: Writing, recorded: Recorded) -> None:
    writing.claimed.append(recorded.newest)


def _offered(writing: Writing, recorded: Recorded) -> None:
    writing.ownership = owning.offered(writing.ownership, recorded)


def _accepted(writing: Writing, recorded: Recorded) -> None:
    writing.ownership = owning.accepted(writing.ownership, recorded)


RECORDERS: dict[str, Recorder] = {
    kinds.INCIDENT_OPENED: _opened,
    kinds.INCIDENT_DETAILS: _details,
    kinds.PERSON_RECORDED: _person,
    kinds.ADDRESS_MOVED: _moved,
    kinds.SUPPORT_REFERRAL: _supported,
    kinds.ANSWERED: _answered,
    kinds.CONSENT_RECORDED: _consent,
    kinds.CONSENT_WITHDRAWN: _withdrawn,
    kinds.RISK_GRADED: _graded,
    kinds.REFERRAL_SENT: lambda writing, recorded: writing.path.sent(recorded),
    kinds.REFERRAL_ENDORSED: lambda writing, recorded: writing.path.decided(recorded),
    kinds.REFERRAL_AUTHORISED: lambda writing, recorded: writing.path.decided(recorded),
    kinds.REFERRAL_REFUSED: lambda writing, recorded: writing.path.decided(recorded),
    kinds.MORE_INFORMATION_WANTED: lambda writing, recorded: writing.path.more_wanted(recorded),
    kinds.REFERRAL_WITHDRAWN: lambda writing, recorded: writing.path.determined(recorded, "withdrawn"),
    kinds.NOTICE_SERVED: _served,
    kinds.HEARING_LISTED: _listed,
    kinds.HEARING_ADJOURNED: _adjourned,
    kinds.ORDER_MADE: _ordered,
    kinds.COURT_RESULT: _court_said,
    kinds.BREACH_REPORTED: _breached,
    kinds.DEADLINE_CHANGE_SEEN: lambda writing, recorded: writing.changes_seen.append(recorded.versions[0]),
    kinds.CASE_CLOSED: lambda writing, recorded: writing.path.closed(recorded),
    kinds.VISITS_PLANNED: lambda writing, recorded: writing.diary.planned(recorded),
    kinds.VISITS_EXTENDED: lambda writing, recorded: writing.diary.extended(recorded),
    kinds.VISIT_AGREED: lambda writing, recorded: writing.diary.agreed(recorded),
    kinds.VISIT_CANCELLED: lambda writing, recorded: writing.diary.cancelled(recorded),
    kinds.VISIT_CLAIMED: _claimed,
    kinds.VISIT_GIVEN_BACK: _claimed,
    kinds.VISIT_OFFERED: _claimed,
    kinds.VISIT_OFFER_CLOSED: _claimed,
    kinds.VISIT_MISSED: lambda writing, recorded: writing.diary.explained(recorded),
    kinds.VISIT_STARTED: lambda writing, recorded: writing.diary.begun(recorded),
    kinds.VISIT_RECORDED: lambda writing, recorded: writing.diary.happened(recorded),
    kinds.NO_ANSWER: lambda writing, recorded: writing.diary.unanswered(recorded),
    kinds.HANDOVER_OFFERED: _offered,
    kinds.HANDOVER_ACCEPTED: _accepted,
    kinds.CONSULTED: lambda writing, recorded: writing.log.append(recorded.newest),
    kinds.CARD_SHOWN: lambda writing, recorded: writing.log.append(recorded.newest),
    kinds.EXPORTED: lambda writing, recorded: writing.log.append(recorded.newest),
}
