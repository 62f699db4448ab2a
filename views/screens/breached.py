"""After a breach was reported: the clock that runs, and the steps that follow, each an entry at once."""

from __future__ import annotations

from datetime import datetime, timedelta

import flet as ft

from app import kinds
from app.case.model import Breach, Case
from app.clocks.deadlines import custody, produced
from app.clocks.running import running_clocks
from app.clocks.words import deadline_words
from app.facts.breach import court_vs_deadline
from app.facts.delay import delay, delay_unsaid, learned_with_it
from app.facts.history import versions_of
from views.going import to
from views.parts.buttons import link
from views.parts.drifting import drift_line
from views.parts.facts import facts
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.panel import panel, warning
from views.parts.sheet import sheet
from views.parts.text import body, margin, section
from views.saying import say, words
from views.screen import screen
from views.services import services, use_now
from views.theme import measures
from views.visits.clock_faces import clock_line
from views.visits.groups import alone
from views.visits.page import bars, nowhere, place, use_page, use_this_case
from views.visits.steps import steps
from views.visits.telling import facts_of


@screen
def breached() -> Layout:
    case, at, name = use_this_case(), use_now(), ft.use_route_params().get("entry", "")
    page = use_page(case, f"breach/{name}")
    found = next((each for each in case.breaches if each.entry == name), None) if case else None
    if case is None or page is None or found is None:
        return nowhere()
    return Layout(
        head=header(words("breached.title")),
        bars=bars(case),
        body=[
            *_clock(case, found, at),
            *_delay(case, found),
            section(words("breached.after")),
            *steps(page, _asked(case, found)),
            section(words("breached.record")),
            facts(facts_of(case, kinds.BREACH_REPORTED, versions_of(case, name)[-1].body)),
            margin(alone(link(say("note.amend").of(name), to(place(case.id, "note", name))))),
        ],
        scroller=page.scroller,
    )


def _asked(case: Case, breach: Breach) -> list[str]:
    """What the report itself has said is not asked again."""
    said = ("br-learned-time",) if learned_with_it(case, breach) else ()
    return [each.id for each in services().guidance.at("breach", case) if each.id not in said]


def _delay(case: Case, breach: Breach) -> list[ft.Control]:
    """How long it took, and that why is still to be said; an order's breach is acted upon at once."""
    if not delay_unsaid(case, breach):
        return []
    took = delay(case, breach) or timedelta()
    hours, minutes = divmod(int(took.total_seconds()) // 60, 60)
    return [
        warning(words("breached.delay.text", hours=hours, minutes=minutes), words("breached.delay.title"))
    ]


def _clock(case: Case, breach: Breach, at: datetime) -> list[ft.Control]:
    """The 24 hours, for a notice the hearing if that is earlier. No pause, and no police bail."""
    limit = custody(case, breach, services().calendar)
    if limit is None:
        return [panel(words("breached.offence" if breach.arrested_at else "breached.no-arrest"))]
    running = running_clocks(case, at, services().calendar)
    clocks = [each for each in running if each.id == f"custody/{breach.entry}"]
    basis = words(f"breached.basis.{limit.basis}", by=deadline_words(limit.safe))
    rows = [clock_line(each) for each in clocks]
    shown: list[ft.Control] = [sheet(rows), *drift_line()] if rows else []
    if produced(case, breach):
        return [panel(words("breached.produced"))]
    late = court_vs_deadline(case, services().calendar)
    warned = [warning(words("breached.court-late"))] if late in ("after_safe", "after_outer") else []
    return [
        *shown,
        *warned,
        margin(body(basis), above=measures.S12),
        panel(words("breached.no-bail")),
    ]
