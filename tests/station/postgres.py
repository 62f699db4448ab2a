"""A PostgreSQL for the tests alone: a fresh cluster in its own folder, on a Unix socket, by nobody's leave.

initdb refuses root, so where the tests run as root the server runs as a user without privileges.
"""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

PATIENCE_S = 60
OWNERS = ("postgres", "nobody")


class PostgresMissing(Exception):
    """PostgreSQL is not installed here. The text says what to type."""


def programs() -> Path:
    """The folder of initdb and postgres. PostgresMissing."""
    told = shutil.which("pg_config")
    asked = subprocess.run([told, "--bindir"], capture_output=True, text=True, check=True) if told else None
    on_path = shutil.which("initdb")
    known = [Path(asked.stdout.strip())] if asked else []
    known += [Path(on_path).resolve().parent] if on_path else []
    known += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in known:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise PostgresMissing("PostgreSQL is missing: apt-get install postgresql")


def unprivileged() -> dict[str, Any]:
    """How a program is started as somebody who may do nothing; empty where that is who we are."""
    if os.geteuid() != 0:
        return {}
    for name in OWNERS:
        with suppress(KeyError):
            known = pwd.getpwnam(name)
            return {"user": known.pw_uid, "group": known.pw_gid, "extra_groups": []}
    raise PostgresMissing("There is no user without privileges to run PostgreSQL as")


@dataclass
class Cluster:
    """Running. Each `fresh` schema is empty and belongs to one test."""

    folder: Path
    names: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def fresh(self) -> str:
        """The address of a new schema, for SQLAlchemy and for --database."""
        name = f"station{next(self.names)}"
        with self.connect() as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        inside = quote(f"-csearch_path={name}")
        return f"postgresql+psycopg://doorstep@/postgres?host={self.folder}&options={inside}"

    def connect(self) -> psycopg.Connection[Any]:
        return psycopg.connect(f"host={self.folder} user=doorstep dbname=postgres", autocommit=True)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Made, started, stopped and removed. PostgresMissing."""
    found, who = programs(), unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="doorstep-pg-"))
    if who:
        os.chown(folder, who["user"], who["group"])
    try:
        _make(found, folder, who)
        with _running(found, folder, who) as server:
            running = Cluster(folder)
            _wait(running, server)
            yield running
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make(found: Path, folder: Path, who: Mapping[str, Any]) -> None:
    kind = ["-U", "doorstep", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    made = [str(found / "initdb"), "-D", str(folder / "data"), *kind]
    subprocess.run(made, check=True, capture_output=True, cwd=folder, **who)


@contextmanager
def _running(found: Path, folder: Path, who: Mapping[str, Any]) -> Iterator[subprocess.Popen[bytes]]:
    """Listens on the socket in the folder alone. What it keeps need not outlive the machine."""
    how = ["-k", str(folder), "-c", "listen_addresses=", "-c", "fsync=off"]
    with (folder / "log").open("wb") as said:
        serves = [str(found / "postgres"), "-D", str(folder / "data"), *how]
        server = subprocess.Popen(serves, stdout=said, stderr=said, cwd=folder, **who)
    try:
        yield server
    finally:
        server.send_signal(signal.SIGQUIT)
        server.wait(PATIENCE_S)


def _wait(running: Cluster, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            running.connect().close()
            return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(
                    f"PostgreSQL does not start: {(running.folder / 'log').read_text()[-1000:]}"
                ) from None
            time.sleep(0.02)
