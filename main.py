"""Doorstep on a handset: wires the parts and serves the app, or enrols from the command line."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import flet as ft

from app.court_calendar import bundled
from app.guidance import Guidance, MalformedContent, load
from app.ports import Clock, JournalFull, Opened, Reach, Shut, SyncOutcome, WaitFirst, WrongPin
from app.timekeeping import clock
from storage.durable import Held
from storage.handset import Handset
from storage.keys import weak_pin
from storage.keystore_file import KeystoreUnreadable
from storage.vault import NotTraining, SealedVault
from sync.destination import Destination
from sync.enrolment import EnrolmentOffer, EnrolProblem, enrol
from sync.lease import LeaseGrant, renew_lease
from sync.loop import SyncLoop
from sync.notices import Notices
from sync.syncer import syncer
from views.changes import Changes
from views.guard import Guard
from views.services import Enrolling, Sending, Services
from views.shell import open_app

MIN_PIN = 8
ASSETS = Path(__file__).resolve().parent / "assets"
Tried = Opened | WrongPin | WaitFirst | Shut

PROBLEMS = {
    EnrolProblem.MISTYPED: "code",
    EnrolProblem.UNREACHABLE: "no-route",
    EnrolProblem.WRONG_CERTIFICATE: "certificate",
    EnrolProblem.WRONG_CODE: "used",
    EnrolProblem.TRAINING_MISMATCH: "training",
    EnrolProblem.OLD_APP: "refused",
    EnrolProblem.BROKEN: "no-route",
}
WORDS = {
    "code": "The code is mistyped. Check each group of four and type it again.",
    "no-route": "The station does not answer. Check the address and the network, then try again.",
    "certificate": "This is not the station that made the code. Do not go on; ask for the address again.",
    "used": "The code is wrong, used or over. Ask the station for a new one.",
    "training": "Training handsets enrol at training stations only. Use the other station.",
    "refused": "The station needs another version of Doorstep. Install it, then enrol.",
    "full": "The phone has no room. Free some, ask for a new code and enrol again.",
    "pin": "This PIN is too easy or too short. Choose eight digits that are no run and not all the same.",
}


class LeasedVault(SealedVault):
    """A vault that asks its station for the lease again when its copy has ended."""

    def unlock(self, pin: str, salvage: bool = False) -> Tried:
        if self.shut() is Shut.LEASE_OVER:
            self._ask_again()
        return super().unlock(pin, salvage)

    def _ask_again(self) -> None:
        told, private = self.locked(), self.transport_private()
        there = Destination.locked(told)
        if private is None:
            return
        granted = renew_lease(there, private, self.clock)
        if isinstance(granted, LeaseGrant):
            self.lease.keep(granted.secret, granted.ends)


class Contact:
    """The sync loop of the vault that is open; nothing while it is shut."""

    def __init__(self, handset: Handset, clock_: Clock, changes: Changes) -> None:
        self._handset, self._clock, self._changes = handset, clock_, changes
        self._loop: SyncLoop | None = None
        self._state = Sending()

    def wake(self) -> None:
        if self._loop:
            self._loop.wake()

    def state(self) -> Sending:
        return self._state

    def open(self, opened: Opened) -> None:
        vault = next((each for each in self._handset.vaults() if each.open), None)
        if vault is None or vault.open is None:
            return
        opening = vault.open
        notices = Notices(sending=self._sending, lease=vault.lease.move_end)
        made = syncer(
            opened.enrolment, opening.stream_private, opening.journal, self._clock, notices
        )
        self._loop = SyncLoop(made, self._told, self._clock, self._surprised)
        self._records = opening.records
        self._loop.start()

    def close(self) -> None:
        if self._loop:
            self._loop.stop()
            self._loop = None

    def _sending(self, ids: Sequence[str]) -> None:
        self._records.mark_sending(ids)
        self._state = Sending(busy=bool(ids), total=len(ids))
        self._changes.say()

    def _told(self, outcome: SyncOutcome) -> None:
        self._state = Sending(failed=outcome.failed, tried_at=self._clock.now())
        self._changes.say()

    def _surprised(self, kind: str) -> None:
        logging.getLogger("doorstep.sync").error("A sync round failed: %s", kind)
        self._state = Sending(failed=Reach.BROKEN, tried_at=self._clock.now())
        self._changes.say()


def enrolling(handset: Handset, clock_: Clock, asked: Enrolling) -> str:
    """Use up the code and make the vault. Empty, or the word of what went wrong."""
    if weak_pin(asked.pin, MIN_PIN):
        return "pin"
    offer = enrol(asked.station, asked.code, True, clock_)
    if not isinstance(offer, EnrolmentOffer):
        return PROBLEMS[offer]
    try:
        handset.new_vault().create(offer.enrolment, offer.keys, asked.pin)
    except NotTraining:
        return "training"
    except (OSError, JournalFull):
        return "full"
    return ""


def wire(handset: Handset, clock_: Clock, guidance: Guidance) -> Services:
    changes = Changes()
    contact = Contact(handset, clock_, changes)
    guard = Guard(clock_, guidance.version, opened=contact.open, closed=contact.close)
    return Services(
        handset=handset,
        guidance=guidance,
        clock=clock_,
        calendar=bundled(),
        guard=guard,
        syncing=contact,
        enrol=lambda asked: enrolling(handset, clock_, asked),
        changes=changes,
    )


def arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python main.py")
    parser.add_argument("command", nargs="?", choices=["enrol"])
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("FLET_APP_STORAGE_DATA", ".")))
    parser.add_argument("--port", type=int)
    parser.add_argument("--station")
    parser.add_argument("--code")
    parser.add_argument("--pin")
    return parser.parse_args(words)


def begin(words: Sequence[str]) -> int:
    """0 when it ended as asked; else a sentence on stderr that says what to do."""
    logging.basicConfig(level=logging.WARNING)
    asked = arguments(words)
    try:
        clock_, guidance = clock(training=True), load()
        handset = Handset(asked.data, clock_, vault=LeasedVault)
    except Held:
        return told("Doorstep is already open on this handset. Use that window, or close it first.")
    except KeystoreUnreadable:
        return told("The handset's keystore cannot be read. Nothing was changed; ask your administrator.")
    except MalformedContent as problem:
        return told(f"The guidance cannot be read: {problem}. Install Doorstep again.")
    if asked.command == "enrol":
        wanted = Enrolling(asked.station or "", asked.code or "", asked.pin or "")
        problem_ = enrolling(handset, clock_, wanted)
        return told(WORDS[problem_]) if problem_ else 0
    return show(wire(handset, clock_, guidance), asked.port)


def told(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


def show(services: Services, port: int | None) -> int:
    def main(page: ft.Page) -> None:
        open_app(page, services)

    if port is None:
        ft.run(main, assets_dir=str(ASSETS))
        return 0
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    ft.run(
        main, host="127.0.0.1", port=port, view=None, no_cdn=True, assets_dir=str(ASSETS)
    )
    return 0


if __name__ == "__main__":
    sys.exit(begin(sys.argv[1:]))
