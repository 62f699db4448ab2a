"""What an entry says, in words. Never a full name, a date of birth or an address: those stand on the
pages that log who opens them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from app import kinds
from app.cards import language_named, titled
from app.case.model import Case
from app.case.reading import day_of, days, mapping, moment, text, texts, truth
from app.clocks.words import deadline_words
from app.guidance.wording import slug
from app.language import spoken
from app.visits.evidence import NAMES
from views.parts.facts import Fact
from views.saying import words
from views.services import services
from views.visits.asked_here import answer_told, reason_told
from views.visits.each_child import child_facts
from views.visits.guide import visit_questions
from views.visits.said import day_words

SIGNS, THERE, NONE, NONE_SEEN = "wv-breach-ind", "wv-p-there", "none", "none seen"
BY_WHAT_HAPPENED = ("wv-seen", SIGNS, THERE)
# Who and where: on the person's page, the visit's Where page and the referral's check page only.
KEPT_ELSEWHERE = frozenset(
    {
        "name", "dob", "address", "phone", "school", "carer", "staying_with", "new_address", "new_phone",
        "place", "number", "safe_contact", "sleeps", "ring",
    }
)  # fmt: skip
_LINES = (
    "grade", "days", "served_at", "served_by", "made_at", "court", "at", "sealed_end", "started_at", "to",
    "arrested_at", "offence_arrest_at", "learned_at", "learned_how", "order_made", "until", "due", "channel",
    "officer", "result", "told", "entry", "belief", "no_arrest_why", "mode", "decision", "words", "note",
    "what", "why", "reason", "purpose", "recipient", "new_force", "rank", "who", "told_to", "code", "owner",
    "territory", "evidence", "from", "dates",
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
        asked = [*_answers(case, body), *child_facts(case, body), *_unanswered(case, body)]
        return [*_visit(case, body), *asked, *_references(body)]
    found = list(_head(case, kind, body))
    found += [(words(f"told.{name}"), value) for name in _LINES if (value := _line(case, name, body))]
    found += _details(mapping(body, "details"))
    return [*found, *_answers(case, body)]


def _head(case: Case, kind: str, body: Mapping[str, Any]) -> Iterator[Fact]:
    item = text(body, "item")
    if item:
        yield words("told.item"), item_title(case, item)
    if text(body, "answer"):
        yield words("told.answer"), answer_words(case, item, text(body, "answer"))
    if kind == kinds.BREACH_REPORTED:
        yield words("told.breach-of"), words(f"breach.of.{text(body, 'kind').lower() or 'dvpn'}")
    if texts(body, "terms"):
        yield words("told.terms"), ", ".join(item_title(case, term) for term in texts(body, "terms"))
    if text(body, "term"):
        yield words("told.term"), item_title(case, text(body, "term"))
    if kind == kinds.CARD_SHOWN:
        yield words("told.card"), titled(text(body, "card"), spoken())
        yield words("told.language"), language_named(text(body, "language"))
    if kind == kinds.PERSON_RECORDED:
        yield words("told.role"), words(f"role.{text(body, 'role') or 'other'}")


def _line(case: Case, name: str, body: Mapping[str, Any]) -> str:
    if name in KEPT_ELSEWHERE or body.get(name) in (None, "", []):
        return ""
    value = text(body, name)
    if name in _MOMENTS:
        at, day = moment(body, name), day_of(value)
        return deadline_words(at) if at else day_words(day) if day else value
    if name == "dates":
        return ", ".join(day_words(day) for each in texts(body, name) if (day := day_of(each)))
    if name in ("order_made", "until", "from"):
        day = day_of(value)
        return day_words(day) if day else value
    if name in _CHOICES:
        return services().guidance.choice_words(value)
    if name == "days":
        return words("told.days-long", days=days(body, name))
    if name == "territory":
        return words(f"serving.territory.{value}")
    return reason_told(value, case) if name == "reason" else value


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
    if not signs and mapping(body, "answers").get(SIGNS) == NONE_SEEN:
        signs = (NONE,)
    if signs:
        yield words("visit.signs"), ", ".join(sign_words(case, each) for each in signs)
    if text(body, "note"):
        yield words("told.note"), text(body, "note")


def _references(body: Mapping[str, Any]) -> Iterator[Fact]:
    """Video, exhibits, photos and documents: where they are, and the hash of a file."""
    for name in NAMES:
        if text(body, name):
            yield words(f"references.{name}"), text(body, name)


def sign_words(case: Case, sign: str) -> str:
    """A sign in the words of the guidance; the suspect in person and 'none of these' in our own."""
    if sign in (THERE, NONE):
        return words(f"visit.sign.{sign}", **services().guidance.about(case))
    return services().guidance.choice_words(sign)


def _answers(case: Case, body: Mapping[str, Any]) -> list[Fact]:
    """The questions answered with it, each with its reason and what else was said. What the outcome and
    the signs answer stands with those."""
    reasons, more = mapping(body, "reasons"), mapping(body, "details")
    found = []
    for item, answer in mapping(body, "answers").items():
        if item not in BY_WHAT_HAPPENED:
            told = [answer_words(case, item, str(answer)), reason_told(text(reasons, item), case)]
            told += [value for _, value in _details(mapping(more, item))]
            found.append((item_title(case, item), ". ".join(each for each in told if each)))
    return found


def _unanswered(case: Case, body: Mapping[str, Any]) -> Iterator[Fact]:
    """What should have been asked of somebody seen, and was left open."""
    asked = mapping(body, "answers")
    if truth(body, "seen") and asked:
        open_ = [each for each in visit_questions() if each.must and each.id not in asked]
        if open_:
            yield words("told.unanswered"), ", ".join(item_title(case, each.id) for each in open_)


def _details(details: Mapping[str, Any]) -> list[Fact]:
    found = []
    for name, value in details.items():
        if name in KEPT_ELSEWHERE or isinstance(value, Mapping) or value in (None, "", []):
            continue
        found.append((words(f"field.{name}"), _value(value)))
    return found


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_value(each) for each in value)
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


def answer_words(case: Case, item: str, answer: str) -> str:
    question = services().guidance.question(item)
    if question is not None and question.task == "contact":
        return words("ui.task.written")
    return answer_told(question, answer, case) if question else words(f"answer.{slug(answer)}")
