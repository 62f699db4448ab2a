"""What a phone knows of the station's time: the last signed offset, and how the phone's clock moved since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import takewhile

from app.entry import ClockEvidence


@dataclass(frozen=True, slots=True)
class PhoneTime:
    """The phone's two times of one moment. Wall time can be set by anybody; monotonic seconds cannot."""

    wall: datetime
    monotonic: float


@dataclass(frozen=True, slots=True)
class Trusted:
    """Station minus phone in milliseconds, as a signed answer gave it, and the phone's times then."""

    offset_ms: int
    then: PhoneTime

    def drift(self, at: PhoneTime) -> timedelta:
        """Station minus phone at `at`: the offset, and how far wall time was moved since."""
        passed = timedelta(seconds=at.monotonic - self.then.monotonic)
        moved = at.wall.astimezone(UTC) - self.then.wall.astimezone(UTC) - passed
        return timedelta(milliseconds=self.offset_ms) - moved


def recalled(evidence: Iterable[ClockEvidence], boot: str, now: PhoneTime) -> Trusted | None:
    """What own records remember of the station's time, `evidence` newest first; None when nothing.

    `boot`: the known id of this start of the phone, or empty. Monotonic time goes on only within one start:
    there the oldest record with the same offset is the nearest to the moment of trust. A record of another
    start leaves the bare offset, as if it had been given now.
    """
    told = [each for each in evidence if each.offset_ms is not None]
    if not told or told[0].offset_ms is None:
        return None
    newest, offset_ms = told[0], told[0].offset_ms
    if not (boot and newest.boot_known and newest.boot == boot):
        return Trusted(offset_ms, now)
    same = (newest.boot, True, offset_ms)
    run = list(takewhile(lambda each: (each.boot, each.boot_known, each.offset_ms) == same, told))
    return Trusted(offset_ms, PhoneTime(datetime.fromisoformat(run[-1].wall), run[-1].monotonic_ms / 1000))
