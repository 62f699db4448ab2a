"""What of an entry can be put right, by its kind. Whatever it is, the reason is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app import kinds
from app.case.model import Case
from app.case.reading import moment, text
from app.entry import Entry
from app.facts.history import standing_body
from app.visits.outcomes import outcome
from views.drafts import Form
from views.incident.told import moment_boxes
from views.saying import Said
from views.visits.checks import moment as any_moment
from views.visits.checks import past, whole


@dataclass(frozen=True, slots=True)
class Part:
    """One thing in the body. `how`: long, text, past, moment, number, outcome."""

    name: str
    how: str = "text"


PARTS: Mapping[str, tuple[Part, ...]] = {
    kinds.VISIT_RECORDED: (
        Part("outcome", "outcome"), Part("note", "long"), Part("event_at", "past"), Part("bwv"),
        Part("exhibits"), Part("file_ref"),
    ),
    kinds.NO_ANSWER: (Part("note", "long"), Part("told"), Part("result"), Part("happened_at", "past")),
    kinds.NOTICE_SERVED: (Part("served_at", "past"), Part("served_by")),
    kinds.HEARING_LISTED: (Part("court"), Part("at", "moment")),
    kinds.HEARING_ADJOURNED: (Part("started_at", "past"), Part("to", "moment"), Part("why", "long")),
    kinds.ORDER_MADE: (Part("made_at", "past"), Part("days", "number"), Part("court")),
    kinds.BREACH_REPORTED: (
        Part("arrested_at", "past"), Part("offence_arrest_at", "past"), Part("belief", "long"),
    ),
    kinds.COURT_RESULT: (Part("result", "long"), Part("at", "past")),
    kinds.ANSWERED: (Part("note", "long"), Part("reason", "long")),
}  # fmt: skip


def may_amend(entry: Entry) -> bool:
    """Whoever knows better puts it right, under their own number; every version stays."""
    return entry.kind in PARTS


def start_of(case: Case, entry: Entry) -> dict[str, str]:
    """What stands, in the boxes in which it is put right."""
    body, start = standing_body(case, entry.id), dict[str, str]()
    for part in PARTS.get(entry.kind, ()):
        if part.how in ("past", "moment"):
            at = moment(body, part.name) or (entry.happened_at if part.name == "happened_at" else None)
            start |= moment_boxes(part.name, at) if at else {}
        else:
            start[part.name] = text(body, part.name)
    return start


def read_new(form: Form, case: Case, entry: Entry) -> dict[str, Any] | list[Said]:
    """The fields of the body that differ from what stands, or what has to be put right first."""
    body, new, wrong = standing_body(case, entry.id), dict[str, Any](), list[Said]()
    for part in PARTS[entry.kind]:
        if not any(name == part.name or name.startswith(f"{part.name}.") for name in form.typed()):
            continue
        value = _read(form, part)
        if isinstance(value, Said):
            wrong.append(value)
        elif value is not None and value != _stands(part, body):
            new |= _said(part, value)
    return wrong or new


def _stands(part: Part, body: Mapping[str, Any]) -> Any:
    if part.how in ("past", "moment"):
        return moment(body, part.name)
    return body.get(part.name) if part.how == "number" else text(body, part.name)


def _read(form: Form, part: Part) -> Any:
    key = f"amend.{part.name}"
    if part.how == "past":
        return past(form, part.name, key, needed=False)
    if part.how == "moment":
        return any_moment(form, part.name, key, needed=False)
    return whole(form, part.name, key) if part.how == "number" else form.get(part.name).strip()


def _said(part: Part, value: Any) -> dict[str, Any]:
    if part.how in ("past", "moment"):
        return {part.name: value.isoformat()}
    came = outcome(value) if part.how == "outcome" else None
    if came:
        return {"outcome": came.id, "type": came.type, "seen": came.seen, "alone": came.alone}
    return {part.name: value}
