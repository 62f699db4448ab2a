"""One visit that this officer took: back to whoever comes next, to another officer, or in a swap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import flet as ft

from app.visits.claiming import Asked, Of, exchangeable, give_back, offer
from app.visits.claims import holders
from views.going import go
from views.parts.answers import answer_group
from views.parts.fields import text_field
from views.parts.text import section
from views.saying import Said, say, words
from views.services import desk
from views.visits.groups import grouped
from views.visits.page import Page, place
from views.visits.taking import visit_words
from views.visits.who_takes import me

BACK, PASS, SWAP = "back", "pass", "swap"
WAY, TO, NOTE, FOR = "way", "to", "note", "for"


def asked(page: Page, at: datetime) -> Iterator[ft.Control]:
    """Which way, to whom or for which visit, and a note. Nothing is chosen in advance."""
    others = theirs(at)
    offered = (BACK, PASS, *([SWAP] if others else []))
    way, problem = f"hand.way.{BACK}", page.problem(f"hand.way.{BACK}")
    ways = [(each, say(f"hand.way.{each}")) for each in offered]
    yield section(words("hand.way"))
    yield grouped(way, problem, answer_group(ways, page.get(WAY) or None, page.tapped(WAY)))
    if page.get(WAY) == PASS:
        number = say("hand.to")
        yield text_field(
            number, page.form, TO, words("hand.to.hint"), page.problem(number.key), kind="number"
        )
    if page.get(WAY) == SWAP:
        options = [(_key(each), Said(f"hand.for.{_key(each)}", _told(each))) for each in others]
        group = answer_group(options, page.get(FOR) or None, page.tapped(FOR))
        yield section(words("hand.for"))
        yield grouped("hand.way.swap", page.problem("hand.way.swap"), group)
    yield text_field(say("hand.note"), page.form, NOTE, words("hand.note.hint"), kind="long")


def theirs(at: datetime) -> list[Of]:
    return exchangeable(desk().records.cases(), me(), at)


def _key(of: Of) -> str:
    return f"{of.case.id}.{of.visit.id}"


def _told(of: Of) -> str:
    return words("hand.theirs", visit=visit_words(of), officer=holders(of.case, of.visit)[0])


def faults(page: Page, at: datetime) -> list[Said]:
    if page.get(WAY) not in (BACK, PASS, SWAP):
        return [Said(f"hand.way.{BACK}", words("hand.way.missing"))]
    if page.get(WAY) == PASS and not page.get(TO).strip():
        return [Said("hand.to", words("hand.to.missing"))]
    if page.get(WAY) == SWAP and _chosen(page, at) is None:
        return [Said("hand.way.swap", words("hand.for.missing"))]
    return []


def _chosen(page: Page, at: datetime) -> Of | None:
    return next((each for each in theirs(at) if _key(each) == page.get(FOR)), None)


async def hand_on(page: Page, of: Of, at: datetime) -> None:
    """Written once; an offer moves nothing until it is accepted."""
    if await page.wrong(faults(page, at)):
        return
    book, keys, note = desk().notebook, (page.form.key,), page.get(NOTE)
    back = _chosen(page, at) if page.get(WAY) == SWAP else None
    if page.get(WAY) == BACK:
        kept = await page.keep(lambda: give_back(book, of, note, keys), "hand.held")
    else:
        to = holders(back.case, back.visit)[0] if back else page.get(TO).strip()
        kept = await page.keep(lambda: offer(book, of, Asked(to, note, back), keys), "hand.held")
    if kept:
        await go(place(of.case.id, "visit", of.visit.id))
