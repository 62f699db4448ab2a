"""Every version of every answer, by purpose: asked how, answered what, when, by whom, with whom there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.case.model import Case
from app.case.reading import moment, text
from app.case.version import Version
from app.consents.company import third_present
from app.consents.permission import NOT_ASKED, inside_state
from app.consents.purposes import Purpose


@dataclass(frozen=True, slots=True)
class Line:
    """One version. `question` and `language`: which question was put; `third`: somebody else was there."""

    state: str
    at: datetime
    written_at: datetime
    by: str
    entry: str
    words: str = ""
    question: str = ""
    language: str = ""
    understood: str = ""
    third: bool = False
    why: str = ""
    body: Mapping[str, Any] | None = None


def lines(case: Case, purpose: Purpose) -> tuple[Line, ...]:
    """The original first. Where a topic asks about each apart, those of this part and of the topic."""
    keys = [purpose.topic, *([f"{purpose.topic}/{purpose.about}"] if purpose.about else [])]
    known = [case.consents[key] for key in keys if key in case.consents]
    found = [_line(purpose, version) for topic in known for version in topic.versions]
    return tuple(sorted(found, key=lambda line: (line.written_at, line.entry)))


def _line(purpose: Purpose, version: Version) -> Line:
    body = version.body
    taken_back = moment(body, "withdrawn_at")
    return Line(
        state="withdrawn" if "withdrawn_at" in body else _state(purpose, body),
        at=taken_back or version.happened_at,
        written_at=version.written_at,
        by=version.by,
        entry=version.entry,
        words=text(body, "words"),
        question=text(body, "question_version"),
        language=text(body, "question_language"),
        understood=text(body, "understood"),
        third=third_present(body),
        why=version.why or "",
        body=body,
    )


def _state(purpose: Purpose, body: Mapping[str, Any]) -> str:
    state = text(body, "answer") or NOT_ASKED
    own = not purpose.about or text(body, "about") == purpose.about
    return state if own else inside_state(state, body, purpose.about)
