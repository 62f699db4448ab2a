"""The referral for the authorising officer: what was recorded for each test, and what is missing.

It grades nothing and decides nothing, s.24 of the Crime and Security Act 2010.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from app import kinds
from app.case.model import Person, Version
from app.case.reading import moment, text
from app.documents.answers import answer_lines, consent_lines, limb_lines, title
from app.documents.clocks import hearing_clock
from app.documents.material import Material
from app.documents.model import Block, Boxed, Document, Facts, Section, Table, Words
from app.facts.gate import PREMISES_TERMS, TERMS, age_on, premises_terms_enabled
from app.facts.people import children
from app.facts.suitability import limbs
from app.timekeeping import LONDON

STATUTORY = ("dv-age", "dv-assoc", "dv-violence", "dv-necessary")
"""The limbs of s.24(2) itself; the other ones are checked beside it."""
CONSIDERED = ("ao-children", "ao-victim-opinion", "ao-p-reps", "ao-coresident-opinion")
HISTORY = (
    "pre-history-check", "pre-marac-flag", "pre-firearms-check", "risk-tool", "risk-owner", "risk-hba-stalk",
    "vic-strangle", "vic-coercion", "off-identify", "arr-grounds", "arr-not-why", "kid-seen", "kid-refer",
)  # fmt: skip
OPINION = "cn-dvpn"


def referral(told: Material) -> Document:
    """Everything that was recorded for s.24, each answer with who gave it and when."""
    sections = [
        Section(told.words("doc.missing.title"), tuple(_missing(told))),
        Section(told.words("doc.case"), (Facts(tuple(case_facts(told))),)),
        Section(told.words("doc.people"), tuple(people(told))),
        Section(told.words("doc.test"), tuple(_tests(told, True))),
        Section(told.words("doc.checks"), tuple(_tests(told, False))),
        Section(told.words("doc.considered"), tuple(considered(told))),
        opinion(told),
        Section(told.words("doc.terms"), tuple(terms_asked(told))),
        Section(told.words("doc.risk"), tuple(risk(told))),
        Section(told.words("doc.history"), tuple(_answers(told, tuple(_known(told))))),
        hearing_clock(told),
        Section(told.words("doc.steps"), tuple(steps(told))),
    ]  # fmt: skip
    return told.document("doc.title.referral", sections)


def missing(told: Material) -> list[str]:
    """What the authorising officer would have to ask for, in words. Nothing here stops a referral."""
    found = [told.words(problem.key) for problem in told.guidance.missing_for_referral(told.case)]
    suspect = told.suspect
    if suspect is None or not suspect.name:
        found.append(told.words("doc.missing.suspect-name"))
    if suspect is None or suspect.dob is None:
        found.append(told.words("doc.missing.suspect-dob"))
    wanted = CONSIDERED if premises_terms_enabled(told.case) else CONSIDERED[:3]
    unsaid = [item for item in wanted if item not in told.case.answers and not _said_elsewhere(told, item)]
    if "tm-molest" not in told.case.answers:
        unsaid.append("tm-molest")
    return [*found, *(told.words("doc.missing.item", title=title(told, item)) for item in unsaid)]


def _said_elsewhere(told: Material, item: str) -> bool:
    return item == "ao-victim-opinion" and OPINION in told.case.consents


def _missing(told: Material) -> Iterator[Block]:
    lines = missing(told)
    if lines:
        yield Boxed(told.words("doc.missing.lead"), tuple(lines))
    else:
        yield Words(told.words("doc.missing.nothing"))


def case_facts(told: Material) -> Iterator[tuple[str, str]]:
    case = told.case
    yield told.words("doc.reference"), case.ref
    yield told.words("doc.reported"), told.moment(case.report_at)
    yield told.words("doc.opened"), told.by(case.opened_by, case.opened_at)
    if case.address or case.undisclosed:
        yield told.words("doc.place"), told.words("doc.withheld") if case.undisclosed else case.address
    sent = case.referral.sent_at
    yield told.words("doc.sent"), told.by(case.referral.sent_by, sent) if sent else told.words("doc.not-sent")
    yield told.words("doc.to"), told.or_not(case.referral.to)


def people(told: Material) -> Iterator[Block]:
    head = tuple(told.words(f"doc.person.{name}") for name in ("role", "name", "age", "tie"))
    rows = tuple(_person(told, each) for each in told.case.people)
    yield Table(head, rows, (16, 34, 24, 26)) if rows else Words(told.words("doc.nobody"))


def _person(told: Material, person: Person) -> tuple[str, str, str, str]:
    """Dates of birth of the suspect alone: of the others the age is enough."""
    on = told.as_of.astimezone(LONDON).date()
    age = told.words("doc.person.years", years=age_on(person.dob, on)) if person.dob else ""
    if person.dob and person.role in ("suspect", "perpetrator"):
        age = f"{age}, {told.words('doc.person.born', day=told.born(person.dob))}"
    tie = [person.relationship] if person.relationship else []
    if person.resident is not None:
        tie.append(told.words(f"doc.person.{'resident' if person.resident else 'elsewhere'}"))
    return told.words(f"role.{person.role}"), told.or_not(person.name), told.or_not(age), ", ".join(tie)


def _tests(told: Material, statutory: bool) -> Iterator[Block]:
    """Each limb as shown, not shown or unknown, with its evidence."""
    for limb in limbs(told.guidance, told.case, told.as_of.astimezone(LONDON).date()):
        if (limb.item in STATUTORY) == statutory:
            state = told.words(f"doc.limb.{limb.state}")
            yield Words(told.words("doc.limb", title=title(told, limb.item), state=state), "strong")
            yield Facts(tuple(limb_lines(told, limb)))


def _answers(told: Material, items: tuple[str, ...]) -> Iterator[Block]:
    for item in items:
        yield Words(title(told, item), "strong")
        yield Facts(tuple(answer_lines(told, item)))
    if not items:
        yield Words(told.words("doc.nobody-answered"))


def _known(told: Material) -> Iterator[str]:
    yield from (item for item in HISTORY if item in told.case.answers)


def considered(told: Material) -> Iterator[Block]:
    """The four considerations of s.24(3): content, or the steps taken and why it was not obtained."""
    yield Words(told.words("doc.considered.lead"))
    for item in CONSIDERED:
        yield Words(title(told, item), "strong")
        if item == "ao-children":
            counted = told.words("doc.considered.children", count=len(children(told.case)))
            yield Facts(((told.words("doc.person.children"), counted), *answer_lines(told, item)))
        elif item not in told.case.answers and _said_elsewhere(told, item):
            yield Facts(tuple(consent_lines(told, told.case.consents.get(OPINION))))
        else:
            yield Facts(tuple(answer_lines(told, item)))


def opinion(told: Material) -> Section:
    """What the protected person thinks of it, in the words that were said, s.24(3)(b), s.28(4)(b)."""
    said = consent_lines(told, told.case.consents.get(OPINION))
    return Section(told.words("doc.opinion"), (Facts(tuple(said)),))


def terms_asked(told: Material) -> Iterator[Block]:
    """Terms as they were asked for; those about the home only where they share one, s.24(8)."""
    if not premises_terms_enabled(told.case):
        yield Words(told.words("doc.terms.premises-closed"))
    for item in TERMS if premises_terms_enabled(told.case) else TERMS[: -len(PREMISES_TERMS)]:
        yield Words(title(told, item), "strong")
        yield Facts(tuple(answer_lines(told, item)))
    wanted = told.case.consents.get(OPINION)
    asked = str(wanted.details.get("terms") or "") if wanted else ""
    if asked:
        yield Facts(((told.words("doc.terms.wanted"), asked),))


def risk(told: Material) -> Iterator[Block]:
    """Grades as officers set them. Nothing is computed."""
    if not told.case.risk.grades:
        yield Words(told.words("doc.risk.none"))
        return
    head = tuple(told.words(f"doc.risk.{name}") for name in ("grade", "by", "why"))
    rows = tuple(
        (told.words(f"choice.{each.grade}"), told.by(each.by, each.at), told.or_not(each.reason))
        for each in told.case.risk.grades
    )
    yield Table(head, rows, (16, 42, 42))
    if told.case.risk.conflict and told.case.risk.resolved_by is None:
        yield Boxed(told.words("doc.risk.conflict.title"), (told.words("doc.risk.conflict"),))


def steps(told: Material) -> Iterator[Block]:
    """Who did what to the referral, in order."""
    rows = tuple(
        (
            told.moment(_when(each)),
            told.words(f"kind.{each.kind}") if told.guidance.has(f"kind.{each.kind}") else each.kind,
            each.by,
            _said(each.body),
        )
        for each in told.case.referral.history
    )
    if not rows:
        yield Words(told.words("doc.steps.none"))
        return
    head = tuple(told.words(f"doc.steps.{name}") for name in ("at", "what", "by", "words"))
    yield Table(head, rows, (26, 24, 12, 38))


def _when(step: Version) -> datetime:
    """When it happened, as it now stands; a hearing was listed when it was recorded."""
    spoken = step.kind in (kinds.REFERRAL_AUTHORISED, kinds.COURT_RESULT)
    names = ("at",) if spoken else ("served_at", "started_at", "made_at", "arrested_at")
    told = (moment(step.body, name) for name in names)
    return next((at for at in told if at), step.happened_at)


def _said(body: Mapping[str, Any]) -> str:
    """The words of a decision; of other steps what the court or the officer named."""
    names = ("rank", "decision", "mode", "reason", "words", "why", "result", "court")
    return ". ".join(each for each in (text(body, name) for name in names) if each)
