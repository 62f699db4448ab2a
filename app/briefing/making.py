"""Produce a briefing at the station, say on a phone that it was read, and return what it asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from app import kinds
from app.briefing.records import ANSWERS, ASKED, FIELDS, PLAIN, Ask, Briefing
from app.case.model import Case
from app.consultation import Disclosure
from app.documents.withheld import Compartment
from app.entry import Entry, canonical, sha256
from app.held import Held, is_supervisor
from app.ids import new_id
from app.language import spoken
from app.monitoring.tasks import Task, open_tasks
from app.notebook import Notebook
from app.timekeeping import LONDON

_FILE = Path(__file__).resolve().parents[1] / "content" / "briefing.toml"
BRIEF_LOCAL, BRIEFING = "me-brief-local", "briefing"


@cache
def longest() -> timedelta:
    """How long a briefing may hold, by the force's content."""
    return timedelta(days=int(tomllib.loads(_FILE.read_text("utf-8"))["longest_days"]))


@dataclass(frozen=True, slots=True)
class Told:
    """What a supervisor gives: `says` by FIELDS, `asks` as (ASKED or ACTION, words). `author`: who of the
    investigating team, at which meeting. `tasked`: why the team has to know the undisclosed address."""

    to: tuple[str, ...]
    expires: date
    author: str
    says: Mapping[str, str]
    asks: Sequence[tuple[str, str]] = ()
    tasked: str = ""


def make_briefing(book: Notebook, case: Case, told: Told) -> Entry | Held:
    """The briefing, its disclosure and the answer to each task that called for it, in one frame.

    Held, each with brief- before it: rank below sergeant; state of a closed case; to, author, says where
    there is none; expires outside today and the longest; address where an undisclosed one, or a way to reach
    the victim, stands in the words: the phone leads a tasked team to it, behind its own purpose.
    """
    because = list(_because(book, case, told))
    if because:
        return Held(tuple(because))
    now = book.clock.now()
    body: dict[str, Any] = {
        "expires": told.expires.isoformat(),
        "to": list(told.to),
        "author": told.author,
        "says": {item: told.says[item] for item in FIELDS if told.says.get(item)},
        "asks": [{"ask": new_id(now), "item": item, "words": words} for item, words in told.asks],
    }
    if told.tasked:
        body["tasked"] = told.tasked
    logged = Disclosure(BRIEFING, told.author, ", ".join(told.to), sha256(canonical(body)))
    facts: list[tuple[str, Mapping[str, Any]]] = [
        (kinds.BRIEFING_MADE, body),
        (kinds.EXPORTED, {key: value for key, value in asdict(logged).items() if value}),
    ]
    waiting = open_tasks(case, now, book.calendar())
    facts += [(kinds.ANSWERED, _settles(each, told.to)) for each in waiting if each.item == BRIEF_LOCAL]
    return book.write_all(case.id, facts)[0]


def _settles(task: Task, to: Sequence[str]) -> dict[str, Any]:
    """Briefed is briefed: the task that called for it is done."""
    details = {"event": task.event.id, "who": ", ".join(to)}
    return {"item": task.item, "answer": "done", "question_language": spoken(), "details": details}


def _because(book: Notebook, case: Case, told: Told) -> Iterator[str]:
    now = book.clock.now()
    today = now.astimezone(LONDON).date()
    if not is_supervisor(book.officer.rank):
        yield "brief-rank"
    if case.referral.state == "closed":
        yield "brief-state"
    if not told.to:
        yield "brief-to"
    if not told.author.strip():
        yield "brief-author"
    if not any(told.says.get(item) for item in FIELDS):
        yield "brief-says"
    if not today <= told.expires <= today + longest():
        yield "brief-expires"
    written = [told.author, told.tasked, *told.says.values(), *(words for _, words in told.asks)]
    kept = Compartment(case, "")
    if any(kept.holds(each) for each in written):
        yield "brief-address"


def read_briefing(book: Notebook, case: Case, briefing: Briefing) -> Entry | Held:
    """This officer has read it. Held: ended; state where that stands already."""
    if book.clock.now() >= briefing.ends:
        return Held(("ended",))
    if briefing.read_by(book.officer.number):
        return Held(("state",))
    return book.write(case.id, kinds.BRIEFING_READ, {"of": briefing.entry})


@dataclass(frozen=True, slots=True)
class Found:
    """What came back for one thing that was asked; `at` when it was so."""

    answer: str
    words: str = ""
    passed_to: str = ""
    at: datetime | None = None
    clears: tuple[str, ...] = field(default=())


def return_answer(book: Notebook, case: Case, of: tuple[Briefing, Ask], found: Found) -> Entry | Held:
    """What an officer of the local team found or did. Held: answer; words where something was seen or
    stopped, or not done; passed where something was seen or stopped and nobody was told."""
    briefing, ask = of
    if found.answer not in ANSWERS[ask.item]:
        return Held(("answer",))
    wanted = found.answer not in PLAIN
    because = [
        *(["words"] if wanted and not found.words.strip() else []),
        *(["passed"] if wanted and ask.item == ASKED and not found.passed_to.strip() else []),
    ]
    if because:
        return Held(tuple(because))
    body = {"of": briefing.entry, "ask": ask.id, "asked": ask.item, "answer": found.answer}
    more = {"words": found.words.strip(), "passed_to": found.passed_to.strip()}
    body |= {name: value for name, value in more.items() if value}
    return book.write(case.id, kinds.BRIEFING_ANSWERED, body, found.at, found.clears)
