"""The details of an incident: reference, when it was reported, call, address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import flet as ft

from app import kinds
from app.case.model import Case
from app.case.reading import moment, text
from app.case.version import Version
from app.clocks.words import deadline_words
from app.facts.history import versions_of
from app.incident import put_right_incident
from views.drafts import Form
from views.incident.filling import leave_nothing
from views.incident.place import NO, YES, address_told
from views.incident.told import moment_boxes
from views.incident.versions import earlier_versions
from views.parts.day import Faulty, read_moment
from views.saying import Said, words
from views.services import commit, desk, now

KINDS = (kinds.INCIDENT_OPENED, kinds.INCIDENT_DETAILS)


def start_of(case: Case, with_address: bool) -> dict[str, str]:
    start = {"ref": case.ref, "call": call_of(case)}
    if case.report_at:
        start |= moment_boxes("report", case.report_at)
    if with_address:
        start |= {"address": case.address, "undisclosed": YES if case.undisclosed else NO}
    return start


def call_of(case: Case) -> str:
    """The newest call reference that was recorded."""
    known = [text(entry.body, "call") for entry in case.entries if entry.kind in KINDS]
    return next((each for each in reversed(known) if each), "")


def faults_of(form: Form) -> list[Said]:
    found = [] if form.get("ref").strip() else [Said("ui.new.ref", words("ui.new.problem.ref"))]
    report = read_moment(form, "report")
    if isinstance(report, Faulty):
        found.append(Said("ui.new.report", words(report)))
    elif report and report > now():
        found.append(Said("ui.new.report", words("ui.moment.problem.future")))
    return found


def told_of(form: Form, case: Case) -> dict[str, Any]:
    """What is newly known, as kinds.INCIDENT_DETAILS; empty where nothing is."""
    typed, told = form.typed(), dict[str, Any]()
    for name, known in (("ref", case.ref), ("call", call_of(case))):
        if name in typed and typed[name].strip() != known:
            told[name] = typed[name].strip()
    report = read_moment(form, "report")
    if any(name.startswith("report.") for name in typed) and isinstance(report, datetime):
        told["report_at"] = report.isoformat()
    place = address_told(typed)
    if "address" in place or place.get("undisclosed", case.undisclosed) != case.undisclosed:
        told |= place
    return told


async def keep(form: Form, case: Case) -> bool:
    """What is left as it was makes no entry."""
    told, book, keys = told_of(form, case), desk().notebook, (form.key,)
    known = desk().records.case(case.id) or case
    if told:
        await commit(lambda: put_right_incident(book, known, told, keys), keys, case.id)
    else:
        await leave_nothing(form)
    return True


def versions(case: Case) -> ft.Control:
    """Every entry that told of the details, put right or not. An undisclosed address is not among them."""
    told = [
        version for entry in case.entries if entry.kind in KINDS for version in versions_of(case, entry.id)
    ]

    def lines(body: Mapping[str, Any]) -> Iterator[str]:
        reported = moment(body, "report_at")
        address = "" if case.undisclosed else text(body, "address")
        values = (
            ("ui.new.ref", text(body, "ref")),
            ("ui.new.report", deadline_words(reported) if reported else ""),
            ("ui.new.call", text(body, "call")),
            ("ui.place.address", address),
        )
        yield from (words("ui.task.detail", name=words(key), value=value) for key, value in values if value)

    found: tuple[Version, ...] = tuple(told)
    return earlier_versions(found, lines)
