"""The round sheet: the visits of a shift on paper, for whoever walks it.

Danger: paper is lost. It has initials, a reference, a time and how to behave. Nothing on it is a name, a
number or an address but what an officer typed of a disclosed place; of the address itself its postcode
district or town, and of one that is not disclosed nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from app.case.model import Case
from app.case.reading import text, texts
from app.clocks.words import moment_words, short_day
from app.conflicts import unresolved
from app.documents.model import Document, Frame, Section, Table, Words
from app.documents.withheld import Compartment
from app.entry import sha256
from app.facts.door import door_flags
from app.guidance import Guidance
from app.language import ENGLISH, speaking
from app.timekeeping import LONDON, local
from app.visits.claims import holders
from app.visits.extra import AFTER, EXTRA
from app.visits.near import spot
from app.visits.schedule import DueVisit, risk_grade

WORDED = ("cp-safe-times", "cp-never-times")
_BY = (EXTRA, AFTER)


@dataclass(frozen=True, slots=True)
class Stop:
    """One visit in words: when, whose (initials and reference), grade and area, how to reach, what to know
    before the door, who takes it."""

    when: str
    who: str
    about: str
    reach: str
    door: str
    taken: str


@dataclass(frozen=True, slots=True)
class Round:
    """The visits in the order given, as they stand at `at`, and the guidance that words them."""

    rows: Sequence[DueVisit]
    guidance: Guidance
    at: datetime
    training: bool = False

    def words(self, key: str, **facts: object) -> str:
        return self.guidance.words(key, **facts)


def stops(told: Round) -> list[Stop]:
    """In the language of the moment. What is kept in a case's compartment stands in none of them."""
    return [_stop(told, row) for row in told.rows]


def _stop(told: Round, row: DueVisit) -> Stop:
    case = row.case
    compartment = Compartment(case, told.words("round.withheld"))
    grade, area = risk_grade(case), spot(case).area
    about = [told.words(f"ui.risk.{grade}") if grade else told.words("round.no-grade")]
    about += [told.words("shift.area", area=area)] if area else []
    hold = holders(case, row.visit)
    return Stop(
        when=_when(told, row),
        who=f"{case.initials} {case.ref}".strip(),
        about=". ".join(about),
        reach=_plain(case, compartment, _reach(told, case)),
        door=_plain(case, compartment, _door(told, case)),
        taken=told.words("take.by", officer=", ".join(hold)) if hold else told.words("take.nobody"),
    )


def _plain(case: Case, compartment: Compartment, lines: Iterable[str]) -> str:
    """What officers typed, without what is kept apart, and with initials where somebody is named."""
    said = compartment.shut("\n".join(lines))
    for person in case.people:
        for name in (person.name, *person.name.split()[-1:]):
            if len(name) > 2:
                said = re.sub(rf"\b{re.escape(name)}\b", person.initials, said, flags=re.IGNORECASE)
    return said


def _when(told: Round, row: DueVisit) -> str:
    visit = row.visit
    noon = datetime.combine(visit.due, time(12), LONDON)
    on = moment_words(visit.at, told.at) if visit.at else short_day(noon)
    by = "by" if visit.id in _BY and row.status in ("due", "planned") else row.status
    return told.words(f"round.when.{by}", time=on)


def _reach(told: Round, case: Case) -> Iterator[str]:
    """No number, no code word, nobody's name: those stand on the phone."""
    known = {item: answer for item, answer in case.answers.items() if item.startswith("cp-")}
    if not known:
        yield told.words("round.reach.unknown")
        return
    if any(item.startswith("cp-") for item in unresolved(case)):
        yield told.words("round.reach.two")
    if "cp-channel" in known:
        ways = texts(known["cp-channel"].details, "channels")
        yield told.words(
            "round.reach.ways", ways=", ".join(told.guidance.choice_words(each) for each in ways)
        )
    for item in WORDED:
        said = text(known[item].details, "words") if item in known else ""
        if said:
            yield told.words(f"round.reach.{item}", words=said)
    clothes = text(known["cp-uniform-or-plain"].details, "clothes") if "cp-uniform-or-plain" in known else ""
    if clothes:
        yield told.guidance.choice_words(clothes)


def _door(told: Round, case: Case) -> Iterator[str]:
    about = told.guidance.about(case)
    for flag in door_flags(case):
        if not flag.known:
            yield told.words(f"door.unasked.{flag.name}")
            continue
        name = told.words(f"door.flag.{flag.name}", **about)
        yield told.words("round.flag", name=name, told=flag.told) if flag.told else name


# The paper


def round_sheet(told: Round) -> Document:
    """In English, whatever the phone speaks. The same rows at the same minute: the same document."""
    with speaking(ENGLISH):
        head = tuple(told.words(f"round.column.{name}") for name in ("when", "who", "reach", "door"))
        rows = tuple(_row(each) for each in stops(told))
        note = Words(told.words("round.sheet.hint"), "small")
        content = Table(head, rows, (22, 22, 26, 30)) if rows else Words(told.words("round.empty"))
        return Document(
            title=told.words("round.sheet"),
            frame=_frame(told),
            made_at=told.at,
            sections=(Section(told.words("round.sheet.visits"), (content, note)),),
        )


def _row(stop: Stop) -> tuple[str, ...]:
    return f"{stop.when}\n{stop.taken}", f"{stop.who}\n{stop.about}", stop.reach, stop.door


def _frame(told: Round) -> Frame:
    return Frame(
        marking=told.words("doc.marking"),
        marks=(told.words("doc.mark.training"),) if told.training else (),
        reference="",
        version=told.words("round.version", at=f"{local(told.at):%d %b %Y, %H:%M}", digest=_digest(told)),
        page=told.words("doc.page"),
        name=told.words("round.sheet"),
    )


def _digest(told: Round) -> str:
    """Letters that stand for exactly the entries of these cases, in whichever order they came."""
    cases = {row.case.id: row.case for row in told.rows}
    every = sorted(entry.hash for case in cases.values() for entry in case.entries)
    found = sha256("\n".join(every).encode())[:12]
    return " ".join(found[at : at + 4] for at in range(0, 12, 4))


def made_on(told: Round) -> str:
    """The neutral name of the file."""
    return f"document-{told.at.astimezone(UTC):%Y%m%d-%H%M}.pdf"
