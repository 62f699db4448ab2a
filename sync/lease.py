"""A locked handset asks for its lease again. The transport key that signs it may do nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.ports import Clock, Reach
from app.timekeeping import local
from sync.client import StationClient, TurnedAway
from sync.destination import Destination
from sync.enrolled import is_key
from sync.moments import moment
from sync.protocol import paths
from sync.signing import signer
from sync.wire import Line


@dataclass(frozen=True, slots=True)
class LeaseGrant:
    """The lease secret (32 bytes in hex) and its new end."""

    secret: str
    ends: datetime


def renew_lease(
    there: Destination, transport_private: str, clock: Clock, line: Line | None = None
) -> LeaseGrant | Reach:
    """Ask the station for the lease of this PIN generation. REVOKED when it will not give it again."""
    client = StationClient(line or there.line(), there.stream, signer(transport_private), clock)
    try:
        asked = clock.now()
        said = client.ask("POST", paths.LEASE, b"{}")
        if isinstance(said, TurnedAway):
            return said.reach
        if isinstance(said, Reach):
            return said
        ends = moment(said.get("lease_ends"))
        known = client.trust_time("lease", said, there.station_key, asked)
        if not known or ends is None or not is_key(said.get("lease_secret")):
            return Reach.BROKEN
        return LeaseGrant(said["lease_secret"], local(ends))
    finally:
        client.close()
