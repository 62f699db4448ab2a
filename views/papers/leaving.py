"""One document on its way out: for whom, with or without the undisclosed address, and then made."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import flet as ft

from app.consultation import Disclosure, exported
from app.documents.making import Kind, Made, Wanted, lacking, make, purposes
from views.device.handing_over import hand_over
from views.going import go
from views.papers.telling import material
from views.parts.answers import answer_group
from views.parts.fields import text_field
from views.parts.panel import panel
from views.parts.text import section
from views.saying import Said, say, words
from views.services import desk, services
from views.visits.checks import faults, text
from views.visits.page import Page, place

OUT = "none"
"""The undisclosed address is left out."""


def asked(page: Page, kind: Kind) -> Iterator[ft.Control]:
    """Who gets it; with the application, whether the undisclosed address goes along. Nothing is chosen."""
    recipient = say("papers.recipient")
    hint = words("papers.recipient.hint")
    yield text_field(recipient, page.form, "recipient", hint, page.problem(recipient.key))
    offered = purposes(material(page.case), kind)
    if offered:
        yield section(words("papers.address"))
        yield panel(words("papers.address.why"), "", ft.Icons.LOCATION_OFF_OUTLINED)
        options = [(each, say(f"doc.purpose.{each}")) for each in (OUT, *offered)]
        yield answer_group(options, page.get("purpose") or None, page.tapped("purpose"))
    yield panel(words("papers.leaves"), words("papers.leaves.title"), ft.Icons.LOCK_OPEN_OUTLINED)


async def leave(page: Page, kind: Kind) -> None:
    """Drawn from what is recorded now, logged, and only then handed over."""
    case, recipient = page.case, text(page.form, "recipient", "papers.recipient")
    purpose = _purpose(page, kind)
    if await page.wrong(faults(recipient, purpose)):
        return
    draft = bool(lacking(material(case), kind))
    wanted = Wanted(kind, draft, "" if purpose == OUT else str(purpose))
    made = await asyncio.to_thread(make, replace(material(case), initials=False), wanted)
    assert isinstance(made, Made), "a draft is never refused"
    disclosure = Disclosure(kind.value, what_for(kind, wanted), str(recipient), made.sha256)
    book, keys = desk().notebook, (page.form.key,)
    if await page.keep(lambda: exported(book, case, disclosure, keys), "papers.held"):
        await hand_over(made.name, made.content)
        services().device.announce(words("papers.done"))
        await go(place(case.id, "documents"))


def _purpose(page: Page, kind: Kind) -> str | Said:
    """Left out where there is nothing to choose; else as it was chosen."""
    offered = purposes(material(page.case), kind)
    chosen = page.get("purpose")
    if not offered or chosen in (OUT, *offered):
        return chosen if offered else OUT
    return Said(f"doc.purpose.{OUT}", words("papers.address.missing"))


def what_for(kind: Kind, wanted: Wanted) -> str:
    """As the disclosure log keeps it."""
    parts = [words(f"papers.for.{kind.value}")]
    if wanted.purpose:
        parts.append(words("papers.with-address", why=words(f"doc.purpose.{wanted.purpose}")))
    if wanted.draft:
        parts.append(words("papers.as-draft"))
    return ". ".join(parts)
