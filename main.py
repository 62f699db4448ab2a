"""Doorstep on a handset: wires the parts and serves the app, or enrols from the command line."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import flet as ft

from app.calendar_versions import in_force
from app.guidance import Guidance, MalformedContent, load
from app.ports import Clock, JournalFull, Opened, Reach, SyncOutcome
from app.risk_tool import read_tool
from app.timekeeping import ClockNotAllowed, clock, local
from storage.durable import Held
from storage.handset import Handset
from storage.keys import weak_pin
from storage.keystore_file import FileKeystore, KeystoreUnreadable
from storage.vault import NotTraining, SealedVault
from sync.destination import Destination
from sync.enrolment import EnrolmentOffer, EnrolProblem, enrol
from sync.lease import LeaseGrant, renew_lease
from sync.loop import SyncLoop
from sync.notices import Notices
from sync.protocol.code import flaw
from sync.syncer import syncer
from views.changes import Changes
from views.guard import Guard
from views.refusing import say_only
from views.services import Enrolled, Enrolling, Sending, Services
from views.shell import open_app

MIN_PIN = 8
ASSETS = Path(__file__).resolve().parent / "assets"
# Printed at every start of a TRAINING handset, so it protects nothing: an enrolment that is not
# TRAINING refuses it.
TRAINING_PIN = "27418305"

NO_START = {
    Held: "door.start.held",
    KeystoreUnreadable: "door.start.keystore",
    ClockNotAllowed: "door.start.clock",
    OSError: "door.start.folder",
}


class Door:
    """What stands before a vault: the station asked by somebody who has not opened it yet."""

    def __init__(self, handset: Handset, clock_: Clock) -> None:
        self._handset, self._clock = handset, clock_

    def code_problem(self, code: str) -> str:
        wrong = flaw(code)
        return f"code-{wrong}" if wrong else ""

    def pin_problem(self, pin: str) -> str:
        weak = weak_pin(pin, MIN_PIN)
        return f"pin-{weak}" if weak else ""

    def _kinds(self, pin: str) -> tuple[bool, ...]:
        """TRAINING or live, in the order of asking: a station of the other kind says so before it uses
        the code up. A keystore that is only a file, and the two kinds never sharing a handset, decide."""
        if self._handset.vaults():
            return (self._handset.training,)
        only_training = self._handset.keystore.reduced or pin == TRAINING_PIN
        return (True,) if only_training else (False, True)

    def enrol(self, asked: Enrolling) -> SealedVault | str:
        weak = self.pin_problem(asked.pin)
        if weak or (asked.pin == TRAINING_PIN and self._kinds(asked.pin) == (False,)):
            return weak or "pin-training"
        offer: EnrolmentOffer | EnrolProblem = EnrolProblem.TRAINING_MISMATCH
        for training in self._kinds(asked.pin):
            if offer is EnrolProblem.TRAINING_MISMATCH:
                offer = enrol(asked.station, asked.code, training, self._clock)
        if isinstance(offer, EnrolProblem):
            given_away = asked.pin == TRAINING_PIN and not self._handset.keystore.reduced
            mismatch = offer is EnrolProblem.TRAINING_MISMATCH
            return "pin-training" if mismatch and given_away else str(offer)
        return self._create(offer, asked.pin)

    def _create(self, offer: EnrolmentOffer, pin: str) -> SealedVault | str:
        vault = self._handset.new_vault()
        try:
            vault.create(offer.enrolment, offer.keys, pin)
        except NotTraining:
            return str(EnrolProblem.TRAINING_MISMATCH)
        except (OSError, JournalFull):
            return "full"
        return vault

    def renew(self, vault: Enrolled) -> Reach | None:
        known = next(each for each in self._handset.vaults() if each is vault)
        private = known.transport_private()
        if private is None:
            return Reach.REFUSED
        granted = renew_lease(Destination.locked(known.locked()), private, self._clock)
        if isinstance(granted, LeaseGrant):
            known.lease.keep(granted.secret, granted.ends)
            return None
        return granted


class Contact:
    """The sync loop of the vault that is open, and its calendar; the bundled one while it is shut."""

    def __init__(self, handset: Handset, clock_: Clock, changes: Changes) -> None:
        self._handset, self._clock, self._changes = handset, clock_, changes
        self._loop: SyncLoop | None = None
        self._state, self._burst, self.calendar = Sending(), 0, in_force("")

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
        notices = Notices(sending=self._sending, lease=lambda ends: self._lease(vault, ends))
        made = syncer(opened.enrolment, opening.stream_private, opening.journal, self._clock, notices)
        self._loop = SyncLoop(made, self._told, self._clock, self._surprised)
        self._records, self._journal = opening.records, opening.journal
        self._state, self._burst, self.calendar = Sending(), 0, in_force(self._journal.calendar())
        self._loop.start()

    def close(self) -> None:
        if self._loop:
            self._loop.stop()
            self._loop = None
        self.calendar = in_force("")

    def _say(self, **state: Any) -> None:
        self._state = replace(Sending(lease_ends=self._state.lease_ends), **state)
        self._changes.say()

    def _lease(self, vault: SealedVault, ends: datetime) -> None:
        vault.lease.move_end(ends)
        self._state = replace(self._state, lease_ends=local(ends))

    def _sending(self, ids: Sequence[str]) -> None:
        """A page goes out, or the last one has. What is left is counted from the first page on."""
        self._records.mark_sending(ids)
        left = self._records.unsent_count()
        self._burst = max(self._burst, left) if ids else 0
        self._say(busy=bool(ids), total=self._burst, done=max(0, self._burst - left))

    def _told(self, outcome: SyncOutcome) -> None:
        """A newer calendar that came is sealed by now: whatever is drawn next reckons with it."""
        self.calendar = in_force(self._journal.calendar())
        self._say(failed=outcome.failed, tried_at=self._clock.now())

    def _surprised(self, kind: str) -> None:
        logging.getLogger("doorstep.sync").error("A sync round failed: %s", kind)
        self._say(failed=Reach.BROKEN, tried_at=self._clock.now())


def wire(handset: Handset, clock_: Clock, guidance: Guidance) -> Services:
    changes = Changes()
    contact = Contact(handset, clock_, changes)
    guard = Guard(clock_, guidance.version, opened=contact.open, closed=contact.close)
    guard.calendars = lambda: contact.calendar
    return Services(
        handset=handset,
        guidance=guidance,
        clock=clock_,
        calendars=guard.calendars,
        guard=guard,
        syncing=contact,
        door=Door(handset, clock_),
        changes=changes,
        tool=read_tool(handset.risk_questions()),
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
    """0 when it ended as asked; else a sentence on stderr, and on a phone's screen, that says what to do."""
    logging.basicConfig(level=logging.WARNING)
    asked = arguments(words)
    try:
        guidance = load()
    except MalformedContent as problem:
        return told(f"The guidance cannot be read: {problem}. Install Doorstep again.", asked)
    try:
        clock_ = clock(training=FileKeystore.reduced)
        handset = Handset(asked.data, clock_)
    except (Held, KeystoreUnreadable, ClockNotAllowed, OSError) as problem:
        key = next(said for kind, said in NO_START.items() if isinstance(problem, kind))
        return told(guidance.words(key, folder=asked.data), asked)
    with closing(handset):
        return run(asked, handset, clock_, guidance)


def run(asked: argparse.Namespace, handset: Handset, clock_: Clock, guidance: Guidance) -> int:
    if asked.command == "enrol":
        wanted = Enrolling(asked.station or "", asked.code or "", asked.pin or "")
        made = Door(handset, clock_).enrol(wanted)
        return told(guidance.words(f"door.problem.{made}"), asked) if isinstance(made, str) else 0
    services = wire(handset, clock_, guidance)
    try:
        return show(services, asked.port)
    finally:
        services.guard.lock()


def told(sentence: str, asked: argparse.Namespace) -> int:
    print(sentence, file=sys.stderr)
    if asked.command is None and asked.port is None:
        ft.run(lambda page: say_only(page, sentence), assets_dir=str(ASSETS))
    return 2


def show(services: Services, port: int | None) -> int:
    main = partial(open_app, services=services)
    if port is None:
        ft.run(main, assets_dir=str(ASSETS))
        return 0
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    ft.run(main, host="127.0.0.1", port=port, view=None, no_cdn=True, assets_dir=str(ASSETS))
    return 0


if __name__ == "__main__":
    sys.exit(begin(sys.argv[1:]))
