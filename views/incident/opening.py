"""A new incident from what is typed."""

from __future__ import annotations

from datetime import datetime

from app.incident import open_incident
from views.drafts import Form
from views.incident.place import address_told
from views.parts.day import Faulty, read_moment
from views.saying import Said, words
from views.services import commit, desk, now

KEY = "incident/new"


class Warned:
    """A reference that is on this phone already, named once to the officer."""

    def __init__(self) -> None:
        self.ref = ""


async def opened(typed: Form) -> str:
    """The id of the new case."""
    report, values, book = read_moment(typed, "report"), typed.values(), desk().notebook
    call = str(values.get("call", "")).strip()
    details = {**({"call": call} if call else {}), **address_told(values)}
    at = report if isinstance(report, datetime) else None
    ref, keys = typed.get("ref"), (typed.key,)
    return (await commit(lambda: open_incident(book, ref, at, details, keys), keys)).case


def faults_of(typed: Form, warned: Warned) -> list[Said]:
    found = []
    ref, report = typed.get("ref").strip(), read_moment(typed, "report")
    if not ref:
        found.append(Said("ui.new.ref", words("ui.new.problem.ref")))
    elif warned.ref != ref and any(case.ref == ref for case in desk().records.cases()):
        warned.ref = ref
        found.append(Said("ui.new.ref", words("ui.new.problem.known", ref=ref)))
    if isinstance(report, Faulty):
        found.append(Said("ui.new.report", words(report)))
    elif report and report > now():
        found.append(Said("ui.new.report", words("ui.moment.problem.future")))
    return found
