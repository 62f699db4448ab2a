"""Owner of risk and plan, and who keeps the victim informed: as it stands, offering, accepting."""

from __future__ import annotations

from collections.abc import Awaitable

import flet as ft

from app.case.model import Case
from app.clocks.words import moment_words
from app.entry import Entry
from app.handover import accept, offer
from app.held import Held
from views.incident.filling import Filling
from views.incident.more_rows import row
from views.incident.place import NO, YES
from views.parts.answers import answer_group
from views.parts.facts import facts
from views.parts.fields import text_field
from views.parts.panel import panel
from views.parts.sheet import sheet
from views.parts.text import section
from views.saying import Said, say, words
from views.services import commit, desk, now, services

TO = "ui.owning.to"


def owner_facts(case: Case) -> list[ft.Control]:
    own, nobody = case.ownership, words("ui.owning.nobody")
    since = moment_words(own.owner_since, now()) if own.owner_since else ""
    owner = words("ui.owning.since", officer=own.owner, since=since) if own.owner and since else own.owner
    told = [(words("ui.owning.owner"), owner or nobody), (words("ui.owning.informs"), own.informs or nobody)]
    if own.offered_to:
        told.append((words("ui.owning.offered"), words("ui.owning.officer", officer=own.offered_to)))
    here = f"/incident/{case.id}/task/risk"
    asks = [row(say(f"ui.incident.add.{who}"), "", f"{here}/{item}", left=True) for who, item in _asks(case)]
    return [facts(told), *([sheet(asks)] if asks else [])]


def _asks(case: Case) -> list[tuple[str, str]]:
    items = {"owner": "own-now", "informs": "own-informs"}
    return [(who, items[who]) for who in case.ownership.missing]


def offering(page: Filling) -> list[ft.Control]:
    number, note = say(TO), say("ui.owning.note")
    return [
        section(words("ui.owning.offer-title")),
        text_field(
            number, page.form, "to", words("ui.owning.to.hint"), page.problem(number.key), kind="number"
        ),
        text_field(note, page.form, "note", kind="long"),
    ]


def accepting(page: Filling, case: Case) -> list[ft.Control]:
    """Asked of you. The victim is told who has it now, or is still to be told."""
    about = services().guidance.about(case)
    options = [(each, say(f"ui.owning.told.{each}")) for each in (YES, NO)]

    def choose(value: str) -> Awaitable[None]:
        return page.put("told", value)

    return [
        panel(words("ui.owning.asked-you")),
        section(words("ui.owning.told", **about)),
        answer_group(options, page.form.get("told") or None, choose),
    ]


def faults_of(page: Filling, mine: bool) -> list[Said]:
    if mine:
        missing = not page.form.get("told")
        return [Said("ui.owning.told.yes", words("ui.owning.problem.told"))] if missing else []
    return [] if page.form.get("to").strip() else [Said(TO, words("ui.owning.problem.to"))]


async def give(page: Filling, case_id: str) -> Entry | Held:
    case, book, keys = desk().records.case(case_id), desk().notebook, (page.form.key,)
    assert case is not None, "the case is open"
    number, note = page.form.get("to").strip(), page.form.get("note").strip()
    return await commit(lambda: offer(book, case, number, note, keys), keys, case.id)


async def take(page: Filling, case_id: str) -> Entry | Held:
    case, book, keys = desk().records.case(case_id), desk().notebook, (page.form.key,)
    assert case is not None, "the case is open"
    told = page.form.get("told") == YES
    return await commit(lambda: accept(book, case, told, keys), keys, case.id)
