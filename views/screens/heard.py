"""A decision told by radio: who, rank, when, in which words, and the check code as it was read back."""

from __future__ import annotations

from datetime import datetime

from app.case.model import Case
from app.entry import Entry
from app.hearing_decision import ToldDecision, hear_decision
from app.held import Held
from app.ranks import ranks
from views.going import go
from views.notice.radio import code_of, spelled
from views.notice.radio_form import radio_fields, rank_of
from views.notice.radio_terms import terms_missing, terms_told
from views.parts.code import spoken_code
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import question
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk, services
from views.visits.checks import faults, past, text
from views.visits.page import Page, bars, nowhere, place, use_page, use_this_case


@screen
def heard() -> Layout:
    case = use_this_case()
    page = use_page(case, "check/heard")
    code = code_of(case) if case else ""
    if case is None or page is None or not code:
        return nowhere()
    page.form.begin({"told": desk().enrolment.officer.number}, None)
    return Layout(
        head=header(words("task.dvpn")),
        bars=bars(case),
        body=[
            *page.summary(),
            question(words("radio.title"), hint=words("radio.hint")),
            spoken_code(words("radio.code"), code, spelled(code), words("radio.code.ask")),
            *radio_fields(page),
        ],
        dock=action(say("radio.save"), lambda: _save(page)),
        scroller=page.scroller,
    )


async def _save(page: Page) -> None:
    decision = None if page.get("decision") else Said("radio.decision", words("radio.decision.missing"))
    rank = None if rank_of(page) else Said("radio.rank", words("radio.rank.missing"))
    who, said = (text(page.form, each, f"radio.field.{each}") for each in ("who", "words"))
    at = past(page.form, "at", "radio.at")
    if await page.wrong(faults(decision, rank, who, at, said, terms_missing(page))):
        return
    await _record(page, page.case, at)


async def _record(page: Page, case: Case, at: object) -> None:
    assert isinstance(at, datetime)
    book, keys = desk().notebook, (page.form.key,)
    told = ToldDecision(
        decision=page.get("decision"),
        who=page.get("who"),
        rank=rank_of(page),
        at=at,
        words=page.get("words"),
        told_to=page.get("told"),
        code=page.get("code"),
        terms=terms_told(page),
    )

    def work() -> Entry | Held:
        return hear_decision(book, case, told, ranks(), keys)

    if await page.keep(work, "radio.held"):
        services().device.announce(words("radio.saved"))
        await go(place(case.id, "check"))
