"""What an incident holds beside its tasks: people, what is still missing, owner, referral, visits."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case, Person
from app.clocks.words import moment_words
from app.monitoring.tasks import open_tasks
from app.reference.reading import GUIDANCE
from app.visits.schedule import status, this_shift
from views.going import to
from views.incident.people import children_fact, missing_words, person_row
from views.incident.referring import referral_line
from views.library.marking import unread_line
from views.parts.sheet import leads, sheet, tap_row
from views.parts.text import section
from views.planning.beside import beside
from views.saying import Said, say, words
from views.services import now, services
from views.theme import letters, look, measures
from views.visits.entries import count_words

ADD = ("victim", "suspect", "child", "other")


def row(said: Said, told: str, place: str, left: bool = False) -> ft.Control:
    """A way to another page; `told` says how things stand there. `left`: somebody still has to do it."""
    here, roles = look(), look().roles
    lines: list[ft.Control] = [here.words(said.text, letters.ROW, roles.link if left else roles.ink)]
    if told:
        lines.append(here.words(told, letters.SECOND, roles.ink2))
    return tap_row(
        said,
        leads(ft.Column(lines, spacing=0, tight=True)),
        to(place),
        measures.S12 if told else measures.ROW_DOWN,
    )


def missing(case: Case) -> list[ft.Control]:
    """Everything is optional at the door but the reference; what is missing is asked for here."""
    rows = [row(said, "", place, left=True) for said, place in _missing(case)]
    return [section(words("ui.incident.missing")), sheet(rows)] if rows else []


def _missing(case: Case) -> Iterator[tuple[Said, str]]:
    here = f"/incident/{case.id}"
    if case.report_at is None:
        yield say("ui.incident.add.report"), f"{here}/details"
    if not case.address and not case.undisclosed:
        yield say("ui.incident.add.address"), f"{here}/details"
    if case.person("victim") is None:
        yield say("ui.incident.add.victim"), f"{here}/person/new-victim"
    if case.person("suspect", "perpetrator") is None:
        yield say("ui.incident.add.suspect"), f"{here}/person/new-suspect"
    for who in case.ownership.missing:
        item = "own-now" if who == "owner" else "own-informs"
        yield say(f"ui.incident.add.{who}"), f"{here}/task/risk/{item}"


def people(case: Case) -> list[ft.Control]:
    here = f"/incident/{case.id}/person"
    rows = [person_row(person, _fact(person), f"{here}/{person.id}") for person in case.people]
    rows.append(row(say("ui.person.add"), "", f"{here}/new", left=True))
    return [section(words("ui.incident.people"), children_fact(case)), sheet(rows)]


def _fact(person: Person) -> str:
    if person.role == "child":
        return missing_words(person)
    return words("ui.incident.undisclosed") if person.undisclosed else ""


def more(case: Case) -> list[ft.Control]:
    here = f"/incident/{case.id}"
    rows = [
        row(say("ui.incident.referral"), referral_line(case), f"{here}/check"),
        row(say("ui.incident.court"), "", f"{here}/court"),
        *_after(case),
        row(say("ui.incident.visits"), _visits(case), f"{here}/visits"),
        *(row(*way) for way in beside(case)),
        row(say("ui.incident.owner"), _owner(case), f"{here}/handover"),
        row(say("ui.incident.details"), "", f"{here}/details"),
        row(
            say("ui.incident.chronology"),
            count_words(case),
            f"{here}/chronology",
        ),
        row(say("papers.title"), "", f"{here}/documents"),
        row(say("helpline.title"), "", "/helplines"),
        row(say("guidance.title"), unread_line(GUIDANCE), "/guidance"),
    ]
    return [section(words("ui.incident.more")), sheet(rows)]


def _after(case: Case) -> list[ft.Control]:
    """What follows a step of the notice, as soon as there is any."""
    waiting = open_tasks(case, now(), services().calendar)
    if case.referral.state == "draft" and not case.served_at and not waiting:
        return []
    late = sum(each.state(now()) == "overdue" for each in waiting)
    key = "follow.count.late" if late else "follow.count" if waiting else "follow.none"
    told = words(key, count=len(waiting), late=late)
    return [row(say("follow.title"), told, f"/incident/{case.id}/after", left=bool(late))]


def _visits(case: Case) -> str:
    """What somebody has to do first, in the words of the list."""
    due = this_shift([case], now())
    if due:
        return words(f"ui.visit.{due[0].status}")
    planned = [visit for visit in case.visits if status(visit, now()) == "planned"]
    return (
        words("ui.incident.visits.planned", count=len(planned))
        if planned
        else words("ui.incident.visits.none")
    )


def _owner(case: Case) -> str:
    own = case.ownership
    if own.offered_to:
        return words("ui.incident.owner.offered", to=own.offered_to, owner=own.owner)
    if not own.owner:
        return words("ui.incident.owner.nobody")
    since = moment_words(own.owner_since, now()) if own.owner_since else ""
    informs = own.informs or words("ui.incident.owner.nobody-informs")
    return words("ui.incident.owner.is", owner=own.owner, since=since, informs=informs)
