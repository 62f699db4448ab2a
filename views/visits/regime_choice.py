"""Which notice or order it is, asked only where the record does not say it already."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.case.model import Case
from app.regimes import regimes
from views.parts.answers import Option, answer_group
from views.parts.text import margin, second, section
from views.saying import Said, say, words
from views.visits.groups import grouped
from views.visits.page import Page


def notices(case: Case) -> Sequence[str]:
    """What may have been served here: the notice that was referred, or any that is issued."""
    issued = tuple(each.notice for each in regimes() if each.issue)
    return issued if case.referral.state == "draft" and issued else (case.notice,)


def orders(case: Case) -> Sequence[str]:
    """What may have been made here: the order that follows the notice, or any that is acted on."""
    followed = case.notice if case.served_at or case.referral.state != "draft" else ""
    return tuple(each.order for each in regimes() if each.enforce and followed in ("", each.notice))


def chosen(page: Page, of: Sequence[str]) -> str:
    """The one that it is; empty while it has to be asked."""
    return of[0] if len(of) == 1 else page.get("kind")


def missing(page: Page, name: str, of: Sequence[str]) -> Said | None:
    key = f"regime.{name}"
    return None if chosen(page, of) else Said(key, words(f"{key}.missing"))


def choice(page: Page, name: str, of: Sequence[str]) -> list[ft.Control]:
    """`name`: notice or order."""
    if len(of) == 1:
        return []
    key = f"regime.{name}"
    options: list[Option] = [(each, say(f"{key}.{each.lower()}")) for each in of]
    group = answer_group(options, page.get("kind") or None, page.tapped("kind"))
    title = section(words(f"{key}.ask"))
    return [grouped(key, page.problem(key), title, margin(second(words(f"{key}.hint"))), group)]
