"""The station's command line. `python -m sync.station --data DIR --port 8443` serves."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import ArgumentError, DBAPIError

from app.guidance import MalformedContent, load
from app.timekeeping import ClockNotAllowed, clock
from sync.station import commands
from sync.station.accounts import Role
from sync.station.base import WrongKind, open_base
from sync.station.holding import Held, PortTaken
from sync.station.identity.configured import ProviderUnreadable, read_provider
from sync.station.keyfiles import KeysUnreadable
from sync.station.keys import keys_in
from sync.station.recovery import RecoveryKeyMissing, RecoveryKeyPresent
from sync.station.scene import Scene

WORDS: dict[type[Exception], str] = {
    WrongKind: "This folder belongs to a station of the other kind (training or live). Name another --data.",
    RecoveryKeyPresent: "A recovery private key lies beside this live station. Move it offline, then start.",
    RecoveryKeyMissing: "Put the force's recovery public key (64 hex digits) into keys/recovery.pub.",
    KeysUnreadable: "A key of this station cannot be read. Nothing was changed. Put its last backup back.",
    ClockNotAllowed: "A training clock is set, and this station is live. Unset DOORSTEP_TRAINING_CLOCK.",
    MalformedContent: "The guidance cannot be read. Install Doorstep again.",
    Held: "Another station serves from this folder. Stop it first, or name another --data.",
    PortTaken: "Port {port} is taken. Stop what uses it, or name another --port or --console-port.",
    ProviderUnreadable: "The file of --oidc cannot be used: {what} is missing or wrong. Nothing was started.",
    ArgumentError: "--database is not an address such as postgresql+psycopg://user@host/name.",
    DBAPIError: "The database does not answer or cannot be read. Nothing was changed. "
    "Start it, check --database, or put its last backup back.",
    OSError: "The folder of --data cannot be used. Check that this user may write there, and for room.",
}


def arguments(words: Sequence[str]) -> argparse.Namespace:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, required=True)
    common.add_argument("--database", help="postgresql+psycopg://...; default: SQLite in --data")
    common.add_argument("--live", action="store_true", help="not TRAINING")
    parser = argparse.ArgumentParser(prog="python -m sync.station")
    asked = parser.add_subparsers(dest="command", required=True)
    serving = asked.add_parser("serve", parents=[common])
    serving.add_argument("--port", type=int, default=8443)
    serving.add_argument("--console-port", type=int, default=8080, help="TRAINING only, on loopback")
    serving.add_argument("--host", default="127.0.0.1")
    serving.add_argument("--hostname", action="append", default=[], help="a name that handsets reach it by")
    serving.add_argument("--oidc", type=Path, help="sign-in by the force's identity provider: a TOML file")
    asked.add_parser("code", parents=[common]).add_argument("--officer", required=True)
    asked.add_parser("training", parents=[common])
    asked.add_parser("calendar", parents=[common]).add_argument("file", nargs="?", type=Path)
    _officer(asked.add_parser("officer", parents=[common]))
    _account(asked.add_parser("account", parents=[common]))
    return parser.parse_args(words)


def _officer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("add", choices=["add"])
    for name in ("number", "name", "rank", "force", "area", "team"):
        parser.add_argument(f"--{name}", required=name in ("number", "rank"), default="")


def _account(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("add", choices=["add"])
    parser.add_argument("--role", required=True, choices=list(Role))
    for name in ("user", "force", "area"):
        parser.add_argument(f"--{name}", required=True)
    for name in ("number", "rank"):
        parser.add_argument(f"--{name}", default="", help="of the officer whose account it is")


@contextmanager
def scene_of(asked: argparse.Namespace) -> Iterator[Scene]:
    """Kind first: a start as the wrong one changes nothing. The database is let go at the end."""
    kind, guidance = not asked.live, load()
    time = clock(kind)
    named = getattr(asked, "oidc", None)
    provider = read_provider(named, training=kind) if named else None
    asked.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = open_base(asked.data, asked.database, training=kind)
    try:
        keys = keys_in(asked.data, training=kind, names=getattr(asked, "hostname", ()))
        yield Scene(engine, keys, time, kind, guidance, provider=provider)
    finally:
        engine.dispose()


def serve(scene: Scene, asked: argparse.Namespace) -> int:
    """A command that serves nothing does not wait for the web to be loaded."""
    from sync.station import serving

    return serving.serve(scene, asked)


COMMANDS = {
    "serve": serve,
    "code": commands.code,
    "training": commands.train,
    "officer": commands.add_officer,
    "account": commands.add_account,
    "calendar": commands.calendar,
}


def main(words: Sequence[str]) -> int:
    """0 when it ended as asked; else a sentence on stderr that says what to do."""
    os.umask(0o077)  # records lie here in the clear
    known = words and words[0] in COMMANDS
    asked = arguments(words if known else ["serve", *words])
    try:
        with scene_of(asked) as scene:
            return COMMANDS[asked.command](scene, asked)
    except tuple(WORDS) as problem:
        words_ = next(said for kind, said in WORDS.items() if isinstance(problem, kind))
        print(
            words_.format(port=getattr(problem, "port", ""), what=getattr(problem, "what", "")),
            file=sys.stderr,
        )
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
