"""The chronology for disclosure: every entry with both of its times, its chain, and the clocks worked out.

Receipts, drafts and what this phone did are not part of a case, and not of this.
"""

from __future__ import annotations

from collections.abc import Iterator

from app import kinds
from app.case.model import Version
from app.case.reading import text
from app.clocks.deadlines import custody, custody_hours
from app.clocks.working import working
from app.documents.bodies import body_lines
from app.documents.clocks import hearing_clock, order_clock, work
from app.documents.material import Material
from app.documents.model import Block, Document, Facts, Section, Table, Words
from app.documents.referral import case_facts, people
from app.documents.withheld import KNOWN_KINDS
from app.entry import Entry
from app.facts.history import disclosures, times_of
from app.regimes import regime_of


def chronology(told: Material) -> Document:
    """The whole case, in the order of writing."""
    parts = [
        Section(told.words("doc.case"), (Facts(tuple(case_facts(told))),)),
        Section(told.words("doc.people"), tuple(people(told))),
        Section(told.words("doc.how"), tuple(_how(told))),
        hearing_clock(told),
        *_custody(told),
        *([order] if (order := order_clock(told)) else []),
        Section(told.words("doc.entries"), tuple(_entries(told))),
        Section(told.words("doc.consulted"), tuple(_consulted(told))),
        Section(told.words("doc.disclosed"), tuple(_disclosed(told))),
    ]
    return told.document("doc.title.chronology", parts)


def _how(told: Material) -> Iterator[Block]:
    """How to check it: what the hashes are made of, and which versions of the guidance were seen."""
    yield Words(told.words("doc.how.chain"))
    yield Words(told.words("doc.how.kept-apart"))
    seen = sorted({each.content_version for each in told.case.entries})
    yield Facts(
        (
            (told.words("doc.how.entries"), str(len(told.case.entries))),
            (told.words("doc.how.digest"), told.digest),
            (told.words("doc.how.guidance"), ", ".join(seen)),
            (told.words("doc.clock.calendar"), told.calendar.version),
        )
    )


def _custody(told: Material) -> Iterator[Section]:
    """Every arrest for breach with its 24 hours, s.26(1), s.29."""
    for breach in told.case.breaches:
        held, hours = custody(told.case, breach, told.calendar), custody_hours(breach)
        if held is None or hours is None or breach.arrested_at is None:
            continue
        worked = working(breach.arrested_at, hours, regime_of(breach.kind).days(told.calendar))
        before = (
            (told.words("doc.custody.safe"), told.moment(held.safe)),
            (told.words("doc.custody.basis"), told.words(f"doc.custody.{held.basis}")),
        )
        yield Section(told.words("doc.clock.custody"), (*work(told, worked), Facts(before)))


class _Index:
    """The number of every entry, which ones put it right, and what an amendment left standing."""

    def __init__(self, told: Material) -> None:
        case = told.case
        self.number = {entry.id: number for number, entry in enumerate(case.entries, 1)}
        self.amended: dict[str, list[int]] = {}
        self.stands: dict[str, tuple[str, Version]] = {}
        for entry in case.entries:
            for version in case.versions.get(entry.id, ())[1:]:
                self.amended.setdefault(entry.id, []).append(self.number[version.entry])
                self.stands[version.entry] = (entry.kind, version)


def _entries(told: Material) -> Iterator[Block]:
    index = _Index(told)
    for entry in told.case.entries:
        number, what = index.number[entry.id], _kind(told, entry.kind)
        yield Words(told.words("doc.entry.head", number=number, what=what), "strong")
        yield Facts(tuple(_facts(told, entry, index)))
        yield Words("\n".join(_chain(told, entry)), "small")


def _chain(told: Material, entry: Entry) -> Iterator[str]:
    """What only a checker reads: device clock, place in the stream, and the hashes."""
    yield _clock(told, entry)
    yield told.words("doc.entry.chain", stream=entry.stream, seq=entry.seq, id=entry.id)
    yield told.words("doc.entry.hash", hash=entry.hash)
    yield told.words("doc.entry.prev", hash=entry.prev)


def _kind(told: Material, kind: str) -> str:
    key = f"kind.{kind}"
    return told.words(key) if told.guidance.has(key) else told.words("doc.entry.unknown", kind=kind)


def _facts(told: Material, entry: Entry, index: _Index) -> Iterator[tuple[str, str]]:
    times = times_of(entry)
    late = told.words("doc.entry.late") if times.late and entry.kind != kinds.AMENDED else ""
    yield told.words("doc.entry.happened"), told.moment(times.event_at)
    yield told.words("doc.entry.written"), f"{told.by(entry.by, times.entered_at)} {late}".strip()
    if entry.kind == kinds.AMENDED:
        yield from _amendment(told, entry, index)
    else:
        yield from body_lines(told, entry.kind, entry.body)
    if entry.kind not in KNOWN_KINDS:
        yield told.words("doc.entry.note"), told.words("doc.entry.not-known")
    if entry.id in index.amended:
        yield told.words("doc.entry.amended"), ", ".join(map(str, index.amended[entry.id]))


def _amendment(told: Material, entry: Entry, index: _Index) -> Iterator[tuple[str, str]]:
    """Which entry it puts right, why, and what then stood."""
    of = text(entry.body, "of")
    yield told.words("doc.entry.of"), str(index.number.get(of, told.words("doc.entry.elsewhere")))
    yield told.words("doc.entry.why"), told.or_not(text(entry.body, "why"))
    if entry.id in index.stands:
        kind, version = index.stands[entry.id]
        yield from body_lines(told, kind, version.body)


def _clock(told: Material, entry: Entry) -> str:
    """What the device's clock said, how far the station's was from it when that was last known, and which
    guidance the officer saw."""
    seen, offset = {"wall": entry.clock.wall, "guidance": entry.content_version}, entry.clock.offset_ms
    if offset is None:
        return told.words("doc.entry.clock.alone", **seen)
    return told.words("doc.entry.clock.offset", seconds=f"{offset / 1000:+.1f}", **seen)


def _consulted(told: Material) -> Iterator[Block]:
    """Who looked at what, when and what for, Data Protection Act 2018 s.62."""
    rows = tuple(_looked(told, each) for each in told.case.log if each.kind == kinds.CONSULTED)
    if not rows:
        yield Words(told.words("doc.log.none"))
        return
    yield Table(
        tuple(told.words(f"doc.log.{name}") for name in ("at", "by", "what", "purpose")),
        rows,
        (30, 14, 28, 28),
    )


def _looked(told: Material, looked: Version) -> tuple[str, str, str, str]:
    page = text(looked.body, "page")
    key = f"doc.page.{page}"
    shown = told.words(key) if told.guidance.has(key) else page
    return told.moment(looked.happened_at), looked.by, shown, text(looked.body, "purpose")


def _disclosed(told: Material) -> Iterator[Block]:
    """What left the case, to whom and what for."""
    rows = tuple(
        (told.moment(each.at), each.by, _what(told, each.what), each.recipient, each.purpose)
        for each in disclosures(told.case)
    )
    if not rows:
        yield Words(told.words("doc.log.none"))
        return
    head = tuple(told.words(f"doc.log.{name}") for name in ("at", "by", "what", "recipient", "purpose"))
    yield Table(head, rows, (26, 10, 24, 20, 20))


def _what(told: Material, kind: str) -> str:
    keys = (f"doc.kind.{kind}", f"{kind}.title")
    return next((told.words(key) for key in keys if told.guidance.has(key)), kind)
