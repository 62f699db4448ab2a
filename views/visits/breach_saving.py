"""From the breach page to its entry. An arrest without its exact time is not recorded: no clock would run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.court import report_breach
from views.drafts import Form
from views.going import go
from views.saying import Said, words
from views.services import desk, phone_now, services
from views.visits.breach_form import kind_of
from views.visits.checks import faults, past, text
from views.visits.page import Page, place


def _chosen(page: Page, name: str) -> Said | None:
    key = f"breach.{name}"
    return None if page.get(name) else Said(key, words(f"{key}.missing"))


def wrong(page: Page) -> list[Said]:
    form, arrest = page.form, page.get("arrest")
    found = [] if kind_of(page) else [Said("breach.kind", words("breach.kind.missing"))]
    found += faults(_chosen(page, "confirm"), text(form, "belief", "breach.belief"), _chosen(page, "arrest"))
    if page.get("confirm") == "not-possible":
        found += faults(text(form, "confirm_why", "breach.confirm-why"))
    if arrest == "arrested":
        found += faults(
            past(form, "arrested", "breach.arrested-at"),
            past(form, "offence", "breach.offence-at", needed=False),
        )
    if arrest == "no-arrest":
        found += faults(text(form, "no_arrest_why", "breach.no-arrest-why"))
    return [*found, *faults(past(form, "learned", "breach.learned", needed=False))]


def body_of(page: Page) -> dict[str, Any]:
    """The body of BREACH_REPORTED, with the answers that the page asked for."""
    form, arrested = page.form, page.get("arrest") == "arrested"
    told = {
        "kind": kind_of(page).upper(),
        "arrested_at": _iso(form, "arrested") if arrested else None,
        "offence_arrest_at": _iso(form, "offence") if arrested else None,
        "term": page.get("term"),
        "at": (_at(form, "learned") or _at(form, "arrested") or phone_now()).isoformat(),
        "learned_at": _iso(form, "learned"),
        "learned_how": page.get("learned_how").strip(),
        "belief": page.get("belief").strip(),
        "no_arrest_why": "" if arrested else page.get("no_arrest_why").strip(),
        "answers": _answers(page, arrested),
        "reasons": _reasons(page),
    }
    return {name: value for name, value in told.items() if value or name == "arrested_at"}


def _answers(page: Page, arrested: bool) -> Mapping[str, str]:
    found = {"br-confirm": "done" if page.get("confirm") == "looked" else "not done", "br-belief": "done"}
    found["br-arrest-time" if arrested else "br-no-arrest-why"] = "done"
    return {**found, **({"br-learned-time": "done"} if _at(page.form, "learned") else {})}


def _reasons(page: Page) -> Mapping[str, str]:
    why = page.get("confirm_why").strip() if page.get("confirm") == "not-possible" else ""
    return {"br-confirm": why} if why else {}


def _at(form: Form, name: str) -> datetime | None:
    key = {"arrested": "breach.arrested-at", "offence": "breach.offence-at"}.get(name, f"breach.{name}")
    at = past(form, name, key, needed=False)
    return at if isinstance(at, datetime) else None


def _iso(form: Form, name: str) -> str:
    at = _at(form, name)
    return at.isoformat() if at else ""


async def report(page: Page) -> None:
    if await page.wrong(wrong(page)):
        return
    book, case, body, keys = desk().notebook, page.case, body_of(page), (page.form.key,)
    kept = await page.keep(lambda: report_breach(book, case, body, clears=keys), "breach.held")
    if kept:
        services().device.announce(words("breach.saved"))
        await go(place(case.id, "breach", kept.id))
