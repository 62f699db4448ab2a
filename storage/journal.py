"""The only write path. Seal and make durable first, then apply to memory, then tell whoever listens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from threading import RLock
from typing import Any

from app.entry import GENESIS, Entry, Fact, place
from storage.frame import Frame, pack, unpack, unwrap, unwrap_draft, wrap, wrap_draft
from storage.keyring import Keyring
from storage.read_model import ReadModel
from storage.sealed_log import Place, SealedLog


class SealedJournal:
    """Implements app.ports.Journal over one sealed log. One writer at a time."""

    def __init__(self, stream: str, log: SealedLog, ring: Keyring, records: ReadModel) -> None:
        self._stream, self._log, self._ring, self._records = stream, log, ring, records
        self._lock = RLock()
        self._head = (0, GENESIS)
        self._receipted = (0, GENESIS)
        self._cursor = 0
        self.half_shredded: set[str] = set()
        self.listeners: list[Callable[[], None]] = []
        self.on_place: Callable[[Place], None] = lambda place: None
        self.on_receipt: Callable[[Place], None] = lambda place: None

    @property
    def stream(self) -> str:
        return self._stream

    @property
    def receipted(self) -> tuple[int, str]:
        """Seq and head of the newest receipt: the station's half of the anchor."""
        return self._receipted

    def write(self, *facts: Fact, clears: Sequence[str] = ()) -> list[Entry]:
        with self._lock:
            seq, prev = self._head
            entries: list[Entry] = []
            for fact in facts:
                entries.append(place(fact, self._stream, seq + 1, prev))
                seq, prev = entries[-1].seq, entries[-1].hash
            frame: Frame = {"own": [wrap(entry, self._ring) for entry in entries]}
            if clears:
                frame["drop"] = list(clears)
            self._commit(frame)
        self._tell()
        return entries

    def keep_draft(self, key: str, value: Any, at: datetime) -> None:
        with self._lock:
            self._commit({"draft": wrap_draft(key, value, at.isoformat(), self._ring)})

    def drop_draft(self, key: str) -> None:
        if self._records.draft(key):
            self._commit({"drop": [key]})

    def take_page(self, entries: Sequence[Entry], cursor: int) -> None:
        with self._lock:
            frame: Frame = {"cursor": cursor}
            if entries:
                frame["received"] = [wrap(entry, self._ring) for entry in entries]
            self._commit(frame)
        self._tell()

    def take_receipt(self, receipt: dict[str, Any]) -> None:
        with self._lock:
            self._commit({"receipt": receipt})
            self.on_receipt(self._log.place)
        self._tell()

    def refuse(self, entry_id: str, code: str, at: datetime) -> None:
        self._commit({"refused": {"id": entry_id, "code": code, "at": at.isoformat()}})
        self._tell()

    def keep_contact(self, at: datetime) -> None:
        """The station answered at this time of its own."""
        self._commit({"contact": at.isoformat()})

    def take_calendar(self, toml: str) -> None:
        self._commit({"calendar": toml})
        self._tell()

    def calendar(self) -> str:
        return self._records.setting("calendar") or ""

    def keep_language(self, language: str) -> None:
        self._commit({"language": language})

    def language(self) -> str:
        return self._records.setting("language") or ""

    def shred_case(self, case_id: str) -> bool:
        """Make a case unreadable here. The log keeps numbers and hashes, and that it was done.

        False, and nothing done, while anything of it has no receipt: the station does not have it yet.
        JournalFull where there is no room to say so first.
        """
        with self._lock:
            if self._records.unsent_of(case_id):
                return False
            self._commit({"shred": case_id})
            self.finish_shredding()
        self._tell()
        return True

    def finish_shredding(self) -> None:
        """The key goes after the frame that says so. A kill between the two is made good at unlock."""
        for case_id in sorted(self.half_shredded):
            self._ring.shred(case_id)
            self.half_shredded.discard(case_id)

    def close(self) -> None:
        """Whoever still holds this journal can write nothing more. Waits for a commit under way."""
        with self._lock:
            self._log.close()

    def unsent(self, limit: int) -> list[Entry]:
        return self._records.unsent(limit)

    def own_after(self, seq: int) -> list[Entry]:
        return self._records.own_after(seq)

    def head(self) -> tuple[int, str]:
        return self._head

    def cursor(self) -> int:
        return self._cursor

    def _commit(self, frame: Frame) -> None:
        with self._lock:
            where = self._log.append(pack(frame))
            self._apply(frame)
        self.on_place(where)

    def _tell(self) -> None:
        for listener in list(self.listeners):
            listener()

    def replay(self, plain: bytes) -> None:
        """One frame that was durable already, at unlock."""
        self._apply(unpack(plain))

    def resume(self, head: tuple[int, str], receipted: tuple[int, str], cursor: int) -> None:
        """What a snapshot remembers of the frames before it."""
        self._head, self._receipted, self._cursor = head, receipted, cursor

    def _apply(self, frame: Frame) -> None:
        for part in ("own", "received"):
            wrapped = frame.get(part, [])
            self.half_shredded.difference_update(str(each["case"]) for each in wrapped)
            self._records.add(unwrap(wrapped, self._ring), own=part == "own")
        if "own" in frame:
            last = frame["own"][-1]
            self._head = (int(last["seq"]), str(last["hash"]))
        if "cursor" in frame:
            self._cursor = int(frame["cursor"])
        if "draft" in frame:
            draft = frame["draft"]
            value = unwrap_draft(draft, self._ring)
            if value is not None:
                self._records.set_draft(draft["key"], value, draft["at"])
        if "drop" in frame:
            self._records.drop_drafts(frame["drop"])
        self._apply_station(frame)

    def _apply_station(self, frame: Frame) -> None:
        if "receipt" in frame:
            receipt = frame["receipt"]
            self._receipted = (int(receipt["seq"]), str(receipt["head"]))
            name, at = str(receipt["receipt"]), str(receipt["time"])
            self._records.set_receipt(name, at, receipt["entries"])
            self._records.set_setting("last_contact", at)
        if "refused" in frame:
            refused = frame["refused"]
            self._records.set_refused(refused["id"], refused["code"], refused["at"])
        if "contact" in frame:
            self._records.set_setting("last_contact", str(frame["contact"]))
        for setting in ("calendar", "language"):
            if setting in frame:
                self._records.set_setting(setting, str(frame[setting]))
        if "shred" in frame:
            self._records.forget_case(str(frame["shred"]))
            self.half_shredded.add(str(frame["shred"]))
