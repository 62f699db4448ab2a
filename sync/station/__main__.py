"""The station's command line. `python -m sync.station --data DIR --port 8443` serves."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from sqlmodel import Session

from app.guidance import MalformedContent, load
from app.timekeeping import ClockNotAllowed, clock
from sync.station import accounts, people
from sync.station.base import WrongKind, open_base
from sync.station.certificates import RecoveryKeyMissing, RecoveryKeyPresent, keys_in
from sync.station.scene import Scene
from sync.station.serving import serve
from sync.station.tables import AccountRow, OfficerRow

WORDS: dict[type[Exception], str] = {
    WrongKind: "This folder belongs to a station of the other kind (training or live). Name another --data.",
    RecoveryKeyPresent: "A recovery private key lies beside this live station. Move it offline, then start.",
    RecoveryKeyMissing: "Put the force's recovery public key (hex) into keys/recovery.pub, then start.",
    ClockNotAllowed: "A training clock is set, and this station is live. Unset DOORSTEP_TRAINING_CLOCK.",
    MalformedContent: "The guidance cannot be read. Install Doorstep again.",
}


def arguments(words: Sequence[str]) -> argparse.Namespace:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, required=True)
    common.add_argument("--database", help="postgresql+psycopg://...; default: SQLite in --data")
    common.add_argument("--live", action="store_true", help="not TRAINING")
    parser = argparse.ArgumentParser(prog="python -m sync.station", parents=[])
    commands = parser.add_subparsers(dest="command", required=True)
    serving = commands.add_parser("serve", parents=[common])
    serving.add_argument("--port", type=int, default=8443)
    serving.add_argument("--console-port", type=int, default=8080)
    serving.add_argument("--host", default="127.0.0.1")
    code = commands.add_parser("code", parents=[common])
    code.add_argument("--officer", required=True)
    commands.add_parser("training", parents=[common])
    officer = commands.add_parser("officer", parents=[common])
    officer.add_argument("add", choices=["add"])
    for name in ("number", "name", "rank", "force", "area", "team"):
        officer.add_argument(f"--{name}", required=name in ("number", "rank"), default="")
    account = commands.add_parser("account", parents=[common])
    account.add_argument("add", choices=["add"])
    for name in ("user", "role", "force", "area"):
        account.add_argument(f"--{name}", required=True)
    return parser.parse_args(words)


def scene_of(asked: argparse.Namespace) -> Scene:
    training = not asked.live
    asked.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    keys = keys_in(asked.data, training=training)
    engine = open_base(asked.data, asked.database, training=training)
    return Scene(engine, keys, clock(training), training, load())


def code(scene: Scene, asked: argparse.Namespace) -> int:
    with Session(scene.engine) as session:
        made = people.make_code(session, asked.officer, scene.keys.ca_pin, scene.clock.now())
    if made is None:
        print("No officer has that number. Add the officer first.", file=sys.stderr)
        return 1
    print(json.dumps({"code": made.code, "ends": made.ends.isoformat()}))
    return 0


def training(scene: Scene, _: argparse.Namespace) -> int:
    if not scene.training:
        print("A live station has no training accounts.", file=sys.stderr)
        return 1
    officers, told = people.training_officers(), []
    with Session(scene.engine) as session:
        shown = [officer.model_dump() for officer in officers]
        for officer in officers:
            people.add_officer(session, officer)
        for account, password in people.training_accounts():
            told.append({"role": account.role, "user": account.user_name, "password": password})
            accounts.add_account(session, account, password)
    print(json.dumps({"officers": shown, "accounts": told}))
    return 0


def officer(scene: Scene, asked: argparse.Namespace) -> int:
    row = OfficerRow(
        number=asked.number,
        name=asked.name or f"Officer {asked.number}",
        rank=asked.rank,
        force=asked.force or people.TRAINING_FORCE,
        area=asked.area or people.TRAINING_AREA,
        team=asked.team,
    )
    with Session(scene.engine) as session:
        people.add_officer(session, row)
    print(json.dumps({"added": asked.number}))
    return 0


def account(scene: Scene, asked: argparse.Namespace) -> int:
    password = sys.stdin.readline().rstrip("\n")
    if len(password) < 12:
        print("Give a password of at least twelve characters on standard input.", file=sys.stderr)
        return 1
    row = AccountRow(
        user_name=asked.user, role=asked.role, force=asked.force, area=asked.area, password="",
        training=scene.training,
    )  # fmt: skip
    with Session(scene.engine) as session:
        accounts.add_account(session, row, password)
    print(json.dumps({"added": asked.user}))
    return 0


COMMANDS = {"serve": serve, "code": code, "training": training, "officer": officer, "account": account}


def main(words: Sequence[str]) -> int:
    known = words and words[0] in COMMANDS
    asked = arguments(words if known else ["serve", *words])
    try:
        return COMMANDS[asked.command](scene_of(asked), asked)
    except tuple(WORDS) as problem:
        print(WORDS[type(problem)], file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
