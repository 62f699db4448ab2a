"""What an administrator can ask of the station from the command line. Answers are JSON on standard output."""

from __future__ import annotations

import argparse
import json
import sys

from sqlmodel import Session

from sync.station import accounts, calendars, people, training
from sync.station.administration.changes import COMMAND_LINE, Change, Hand, note
from sync.station.passwords import SHORTEST
from sync.station.scene import Scene
from sync.station.tables import AccountRow, OfficerRow


def code(scene: Scene, asked: argparse.Namespace) -> int:
    """A one-time enrolment code for an officer, by number."""
    with Session(scene.engine) as session:
        known = session.get(OfficerRow, asked.officer)
        if known is not None:
            note(session, _hand(scene, known.force), Change("code-made", known.number))
        made = people.make_code(session, asked.officer, scene.keys.ca_pin, scene.clock.now())
    if made is None:
        return _refused("No officer has that number. Add the officer first.")
    return _told({"code": made.code, "ends": made.ends.isoformat()})


def train(scene: Scene, _: argparse.Namespace) -> int:
    """The fixed officers and accounts of TRAINING."""
    if not scene.training:
        return _refused("A live station has no training accounts.")
    told = []
    officers = training.training_officers()
    with Session(scene.engine) as session:
        shown = [officer.model_dump() for officer in officers]
        for officer in officers:
            people.add_officer(session, officer)
        for account, password in training.training_accounts():
            told.append({"role": account.role, "user": account.user_name, "password": password})
            accounts.add_account(session, account, password)
    return _told({"officers": shown, "accounts": told})


def add_officer(scene: Scene, asked: argparse.Namespace) -> int:
    """Add an officer, or put right who he or she is and where. TRAINING fills in force and area."""
    force = asked.force or (training.TRAINING_FORCE if scene.training else "")
    area = asked.area or (training.TRAINING_AREA if scene.training else "")
    if not (asked.number and asked.rank and force and area):
        return _refused("Name the officer's number, rank, force and area.")
    row = OfficerRow(
        number=asked.number,
        name=asked.name or f"Officer {asked.number}",
        rank=asked.rank,
        force=force,
        area=area,
        team=asked.team,
    )
    said = ", ".join(filter(None, (row.rank, row.area, row.team)))
    with Session(scene.engine) as session:
        note(session, _hand(scene, force), Change("officer-added", row.number, now=said))
        people.add_officer(session, row)
    return _told({"added": asked.number})


def add_account(scene: Scene, asked: argparse.Namespace) -> int:
    """Add a console account, or give it another password, role or area."""
    password = sys.stdin.readline().rstrip("\n")
    if len(password) < SHORTEST:
        return _refused("Give a password of at least twelve characters on standard input.")
    row = AccountRow(
        user_name=asked.user, role=asked.role, force=asked.force, area=asked.area, password="",
        training=scene.training, number=asked.number, rank=asked.rank,
    )  # fmt: skip
    said = ", ".join(filter(None, (row.role, row.rank, row.number, row.area)))
    with Session(scene.engine) as session:
        note(session, _hand(scene, row.force), Change("account-added", row.user_name, now=said))
        accounts.add_account(session, row, password)
    return _told({"added": asked.user})


def calendar(scene: Scene, asked: argparse.Namespace) -> int:
    """The calendar in force; with a file, a newer one for every handset and the console."""
    with Session(scene.engine) as session:
        if asked.file is not None:
            problem = calendars.add(session, asked.file, scene.clock.now())
            if problem:
                return _refused(problem)
        found = calendars.kept(session)
    return _told({"version": found.calendar.version, "days": len(found.calendar.table), "added": found.added})


def _hand(scene: Scene, force: str) -> Hand:
    """Whoever may use this machine's command line: which person, its own log knows."""
    return Hand(COMMAND_LINE, force, scene.clock.now())


def _told(answer: object) -> int:
    print(json.dumps(answer))
    return 0


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
