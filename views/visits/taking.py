"""Take a visit with one tap; give it back; answer an offer. Nothing of it stops anybody from going."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

import flet as ft

from app.case.model import Case, Visit
from app.clocks.words import moment_words
from app.entry import Entry
from app.held import Held
from app.visits.claiming import Of, accept, close, give_back, take, takeable
from app.visits.claims import Offer, holders, left_with, offers
from app.visits.schedule import DueVisit
from views.going import to
from views.parts.buttons import named_link, outlined
from views.parts.panel import panel, warning
from views.parts.text import margin, second, section
from views.safe import Handler
from views.saying import Said, say, words
from views.services import desk, now
from views.theme import measures
from views.visits.due import visit_of
from views.visits.groups import alone
from views.visits.page import once, place
from views.visits.said import day_words
from views.visits.who_takes import agree_line, me, taken_line
from views.window import window


def beside_row(row: DueVisit) -> list[ft.Control]:
    """Under a row of the list: take it where nobody has; give it back where two have."""
    hold, whose = holders(row.case, row.visit), row.case.initials or row.case.ref
    if not hold:
        return [_row_way("take.take", Of(row.case, row.visit), (taken, whose))]
    if len(hold) > 1 and me() in hold:
        return [_row_way("take.give-back", Of(row.case, row.visit), (given_back, whose))]
    return []


def _row_way(key: str, of: Of, act: tuple[Callable[[Of], Any], str]) -> ft.Control:
    done, whose = act
    said = say(key).of(f"{of.case.id}.{of.visit.id}")
    way = named_link(said, partial(done, of), words("take.whose", what=said.text, whose=whose))
    return margin(alone(way))


async def taken(of: Of) -> None:
    book, newest = desk().notebook, _as_it_is(of)
    await _settled(f"take/{of.visit.id}", of, lambda: take(book, newest))


async def given_back(of: Of) -> None:
    book, newest = desk().notebook, _as_it_is(of)
    await _settled(f"give-back/{of.visit.id}", of, lambda: give_back(book, newest))


def _as_it_is(of: Of) -> Of:
    """Read again when it is tapped: what the page showed may be over."""
    case = desk().records.case(of.case.id) or of.case
    return Of(case, visit_of(case, of.visit.id, now()) or of.visit)


async def _settled(name: str, of: Of, work: Callable[[], Entry | Held]) -> None:
    """Where something came in between nothing is written, and it is said so."""
    if isinstance(await once(name, of.case, work), Held):
        window().report("take.held")


# On the page of the visit


def taking(case: Case, visit: Visit) -> list[ft.Control]:
    """Who takes it, what was left with it, what is offered, and the ways. Nothing once it was made."""
    at, of = now(), Of(case, visit)
    if not takeable(case, visit, at):
        return []
    both = agree_line(case, visit, at)
    told = warning(both, words("take.both.title")) if both else margin(second(taken_line(case, visit)))
    return [section(words("take.title")), told, *_left(of, at), *_offers(of, at), *_ways(of)]


def _left(of: Of, at: datetime) -> Iterator[ft.Control]:
    left = left_with(of.case, of.visit)
    if left:
        yield panel(left.note, words("take.left", officer=left.by, time=moment_words(left.at, at)))


def _offers(of: Of, at: datetime) -> Iterator[ft.Control]:
    for each in offers(of.case, of.visit):
        time = moment_words(each.at, at)
        if each.by == me():
            yield panel(each.note or words("take.stays"), words("take.offered", officer=each.to, time=time))
            yield _way(say("take.withdraw"), partial(_closed, of, each))
        elif each.to == me():
            yield panel(_asked(each), words("take.asked", officer=each.by, time=time))
            if not each.swap or swapped(each):
                said = say("take.accept-swap" if each.swap else "take.accept")
                yield _way(said, partial(_accepted, of, each))
            yield _way(say("take.decline"), partial(_closed, of, each))


def _asked(offer: Offer) -> str:
    back = swapped(offer)
    told = [offer.note]
    if offer.swap:
        told.append(words("take.swap-for", visit=visit_words(back)) if back else words("take.swap-gone"))
    return " ".join(each for each in told if each) or words("take.no-note")


def _ways(of: Of) -> Iterator[ft.Control]:
    hold = holders(of.case, of.visit)
    if me() in hold:
        if len(hold) > 1:
            yield _way(say("take.give-back"), partial(given_back, of))
        yield _way(say("take.hand-on"), to(place(of.case.id, "visit", of.visit.id, "hand-on")))
    else:
        yield _way(say("take.as-well" if hold else "take.take"), partial(taken, of))


def _way(said: Said, act: Handler) -> ft.Control:
    return margin(outlined(said, act), above=measures.S8)


async def _accepted(of: Of, offer: Offer) -> None:
    book, newest, back = desk().notebook, _as_it_is(of), swapped(offer)
    await _settled(f"offer/{offer.entry}", of, lambda: accept(book, newest, offer, back))


async def _closed(of: Of, offer: Offer) -> None:
    book, newest = desk().notebook, _as_it_is(of)
    await _settled(f"offer/{offer.entry}", of, lambda: close(book, newest, offer))


def swapped(offer: Offer) -> Of | None:
    """The visit of this officer that is asked for in return; None where it is not theirs any more, or not on
    this phone."""
    case = desk().records.case(offer.for_case) if offer.for_case else None
    found = next((each for each in case.visits if each.id == offer.for_visit), None) if case else None
    return Of(case, found) if case and found and me() in holders(case, found) else None


def visit_words(of: Of) -> str:
    """'S.W. TRN 1098/26, Sun 22 Nov'; the time where one was agreed."""
    when = moment_words(of.visit.at, now()) if of.visit.at else day_words(of.visit.due)
    return words("take.visit", whose=f"{of.case.initials} {of.case.ref}".strip(), when=when)
