"""The end of a shift: what is not sent, what is open and who takes it. Nothing is left without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from app.case.model import Case
from app.held import Held
from app.ports import RecordState, SendState
from app.visits.schedule import DueVisit, risk_grade
from app.visits.shift_end import ShiftEnd, give_all_back
from views.drafts import Form
from views.going import go, to
from views.guard import PLACE
from views.incident.filling import Filling
from views.now.whose import whose
from views.one_tap import one_tap
from views.parts.buttons import outlined
from views.parts.facts import facts
from views.parts.fields import text_field
from views.parts.panel import panel, warning
from views.parts.records import Whose, case_row
from views.parts.sheet import sheet
from views.parts.text import margin, section
from views.saying import Said, say, words
from views.send.rows import UNKNOWN
from views.services import commit, desk, now, services
from views.theme import measures
from views.visits.due import due_rows
from views.visits.page import place

NOTE, MOST, KINDS = "note", 20, 4


# What is not sent


def unsent() -> list[RecordState]:
    return [each for each in desk().records.send_states() if each.state is not SendState.AT_STATION]


def waiting_drafts() -> int:
    """Pages on which something is typed and not saved."""
    kept = [each.value for each in desk().records.drafts() if each.key != PLACE]
    return sum(any(value.values()) if isinstance(value, dict) else bool(value) for value in kept)


def unsent_words() -> str:
    """'2 records are not sent: 2 x Visit note. 1 page is typed and not saved.' Empty: nothing waits."""
    found, drafts = unsent(), waiting_drafts()
    told = []
    if found:
        counted = Counter(_kind(each) for each in found).most_common()
        named = [words("end.kind", count=count, what=what) for what, count in counted[:KINDS]]
        left = sum(count for _, count in counted[KINDS:])
        which = ", ".join([*named, *([words("end.others", count=left)] if left else [])])
        told.append(
            words("end.unsent.one" if len(found) == 1 else "end.unsent.many", count=len(found), which=which)
        )
    if drafts:
        told.append(words("end.drafts.one" if drafts == 1 else "end.drafts.many", count=drafts))
    return " ".join(told)


def _kind(record: RecordState) -> str:
    key = f"kind.{record.entry.kind}"
    return words(key if services().guidance.has(key) else UNKNOWN)


def sending(asked: bool) -> list[ft.Control]:
    """`asked`: the officer was about to end the shift: it says so, and both ways stand here."""
    told = unsent_words()
    parts: list[ft.Control] = [section(words("end.sending"))]
    if not told:
        return [*parts, panel(words("end.all-sent"), "", ft.Icons.CLOUD_DONE_OUTLINED)]
    parts.append(warning(told, words("end.asked") if asked else ""))
    ways = [outlined(say("end.send"), services().syncing.wake)]
    ways.append(outlined(say("end.look"), to("/send")))
    if asked:
        ways.append(outlined(say("end.all-the-same"), leave))
    return [*parts, margin(*ways, gap=measures.S8)]


# What is open


END = "visits/end"


def opened(end: ShiftEnd, form: Form, give: Callable[[], Any]) -> list[ft.Control]:
    if not end.open:
        return [section(words("end.open")), panel(words("end.nothing-open"))]
    return [*_mine(end.mine, form, give), *_nobodys(end.nobodys), *_incidents(end)]


def _mine(rows: Sequence[DueVisit], form: Form, give: Callable[[], Any]) -> list[ft.Control]:
    """Each leads to handing it on by itself; below, all of them back with one note."""
    if not rows:
        return []

    def hand_on(row: DueVisit) -> list[ft.Control]:
        said = say("end.one").of(f"{row.case.id}.{row.visit.id}")
        return [
            margin(
                outlined(said, to(place(row.case.id, "visit", row.visit.id, "hand-on"))), below=measures.S8
            )
        ]

    return [
        section(words("end.mine")),
        due_rows(rows[:MOST], {row.case.id for row in rows}, now(), hand_on),
        *([margin(panel(words("visits.more", count=len(rows) - MOST)))] if len(rows) > MOST else []),
        text_field(say("end.note"), form, NOTE, words("end.note.hint"), kind="long"),
        margin(outlined(say("end.give-all"), give), above=measures.S12),
    ]


def _nobodys(rows: Sequence[DueVisit]) -> list[ft.Control]:
    if not rows:
        return []
    shown = due_rows(rows[:MOST], {row.case.id for row in rows}, now())
    return [section(words("end.nobodys"), words("end.count", count=len(rows))), shown]


def _incidents(end: ShiftEnd) -> list[ft.Control]:
    parts: list[ft.Control] = []
    if end.incidents:
        parts += [section(words("end.incidents")), sheet([_case(each) for each in end.incidents[:MOST]])]
    if end.offered:
        told = [
            (whose(each), words("end.offered-to", officer=each.ownership.offered_to)) for each in end.offered
        ]
        parts += [section(words("end.offered")), facts(told)]
    return parts


def _case(case: Case) -> ft.Control:
    said = Said(f"end.case.{case.id}", case.ref)
    shown = Whose(case.ref, case.initials, risk_grade(case))
    return case_row(said, shown, words("end.hand-over"), to(place(case.id, "handover")))


# Going


async def to_the_top(page: Filling) -> None:
    """Where it says what is not sent."""
    if page.scroller.current is not None:
        await page.scroller.current.scroll_to(offset=0)


async def give_all(form: Form, rows: Sequence[DueVisit]) -> None:
    """Written once, however often it is tapped."""
    with one_tap(END) as first:
        if not first:
            return
        book, note = desk().notebook, form.get(NOTE)
        await form.seal()
        done = await commit(lambda: give_all_back(book, rows, note, (END,)), clears=(END,))
    if not isinstance(done, Held):
        services().device.announce(words("end.given"))


async def leave() -> None:
    """The phone is locked, and what waits goes on being sent until its keys are dropped. Nothing is lost."""
    await go("/")
    services().guard.lock()
