"""What an entry says, in words. Never a full name, a date of birth or an address: those stand on the
pages that log who opens them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from app import kinds
from app.case.model import Case
from app.case.reading import day_of, days, mapping, moment, text, texts, truth
from app.clocks.words import deadline_words
from app.guidance.wording import slug
from views.parts.facts import Fact
from views.saying import words
from views.services import services
from views.visits.said import day_words

# Who and where: on the person's page, the visit's Where page and the referral's check page only.
KEPT_ELSEWHERE = frozenset(
    {
        "name",
        "dob",
        "address",
        "phone",
        "school",
        "carer",
        "staying_with",
        "new_address",
        "new_phone",
        "place",
    }
)
_LINES = (
    "grade", "days", "served_at", "served_by", "made_at", "court", "at", "sealed_end", "started_at", "to",
    "arrested_at", "offence_arrest_at", "learned_at", "order_made", "until", "due", "channel", "officer",
    "result", "told", "entry", "belief", "no_arrest_why", "mode", "decision", "words", "note",
    "what", "why", "reason", "purpose", "recipient", "new_force",
)  # fmt: skip
_MOMENTS = frozenset(
    {
        "at",
        "served_at",
        "made_at",
        "started_at",
        "to",
        "arrested_at",
        "offence_arrest_at",
        "learned_at",
        "due",
    }
)
_CHOICES = frozenset({"grade", "channel"})


def facts_of(case: Case, kind: str, body: Mapping[str, Any]) -> list[Fact]:
    """Everything that this body says, one fact a row, in an order that suits its kind."""
    if kind == kinds.VISIT_RECORDED:
        return [*_visit(case, body), *_answers(case, body)]
    found = list(_head(case, kind, body))
    found += [(words(f"told.{name}"), value) for name in _LINES if (value := _line(name, body))]
    found += _details(mapping(body, "details"))
    return [*found, *_answers(case, body)]


def _head(case: Case, kind: str, body: Mapping[str, Any]) -> Iterator[Fact]:
    item = text(body, "item")
    if item:
        yield words("told.item"), item_title(case, item)
    if text(body, "answer"):
        yield words("told.answer"), answer_words(item, text(body, "answer"))
    if kind == kinds.BREACH_REPORTED:
        yield words("told.breach-of"), words(f"breach.of.{text(body, 'kind').lower() or 'dvpn'}")
    if texts(body, "terms"):
        yield words("told.terms"), ", ".join(item_title(case, term) for term in texts(body, "terms"))
    if text(body, "term"):
        yield words("told.term"), item_title(case, text(body, "term"))
    if kind == kinds.PERSON_RECORDED:
        yield words("told.role"), words(f"role.{text(body, 'role') or 'other'}")


def _line(name: str, body: Mapping[str, Any]) -> str:
    if name in KEPT_ELSEWHERE or body.get(name) in (None, "", []):
        return ""
    value = text(body, name)
    if name in _MOMENTS:
        at, day = moment(body, name), day_of(value)
        return deadline_words(at) if at else day_words(day) if day else value
    if name in ("order_made", "until"):
        day = day_of(value)
        return day_words(day) if day else value
    if name in _CHOICES:
        return services().guidance.choice_words(value)
    if name == "days":
        return words("told.days-long", days=days(body, name))
    return value


def _visit(case: Case, body: Mapping[str, Any]) -> Iterator[Fact]:
    about = services().guidance.about(case)
    outcome = text(body, "outcome")
    key = f"outcome.{outcome}"
    seen = "alone" if truth(body, "alone") else "not-alone" if truth(body, "seen") else "not-seen"
    yield words("told.outcome"), words(key if services().guidance.has(key) else f"told.seen.{seen}", **about)
    yield words("told.type"), words(f"told.type.{slug(text(body, 'type') or 'visit')}")
    at = moment(body, "event_at")
    if at:
        yield words("told.happened"), deadline_words(at)
    signs = texts(body, "breach_signs")
    if signs:
        yield words("visit.signs"), ", ".join(words(f"sign.{each}", **about) for each in signs)
    if text(body, "note"):
        yield words("told.note"), text(body, "note")


def _answers(case: Case, body: Mapping[str, Any]) -> list[Fact]:
    """The questions answered with it, each with its reason and what else was said."""
    reasons, more = mapping(body, "reasons"), mapping(body, "details")
    found = []
    for item, answer in mapping(body, "answers").items():
        told = [answer_words(item, str(answer)), text(reasons, item)]
        told += [value for _, value in _details(mapping(more, item))]
        found.append((item_title(case, item), ". ".join(each for each in told if each)))
    return found


def _details(details: Mapping[str, Any]) -> list[Fact]:
    found = []
    for name, value in details.items():
        if name in KEPT_ELSEWHERE or isinstance(value, Mapping) or value in (None, "", []):
            continue
        found.append((words(f"field.{name}"), _value(value)))
    return found


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return words("answer.yes" if value else "answer.no")
    at = _moment(str(value))
    known = f"choice.{slug(str(value))}"
    return deadline_words(at) if at else words(known) if services().guidance.has(known) else str(value)


def _moment(value: str) -> datetime | None:
    return moment({"at": value}, "at") if "T" in value else None


def item_title(case: Case, item: str) -> str:
    """The title of an item; what is no item of this guidance stands as it was written."""
    guidance = services().guidance
    key = f"{item}.title"
    return guidance.words(key, **guidance.about(case)) if guidance.has(key) else item


def answer_words(item: str, answer: str) -> str:
    guidance = services().guidance
    question = guidance.question(item)
    return guidance.answer_words(question, answer) if question else words(f"answer.{slug(answer)}")
