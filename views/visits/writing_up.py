"""Save visit: what holds it up, what only lacks an answer, and the entries that it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.case.model import Case, Visit
from app.case.reading import moment, text, texts
from app.held import Held
from app.visits.visiting import agree_visit, record_visit
from views.going import go
from views.saying import Said, say, words
from views.services import commit, desk, now, services
from views.visits.agreeing import id_for
from views.visits.asked_here import Drafted
from views.visits.checks import faults, past
from views.visits.due import CONTACT, NAMES
from views.visits.guide import NEXT
from views.visits.page import Page, place
from views.visits.references import no_hash
from views.visits.saving import asked_of, lacking, outcome_of, record_of, unreadable


def begun(case: Case, visit: Visit) -> bool:
    """Whether it was started, and nothing recorded of it since. What was not planned needs no start."""
    since = max((note.written_at for note in visit.records), default=None)
    starts = [each.written_at for each in case.started if each.body.get("for") == visit.id]
    return visit.id == CONTACT or any(since is None or at > since for at in starts)


@dataclass(frozen=True, slots=True)
class Save:
    page: Page
    visit: Visit

    def wrong(self) -> list[Said]:
        """What has to be put right before anything is saved."""
        page = self.page
        chosen = [] if outcome_of(page) else [Said("visit.outcome", words("visit.problem.outcome"))]
        happened = past(page.form, "at", "visit.at", needed=False)
        return [*chosen, *faults(happened, self._next(), no_hash(page)), *unreadable(page)]

    async def save(self) -> None:
        """Questions without an answer are named once; then it is the officer who decides."""
        if not await self.page.wrong([*self.wrong(), *lacking(self.page)]):
            await self._write()

    async def as_it_is(self) -> None:
        if not await self.page.wrong(self.wrong()):
            await self._write()

    def _agreed(self) -> Drafted | None:
        asked = asked_of(self.page)
        return next(
            (each for each in asked if each.question.id == NEXT and each.told().answer == "done"), None
        )

    def _next(self) -> datetime | Said | None:
        """The time agreed for the next visit; None where nobody agreed one, or only that there is one."""
        agreed = self._agreed()
        at = moment(agreed.told().details, "at") if agreed else None
        if at and at < now():
            return Said(f"ask.{NEXT}", words("next.time.past"))
        return at

    async def _write(self) -> None:
        page, book, following = self.page, desk().notebook, self._next()
        if isinstance(following, datetime) and not await self._agree(following):
            return
        came, at = outcome_of(page), past(page.form, "at", "visit.at", needed=False)
        body = record_of(page, NAMES.get(self.visit.id, self.visit.id))
        happened, keys = at if isinstance(at, datetime) else None, (page.form.key,)
        kept = await page.keep(lambda: record_visit(book, page.case, body, happened, keys), "visit.held")
        if kept is None:
            return
        services().device.announce(words("visit.saved"))
        if came and came.ladder:
            await go(place(page.case.id, "visit", self.visit.id, "no-answer"))
        elif self.visit.id == CONTACT:
            await go(place(page.case.id, "visits"))

    async def _agree(self, following: datetime) -> bool:
        """The next visit first: its id is sealed in the draft, so agreeing it twice is agreeing it once."""
        page, book, agreed = self.page, desk().notebook, self._agreed()
        name = await id_for(page, following)
        planned = next((known for known in page.case.visits if known.id == name), None)
        told = agreed.told().details if agreed else {}
        details: dict[str, Any] = {"visit": name, "why": planned.why if planned else words("next.why")}
        details |= {"officer": text(told, "who"), "channel": ", ".join(texts(told, "channels"))}
        done = await commit(lambda: agree_visit(book, page.case, following, details), case=page.case.id)
        if isinstance(done, Held):
            await page.wrong([say("next.held.state")])
        return not isinstance(done, Held)
