"""Open a journal: snapshot, frames, anchor, and only then repair."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.ports import JournalDamaged, JournalFull, Keystore, Shut
from storage.anchor import Anchor
from storage.durable import is_full
from storage.journal import SealedJournal
from storage.keyring import Keyring
from storage.read_model import ReadModel
from storage.salvage import salvaged
from storage.sealed_log import SealedLog
from storage.snapshot import TAIL, Shelf, load_database

JOURNAL = "journal"


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

    def settle(self) -> None:
        """Anchor, and a snapshot where the tail has grown long. OSError where there is no room."""
        self.anchor.write(self.log.place)
        if self.log.place.number - self.snapshot_number > TAIL and not self.journal.half_shredded:
            self.write_snapshot()

    def close(self) -> None:
        """Settle, then drop everything. A phone without room locks all the same: anchor and snapshot
        are behind the log then, which is allowed."""
        with suppress(OSError, JournalDamaged):
            self.settle()
        self.anchor.stop()
        self.journal.close()
        self.records.engine.dispose()

    def write_snapshot(self) -> None:
        head, receipted = self.journal.head(), self.journal.receipted
        state = {"head": head, "receipted": receipted, "cursor": self.journal.cursor()}
        where = self.log.place
        self._shelf().write(where, state, self.records.engine)
        self.snapshot_number = where.number

    def _shelf(self) -> Shelf:
        return Shelf(self.folder, self.data_key, self.ring.secret(), self.log.log_id)

    def replay(self) -> None:
        """Every frame that is not in a snapshot that can be used. JournalDamaged."""
        kept = self._shelf().read()
        if kept and self.anchor.passed(kept[0]) and self.log.holds(kept[0]):
            start, state, database = kept
            load_database(self.records.engine, database)
            head, receipted = state["head"], state["receipted"]
            self.journal.resume(
                (int(head[0]), str(head[1])), (int(receipted[0]), str(receipted[1])), int(state["cursor"])
            )
            self.snapshot_number = start.number
        else:
            start = self.log.place
        self.anchor.meet(start)
        for _, plain in self.log.frames(start):
            self.anchor.meet(self.log.place)
            self.journal.replay(plain)
        self.journal.finish_shredding()

    def drop(self) -> None:
        """Give up on opening it."""
        if hasattr(self, "log"):
            self.log.close()
        if hasattr(self, "records"):
            self.records.engine.dispose()


def open_journal(opening: Opening, stream: str, *, salvage: bool) -> Opening | Shut:
    """The opened vault, or why it stays shut. Nothing is repaired before the anchor agrees, and nothing
    is made anew in place of what is not there.

    JournalFull where there is no room for what salvage writes; what is there stays as it was.
    """
    try:
        return _open(opening, stream, salvage)
    except JournalDamaged:
        opening.drop()
        return Shut.DAMAGED
    except OSError as error:
        opening.drop()
        if is_full(error):
            raise JournalFull from None
        return Shut.DAMAGED
    except JournalFull:
        opening.drop()
        raise


def _open(opening: Opening, stream: str, salvage: bool) -> Opening | Shut:
    path = opening.folder / JOURNAL
    opening.ring.open()
    if not path.exists():
        return Shut.ROLLED_BACK
    if salvage:
        opening.missing = salvaged(path, opening.data_key, opening.anchor)
    opening.log = SealedLog(path, opening.data_key)
    opening.records = ReadModel(stream)
    opening.journal = SealedJournal(stream, opening.log, opening.ring, opening.records)
    opening.replay()
    if not opening.anchor.agrees(opening.log.place):
        opening.drop()
        return Shut.ROLLED_BACK
    opening.log.repair()
    opening.journal.on_place = opening.anchor.queue
    opening.journal.on_receipt = opening.anchor.write
    return opening
