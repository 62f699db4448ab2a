"""The referral as a document: each test with its answer, what was considered, what was asked for, what lacks.

Names nobody and no address: those stand on the handset and in the pack.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app import kinds
from app.case import Case
from app.case.model import Answer, Decision
from app.check_code import check_code
from app.deciding import CONSIDERED, decision_words, is_considered
from app.facts.decided import bearing, newest_referral
from app.facts.gate import MUST_BE_YES, TERMS, premises_terms_enabled, suspect_age_on
from app.timekeeping import LONDON
from sync.station.console.lines import EntryRow, Line, lines, record, version_told
from sync.station.console.reading import Received
from sync.station.console.saying import moment
from sync.station.console.telling import Shown, Telling

OPINION = "cn-dvpn"


@dataclass(frozen=True, slots=True)
class TestRow:
    """A test of suitability. `shown` is shown, not shown or not known; `told` the answer and its evidence."""

    title: str
    shown: Shown | None
    answer: str
    by: str
    at: str
    told: Sequence[Line]
    versions: Sequence[tuple[str, str, Sequence[Line]]]


@dataclass(frozen=True, slots=True)
class ConsiderationRow:
    """One of the four. `answer` is empty while nobody has recorded it."""

    item: str
    title: str
    wanted: bool
    complete: bool
    answer: str
    words: str
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    title: str
    by: str
    rank: str
    at: str
    told: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Document:
    tests: Sequence[TestRow]
    opinion: TestRow | None
    considered: Sequence[ConsiderationRow]
    terms: Sequence[TestRow]
    missing: Sequence[str]
    decisions: Sequence[DecisionRow]
    entries: Sequence[EntryRow]
    age: int | None
    code: str


def document(telling: Telling, case: Case, received: Sequence[Received]) -> Document:
    task = telling.guidance.task("dvpn")
    pages = telling.guidance.pages(task, case) if task else ()
    today = telling.now.astimezone(LONDON).date()
    answered = [(term, case.answers[term]) for term in TERMS if term in case.answers]
    return Document(
        tests=[_test(telling, case, page.id) for page in pages if page.id.startswith("dv-")],
        opinion=_opinion(telling, case),
        considered=consideration_rows(telling, case),
        terms=[_row(telling, case, term, answer) for term, answer in answered],
        missing=list(_missing(telling, case)),
        decisions=[_decision(telling, each) for each in case.decisions],
        entries=record(case, _of_the_referral(case, received), telling.guidance),
        age=suspect_age_on(case, today),
        code=check_code(sent.hash) if (sent := newest_referral(case)) else "",
    )


def _test(telling: Telling, case: Case, item: str) -> TestRow:
    answer = case.answers.get(item)
    return _row(telling, case, item, answer or Answer(item, ""))


def _row(telling: Telling, case: Case, item: str, answer: Answer) -> TestRow:
    question = telling.guidance.question(item)
    words = telling.guidance.answer_words(question, answer.answer) if question else answer.answer
    told = {"reason": answer.reason, "note": answer.note, **dict(answer.details)}
    return TestRow(
        title=telling.fill(f"{item}.title", case),
        shown=_shown(telling, answer) if item in MUST_BE_YES else None,
        answer=telling.guidance.fill(words, telling.guidance.about(case)) if answer.answer else "",
        by=answer.by,
        at=moment(answer.happened_at) if answer.happened_at else "",
        told=tuple(lines(told, telling.guidance)),
        versions=_versions(telling, answer),
    )


def _versions(telling: Telling, answer: Answer) -> Sequence[tuple[str, str, Sequence[Line]]]:
    """Every version where there is more than one, the original first."""
    every = answer.versions if len(answer.versions) > 1 else ()
    return [version_told(each, telling.guidance) for each in every]


def _shown(telling: Telling, answer: Answer) -> Shown:
    """What the officer answered, not a verdict of ours."""
    name = {"yes": "shown", "no": "not-shown"}.get(answer.answer, "not-known")
    return telling.shown("console.test", name)


def _opinion(telling: Telling, case: Case) -> TestRow | None:
    known, question = case.consents.get(OPINION), telling.guidance.question(OPINION)
    if known is None or question is None:
        return None
    words = telling.guidance.answer_words(question, known.state)
    answer = telling.guidance.fill(words, telling.guidance.about(case))
    told = {"words": known.words, **dict(known.details)}
    return TestRow(
        telling.fill(f"{OPINION}.title", case), None, answer, known.by, moment(known.at) if known.at else "",
        tuple(lines(told, telling.guidance)),
        [version_told(each, telling.guidance) for each in known.versions[:-1]],
    )  # fmt: skip


def consideration_rows(telling: Telling, case: Case) -> list[ConsiderationRow]:
    """The four of s.24(3); the opinion of who lives there is wanted only with terms about the home."""
    return [_consideration(telling, case, item) for item in CONSIDERED]


def _consideration(telling: Telling, case: Case, item: str) -> ConsiderationRow:
    answer = case.answers.get(item)
    how = f"console.considered.{answer.answer.replace(' ', '-')}" if answer else ""
    return ConsiderationRow(
        item=item,
        title=telling.fill(f"{item}.title", case),
        wanted=item != "ao-coresident-opinion" or premises_terms_enabled(case),
        complete=is_considered(case, item),
        answer=telling.guidance.words(how) if how else "",
        words=answer.note if answer else "",
        why=answer.reason if answer else "",
        by=f"{answer.by}, {moment(answer.happened_at)}" if answer and answer.happened_at else "",
    )


def _missing(telling: Telling, case: Case) -> Iterator[str]:
    about = telling.guidance.about(case)
    for problem in telling.guidance.missing_for_referral(case):
        yield telling.guidance.fill(telling.guidance.words(problem.key), about)
    for row in consideration_rows(telling, case):
        if row.wanted and not row.complete:
            yield row.title


def _decision(telling: Telling, decision: Decision) -> DecisionRow:
    words = telling.guidance.words
    name = "endorsed" if decision.kind == kinds.REFERRAL_ENDORSED else decision_words(decision)
    told = [
        (words("console.field.view"), words(f"console.view.{decision.view.replace(' ', '-')}")),
        (words("console.field.reason"), decision.reason),
        (words("console.field.terms"), "\n".join(words(f"{term}.title") for term in decision.terms)),
        (words("console.field.terms_words"), decision.terms_words),
        (words("console.field.told_to"), decision.told_to),
        (words("console.field.plan_b"), "\n".join(telling.plan(each) for each in decision.plan_b)),
    ]
    shown = [line for line in (told if decision.view else told[1:]) if line[1]]
    at = moment(decision.at)
    return DecisionRow(words(f"console.decision.{name}"), decision.by, decision.rank, at, shown)


_DECIDING = (
    kinds.REFERRAL_ENDORSED, kinds.REFERRAL_AUTHORISED, kinds.REFERRAL_REFUSED, kinds.MORE_INFORMATION_WANTED,
    kinds.DECISION_NOT_TAKEN,
)  # fmt: skip


def _of_the_referral(case: Case, received: Sequence[Received]) -> list[Received]:
    """What bears on the decision, and what was decided."""
    weighs = {entry.id for entry in bearing(case)}
    return [each for each in received if each.entry.id in weighs or each.entry.kind in _DECIDING]
