"""Open a journal: snapshot, frames, anchor, and only then repair."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.entry import GENESIS
from app.ports import JournalDamaged, Keystore, Shut
from storage.anchor import Anchor
from storage.journal import SealedJournal
from storage.keyring import Keyring
from storage.read_model import ReadModel
from storage.sealed_log import Place, SealedLog
from storage.snapshot import TAIL, load_database, read_snapshot, write_snapshot


@dataclass
class Opening:
    """One vault while it is open."""

    folder: Path
    data_key: bytes
    ring: Keyring
    anchor: Anchor
    log: SealedLog = field(init=False)
    journal: SealedJournal = field(init=False)
    records: ReadModel = field(init=False)
    missing: tuple[int, ...] = ()
    stream_private: str = ""
    snapshot_number: int = 0

    @classmethod
    def begin(cls, folder: Path, vault: str, data_key: bytes, keystore: Keystore) -> Opening:
        ring = Keyring(folder, vault, data_key, keystore)
        return cls(folder, data_key, ring, Anchor(vault, keystore))

    def close(self) -> None:
        """Anchor and snapshot, then drop everything."""
        self.anchor.write(self.log.place)
        if self.log.place.number - self.snapshot_number > TAIL:
            self.write_snapshot()
        self.log.close()
        self.records.engine.dispose()

    def write_snapshot(self) -> None:
        head, receipted = self.journal.head(), self.journal.receipted
        state = {"head": head, "receipted": receipted, "cursor": self.journal.cursor()}
        where = self.log.place
        write_snapshot(self.folder, self.data_key, self.log.log_id, where, state, self.records.engine)
        self.snapshot_number = where.number


def open_journal(opening: Opening, stream: str, *, salvage: bool) -> Opening | Shut:
    """The opened vault, or why it stays shut. Nothing is repaired before the anchor agrees."""
    try:
        opening.ring.open()
        if not (opening.folder / "journal").exists() and opening.anchor.read():
            return Shut.ROLLED_BACK
        opening.log = SealedLog(opening.folder / "journal", opening.data_key)
        opening.records = ReadModel(stream)
        opening.journal = SealedJournal(stream, opening.log, opening.ring, opening.records)
        if salvage:
            _salvage(opening)
        else:
            _replay(opening)
            if not opening.anchor.agrees(opening.log.place):
                opening.log.close()
                return Shut.ROLLED_BACK
            opening.log.repair()
    except JournalDamaged:
        return Shut.DAMAGED
    opening.journal.on_place = opening.anchor.queue
    return opening


def _replay(opening: Opening) -> None:
    kept = read_snapshot(opening.folder, opening.data_key, opening.log.log_id)
    start: Place | None = None
    if kept and opening.anchor.passed(kept[0]):
        start, state, database = kept
        load_database(opening.records.engine, database)
        head, receipted = state["head"], state["receipted"]
        opening.journal.resume(
            (int(head[0]), str(head[1])),
            (int(receipted[0]), str(receipted[1])),
            int(state["cursor"]),
        )
        opening.snapshot_number = start.number
    for _, plain in opening.log.frames(start):
        opening.anchor.meet(opening.log.place)
        opening.journal.replay(plain)


def _salvage(opening: Opening) -> None:
    """Read what authenticates into a new log beside the damaged one, which is kept."""
    damaged = opening.folder / "journal"
    found = dict(opening.log.salvage())
    opening.log.close()
    aside = opening.folder / f"journal.damaged-{max(found, default=0)}"
    damaged.rename(aside)
    opening.log = SealedLog(damaged, opening.data_key)
    opening.journal = SealedJournal(opening.journal.stream, opening.log, opening.ring, opening.records)
    opening.journal.resume((0, GENESIS), (0, GENESIS), 0)
    for number in sorted(found):
        opening.log.append(found[number])
        opening.journal.replay(found[number])
    last = max(found, default=0)
    opening.missing = tuple(number for number in range(1, last) if number not in found)
    opening.anchor.restart(opening.log.place)
