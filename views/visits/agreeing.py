"""Which visit is agreed: one that is planned for that day already, or a new one with an id of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import flet as ft

from app.case.model import Case
from app.guidance.wording import slug
from app.ids import new_id
from app.timekeeping import LONDON
from app.visits.schedule import status
from views.drafts import Form
from views.parts.answers import answer_group
from views.parts.day import Faulty, day_field, read_day, read_moment
from views.parts.fields import text_field
from views.parts.text import section
from views.saying import Said, say, words
from views.services import now, phone_now, services
from views.visits.page import Page

ID = "next.id"


def agreed_fields(page: Page) -> list[ft.Control]:
    """A day, a time where there is one, how, and which officer."""
    day, time = page.problem("next.day"), page.problem("next.time")
    return [
        day_field(say("next.day"), page.form, "next", problem=day),
        text_field(say("next.time"), page.form, "next.time", words("next.time.hint"), time),
        section(words("next.channel")),
        answer_group(_channels(), page.get("next.channel") or None, page.tapped("next.channel")),
        text_field(say("next.officer"), page.form, "next.officer"),
    ]


def _channels() -> list[tuple[str, Said]]:
    """The ways of contact that the guidance knows."""
    question = services().guidance.question("cp-channel")
    field = question.field("channels") if question else None
    known = field.choices if field else ()
    said = services().guidance.choice_words
    return [(choice, Said(f"next.channel.{slug(choice)}", said(choice))) for choice in known]


@dataclass(frozen=True, slots=True)
class Agreed:
    """A day, or a time on it."""

    due: date | datetime
    details: Mapping[str, Any]


def read_agreed(form: Form) -> Agreed | Said:
    """What was typed, or what to put right."""
    day = read_day(form, "next")
    if day is None:
        return Said("next.day", words("next.day.missing"))
    if isinstance(day, Faulty):
        return Said("next.day", words(day.value))
    if day < now().astimezone(LONDON).date():
        return Said("next.day", words("next.day.past"))
    at = read_moment(form, "next") if form.get("next.time").strip() else None
    if isinstance(at, Faulty):
        return Said("next.time", words(at.value))
    told = {"channel": form.get("next.channel"), "officer": form.get("next.officer").strip()}
    return Agreed(at or day, {name: value for name, value in told.items() if value})


def visit_on(case: Case, due: date | datetime) -> str:
    """The id of a visit that is planned for that day and has no time yet; empty where there is none."""
    day = due.astimezone(LONDON).date() if isinstance(due, datetime) else due
    open_ = (known for known in case.visits if known.due == day and known.at is None)
    return next((known.id for known in open_ if status(known, now()) in ("due", "planned")), "")


async def id_for(page: Page, due: date | datetime) -> str:
    """A new visit's id is sealed before it is used: a phone that dies between two entries agrees the
    same visit again, never a second one."""
    known = visit_on(page.case, due)
    if known:
        return known
    if not page.get(ID):
        await page.put({ID: new_id(phone_now())})
    return page.get(ID)
