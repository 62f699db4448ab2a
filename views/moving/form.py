"""The form of a move. It starts empty: the address before is shown nowhere on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import flet as ft

from app.case.model import Case
from app.case.reading import truth
from app.clocks.words import moment_words
from app.entry import Entry
from app.incident import move_address
from views.going import go
from views.incident.in_words import fill
from views.incident.place import NO, YES
from views.parts.answers import answer_group, check_row
from views.parts.day import moment_field
from views.parts.fields import text_field
from views.parts.panel import panel, warning
from views.parts.sheet import sheet
from views.parts.text import section
from views.saying import Said, say, words
from views.services import desk, now, phone_now, services
from views.visits.checks import faults, past
from views.visits.groups import grouped
from views.visits.page import Page, place

HERE, AREA, FORCE = "here", "area", "force"
_NAMES = {"phone": "phone", "staying": "staying_with", "may-know": "may_know"}


def boxes(page: Page) -> Iterator[ft.Control]:
    address, at = say("moved.address"), say("moved.at")
    yield text_field(address, page.form, "address", problem=page.problem(address.key), kind="long")
    yield sheet([_kept(page)])
    if not _undisclosed(page):
        yield warning(fill(words("moved.open-warns"), page.case))
    yield from _elsewhere(page)
    yield text_field(say("moved.may-know"), page.form, "may-know", words("moved.may-know.hint"))
    yield text_field(say("moved.staying"), page.form, "staying")
    yield text_field(say("moved.phone"), page.form, "phone", kind="phone")
    yield moment_field(at, page.form, "at", words("moved.at.hint"), page.problem(at.key))


def _undisclosed(page: Page) -> bool:
    """Undisclosed until somebody takes the tick away."""
    return page.get("undisclosed") != NO


def _kept(page: Page) -> ft.Control:
    return check_row(
        say("moved.kept"),
        _undisclosed(page),
        lambda ticked: page.put({"undisclosed": YES if ticked else NO}),
    )


def _elsewhere(page: Page) -> Iterator[ft.Control]:
    chosen = page.get("elsewhere")
    options = [(each, say(f"moved.where.{each}")) for each in (HERE, AREA, FORCE)]
    group = answer_group(options, chosen or None, page.tapped("elsewhere"))
    problem = page.problem("moved.elsewhere")
    yield grouped("moved.elsewhere", problem, section(words("moved.elsewhere")), group)
    if chosen in (AREA, FORCE):
        named = say("moved.where-to")
        yield text_field(named, page.form, "where-to", problem=page.problem(named.key))
        yield panel(words("moved.pack"))


def told_of(page: Page) -> dict[str, Any]:
    """As kinds.ADDRESS_MOVED."""
    body: dict[str, Any] = {"address": page.get("address").strip(), "undisclosed": _undisclosed(page)}
    chosen, named = page.get("elsewhere"), page.get("where-to").strip()
    if chosen in (AREA, FORCE):
        body[f"new_{chosen}"] = named
    more = {name: page.get(box).strip() for box, name in _NAMES.items()}
    return {**body, **{name: said for name, said in more.items() if said}}


async def save(page: Page) -> None:
    """Another force or area: on to the pack that it gets."""
    case, chosen = page.case, page.get("elsewhere")
    at = past(page.form, "at", "moved.at", needed=False)
    address = page.get("address").strip() or _fault(case, "moved.address")
    elsewhere = chosen or _fault(case, "moved.elsewhere")
    out = chosen in (AREA, FORCE)
    named = (page.get("where-to").strip() or _fault(case, "moved.where-to")) if out else ""
    if await page.wrong(faults(address, elsewhere, named, at)):
        return
    told, book, keys = told_of(page), desk().notebook, (page.form.key,)
    when = at if isinstance(at, datetime) else phone_now()

    def work() -> Entry:
        return move_address(book, desk().records.case(case.id) or case, told, when, keys)

    if await page.keep(work, "moved.held"):
        services().device.announce(words("moved.saved"))
        await go(place(case.id, "documents", "transfer_pack") if out else place(case.id))


def _fault(case: Case, key: str) -> Said:
    return Said(key, fill(words(f"{key}.missing"), case))


def last_line(case: Case) -> str:
    """When the newest move was, and whether it is kept apart; never where to."""
    if not case.moves:
        return ""
    newest = case.moves[-1]
    how = words("moved.last.kept" if truth(newest.body, "undisclosed") else "moved.last.open")
    return words("moved.last", time=moment_words(newest.happened_at, now()), where=how)
