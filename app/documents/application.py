"""The pack for the application to a magistrates' court, s.27: what the court is given to decide on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.case.model import Case
from app.case.reading import text
from app.documents import notice, proof
from app.documents.answers import answer_lines, title
from app.documents.clocks import order_clock
from app.documents.material import Material
from app.documents.model import Block, Boxed, Document, Facts, Refused, Section, Signing, Table, Words
from app.documents.referral import considered, opinion, risk
from app.documents.terms import terms

PURPOSES = ("court-asked", "legal-services")
"""For what the undisclosed address may be asked for: the last part of doc.purpose.*."""
PACK = ("ap-lodged", "ap-pack", "ap-findings", "ap-order-known")


def application(told: Material, draft: bool = False, purpose: str = "") -> Document | Refused:
    """The whole pack. `purpose`, one of PURPOSES, adds the annex with the undisclosed address; whoever
    asks for it logs it first. Refused before authority and service; a draft says so on every page."""
    because = lacking(told)
    if because and not draft:
        return Refused(because)
    pack = told.document("doc.title.application", sections(told), draft=bool(because))
    if purpose not in PURPOSES:
        return pack
    return replace(pack, sections=(*pack.sections, annex(told, purpose)))


def lacking(told: Material) -> tuple[str, ...]:
    served = () if told.case.served_at else ("not-served",)
    return (*notice.lacking(told), *served)


def missing(told: Material) -> list[str]:
    """What the checklist of the pack names and the record does not hold, in words."""
    case = told.case
    wanting = {
        "lodged": "ap-lodged" not in case.answers,
        "opinion": "cn-dvpn" not in case.consents,
        "statements": not list(evidence(case)),
        "risk": not case.risk.grades,
        "days": not days_asked(told),
        "hearing": not case.hearings,
        "address-asked": "sv-address-asked" not in case.answers,
        "hearing-notice": "sv-hearing-notice" not in case.answers,
    }
    return [told.words(f"doc.lacks.{name}") for name, lacks in wanting.items() if lacks]


def sections(told: Material) -> list[Section]:
    order = order_clock(told)
    parts = [
        Section(told.words("doc.missing.title"), tuple(_missing(told))),
        Section(told.words("doc.pack.complaint"), tuple(_complaint(told))),
        Section(told.words("doc.pack.asked"), tuple(_asked(told))),
        opinion(told),
        Section(told.words("doc.considered"), tuple(considered(told))),
        Section(told.words("doc.risk"), tuple(risk(told))),
        Section(told.words("doc.pack.list"), tuple(_evidence(told))),
        Section(told.words("doc.pack.court"), tuple(_court(told))),
    ]
    copies = [*_part(told, "notice", notice.sections(told)), *_part(told, "proof", proof.sections(told))]
    return [*parts, *([order] if order else []), *copies]


def _part(told: Material, name: str, copied: list[Section]) -> Iterator[Section]:
    """A copy begins on a page of its own, and its headings say what it is a copy of."""
    for number, section in enumerate(copied):
        heading = told.words(f"doc.pack.{name}", title=section.title)
        yield replace(section, title=heading, alone=number == 0)


def _missing(told: Material) -> Iterator[Block]:
    lines = missing(told)
    if lines:
        yield Boxed(told.words("doc.missing.lead.pack"), tuple(lines))
    else:
        yield Words(told.words("doc.missing.nothing"))


def _complaint(told: Material) -> Iterator[Block]:
    suspect, victim = told.suspect, told.victim
    yield Words(told.words("doc.pack.complaint.lead"))
    yield Facts(
        (
            (told.words("doc.reference"), told.case.ref),
            (told.words("doc.pack.against"), told.or_not(suspect.name if suspect else "")),
            (told.words("doc.person.dob"), told.born(suspect.dob if suspect else None)),
            (told.words("doc.notice.protects"), told.or_not(victim.name if victim else "")),
            (told.words("doc.proof.at"), told.moment(told.case.served_at)),
            (told.words("doc.state.grounds.title"), notice.statement(told, "grounds")),
        )
    )
    yield from notice.authority(told)


def days_asked(told: Material) -> str:
    """The days for which the order is asked, as an officer recorded them; empty where nobody has."""
    known = (told.case.answers.get(item) for item in ("ap-lodged", "ap-pack"))
    return next((days for each in known if each and (days := text(each.details, "days"))), "")


def _asked(told: Material) -> Iterator[Block]:
    days = days_asked(told)
    rows = terms(told) or [(title(told, "tm-molest"), told.words("doc.not-recorded"))]
    yield Facts((*rows, *(((told.words("doc.pack.days"), days),) if days else ())))
    if not days:
        yield Signing((told.words("doc.pack.days.fill"),))


def evidence(case: Case) -> Iterator[tuple[str, str, str]]:
    """(item, reference, entry) of every answer that names a statement, an exhibit or footage."""
    for key, answer in case.answers.items():
        reference = text(answer.details, "evidence")
        if reference and not key.startswith("cp-"):
            yield answer.item, reference, answer.entry


def _evidence(told: Material) -> Iterator[Block]:
    rows = tuple((title(told, item), reference) for item, reference, _ in evidence(told.case))
    statement = told.case.consents.get("cn-statement")
    if statement:
        question = told.guidance.question("cn-statement")
        said = told.guidance.answer_words(question, statement.state) if question else statement.state
        rows += ((title(told, "cn-statement"), said),)
    if rows:
        yield Table((told.words("doc.pack.what"), told.words("doc.pack.reference")), rows, (50, 50))
    else:
        yield Words(told.words("doc.lacks.statements"))


def _court(told: Material) -> Iterator[Block]:
    """Listing, adjournments, and what was recorded of the application."""
    rows = [
        (told.moment(each.at), each.court, told.moment(each.started_at) if each.started_at else "")
        for each in told.case.hearings
    ]
    if rows:
        head = tuple(told.words(f"doc.hearing.{name}") for name in ("at", "court", "began"))
        yield Table(head, tuple(rows), (36, 36, 28))
    else:
        yield Words(told.words("doc.lacks.hearing"))
    for item in PACK:
        yield Words(title(told, item), "strong")
        yield Facts(tuple(answer_lines(told, item)))


def annex(told: Material, purpose: str) -> Section:
    """Danger: the one place where an undisclosed address stands. It is added after everything else was
    closed, and begins on a page of its own, so that it can be kept from the other party."""
    case, victim = told.case, told.victim
    rows = [(told.words("doc.annex.purpose"), told.words(f"doc.purpose.{purpose}"))]
    if victim and victim.undisclosed:
        rows.append((told.words("doc.annex.address"), told.or_not(victim.address)))
    if case.undisclosed:
        rows.append((told.words("doc.annex.incident"), told.or_not(case.address)))
    warning = Boxed(told.words("doc.annex.warning.title"), (told.words("doc.annex.warning"),))
    return Section(told.words("doc.annex"), (warning, Facts(tuple(rows))), alone=True)
