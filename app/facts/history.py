"""Every version of what was recorded, late entries, and the logs. Nothing is ever removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app import kinds
from app.case.amended import with_amendments
from app.case.late import is_late
from app.case.model import Case, Version
from app.case.reading import moment, text, truth
from app.entry import Entry


def versions_of(case: Case, entry: str) -> tuple[Version, ...]:
    """All versions of what this entry recorded, the original first; empty when it is not here."""
    known = case.versions.get(entry)
    if known:
        return known
    found = next((each for each in case.entries if each.id == entry), None)
    if found is None:
        return ()
    return (
        Version(found.id, found.by, found.happened_at, found.written_at, dict(found.body), None, found.kind),
    )


def root_of(case: Case, entry: str) -> Entry | None:
    """The entry itself, or of an amendment the entry that it puts right. None when it is not here."""
    known = {each.id: each for each in case.entries}
    found, seen = known.get(entry), set[str]()
    while found and found.kind == kinds.AMENDED and found.id not in seen:
        seen.add(found.id)
        found = known.get(text(found.body, "of"))
    return found


def standing_body(case: Case, entry: str) -> Mapping[str, Any]:
    """What stands of this entry, which is not always its newest version: app.case.apart."""
    found = (each.body for each in with_amendments(case.entries) if each.entry.id == entry)
    return next(found, {})


def versions_of_item(case: Case, key: str) -> tuple[Version, ...]:
    """All versions of an answer or consent by its item (or "item/person"), the original first."""
    found = case.answers.get(key) or case.consents.get(key)
    return found.versions if found else ()


@dataclass(frozen=True, slots=True)
class Times:
    """When it happened, when it was written, and whether that makes it a late entry."""

    event_at: datetime
    entered_at: datetime
    late: bool


def times_of(entry: Entry) -> Times:
    """Both times of an entry. Late when the officer marked it so, or by app.case.late."""
    event = moment(entry.body, "event_at") or entry.happened_at
    marked = truth(entry.body, "late_entry")
    return Times(event, entry.written_at, marked or is_late(event, entry.written_at))


def items_done(case: Case) -> tuple[str, ...]:
    """Items that stand answered as done."""
    return tuple(key for key, answer in case.answers.items() if answer.answer == "done")


@dataclass(frozen=True, slots=True)
class Disclosed:
    """Something that left the case: what, to whom, why and when."""

    what: str
    recipient: str
    purpose: str
    by: str
    at: datetime
    entry: str


def disclosures(case: Case) -> list[Disclosed]:
    """The disclosure log, DPA 2018 s.62: packs made, and what another force was told. Oldest first."""
    packs = [
        Disclosed(
            text(each.body, "kind"), text(each.body, "recipient"), text(each.body, "purpose"),
            each.by, each.happened_at, each.entry,
        )
        for each in case.log
        if each.kind == kinds.EXPORTED
    ]  # fmt: skip
    told = [
        Disclosed(each.item, text(each.details, "recipient"), each.reason, each.by, at, each.entry)
        for each in case.given
        if (at := each.happened_at) and text(each.details, "recipient") and each.answer == "done"
    ]
    return sorted([*packs, *told], key=lambda each: (each.at, each.entry))
