"""The check code of the referral, and decisions told by radio against what the station wrote."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case
from app.check_code import check_code
from app.clocks.words import moment_words
from app.facts.decided import newest_referral
from app.facts.heard import Reconciled, reconciled
from app.ranks import ranks
from app.referral import ENDED
from views.incident.more_rows import row
from views.notice.radio_terms import terms_lines
from views.parts.code import spoken_code
from views.parts.panel import panel, warning
from views.parts.sheet import sheet
from views.parts.text import lower
from views.saying import say, words
from views.services import now, services
from views.visits.page import place


def code_of(case: Case) -> str:
    """Of the newest referral; empty while nothing was sent."""
    sent = newest_referral(case)
    return check_code(sent.hash) if sent else ""


def spelled(code: str) -> str:
    """'Four Tango Seven, Kilo Quebec Two'."""
    groups = (" ".join(words(f"spoken.{letter}") for letter in group) for group in code.split(" "))
    return ", ".join(groups)


def by_radio(case: Case) -> Iterator[ft.Control]:
    """Shown once there is a referral. While it is not over, what is told of it can be recorded."""
    code = code_of(case)
    if not code:
        return
    yield spoken_code(words("radio.code"), code, spelled(code), words("radio.code.hint"))
    yield from told_by_radio(case)
    if case.referral.state not in ENDED:
        way = row(
            say("radio.record"), words("radio.record.hint"), place(case.id, "check", "heard"), left=True
        )
        yield lower(sheet([way]))


def told_by_radio(case: Case) -> Iterator[ft.Control]:
    for each in reconciled(case):
        title = words(f"radio.{each.state}")
        told = "\n".join(_lines(each))
        yield warning(told, title) if each.state != "confirmed" else panel(told, title)


def _lines(each: Reconciled) -> Iterator[str]:
    said = each.heard
    yield words(
        f"radio.heard.{said.decision}",
        time=moment_words(said.at, now()),
        rank=rank_words(said.rank),
        who=said.who,
        told=said.told_to,
    )
    yield words("radio.words", words=said.words)
    yield from terms_lines(each)
    if not said.code:
        yield words("radio.no-code")
    if each.written:
        key = "refused" if each.written.kind.endswith("refused") else "authorised"
        at = moment_words(each.written.at, now())
        yield words(f"radio.written.{key}", time=at, who=each.written.by)
    yield from (words(f"radio.differs.{name}") for name in each.differs)


def rank_words(rank: str) -> str:
    """In the words of the content; a rank that it does not know stands as it was typed."""
    key = f"rank.{rank.replace(' ', '-')}"
    return words(key) if services().guidance.has(key) else rank


def ranks_that_decide(case_rank: str) -> tuple[str, ...]:
    """The lowest rank that may decide, and the three above it; any other is typed."""
    order = ranks().order
    first = order.index(case_rank)
    return order[first : first + 4]
