"""One stream's way up: pages in order of sequence, each marked only by its own signed receipt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.entry import Entry
from app.ports import Reach
from sync.client import Rewind, StationClient
from sync.gate import Gate
from sync.notices import Notices
from sync.page import next_page, push_request
from sync.protocol.limits import MAX_LOST
from sync.protocol.messages import PushAnswer, Refusal
from sync.receipts import head_is_ours, names_what_was_sent
from sync.retry import Pace


@dataclass
class Run:
    """One attempt. `count`: entries that got their first receipt. `again`: what is sent once more.
    `rewound`: where the station sent us back to; `restored` when it had held more before."""

    count: int = 0
    again: list[Entry] = field(default_factory=list)
    rewound: set[int] = field(default_factory=set)
    restored: bool = False


class Pushing:
    """Keeps the pace, and what the station already said it refuses, between attempts."""

    def __init__(self, gate: Gate, client: StationClient, station_key: str, notices: Notices) -> None:
        self._gate, self._client, self._notices = gate, client, notices
        self._station_key = station_key
        self._pace = Pace()
        self._refused: dict[str, str] = {}
        self._kept_there: set[str] = set()
        self._called = False

    def run(self, run: Run) -> Reach | None:
        """Push until nothing is unsent. None, or why it stopped. JournalFull."""
        self._pace = self._pace.fresh()
        try:
            while page := self._page(run):
                failed = self._send(page, run)
                if failed:
                    return failed
        finally:
            self._notices.sending(())
        return None

    def _page(self, run: Run) -> list[Entry]:
        size = self._pace.size
        if run.again:
            return next_page(run.again, size)
        return next_page(self._waiting(size), size) or self._roll_call()

    def _waiting(self, number: int) -> list[Entry]:
        unsent = self._gate.unsent(number + len(self._kept_there))
        return [entry for entry in unsent if entry.id not in self._kept_there]

    def _roll_call(self) -> list[Entry]:
        """Once after each unlock the last entry goes up again: a station restored from an older copy
        says BEHIND to it. Without that, what it lost would stand here as "At station" for ever."""
        seq = 0 if self._called else self._gate.head()[0]
        self._called = True
        return self._gate.own_after(seq - 1)[:1] if seq else []

    def _send(self, page: Sequence[Entry], run: Run) -> Reach | None:
        self._notices.sending([entry.id for entry in page])
        asked = self._client.now()
        answer = self._client.push(push_request(page, self._client.sign))
        if isinstance(answer, Rewind):
            return self._rewind(answer, page, run)
        if isinstance(answer, Reach):
            return self._broken(answer)
        return self._take(answer, page, asked, run)

    def _broken(self, reach: Reach) -> Reach | None:
        """None while a smaller page may still get through."""
        if reach not in (Reach.BROKEN, Reach.TOO_BIG):
            return reach
        self._pace = self._pace.broken()
        return reach if self._pace.spent else None

    def _take(self, answer: PushAnswer, page: Sequence[Entry], asked: datetime, run: Run) -> Reach | None:
        """The receipt marks what it names, or nothing at all."""
        receipt = answer.receipt
        if not names_what_was_sent(receipt, self._gate.stream, page):
            return Reach.BROKEN
        if not self._client.trust_time("receipt", receipt, self._station_key, asked):
            return Reach.BROKEN
        if not head_is_ours(receipt, self._own(receipt["seq"], page)):
            return Reach.BEHIND
        sent = {entry.id for entry in page}
        refused = [(entry_id, code) for entry_id, code in answer.refused if entry_id in sent]
        if not receipt["entries"] and not refused:
            return Reach.BROKEN
        run.count += self._mark(receipt, len(page))
        for entry_id, code in refused:
            self._kept_there.add(entry_id)
            self._refuse(entry_id, code)
        self._notices.lease_ends(answer.lease_ends)
        run.again = [entry for entry in run.again if entry.seq > page[-1].seq]
        self._pace, self._called = self._pace.carried(), True
        return None

    def _mark(self, receipt: dict[str, Any], sent: int) -> int:
        """Seal the receipt. How many entries had none before."""
        waiting = {entry.id for entry in self._waiting(sent)}
        if receipt["entries"]:
            self._gate.take_receipt(receipt)
        return sum(named[0] in waiting for named in receipt["entries"])

    def _own(self, seq: int, page: Sequence[Entry]) -> Entry | None:
        if page[0].seq <= seq <= page[-1].seq:
            return page[seq - page[0].seq]
        return next(iter(self._gate.own_after(seq - 1)), None)

    def _refuse(self, entry_id: str, code: str) -> None:
        """Once for each code: a frame for every attempt would fill the phone."""
        if self._refused.get(entry_id) != code:
            self._gate.refuse(entry_id, code, self._client.now())
            self._refused[entry_id] = code

    def _rewind(self, answer: Rewind, page: Sequence[Entry], run: Run) -> Reach | None:
        """Send everything after what the station holds, once. The journal still has all of it."""
        if answer.taken in run.rewound:
            if answer.chain:
                self._refuse(page[0].id, Refusal.CHAIN)
            return Reach.BEHIND
        run.rewound.add(answer.taken)
        run.again = self._gate.own_after(answer.taken)
        run.restored = not answer.chain
        if not run.again:
            return Reach.BEHIND
        return self._name_lost(answer.taken + 1, run.again[0].seq)

    def _name_lost(self, first: int, end: int) -> Reach | None:
        """Own numbers that cannot be read any more must not hold back what came after them."""
        lost = list(range(first, end))
        for start in range(0, len(lost), MAX_LOST):
            failed = self._client.tell_missing(lost[start : start + MAX_LOST])
            if failed:
                return failed
        return None
