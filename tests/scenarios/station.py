"""The station of a scenario: the real process on 127.0.0.1, and its own command line for the rest."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60
AREA = "Exampleton"


class StationFailed(Exception):
    """The station did not start or refused a command; with the last of what it said."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Station:
    """`environment` is added to ours: the clock file. Every officer works in one area."""

    data: Path
    environment: Mapping[str, str]
    port: int = field(default_factory=free_port)
    console_port: int = field(default_factory=free_port)
    serving: subprocess.Popen[str] | None = None
    desk: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.data.parent / "station.log"

    def start(self) -> None:
        """Serving, and ready for commands."""
        ports = ["--port", str(self.port), "--console-port", str(self.console_port)]
        self.desk = self._run("tests.scenarios.desk", answers=True)
        self.serving = self._run("sync.station", "--data", str(self.data), *ports)
        deadline = time.monotonic() + PATIENCE_S
        while not self._answers():
            if self.serving.poll() is not None or time.monotonic() > deadline:
                raise StationFailed(self.log.read_text()[-2000:])
            time.sleep(0.02)

    def _run(self, module: str, *words: str, answers: bool = False) -> subprocess.Popen[str]:
        with self.log.open("a") as log:
            return subprocess.Popen(
                [sys.executable, "-m", module, *words],
                cwd=ROOT, env={**os.environ, **self.environment}, text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE if answers else log, stderr=log,
            )  # fmt: skip

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def command(self, *words: str) -> Any:
        """Run one command of the station to its end and read its JSON."""
        assert self.desk is not None
        assert self.desk.stdin is not None
        assert self.desk.stdout is not None
        print(json.dumps([*words, "--data", str(self.data)]), file=self.desk.stdin, flush=True)
        heard = self.desk.stdout.readline()
        left, said = json.loads(heard) if heard else (1, self.log.read_text())
        if left:
            raise StationFailed(said[-2000:])
        return json.loads(said)

    def add_officer(self, officer: Mapping[str, str]) -> None:
        named = ("number", "rank", "team")
        self.command("officer", "add", f"--area={AREA}", *(f"--{key}={officer[key]}" for key in named))

    def code(self, officer: str) -> str:
        return str(self.command("code", f"--officer={officer}")["code"])

    def stop(self) -> None:
        for running in (self.desk, self.serving):
            if running and running.poll() is None:
                running.terminate()
                running.wait(20)
            for pipe in (running.stdin, running.stdout) if running else ():
                if pipe:
                    pipe.close()
