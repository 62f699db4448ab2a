"""On what a notice is served, where, and how it was tried: said on the page, never a reason to stop."""

from __future__ import annotations

import flet as ft

from app import kinds
from app.case.model import Case
from app.case.reading import text
from app.clocks.deadlines import live_hearing
from app.clocks.words import deadline_words, moment_words
from app.facts.heard import authority
from app.facts.notice import service_attempts
from app.facts.territory import OUTSIDE, TERRITORIES, outside
from views.going import to
from views.incident.more_rows import row
from views.parts.answers import answer_group
from views.parts.facts import fact_row
from views.parts.guide import shut_step
from views.parts.panel import panel, warning
from views.parts.sheet import sheet
from views.parts.text import margin, second, section
from views.saying import Said, say, words
from views.services import now
from views.theme import measures
from views.visits.groups import grouped
from views.visits.page import Page, place
from views.visits.telling import item_title

SURE = ("written",)


def authority_told(case: Case) -> ft.Control:
    """What authority there is for service, as far as this phone knows."""
    state = authority(case)
    told, title = words(f"serving.{state}"), words(f"serving.{state}.title")
    return panel(told, title) if state in SURE else warning(told, title)


def territory_asked(page: Page) -> list[ft.Control]:
    """A DVPN binds in England and Wales only: elsewhere it is warned of, and what happened is recorded."""
    options = [(each, say(f"serving.territory.{each}")) for each in TERRITORIES]
    chosen = page.get("territory")
    group = answer_group(options, chosen or None, page.tapped("territory"))
    title = section(words("serving.territory"))
    found: list[ft.Control] = [grouped("serving.territory", page.problem("serving.territory"), title, group)]
    if chosen in OUTSIDE:
        found.append(warning(words("serving.outside"), words("serving.outside.title")))
    return found


def served_outside(case: Case) -> list[ft.Control]:
    """On the court page, as long as the notice is relied upon."""
    if not outside(case):
        return []
    return [warning(words("serving.outside.served"), words("serving.outside.title"))]


def attempts(case: Case) -> list[ft.Control]:
    """Each with its time, officer and result. Where it was tried stands in its entry: that is an address."""
    tried = service_attempts(case)
    rows = [
        fact_row(
            words("attempt.line", time=moment_words(each.happened_at, now()) if each.happened_at else ""),
            words("attempt.told", who=text(each.details, "who"), result=text(each.details, "result")),
        )
        for each in tried
    ]
    rows.append(row(say("attempt.record"), "", place(case.id, "court", "attempt"), left=True))
    aside = words("attempt.count", count=len(tried)) if tried else ""
    hint = margin(second(words("attempt.why")), below=measures.S8)
    return [section(words("attempt.title"), aside), hint, sheet(rows)]


def told_by_record(case: Case) -> list[ft.Control]:
    """Steps of service that the record of service and listing tells already: nothing is typed twice."""
    service = next((each for each in case.entries if each.kind == kinds.NOTICE_SERVED), None)
    if service is None or case.served_at is None:
        return []
    entry = to(place(case.id, "note", service.id))
    by, evidence = text(service.body, "served_by"), text(service.body, "evidence")
    live, listed = live_hearing(case), to(place(case.id, "court", "listed"))
    booked = deadline_words(live.at) if live else words("ask.unanswered")
    rows = (
        ("sv-personal", words("serving.by", who=by), True, entry),
        ("sv-time", " ".join((deadline_words(case.served_at), evidence)).strip(), True, entry),
        ("sv-hearing-booked", booked, live is not None, listed),
    )
    return [
        shut_step(Said(f"told.{item}", item_title(case, item)), told, settled, way)
        for item, told, settled, way in rows
    ]
