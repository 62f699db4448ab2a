"""What the station decided, as it came with the last contact; and what crossed on the way."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app import kinds
from app.case.model import Case, Decision
from app.clocks.words import moment_words
from app.deciding import decision_words
from app.facts.flags import flags
from app.triggers import review_by
from views.incident.in_words import fill
from views.parts.facts import Fact, facts
from views.parts.panel import warning
from views.parts.text import section
from views.saying import words
from views.services import now, services
from views.visits.said import day_words

REVIEW = "tr-notice-refused"


def crossed(case: Case) -> list[ft.Control]:
    """One warning for each flag: what happened, by whom and when. Nothing is undone."""
    return [
        warning(
            words("ui.decided.by", who=flag.by, time=moment_words(flag.at, now())),
            words(f"flag.{flag.name}"),
        )
        for flag in flags(case, services().calendar)
    ]


def decided(case: Case) -> list[ft.Control]:
    """Every decision of the station with who, rank and when, the newest first."""
    if not case.decisions:
        return []
    rows = [facts(list(_facts(case, each))) for each in reversed(case.decisions)]
    return [section(words("ui.decided.title")), *rows]


def decision_line(case: Case) -> str:
    """'Authorised by Superintendent 0087, 22:05 today.' of the newest; empty while there is none."""
    if not case.decisions:
        return ""
    newest = case.decisions[-1]
    return words("ui.decided.line", what=_what(newest), who=_who(newest), time=moment_words(newest.at, now()))


def _what(decision: Decision) -> str:
    if decision.kind == kinds.REFERRAL_ENDORSED:
        return words(f"console.view.{decision.view.replace(' ', '-')}")
    return words(f"ui.decided.{decision_words(decision)}")


def _who(decision: Decision) -> str:
    return f"{decision.rank} {decision.by}".strip()


def _facts(case: Case, decision: Decision) -> Iterator[Fact]:
    by = words("ui.decided.by", who=_who(decision), time=moment_words(decision.at, now()))
    yield _what(decision), by
    told = {
        "told_to": decision.told_to,
        "terms": "\n".join(fill(words(f"{term}.title"), case) for term in decision.terms),
        "terms_words": decision.terms_words,
        "reason": decision.reason,
        "plan_b": "\n".join(_planned(case, each) for each in decision.plan_b),
    }
    for name, value in told.items():
        if value:
            yield words(f"ui.decided.field.{name}"), value
    if decision.kind == kinds.REFERRAL_REFUSED:
        by_day = review_by(case, REVIEW, now(), services().calendar)
        yield (
            words("ui.decided.field.review"),
            words("ui.decided.by-end", day=day_words(by_day)) if by_day else "",
        )


def _planned(case: Case, each: str) -> str:
    """The title of what is planned, or as the superintendent wrote it."""
    guidance = services().guidance
    return fill(guidance.words(f"{each}.title"), case) if guidance.has(f"{each}.title") else each
