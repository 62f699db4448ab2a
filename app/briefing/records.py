"""The briefings of a case as its entries tell of them. College of Policing APP, neighbourhood schemes.

Only the station's own stream produces one: there somebody's rank is known. Who reads and answers is on a
handset, with or without signal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app import kinds
from app.case.model import Case
from app.case.reading import day, mapping, text, texts
from app.clocks.counted import end_of
from app.entry import Entry
from app.ports import Officer

FIELDS = (
    "npt-perps", "npt-victims", "npt-locations", "npt-children", "npt-orders", "npt-licence-release",
    "npt-safety-plans",
)  # fmt: skip
ASKED, ACTION = "npt-asks", "npt-marac-actions"
ANSWERS = {ASKED: ("seen", "stopped", "nothing"), ACTION: ("done", "not done")}
"""What may come back, by what was asked."""
PLAIN = ("nothing", "done")
"""Answers that need no words, and that are passed to nobody."""
CURRENT, REPLACED, ENDED = "current", "replaced", "ended"


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back. `passed_to`: to whom it was passed on."""

    answer: str
    words: str
    passed_to: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked of the local team: `item` is ASKED or ACTION. `returned`: all that came back."""

    id: str
    item: str
    words: str
    returned: tuple[Returned, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Briefing:
    """`expires` is its last day, `to` the teams and officers whom it is for, `says` what it tells by FIELDS.
    `tasked`: why the team needs the undisclosed address; empty where it does not. `replaced` where a later
    one is for everybody whom this one was for."""

    entry: str
    by: str
    at: datetime
    expires: date
    to: tuple[str, ...]
    author: str
    says: tuple[tuple[str, str], ...]
    asks: tuple[Ask, ...]
    tasked: str = ""
    reads: tuple[Read, ...] = ()
    replaced: bool = False

    @property
    def ends(self) -> datetime:
        """24:00 of its last day."""
        return end_of(self.expires)

    def state(self, now: datetime) -> str:
        """current, replaced by a newer one, or ended."""
        if now >= self.ends:
            return ENDED
        return REPLACED if self.replaced else CURRENT

    @property
    def open_asks(self) -> tuple[Ask, ...]:
        """Those to which nothing has come back yet."""
        return tuple(ask for ask in self.asks if not ask.returned)

    def read_by(self, number: str) -> Read | None:
        return next((read for read in self.reads if read.by == number), None)

    def is_for(self, officer: Officer) -> bool:
        """By the team or the number."""
        mine = {plain_name(officer.number), plain_name(officer.team)} - {""}
        return bool(mine & {plain_name(each) for each in self.to})


def plain_name(name: str) -> str:
    """A team or a number, however it was typed."""
    return " ".join(name.split()).casefold()


def briefings(case: Case) -> tuple[Briefing, ...]:
    """All of a case, the oldest first."""
    made = [entry for entry in case.entries if entry.kind == kinds.BRIEFING_MADE and entry.of_station]
    found = [each for entry in made if (each := _briefing(case, entry, made))]
    return tuple(found)


def current(case: Case, now: datetime) -> tuple[Briefing, ...]:
    return tuple(each for each in briefings(case) if each.state(now) == CURRENT)


def briefing_of(case: Case, entry: str) -> Briefing | None:
    return next((each for each in briefings(case) if each.entry == entry), None)


def _briefing(case: Case, entry: Entry, made: list[Entry]) -> Briefing | None:
    """None for one without a last day: nobody could say until when it holds."""
    body, expires = entry.body, day(entry.body, "expires")
    if expires is None:
        return None
    says = mapping(body, "says")
    later = made[made.index(entry) + 1 :]
    to = texts(body, "to")
    mine = {plain_name(each) for each in to}
    return Briefing(
        entry=entry.id,
        by=entry.by,
        at=entry.written_at,
        expires=expires,
        to=to,
        author=text(body, "author"),
        says=tuple((item, text(says, item)) for item in FIELDS if text(says, item)),
        asks=tuple(_asks(case, entry)),
        tasked=text(body, "tasked"),
        reads=tuple(_reads(case, entry.id)),
        replaced=any(mine <= {plain_name(each) for each in texts(one.body, "to")} for one in later),
    )


def _asks(case: Case, entry: Entry) -> Iterator[Ask]:
    listed = entry.body.get("asks")
    for asked in listed if isinstance(listed, list) else ():
        if isinstance(asked, dict) and text(asked, "item") in ANSWERS:
            name = text(asked, "ask")
            yield Ask(name, text(asked, "item"), text(asked, "words"), _returned(case, entry.id, name))


def _returned(case: Case, briefing: str, ask: str) -> tuple[Returned, ...]:
    return tuple(
        Returned(
            text(each.body, "answer"), text(each.body, "words"), text(each.body, "passed_to"),
            each.by, each.happened_at,
        )
        for each in case.entries
        if each.kind == kinds.BRIEFING_ANSWERED
        and (text(each.body, "of"), text(each.body, "ask")) == (briefing, ask)
    )  # fmt: skip


def _reads(case: Case, briefing: str) -> Iterator[Read]:
    """Each officer once, at the first time."""
    known: set[str] = set()
    for each in case.entries:
        if each.kind == kinds.BRIEFING_READ and text(each.body, "of") == briefing and each.by not in known:
            known.add(each.by)
            yield Read(each.by, each.written_at)
