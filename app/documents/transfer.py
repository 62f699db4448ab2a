"""What the new force gets when the victim moves into its area: the order, the plan, and what is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.case.reading import text
from app.clocks.deadlines import order_last_day
from app.documents.answers import answer_lines, title
from app.documents.clocks import hearing_clock, order_clock
from app.documents.material import Material
from app.documents.model import Block, Boxed, Document, Facts, Refused, Section, Table, Words
from app.documents.referral import case_facts, people, risk
from app.documents.terms import terms
from app.facts.people import children
from app.monitoring.tasks import tasks_of
from app.plan.reading import Measure, safety_plan
from app.timekeeping import LONDON
from app.triggers import reviews_due
from app.visits.schedule import status

PURPOSES = ("new-force",)
"""For what the undisclosed address goes along: the last part of doc.purpose.*."""
HIDDEN = ("cp-safe-number", "cp-codeword", "cp-who-may-answer", "cp-if-P-answers", "cp-trusted-contact")
CONTACT = (
    "cp-channel",
    "cp-safe-times",
    "cp-never-times",
    "cp-voicemail",
    "cp-caller-id",
    "cp-uniform-or-plain",
)
"""Ways and times alone: numbers and the code word stay in the compartment."""


def transfer(told: Material, draft: bool = False, purpose: str = "") -> Document | Refused:
    """Refused, but as a draft, while no move to another force or area is recorded. `purpose`, one of
    PURPOSES, adds the annex with the undisclosed address; whoever asks for it logs it first."""
    because = lacking(told)
    if because and not draft:
        return Refused(because)
    pack = told.document("doc.title.transfer", sections(told), draft=bool(because))
    if purpose not in PURPOSES:
        return pack
    return replace(pack, sections=(*pack.sections, _annex(told, purpose)))


def lacking(told: Material) -> tuple[str, ...]:
    return () if destination(told) else ("no-move",)


def destination(told: Material) -> str:
    """The force or area of the newest move that named one."""
    named = (text(each.body, "new_force") or text(each.body, "new_area") for each in told.case.moves)
    return next((each for each in reversed(list(named)) if each), "")


def missing(told: Material) -> list[str]:
    """What the new force would look for and not find, in words."""
    case = told.case
    wanting = {
        "transfer-owner": not case.ownership.owner,
        "transfer-informs": not case.ownership.informs,
        "transfer-contact": "cp-channel" not in case.answers,
        "transfer-plan": not safety_plan(told.guidance, case).measures,
        "risk": not case.risk.grades,
        "transfer-order": case.order_made is None and case.served_at is None,
    }
    return [told.words(f"doc.lacks.{name}") for name, lacks in wanting.items() if lacks]


def sections(told: Material) -> list[Section]:
    order = order_clock(told)
    return [
        Section(told.words("doc.missing.title"), tuple(_missing(told))),
        Section(told.words("doc.transfer.first"), tuple(_first(told))),
        Section(told.words("doc.case"), (Facts(tuple(case_facts(told))),)),
        Section(told.words("doc.people"), tuple(people(told))),
        *([order] if order else [hearing_clock(told)]),
        Section(told.words("doc.terms"), tuple(_terms(told))),
        Section(told.words("doc.risk"), tuple(risk(told))),
        Section(told.words("doc.transfer.plan"), tuple(_plan(told))),
        Section(told.words("doc.transfer.contact"), tuple(_contact(told))),
        Section(told.words("doc.transfer.visits"), tuple(_visits(told))),
        Section(told.words("doc.transfer.due"), tuple(_due(told))),
    ]


def _annex(told: Material, purpose: str) -> Section:
    """Danger: where the victim is and how the victim is reached. Added after everything else was closed, on
    a page of its own, so that the new force can keep it apart."""
    victim = told.victim
    rows = [(told.words("doc.annex.purpose"), told.words(f"doc.purpose.{purpose}"))]
    rows.append((told.words("doc.transfer.to"), told.or_not(destination(told))))
    rows.append((told.words("doc.annex.address"), told.or_not(victim.address if victim else "")))
    rows.append((told.words("doc.transfer.phone"), told.or_not(victim.phone if victim else "")))
    for item in (each for each in HIDDEN if each in told.case.answers):
        rows += [(title(told, item), "; ".join(said for _, said in answer_lines(told, item)))]
    warning = Boxed(told.words("doc.annex.warning.title"), (told.words("doc.transfer.annex.warning"),))
    return Section(told.words("doc.transfer.annex"), (warning, Facts(tuple(rows))), alone=True)


def _missing(told: Material) -> Iterator[Block]:
    lines = missing(told)
    yield (
        Boxed(told.words("doc.missing.lead"), tuple(lines))
        if lines
        else Words(told.words("doc.missing.nothing"))
    )


def _first(told: Material) -> Iterator[Block]:
    """Whose it is until the new force has said that it holds it, and how it says so."""
    own, last = told.case.ownership, order_last_day(told.case)
    yield Facts(
        (
            (told.words("doc.transfer.owner"), told.or_not(own.owner)),
            (told.words("doc.transfer.informs"), told.or_not(own.informs)),
            (told.words("doc.clock.last-day"), told.day(last)),
            (told.words("doc.transfer.children"), str(len(children(told.case)))),
        )
    )
    yield Boxed(told.words("doc.transfer.confirm.title"), (told.words("doc.transfer.confirm"),))


def _terms(told: Material) -> Iterator[Block]:
    rows = tuple(terms(told))
    yield Facts(rows) if rows else Words(told.words("doc.not-recorded"))


def _plan(told: Material) -> Iterator[Block]:
    """In short: what stands, who sees to it, until when. Where she is stands in none of it."""
    plan = safety_plan(told.guidance, told.case)
    if not plan.measures:
        yield Words(told.words("doc.transfer.no-plan"))
        return
    head = tuple(told.words(f"doc.plan.{name}") for name in ("measure", "when", "owner", "day"))
    yield Table(head, tuple(_measure(told, each) for each in plan.measures), (46, 14, 22, 18))


def _measure(told: Material, each: Measure) -> tuple[str, str, str, str]:
    when = told.words(f"choice.{each.horizon}") if each.horizon else told.words("doc.not-recorded")
    return title(told, each.item), when, told.or_not(each.owner), _day(told, each.day)


def _day(told: Material, day: date | None) -> str:
    return told.day(day)


def _contact(told: Material) -> Iterator[Block]:
    yield Words(told.words("doc.transfer.contact.lead"))
    for item in (each for each in CONTACT if each in told.case.answers):
        yield Words(title(told, item), "strong")
        yield Facts(tuple(answer_lines(told, item)))


def _visits(told: Material) -> Iterator[Block]:
    left = [each for each in told.case.visits if status(each, told.as_of) not in ("done", "cancelled")]
    rows = tuple((told.day(each.due), told.words(f"ui.visit.{status(each, told.as_of)}")) for each in left)
    head = (told.words("doc.transfer.visit.day"), told.words("doc.transfer.visit.state"))
    yield Table(head, rows, (50, 50)) if rows else Words(told.words("doc.transfer.no-visits"))


def _due(told: Material) -> Iterator[Block]:
    """Reviews and tasks that wait."""
    now = told.as_of
    reviews = [each for each in reviews_due(told.case, now, told.calendar) if each.reviewed_at is None]
    rows = [(title(told, each.items[0]), told.day(each.by)) for each in reviews]
    tasks = [
        each for each in tasks_of(told.case, now, told.calendar) if each.is_open(now) and not each.review
    ]
    rows += [(title(told, each.item), told.moment(each.by.astimezone(LONDON))) for each in tasks]
    head = (told.words("doc.transfer.due.what"), told.words("doc.transfer.due.by"))
    yield Table(head, tuple(rows), (50, 50)) if rows else Words(told.words("doc.transfer.nothing-due"))
