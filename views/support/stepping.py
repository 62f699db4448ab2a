"""The form for one step of a referral to one agency."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import flet as ft

from app.entry import Entry
from app.held import Held
from app.support.agencies import Agency
from app.support.referrals import BLOCKED, SENT, STEPS, TAKEN_UP, Step, referral_to
from app.support.referring import Told, record_step
from app.support.sharing import basis_wanted, may_send, purpose_of
from views.going import go, to
from views.incident.in_words import fill
from views.parts.answers import answer_group
from views.parts.buttons import link
from views.parts.day import moment_field
from views.parts.facts import facts
from views.parts.fields import text_field
from views.parts.panel import panel, warning
from views.parts.text import margin, section
from views.saying import Said, say, words
from views.services import desk, phone_now, services
from views.support.telling import due_line, step_line
from views.talk.guide import conversation
from views.talk.permits import because, of_purpose, told
from views.visits.checks import faults, past, text
from views.visits.groups import alone, grouped
from views.visits.page import Page, place


def about(page: Page, one: Agency) -> Iterator[ft.Control]:
    """What for, how and until when; and whether it may be shared, as the ledger says."""
    case = page.case
    rows = [
        (words("support.for"), fill(words(f"agency.{one.id}.for"), case)),
        (words("support.how"), fill(words(f"agency.{one.id}.how"), case)),
    ]
    due = due_line(case, one)
    yield facts([*rows, *([(words("support.until"), due)] if due else [])])
    effect, wanted = told(case, purpose_of(one)), purpose_of(one)
    title = words("ui.talk.says", who=of_purpose(wanted, "title", case), what=effect.title)
    shown = warning if effect.blocked else panel
    yield shown("\n".join(effect.lines), title)
    way = to(f"{conversation(case.id)}/{wanted.topic}")
    yield margin(alone(link(say("support.ask-first"), way)))


def history(page: Page, one: Agency) -> Iterator[ft.Control]:
    found = referral_to(page.case, one.id)
    if found:
        yield section(words("support.history"))
        yield facts([(step_line(step), "\n".join(_more(step))) for step in found.steps])


def _more(step: Step) -> list[str]:
    named = {"with": step.who, "reference": step.ref, "blocks": step.why, "basis-line": step.basis}
    lines = [
        words("ui.task.detail", name=words(f"support.{key}"), value=said)
        for key, said in named.items()
        if said
    ]
    return lines or [words(f"support.step.{step.step}")]


def asked(page: Page, one: Agency) -> Iterator[ft.Control]:
    chosen = page.get("step")
    options = [(each, say(f"support.step.{each}")) for each in STEPS]
    group = answer_group(options, chosen or None, page.tapped("step"))
    title = section(words("support.next"))
    yield grouped("support.next", page.problem("support.next"), title, group)
    if not chosen:
        return
    found = referral_to(page.case, one.id)
    if chosen == SENT and found:
        yield panel(words("support.again"))
    yield from _boxes(page, one, chosen)


def _boxes(page: Page, one: Agency, chosen: str) -> Iterator[ft.Control]:
    at, why, basis = say("support.at"), say("support.why"), say("support.basis")
    yield moment_field(at, page.form, "at", words("support.at.hint"), page.problem(at.key))
    if chosen == BLOCKED:
        hint, problem = words("support.why.hint"), page.problem(why.key)
        yield text_field(why, page.form, "why", hint, problem, kind="long")
        return
    if chosen == SENT and basis_wanted(page.case, one):
        hint, problem = words("support.basis.hint"), page.problem(basis.key)
        yield text_field(basis, page.form, "basis", hint, problem, kind="long")
    yield text_field(say("support.who"), page.form, "who", words("support.who.hint"))
    yield text_field(say("support.ref"), page.form, "ref")


def held(page: Page, one: Agency) -> Iterator[ft.Control]:
    """What stands against sending, in the words of the ledger."""
    found = may_send(page.case, one)
    if page.get("step") == SENT and not found.may:
        yield warning("\n".join(because(page.case, found)), words("support.held.title"))


async def save(page: Page, one: Agency) -> None:
    chosen = page.get("step")
    if not chosen:
        await page.wrong([Said("support.next", words("support.next.missing"))])
        return
    at = past(page.form, "at", "support.at", needed=False)
    why = text(page.form, "why", "support.why") if chosen == BLOCKED else None
    wanted = chosen == SENT and basis_wanted(page.case, one)
    basis = text(page.form, "basis", "support.basis") if wanted else None
    if chosen == SENT and not may_send(page.case, one).may:
        await page.wrong([Said("support.next", words("support.held.title"))])
        return
    if await page.wrong(faults(at, why, basis)):
        return
    when = at if isinstance(at, datetime) else phone_now()
    if await page.keep(lambda: _write(page, one, chosen, when), "support.held"):
        services().device.announce(words("support.saved"))
        await go(place(page.case.id, "support"))


def _write(page: Page, one: Agency, chosen: str, when: datetime) -> Entry | Held:
    given = {name: page.get(name) for name in ("who", "ref", "why", "basis")}
    step = Told(one, chosen, when, _goes_on(page, one, chosen), **given)
    return record_step(desk().notebook, page.case, step, (page.form.key,))


def _goes_on(page: Page, one: Agency, chosen: str) -> str:
    """A second sending, or anything after one that was taken up, begins a new referral."""
    found = referral_to(page.case, one.id)
    resent = chosen == SENT and found is not None and any(each.step == SENT for each in found.steps)
    return "" if found is None or resent or found.state == TAKEN_UP else found.id
