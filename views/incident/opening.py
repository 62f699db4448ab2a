"""A new incident from what is typed. A second tap opens no second one."""

from __future__ import annotations

from datetime import datetime

from app.incident import open_incident
from views.drafts import Form
from views.incident.place import address_told
from views.parts.day import Faulty, read_moment
from views.saying import Said, words
from views.services import commit, desk, now

KEY = "incident/new"


class Opening:
    """`warned`: a reference that is on this phone already, named once to the officer."""

    def __init__(self) -> None:
        self.warned = ""
        self._busy = False

    async def open(self, typed: Form) -> str | None:
        """The id of the new case; None where an earlier tap is at work or has done it."""
        if self._busy:
            return None
        self._busy = True
        try:
            return await self._write(typed)
        except BaseException:
            self._busy = False
            raise

    async def _write(self, typed: Form) -> str:
        report, values, book = read_moment(typed, "report"), typed.values(), desk().notebook
        call = str(values.get("call", "")).strip()
        details = {**({"call": call} if call else {}), **address_told(values)}
        at = report if isinstance(report, datetime) else None
        ref, keys = typed.get("ref"), (typed.key,)
        return (await commit(lambda: open_incident(book, ref, at, details, keys), keys)).case


def faults_of(typed: Form, opening: Opening) -> list[Said]:
    found = []
    ref, report = typed.get("ref").strip(), read_moment(typed, "report")
    if not ref:
        found.append(Said("ui.new.ref", words("ui.new.problem.ref")))
    elif opening.warned != ref and any(case.ref == ref for case in desk().records.cases()):
        opening.warned = ref
        found.append(Said("ui.new.ref", words("ui.new.problem.known", ref=ref)))
    if isinstance(report, Faulty):
        found.append(Said("ui.new.report", words(report)))
    elif report and report > now():
        found.append(Said("ui.new.report", words("ui.moment.problem.future")))
    return found
