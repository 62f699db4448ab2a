"""A handset's side of the wire, as the product wires it: enrolment, lease, push and pull over TLS."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.case.model import Case
from app.guidance import Guidance, load
from app.ports import Clock, Opened, Reach, Shut
from storage.handset import Handset
from storage.vault import SealedVault
from sync.destination import Destination
from sync.enrolment import EnrolProblem, enrol
from sync.lease import renew_lease
from sync.notices import Notices
from sync.syncer import syncer


class NotEnrolled(Exception):
    """The station or the handset refused an enrolment; the argument is the code of the refusal."""


@dataclass(frozen=True, slots=True)
class Contact:
    """What one attempt brought. `failed` is None when everything went and everything came."""

    failed: Reach | None


def sign_up(handset: Handset, clock: Clock, url: str, code: str, pin: str) -> SealedVault:
    """The ordinary enrolment of one officer on this handset, with a code that the station gave."""
    offer = enrol(url, code, True, clock)
    if isinstance(offer, EnrolProblem):
        raise NotEnrolled(offer)
    vault = handset.new_vault()
    vault.create(offer.enrolment, offer.keys, pin)
    return vault


def unlock(vault: SealedVault, pin: str, clock: Clock) -> Opened | None:
    """With the PIN; a lease that has ended is asked for again first, as a locked handset does."""
    opened = vault.unlock(pin)
    if opened is Shut.LEASE_OVER:
        private = vault.transport_private()
        grant = renew_lease(Destination.locked(vault.locked()), private, clock) if private else None
        if grant is None or isinstance(grant, Reach):
            return None
        vault.lease.keep(grant.secret, grant.ends)
        opened = vault.unlock(pin)
    return opened if isinstance(opened, Opened) else None


def admitted(vault: SealedVault, clock: Clock) -> Reach | None:
    """Whether the station answers this enrolment: None, or why not."""
    private = vault.transport_private()
    if private is None:
        return Reach.NO_ROUTE
    grant = renew_lease(Destination.locked(vault.locked()), private, clock)
    return grant if isinstance(grant, Reach) else None


def sync(vault: SealedVault, opened: Opened, clock: Clock) -> Contact:
    """One attempt of an open vault. Every contact moves the end of its lease."""
    if vault.open is None:
        return Contact(Reach.NO_ROUTE)
    notices = Notices(lease=vault.lease.move_end)
    private = vault.open.stream_private
    outcome = syncer(opened.enrolment, private, vault.open.journal, clock, notices).sync()
    return Contact(outcome.failed)


@cache
def guidance() -> Guidance:
    """What the officer is asked, as it is bundled."""
    return load()


def missing(case: Case) -> tuple[str, ...]:
    """Must-answer items of the referral that stand empty."""
    return tuple(problem.item for problem in guidance().missing_for_referral(case))
