"""Who is there while she speaks. Asked first, and again when people change or a pause was long.

The answers to one item, never removed: alone, not alone, not safe to ask, or that somebody came in.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from app.answers import Given, answer_item
from app.case.model import Answer, Case
from app.entry import Entry
from app.notebook import Notebook

ASK = "cn-alone"
ALONE, NOT_ALONE, CAME_IN, NOT_KNOWN = "yes", "no", "somebody came in", "not known"
INTERPRETER = ("interpreter", "language", "independent")
SETTING = ("present", *INTERPRETER)
"""What is said once of who is there, and goes with every topic until it changes."""
PAUSE = timedelta(hours=1)
"""After a pause as long as this whoever goes on asks again first."""


def company(case: Case, officer: str, now: datetime) -> str:
    """What this officer knows now: yes (alone), no, somebody came in, not safe to ask, not asked, not known.
    What another officer was told, or what was said before a long pause, is not known now."""
    last = _last(case, officer)
    if last is None or now - _spoken(case, officer, last) > PAUSE:
        return NOT_KNOWN
    return last.answer


def _last(case: Case, officer: str) -> Answer | None:
    asked = [each for each in case.given if each.item == ASK and each.by == officer and each.written_at]
    return asked[-1] if asked else None


def _spoken(case: Case, officer: str, last: Answer) -> datetime:
    """When this officer last wrote down anything of the conversation."""
    versions = [each for topic in case.consents.values() for each in topic.versions if each.by == officer]
    assert last.written_at is not None, "only written answers are looked at"
    return max([last.written_at, *(each.written_at for each in versions)])


def asks_again(case: Case, officer: str, now: datetime) -> bool:
    """Whether 'Alone and safe to talk?' comes before the next topic."""
    return company(case, officer, now) in (CAME_IN, NOT_KNOWN)


def setting(case: Case, officer: str, now: datetime) -> Mapping[str, Any]:
    """Who is there and through whom it is spoken, as it was said last; nothing once that is in doubt."""
    if asks_again(case, officer, now):
        return {}
    last = _last(case, officer)
    details = last.details if last else {}
    return {name: details[name] for name in SETTING if details.get(name) not in (None, "")}


def beside(case: Case, officer: str, now: datetime) -> dict[str, Any]:
    """What goes with every answer that is recorded now: who is there, and whether she was alone."""
    return {**setting(case, officer, now), "company": company(case, officer, now)}


def came_in(book: Notebook, case: Case) -> Entry:
    """Somebody came in, at this minute. Nothing that was said before is touched."""
    last = _last(case, book.officer.number)
    through = {name: value for name, value in (last.details if last else {}).items() if name in INTERPRETER}
    kept = answer_item(book, case, Given(ASK, CAME_IN, details=through))
    assert isinstance(kept, Entry), "nothing holds it"
    return kept


def third_present(said: Mapping[str, Any]) -> bool:
    """Whether an answer was given with somebody there, or with nobody having looked: `said` is the body
    or the details of a consent. Entries from before this was kept say nothing, and are no such answer."""
    known = said.get("company")
    return known is not None and known != ALONE
