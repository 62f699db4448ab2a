"""What the rest of the phone must offer. Outcomes are values; surprises are exceptions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from app.entry import ClockEvidence, Entry, Fact

if TYPE_CHECKING:
    from app.case import Case


class Clock(Protocol):
    def now(self) -> datetime:
        """This moment, aware, Europe/London, to the second."""

    def monotonic(self) -> float:
        """Seconds that only ever grow while the process lives, sleep counted where the platform can."""

    def trust(self, offset_ms: int) -> None:
        """Remember the station's time minus ours, from a signed receipt."""

    def recall(self, evidence: Iterable[ClockEvidence]) -> None:
        """What own records, newest first, remember of it; nothing where this process heard the station."""

    def drift(self) -> timedelta | None:
        """Station minus ours as best known now, also after our wall time was moved. None: never trusted."""

    def evidence(self) -> ClockEvidence: ...


@dataclass(frozen=True, slots=True)
class Officer:
    """Who writes: collar number, rank and where they work."""

    number: str
    name: str
    rank: str
    force: str
    area: str
    team: str


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What the station gave this stream, once. Byte values are lower-case hex."""

    stream: str
    officer: Officer
    training: bool
    station_url: str
    station_ca: str
    backup_pin: str
    station_key: str
    recovery_key: str
    lease_secret: str
    lease_ends: datetime
    policy: dict[str, Any]


class JournalFull(Exception):
    """The phone has no room: nothing was written, what was typed is still a draft or in hand."""


class JournalDamaged(Exception):
    """The journal does not agree with itself or with what the keystore or the station remembers."""


class Journal(Protocol):
    """The only write path. Each call is one frame: all of it is durable, or none of it."""

    @property
    def stream(self) -> str: ...
    def write(self, *facts: Fact, clears: Sequence[str] = ()) -> list[Entry]:
        """Seal the facts and the removal of the drafts `clears` in one frame. JournalFull."""

    def keep_draft(self, key: str, value: Any, at: datetime) -> None:
        """Seal what has been typed so far under `key`. JournalFull."""

    def drop_draft(self, key: str) -> None: ...

    def take_page(self, entries: Sequence[Entry], cursor: int) -> None:
        """Seal entries of other streams, and the pull cursor after them, in one frame."""

    def take_receipt(self, receipt: dict[str, Any]) -> None:
        """Seal a receipt that was verified. Sets 'At station' on each entry that it names."""

    def refuse(self, entry_id: str, code: str, at: datetime) -> None:
        """Seal that the station refused this entry and why (a code of sync.protocol)."""

    def unsent(self, limit: int) -> list[Entry]:
        """Own entries without receipt, by seq."""

    def head(self) -> tuple[int, str]:
        """Seq and hash of the last own entry; (0, GENESIS) when there is none."""

    def cursor(self) -> int: ...
    def calendar(self) -> str:
        """The calendar of disregarded days that the station sent last, as text; empty when it sent none."""

    def keep_language(self, language: str) -> None:
        """Seal in which language this officer reads the phone. JournalFull."""

    def language(self) -> str:
        """The id that was kept last; empty while nobody chose."""


class SendState(StrEnum):
    ON_PHONE = "on-phone"
    SENDING = "sending"
    AT_STATION = "at-station"
    NEEDS_YOU = "needs-you"


@dataclass(frozen=True, slots=True)
class RecordState:
    """Where one own entry is. `receipt` and `at` only from a signed receipt that names it."""

    entry: Entry
    state: SendState
    at: datetime | None = None
    receipt: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    key: str
    value: Any
    at: datetime


class Records(Protocol):
    """What can be read back. Reads come from memory and cannot fail."""

    def cases(self) -> Sequence[Case]:
        """Every case on this phone, the one written in last first."""

    def case(self, case_id: str) -> Case | None: ...

    def entries(self, case_id: str) -> Sequence[Entry]:
        """Every entry of the case from every stream, in the order of the fold."""

    def send_states(self) -> Sequence[RecordState]:
        """Own entries, newest first."""

    def unsent_count(self) -> int: ...
    def last_contact(self) -> datetime | None:
        """Station time of the newest receipt or page."""

    def draft(self, key: str) -> Draft | None: ...
    def drafts(self) -> Sequence[Draft]: ...


class Reach(StrEnum):
    """Why a call to the station brought nothing."""

    NO_ROUTE = "no-route"
    WRONG_CERTIFICATE = "wrong-certificate"
    REFUSED = "refused"
    REVOKED = "revoked"
    BROKEN = "broken"
    TOO_BIG = "too-big"
    BEHIND = "behind"
    FULL = "full"
    """The phone has no room for what the station gave; nothing of it was taken."""


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """What one attempt did. `failed` is None when the station took everything and gave its news."""

    pushed: int
    pulled: int
    failed: Reach | None = None


class Keystore(Protocol):
    """The platform's shelf for small secrets: survives restarts, never leaves the phone."""

    def get(self, name: str) -> str | None: ...

    def set(self, name: str, value: str) -> None:
        """Durable on return."""

    def remove(self, name: str) -> None: ...

    @property
    def reduced(self) -> bool:
        """True where it is only a file (browser and desktop): TRAINING only, and the app says so."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The vault is open."""

    journal: Journal
    records: Records
    enrolment: Enrolment
    repaired: int = 0
    missing: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WrongPin:
    tries_left: int
    wait_s: int


@dataclass(frozen=True, slots=True)
class WaitFirst:
    wait_s: int


class Shut(StrEnum):
    """Why no PIN opens it. Each keeps everything; none creates anything anew."""

    NOT_ENROLLED = "not-enrolled"
    DESTROYED = "pin-destroyed"
    LEASE_OVER = "lease-over"
    ROLLED_BACK = "rolled-back"
    DAMAGED = "damaged"
    HELD = "held"
    KEYSTORE_LOST = "keystore-lost"


class Vault(Protocol):
    """One officer's enrolment on this handset: keys and journal."""

    def create(self, enrolment: Enrolment, keys: StreamKeys, pin: str) -> None: ...

    def unlock(self, pin: str, salvage: bool = False) -> Opened | WrongPin | WaitFirst | Shut:
        """Try a PIN. `salvage` opens a damaged journal with what authenticates, naming what is lost."""

    def settle(self) -> None:
        """The phone goes into the background: what is kept off the commit path is written now."""

    def lock(self) -> None: ...


@dataclass(frozen=True, slots=True)
class StreamKeys:
    """Private halves in hex, made on this handset: Ed25519 of the stream, Ed25519 of transport."""

    stream_private: str
    transport_private: str
