"""The way down: pages of other streams, each kept together with the cursor after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.ports import Reach
from sync.client import StationClient
from sync.gate import Gate
from sync.moments import moment
from sync.notices import Notices
from sync.page import read_page
from sync.protocol.messages import PullAnswer
from sync.retry import Pace

_CONTACT_EVERY = timedelta(minutes=5)


@dataclass
class News:
    """One attempt: how many entries came, whether the cursor was set back already, and which version of
    the calendar the station named."""

    count: int = 0
    set_back: bool = False
    calendar: str = ""


class Pulling:
    """Keeps the pace between attempts."""

    def __init__(self, gate: Gate, client: StationClient, station_key: str, notices: Notices) -> None:
        self._gate, self._client, self._notices = gate, client, notices
        self._station_key = station_key
        self._pace = Pace()
        self._contact: datetime | None = None

    def start_over(self) -> None:
        """The station lost what it had counted: its numbers may name other entries now."""
        if self._gate.cursor():
            self._gate.take_page((), 0)

    def run(self, news: News) -> Reach | None:
        """Pull until the station has no more. None, or why it stopped. JournalFull."""
        self._pace = self._pace.fresh()
        more = True
        while more:
            after = self._gate.cursor()
            answer = self._client.pull(after, self._pace.size)
            if isinstance(answer, Reach):
                failed = self._broken(answer)
            else:
                failed, more = self._keep(answer, after, news)
            if failed:
                return failed
        return None

    def _broken(self, reach: Reach) -> Reach | None:
        if reach not in (Reach.BROKEN, Reach.TOO_BIG):
            return reach
        self._pace = self._pace.broken()
        return reach if self._pace.spent else None

    def _keep(self, answer: PullAnswer, after: int, news: News) -> tuple[Reach | None, bool]:
        """Why it stopped or None, and whether there is more."""
        if answer.cursor < after:
            return self._set_back(answer, news)
        if answer.cursor == after and (answer.entries or answer.more):
            return Reach.BROKEN, False
        page = read_page(answer.entries, self._gate.stream, self._station_key)
        if answer.cursor > after:
            self._gate.take_page(page.entries, answer.cursor)
        if page.unreadable:
            self._notices.unreadable(page.unreadable)
        news.count += len(page.entries)
        news.calendar = answer.calendar
        self._heard(answer)
        return None, answer.more

    def _set_back(self, answer: PullAnswer, news: News) -> tuple[Reach | None, bool]:
        """A station restored from an older copy counts lower: go back with it, once."""
        if news.set_back:
            return Reach.BROKEN, False
        news.set_back = True
        self._gate.take_page((), answer.cursor)
        return None, True

    def _heard(self, answer: PullAnswer) -> None:
        self._pace = self._pace.carried()
        self._notices.lease_ends(answer.lease_ends)
        at = moment(answer.time)
        if at and (self._contact is None or abs(at - self._contact) >= _CONTACT_EVERY):
            self._gate.keep_contact(at)
            self._contact = at
