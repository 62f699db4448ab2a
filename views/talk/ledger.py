"""Every answer by purpose: which question was put, what was said, when, by whom, and what it means now."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case
from app.case.reading import text
from app.clocks.words import moment_words
from app.consents.ledger import Line, lines
from app.consents.permission import EXCLUSIONS, NOT_NEEDED, permission, standing
from app.consents.permission import told as goes_with
from app.consents.purposes import Purpose, Rule, purposes
from views.going import to
from views.incident.in_words import detail_lines, fill
from views.incident.told import Told, beside_answer
from views.parts.consents import consent_row
from views.parts.facts import Fact, facts
from views.parts.panel import panel
from views.parts.sheet import sheet, still_row
from views.parts.text import body, margin, second, section, strong
from views.saying import Said, words
from views.services import now, services
from views.talk.details import DETAILS
from views.talk.guide import conversation
from views.talk.permits import of_purpose, told
from views.theme import measures


def rows(case: Case) -> list[ft.Control]:
    """Every purpose in the order of the content, with what it means now and the answer."""
    return [sheet([_row(case, each) for each in purposes()])]


def _row(case: Case, purpose: Purpose) -> ft.Control:
    answer = standing(case, purpose)
    said = Said(f"ledger.{purpose.id}", of_purpose(purpose, "title", case))
    state = answer.state if lines(case, purpose) else ""
    place = to(f"{conversation(case.id)}/ledger/{purpose.id}")
    return consent_row(said, told(case, purpose).title, state, answer_words(case, purpose), place)


def answer_words(case: Case, purpose: Purpose) -> str:
    """'Yes, 22:29 today', or that nobody has asked."""
    known = lines(case, purpose)
    if not known:
        return words("ui.consent.not-asked-yet")
    answer = standing(case, purpose)
    shown = state_words(case, purpose, answer.state)
    return words("ui.task.answered", answer=shown, time=moment_words(known[-1].at, now()))


def state_words(case: Case, purpose: Purpose, state: str) -> str:
    guidance = services().guidance
    question = guidance.question(purpose.topic)
    if question is None or purpose.about:
        return words(f"answer.{state.replace(' ', '-')}")
    return fill(guidance.answer_words(question, state), case)


def meaning(case: Case, purpose: Purpose) -> Iterator[ft.Control]:
    """What may be done now, what may not and why; where no consent is needed the reason for that, and what
    law it stands on."""
    effect = told(case, purpose)
    yield panel("\n".join(effect.lines), effect.title)
    if purpose.rule is Rule.NEIGHBOURS:
        yield facts([_check(case, purpose, each) for each in EXCLUSIONS])
    if permission(case, purpose).state == NOT_NEEDED:
        police = of_purpose(purpose, "police", case)
        yield margin(second(words("ui.talk.says", who=words("ui.talk.police"), what=police)))
    yield margin(second(words("ui.ledger.law", law=purpose.law)))


def _check(case: Case, purpose: Purpose, exclusion: str) -> Fact:
    """Each of the two checks by itself: made or not, and whether it rules the watch out."""
    found = goes_with(standing(case, purpose)).get(exclusion)
    state = ("out" if found else "clear") if isinstance(found, bool) else "open"
    return words(f"field.{exclusion}"), words(f"ui.ledger.check.{state}")


def versions(case: Case, purpose: Purpose) -> list[ft.Control]:
    """Every version, the newest first. None is ever removed."""
    known = lines(case, purpose)
    title = section(words("ui.ledger.versions"))
    if not known:
        return [title, margin(body(words("ui.ledger.none")))]
    return [title, sheet([_version(case, purpose, each) for each in reversed(known)])]


def _version(case: Case, purpose: Purpose, line: Line) -> ft.Control:
    head = strong(
        words(
            "ui.ledger.line",
            answer=state_words(case, purpose, line.state),
            time=moment_words(line.at, now()),
            officer=line.by,
        )
    )
    more = [second(each) for each in (*_beside(line), *_recorded(case, purpose, line), *_asked(line))]
    return still_row(ft.Column([head, *more], spacing=measures.S4, tight=True), measures.S12)


def _beside(line: Line) -> Iterator[str]:
    if line.words:
        yield words("ui.ledger.words", words=line.words)
    if line.understood:
        yield words("ui.ledger.understood", words=line.understood)
    if line.third:
        yield words("ui.ledger.third")
    if line.why:
        yield words("ui.ledger.amended", why=line.why)


def _recorded(case: Case, purpose: Purpose, line: Line) -> list[str]:
    """Reason and basis, both checks, what it covers, who was there. How she is reached stands elsewhere,
    under how that may be used."""
    question = services().guidance.question(purpose.topic)
    if question is None or line.body is None:
        return []
    shut = ("words", "understood", *DETAILS)
    details = {name: value for name, value in beside_answer(line.body).items() if name not in shut}
    said = Told(line.state, text(line.body, "reason"), text(line.body, "note"), details)
    return detail_lines(case, question, said)


def _asked(line: Line) -> Iterator[str]:
    if line.question and line.language:
        tongue = next(
            (each.name for each in services().guidance.tongues if each.id == line.language), line.language
        )
        yield words("ui.ledger.question", version=line.question, language=tongue)
    elif line.question:
        yield words("ui.ledger.question-plain", version=line.question)
