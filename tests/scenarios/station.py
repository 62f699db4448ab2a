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


class StationFailed(Exception):
    """The station did not start or refused a command; with the last of what it said."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Station:
    """`environment` is added to ours: the clock file."""

    data: Path
    environment: Mapping[str, str]
    port: int = field(default_factory=free_port)
    console_port: int = field(default_factory=free_port)
    running: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.data.parent / "station.log"

    def command(self, *words: str) -> Any:
        """Run one command of the station to its end and read its JSON."""
        done = subprocess.run(
            [sys.executable, "-m", "sync.station", *words, "--data", str(self.data)],
            cwd=ROOT, capture_output=True, text=True, env={**os.environ, **self.environment},
        )  # fmt: skip
        if done.returncode:
            raise StationFailed((done.stderr or done.stdout)[-2000:])
        return json.loads(done.stdout or "null")

    def code(self, officer: str) -> str:
        return str(self.command("code", "--officer", officer)["code"])

    def start(self) -> None:
        command = [
            sys.executable, "-m", "sync.station", "--data", str(self.data), "--port", str(self.port),
            "--console-port", str(self.console_port),
        ]  # fmt: skip
        with self.log.open("ab") as log:
            self.running = subprocess.Popen(
                command, cwd=ROOT, stdout=log, stderr=log, env={**os.environ, **self.environment}
            )
        deadline = time.monotonic() + PATIENCE_S
        while not self._answers():
            if self.running.poll() is not None or time.monotonic() > deadline:
                raise StationFailed(self.log.read_text()[-2000:])
            time.sleep(0.02)

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self) -> None:
        if self.running and self.running.poll() is None:
            self.running.terminate()
            self.running.wait(20)
