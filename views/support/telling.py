"""How referrals to agencies stand, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import flet as ft

from app.case.model import Case
from app.clocks.updates import support_referral_by, support_settled
from app.clocks.words import moment_words
from app.support.agencies import Agency, agencies
from app.support.referrals import BLOCKED, Step, referral_to, referrals, send_by, waiting
from app.timekeeping import LONDON
from views.going import to
from views.incident.in_words import day_words, fill
from views.now.whose import whose
from views.parts.panel import panel, warning
from views.parts.records import Need, need_row
from views.parts.sheet import leads, sheet, tap_row
from views.saying import Said, words
from views.services import now, services
from views.theme import letters, look, measures
from views.visits.page import place

MOST = 6


def agency_words(name: str) -> str:
    return words(f"agency.{name}.title")


def step_line(step: Step) -> str:
    """'Sent, 22:06 today, officer 4471'."""
    said = words(f"support.step.{step.step}")
    return words("support.line", step=said, time=moment_words(step.at, now()), officer=step.by)


def code_clock(case: Case) -> list[ft.Control]:
    """The two working days of the Victims' Code."""
    by = support_referral_by(case, services().calendar)
    if by is None:
        return []
    if support_settled(case):
        return [panel(words("support.code.done"))]
    late = now().astimezone(LONDON).date() > by
    said = words("support.code.late" if late else "support.code", day=day_words(by))
    return [warning(said) if late else panel(said)]


def rows(case: Case) -> ft.Control:
    return sheet([_row(case, each) for each in agencies()])


def _row(case: Case, one: Agency) -> ft.Control:
    here, said = look(), Said(f"agency.{one.id}", agency_words(one.id))
    found = referral_to(case, one.id)
    lines: list[ft.Control] = [here.words(said.text, letters.BODY if found else letters.ROW)]
    if found:
        blocked = found.state == BLOCKED
        colour = here.roles.warn if blocked else here.roles.ink
        lines.append(here.words(step_line(found.steps[-1]), letters.SECOND, colour))
    else:
        lines.append(here.words(fill(words(f"agency.{one.id}.for"), case), letters.SECOND, here.roles.ink2))
    content = leads(ft.Column(lines, spacing=0, tight=True))
    return tap_row(said, content, to(place(case.id, "support", one.id)), measures.S12)


def due_line(case: Case, one: Agency) -> str:
    """'Send by Tue 16 Jun', while nothing was sent; empty where nobody knows when it was reported."""
    by = send_by(case, one, services().calendar)
    if by is None or referral_to(case, one.id):
        return ""
    late = now().astimezone(LONDON).date() > by
    return words("support.late" if late else "support.by", day=day_words(by))


def count_line(case: Case) -> str:
    """'2 referred, 1 still waiting'; for the row of the incident."""
    every = referrals(case)
    if not every:
        return words("support.none")
    blocked = sum(each.state == BLOCKED for each in every)
    if blocked:
        return words("support.count.blocked", count=len(every), blocked=blocked)
    return words("support.count", count=len(every), waiting=sum(each.waits for each in every))


def is_blocked(case: Case) -> bool:
    return any(each.state == BLOCKED for each in referrals(case))


def now_rows(cases: Sequence[Case], moment: datetime) -> Iterator[ft.Control]:
    """Blocked, or without an answer for two working days: the longest first, in initials."""
    found = [(case, each) for case in cases for each in waiting(case, moment, services().calendar)]
    late = sorted(((c, each) for c, each in found if each.late), key=lambda pair: pair[1].referral.since)
    for case, each in late[:MOST]:
        one = each.referral
        key = "now.support.blocked" if one.state == BLOCKED else "now.support.late"
        step = words(f"support.step.{one.state}")
        line = words("now.support.line", step=step, time=moment_words(one.since, moment))
        title = words(key, agency=agency_words(one.agency))
        need = Need(ft.Icons.HOURGLASS_EMPTY, title, f"{line} {whose(case)}", True)
        said = Said(f"now.support.{case.id}.{one.agency}", title)
        yield need_row(said, need, to(place(case.id, "support", one.agency)))
