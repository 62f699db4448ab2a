"""Implements sync.loop.CuttableSyncer: probe, push, pull; one attempt at a time."""

from __future__ import annotations

from threading import Lock

from app.ports import Clock, Enrolment, Reach, SyncOutcome
from sync.answers import Hello
from sync.calendar import Following
from sync.client import StationClient
from sync.destination import Destination
from sync.gate import Gate, GateShut, SendingJournal
from sync.notices import Notices
from sync.protocol.paths import VERSION
from sync.pulling import News, Pulling
from sync.pushing import Pushing, Run
from sync.retry import TRIES
from sync.signing import signer

__all__ = ["HandsetSyncer", "syncer"]

# After these the station's news may still come: the officer needs a decision although a page is stuck.
_GOES_ON = (None, Reach.BEHIND, Reach.TOO_BIG, Reach.REFUSED)


class HandsetSyncer:
    """One open vault's contact with its station."""

    def __init__(
        self,
        journal: SendingJournal,
        client: StationClient,
        destination: Destination,
        notices: Notices | None = None,
    ) -> None:
        told = notices or Notices()
        self._gate, self._client = Gate(journal), client
        self._training = destination.training
        self._pushing = Pushing(self._gate, client, destination.station_key, told)
        self._pulling = Pulling(self._gate, client, destination.station_key, told)
        self._following = Following(self._gate, client, destination.station_key)
        self._one, self._last = Lock(), SyncOutcome(0, 0, Reach.NO_ROUTE)

    def sync(self) -> SyncOutcome:
        """Push and pull once. Whoever comes while it runs waits for it and gets its outcome. JournalFull."""
        if not self._one.acquire(blocking=False):
            with self._one:
                return self._last
        try:
            self._last = SyncOutcome(0, 0, Reach.BROKEN)
            self._last = self._attempt()
            return self._last
        finally:
            self._client.close()
            self._one.release()

    def cut(self) -> None:
        """Before the vault is locked, from any thread: when it returns, the journal is touched no more
        and a question on the wire has been ended. What was on its way stays unsent."""
        self._gate.shut()
        self._client.cut()

    def _attempt(self) -> SyncOutcome:
        run, news = Run(), News()
        try:
            failed = self._probe() or self._exchange(run, news)
        except GateShut:
            failed = Reach.NO_ROUTE
        return SyncOutcome(run.count, news.count, failed)

    def _exchange(self, run: Run, news: News) -> Reach | None:
        failed = self._pushing.run(run)
        if failed not in _GOES_ON:
            return failed
        if run.restored:
            self._pulling.start_over()
        return self._pulling.run(news) or self._following.run(news.calendar) or failed

    def _probe(self) -> Reach | None:
        """Whether our station answers. A TRAINING handset and a live station say nothing to each other."""
        hello: Hello | Reach = Reach.BROKEN
        for _ in range(TRIES):
            hello = self._client.hello()
            if hello is not Reach.BROKEN:
                break
        if isinstance(hello, Reach):
            return hello
        ours = hello.version == VERSION and hello.training is self._training
        return None if ours else Reach.REFUSED


def syncer(
    enrolment: Enrolment,
    stream_private: str,
    journal: SendingJournal,
    clock: Clock,
    notices: Notices | None = None,
) -> HandsetSyncer:
    """The syncer of an open vault. Nothing is opened yet. ValueError when the enrolment names no station."""
    there = Destination.of(enrolment)
    client = StationClient(there.line(), there.stream, signer(stream_private), clock)
    return HandsetSyncer(journal, client, there, notices)
