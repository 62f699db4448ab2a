"""The station's own stream: what is decided or done at the console is an entry like every other.

One stream for each force, numbered and chained as a handset's is. Each entry is signed with the station's
key: handsets hold it from their enrolment, and take no such entry without.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlmodel import Session, col, select, update

from app.entry import GENESIS, STATION_STREAM, Entry, Fact, canonical, from_json, place, sha256, to_json
from app.notebook import Notebook
from app.ports import Officer
from sync.protocol.messages import Refusal
from sync.station.accounts import SignedIn
from sync.station.calendars import kept
from sync.station.incoming import Sent
from sync.station.ledger import Place, append, count
from sync.station.refused import Refused
from sync.station.scene import Scene
from sync.station.tables import EntryRow, StationStreamRow
from sync.station.upserts import insert_or

NOT_IN_SIGHT = Refused(Refusal.UNKNOWN, 404)
NO_OFFICER = Refused(Refusal.BAD_REQUEST, 403)
"""The account says of no officer that it is his or hers: nobody would answer for the entry."""


@dataclass(frozen=True, slots=True)
class Held:
    """A force's stream and the area of a case, and where the stream ends."""

    there: Place
    end: tuple[int, str]


class OwnStream:
    """A force's stream, held until the transaction is over. Implements app.notebook.Ink."""

    def __init__(self, session: Session, scene: Scene, held: Held, form: str) -> None:
        self._session, self._scene, self._form = session, scene, form
        self._there, self._end = held.there, held.end

    def write(self, *facts: Fact, clears: Sequence[str] = ()) -> list[Entry]:
        """Append the facts, in this transaction. A console keeps no drafts: `clears` says nothing here."""
        sent = [self._next(fact) for fact in facts]
        assert append(self._session, self._there, sent, self._scene.clock.now()), "a new id is nobody's"
        moved = {"taken": self._end[0], "head": self._end[1]}
        self._session.execute(
            update(StationStreamRow).where(col(StationStreamRow.id) == self._there.stream).values(**moved)
        )
        return [each.entry for each in sent]

    def _next(self, fact: Fact) -> Sent:
        taken, head = self._end
        if self._form:
            fact = replace(fact, body={**fact.body, "form": self._form})
        plain = to_json(place(fact, self._there.stream, taken + 1, head))
        signed = self._scene.keys.sign("entry", plain)
        text = canonical(signed)
        self._end = (taken + 1, sha256(text))
        return Sent(from_json(signed), text.decode(), self._end[1])


def notebook(session: Session, scene: Scene, who: SignedIn, case: str, form: str = "") -> Notebook | Refused:
    """The notebook of whoever is at the console, for one case that is theirs to see. `form` goes with each
    entry: the sending of a page that it came of, so that a page that is sent twice is seen.

    Until the transaction is over nobody else writes in the area of the case: what is read after this
    call is what the decision is made on.
    """
    if not who.number:
        return NO_OFFICER
    area = _area(session, who, case)
    if area is None:
        return NOT_IN_SIGHT
    stream, end = _held(session, who.force)
    count(session, who.force, area, 0)
    ink = OwnStream(session, scene, Held(Place(stream, who.force, area), end), form)
    officer = Officer(who.number, who.user_name, who.rank, who.force, area, "")
    return Notebook(ink, scene.clock, officer, scene.guidance.version, lambda: kept(session).calendar)


def write_station_entry(
    session: Session, scene: Scene, who: SignedIn, case: str, what: tuple[str, Mapping[str, Any]]
) -> Entry | Refused:
    """One entry of the station in the ledger, within the caller's transaction: commit it, or nothing
    was written. `what` is its kind and body. Refused 404 where the case is not theirs to see, 403 where
    no officer would answer for it."""
    book = notebook(session, scene, who, case)
    return book if isinstance(book, Refused) else book.write(case, *what)


def _area(session: Session, who: SignedIn, case: str) -> str | None:
    """The area in which the case was first heard of; None where it is not for this person."""
    wanted = select(EntryRow.area).where(EntryRow.force == who.force, EntryRow.case_id == case)
    if who.areas is not None:
        wanted = wanted.where(EntryRow.area == who.areas)
    found = session.execute(wanted.order_by(EntryRow.received_at, EntryRow.area).limit(1)).first()
    return str(found[0]) if found else None


def _held(session: Session, force: str) -> tuple[str, tuple[int, str]]:
    """The stream of the force and its end; made at its first entry. Others wait for this transaction."""
    made = insert_or(session, StationStreamRow).values(
        force=force, id=f"{STATION_STREAM}{secrets.token_hex(12)}", taken=0, head=GENESIS
    )
    session.execute(made.on_conflict_do_nothing(index_elements=["force"]))
    row = session.execute(
        update(StationStreamRow)
        .where(col(StationStreamRow.force) == force)
        .values(taken=col(StationStreamRow.taken))
        .returning(col(StationStreamRow.id), col(StationStreamRow.taken), col(StationStreamRow.head))
    ).one()
    return str(row[0]), (int(row[1]), str(row[2]))
