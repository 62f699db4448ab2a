"""One small function per kind of entry: what it adds to the case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app import kinds
from app.case import people, referring, visiting
from app.case.amended import Recorded
from app.case.model import Answer, Consent, Grade
from app.case.writing import Writing, moment, text

Recorder = Callable[[Writing, Recorded], None]


def _opened(writing: Writing, recorded: Recorded) -> None:
    writing.opened_at = recorded.entry.written_at
    writing.opened_by = recorded.entry.by
    writing.ref = text(recorded.body, "ref")
    writing.content_version = recorded.entry.content_version
    writing.linked_to = text(recorded.body, "linked_to")
    _details(writing, recorded)


def _details(writing: Writing, recorded: Recorded) -> None:
    body = recorded.body
    writing.report_at = moment(body, "report_at") or writing.report_at
    writing.ref = text(body, "ref") or writing.ref
    if "address" in body:
        writing.address = text(body, "address")
    if "undisclosed" in body:
        writing.undisclosed = bool(body["undisclosed"])


def _answered(writing: Writing, recorded: Recorded) -> None:
    body, about = recorded.body, text(recorded.body, "about")
    item = text(body, "item")
    key = f"{item}/{about}" if about else item
    before = writing.answers.get(key)
    details = body.get("details")
    writing.answers[key] = Answer(
        item=item,
        answer=text(body, "answer"),
        reason=text(body, "reason"),
        note=text(body, "note"),
        details=dict(details) if isinstance(details, dict) else {},
        about=about or None,
        by=recorded.by,
        happened_at=recorded.happened_at,
        written_at=recorded.entry.written_at,
        entry=recorded.entry.id,
        versions=(before.versions if before else ()) + recorded.versions,
    )
    people.owns(writing, writing.answers[key])


def _consent(writing: Writing, recorded: Recorded) -> None:
    body, item = recorded.body, text(recorded.body, "item")
    before = writing.consents.get(item)
    writing.consents[item] = Consent(
        item=item,
        state=text(body, "answer"),
        words=text(body, "words"),
        details={key: value for key, value in body.items() if key not in ("item", "answer", "words")},
        by=recorded.by,
        at=recorded.happened_at,
        entry=recorded.entry.id,
        versions=(before.versions if before else ()) + recorded.versions,
    )


def _withdrawn(writing: Writing, recorded: Recorded) -> None:
    item = text(recorded.body, "item")
    before = writing.consents.get(item, Consent(item, "not asked"))
    writing.consents[item] = replace(
        before,
        state="withdrawn",
        words=text(recorded.body, "words"),
        by=recorded.by,
        at=moment(recorded.body, "withdrawn_at") or recorded.happened_at,
        entry=recorded.entry.id,
        versions=before.versions + recorded.versions,
    )


def _graded(writing: Writing, recorded: Recorded) -> None:
    body = recorded.body
    resolves = body.get("resolves")
    grade = Grade(
        entry=recorded.entry.id,
        grade=text(body, "grade"),
        by=recorded.by,
        at=recorded.happened_at,
        replaces=text(body, "replaces") or None,
    )
    named = tuple(str(each) for each in resolves) if isinstance(resolves, list) else ()
    writing.grades.append((grade, named))
    if body.get("trigger"):
        writing.log.append(recorded)


def _logged(writing: Writing, recorded: Recorded) -> None:
    writing.log.append(recorded)


RECORDERS: dict[str, Recorder] = {
    kinds.INCIDENT_OPENED: _opened,
    kinds.INCIDENT_DETAILS: _details,
    kinds.ANSWERED: _answered,
    kinds.CONSENT_RECORDED: _consent,
    kinds.CONSENT_WITHDRAWN: _withdrawn,
    kinds.RISK_GRADED: _graded,
    kinds.CONSULTED: _logged,
    kinds.EXPORTED: _logged,
    **people.RECORDERS,
    **referring.RECORDERS,
    **visiting.RECORDERS,
}
