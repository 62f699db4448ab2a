"""Proof of service: who, when, where and how, the address asked for, and the deadline worked out."""

from __future__ import annotations

from collections.abc import Iterator

from app import kinds
from app.case.model import Answer
from app.case.reading import moment, text
from app.clocks.counted import both
from app.documents.answers import Line, answer_lines, answer_words, title
from app.documents.clocks import hearing_clock
from app.documents.material import Material
from app.documents.model import Block, Document, Facts, Refused, Section, Signing, Table, Words
from app.regimes import regime_of

ASKED = ("sv-personal", "sv-time", "sv-address-asked", "sv-explained", "sv-hearing-booked")
OFFERED = ("sv-accommodation", "sv-perp-programme", "sv-property", "sv-co-informed")


def proof(told: Material, draft: bool = False) -> Document | Refused:
    """Of this case's notice. Refused before it was served; a draft says so on every page."""
    if told.case.served_at is None and not draft:
        return Refused(("not-served",))
    return told.document("doc.title.proof", sections(told), draft=told.case.served_at is None)


def sections(told: Material) -> list[Section]:
    return [
        Section(told.words("doc.proof.service"), tuple(_served(told))),
        Section(told.words("doc.proof.how"), tuple(_answers(told, ASKED))),
        Section(told.words("doc.proof.offered"), tuple(_answers(told, OFFERED))),
        Section(told.words("doc.proof.attempts"), tuple(attempts(told))),
        hearing_clock(told),
        Section(told.words("doc.proof.declared"), tuple(_declared(told))),
    ]


def _served(told: Material) -> Iterator[Block]:
    suspect, served = told.suspect, told.recorded(kinds.NOTICE_SERVED)
    newest = served[-1] if served else None
    recorded = told.by(newest.by, newest.written_at) if newest else told.or_not("")
    rows: list[Line] = [
        (told.words("doc.reference"), told.case.ref),
        (told.words("doc.proof.on"), told.or_not(suspect.name if suspect else "")),
        (told.words("doc.proof.at"), told.moment(told.case.served_at)),
        (told.words("doc.proof.place"), told.or_not(text(newest.body, "place") if newest else "")),
        (told.words("doc.proof.by"), told.or_not(text(newest.body, "served_by") if newest else "")),
        (told.words("doc.proof.recorded"), recorded),
    ]
    yield Facts(tuple(rows))
    yield from _times(told)


def _times(told: Material) -> Iterator[Block]:
    """Every time of service that was recorded, each with the deadlines that it gave: none is hidden."""
    every = [
        version
        for entry in told.case.entries
        if entry.kind == kinds.NOTICE_SERVED
        for version in told.case.versions.get(entry.id, ())
    ]
    if not every:
        return
    rows, regime = [], regime_of(told.case.notice)
    for version in every:
        at = moment(version.body, "served_at") or version.happened_at
        limit = both(at, regime.hearing_hours, regime.days(told.calendar))
        rows.append(
            (
                told.moment(at), told.moment(limit.safe), told.moment(limit.outer),
                told.by(version.by, version.written_at), version.why or "",
            )
        )  # fmt: skip
    head = tuple(told.words(f"doc.times.{name}") for name in ("at", "safe", "outer", "by", "why"))
    yield Words(told.words("doc.times.lead"))
    yield Table(head, tuple(rows), (20, 20, 20, 20, 20))


def _answers(told: Material, items: tuple[str, ...]) -> Iterator[Block]:
    for item in items:
        yield Words(title(told, item), "strong")
        yield Facts(tuple(answer_lines(told, item)))


def attempts(told: Material) -> Iterator[Block]:
    """Every attempt to give notice of the hearing, with its result, s.27(5) to (7)."""
    tried = [each for each in told.case.given if each.item == "sv-hearing-notice"]
    if not tried:
        yield Words(told.words("doc.proof.attempts.none"))
        return
    head = tuple(told.words(f"doc.attempt.{name}") for name in ("at", "result", "by", "words"))
    yield Table(head, tuple(_attempt(told, each) for each in tried), (26, 24, 14, 36))


def _attempt(told: Material, tried: Answer) -> tuple[str, str, str, str]:
    at = moment(tried.details, "at") or tried.happened_at
    said = [text(tried.details, name) for name in ("place", "who", "result", "evidence")] + [
        tried.reason,
        tried.note,
    ]
    shown = answer_words(told, tried.item, tried.answer)
    return told.moment(at), shown, tried.by, ". ".join(each for each in said if each)


def _declared(told: Material) -> Iterator[Block]:
    yield Words(told.words("doc.proof.declaration"))
    yield Signing(tuple(told.words(f"doc.sign.{name}") for name in ("constable", "signature", "signed-at")))
