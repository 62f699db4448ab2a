"""A deadline that moved, told to whoever has the case and has not said that they saw it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import flet as ft

from app.case.apart import clock_facts
from app.case.model import Case
from app.case.version import Version
from app.clocks.changes import DeadlineChange
from app.clocks.told import Untold, audience, say_seen, untold
from app.clocks.words import deadline_words
from app.clocks.worked import Worked, computed_in, work_out
from app.entry import Entry
from app.facts.history import standing_body
from views.parts.changed import changed
from views.parts.facts import Fact, facts
from views.parts.text import section
from views.saying import say, words
from views.services import desk, services
from views.visits.page import once


def changed_deadlines(case: Case, clock: str = "") -> list[ft.Control]:
    """One for each clock of the case that moved, or for this one (id as in running_clocks)."""
    found = unseen(case)
    return [_told(case, each) for each in found if clock in ("", each.clock)]


def unseen(case: Case) -> tuple[Untold, ...]:
    return untold(case, services().calendar, desk().enrolment.officer.number)


def _told(case: Case, moved: Untold) -> ft.Control:
    async def seen() -> None:
        book = desk().notebook
        await once(f"changed/{moved.clock}", case, lambda: say_seen(book, case, moved.changes))
        services().device.announce(words("changed.noted"))

    lines = [line for each in moved.changes for line in _because(each)]
    return changed(headline(moved), lines, say("changed.seen").of(moved.clock), seen)


def headline(moved: Untold) -> str:
    """'The hearing deadline has changed: was Thu 11 Jun 2026, 10:00, is now Wed 10 Jun 2026, 10:00.'"""
    clock, was, now = clock_name(moved.clock), moved.was, moved.now
    if was.same_end(now):
        return words("changed.again", clock=clock, now=deadline_words(now.safe))
    if was.safe == now.safe:
        told = {"was": deadline_words(was.outer), "now": deadline_words(now.outer)}
        return words("changed.latest", clock=clock, safe=deadline_words(now.safe), **told)
    return words("changed.was-now", clock=clock, was=deadline_words(was.safe), now=deadline_words(now.safe))


def clock_name(clock: str) -> str:
    return words(f"changed.{clock.partition('/')[0]}")


def _because(change: DeadlineChange) -> Iterator[str]:
    kind = change.clock.partition("/")[0]
    if not change.by:
        yield words("changed.calendar.text", version=change.new.calendar)
    elif change.why:
        yield words(f"changed.by.{kind}", officer=change.by, why=change.why.strip().rstrip("."))
    else:
        yield words("changed.service.text", officer=change.by)
    if change.apart:
        yield words("changed.apart.text")


# On the page of the entry


def which_stands(case: Case, root: Entry, versions: Sequence[Version]) -> int:
    """The number of the version whose times stand, from 1: the newest, unless corrections were made apart."""
    facts = clock_facts(root.kind, standing_body(case, root.id))
    same = [number for number, each in enumerate(versions, 1) if clock_facts(root.kind, each.body) == facts]
    return same[-1] if same else len(versions)


def worked_then(case: Case, root: Entry, version: Version) -> list[Fact]:
    """The deadline of one version: as it was computed when it was written, or today where that was not
    kept. Empty where the entry starts no clock."""
    written = next((each for each in case.entries if each.id == version.entry), None)
    then = computed_in(written.body) if written else None
    if then:
        return _answers(f"changed.then.{then.clock}", then)
    dated = {"happened_at": root.happened_at.isoformat(), **version.body}
    today = work_out(root.kind, dated, case, services().calendar)
    return _answers(f"changed.today.{today.clock}", today) if today else []


def _answers(key: str, worked: Worked) -> list[Fact]:
    found = [(words(key), deadline_words(worked.safe))]
    if worked.outer != worked.safe:
        found.append((words("changed.then.latest"), deadline_words(worked.outer)))
    return [*found, (words("changed.then.calendar"), worked.calendar)]


def who_has_seen(case: Case, version: Version, changes: tuple[DeadlineChange, ...]) -> list[ft.Control]:
    """Of the move that this version brought: who has said to have seen it, and who has not."""
    moved = next((each for each in changes if each.entry == version.entry and each.by), None)
    if moved is None:
        return []
    told = audience(case, moved)
    nobody = words("changed.who.nobody")
    rows = [(words("changed.who.seen"), ", ".join(told.seen) or nobody)]
    if told.not_seen:
        rows.append((words("changed.who.not-seen"), ", ".join(told.not_seen)))
    return [section(words("changed.who.title")), facts(rows)]
