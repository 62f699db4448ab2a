"""A station and handsets as separate processes in a temporary folder."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PIN = "27418305"
PATIENCE_S = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Part:
    """One process of the stack and where its output goes."""

    folder: Path
    port: int
    name: str
    command: list[str]
    running: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def answers(self) -> bool:
        return listening(self.port)

    @property
    def log(self) -> Path:
        return self.folder.parent / f"{self.name}.log"

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.running = subprocess.Popen(self.command, cwd=ROOT, stdout=log, stderr=log)
        deadline = time.monotonic() + PATIENCE_S
        while not listening(self.port):
            if self.running.poll() is not None:
                raise RuntimeError(f"{self.name} ended at its start: {self.log.read_text()[-2000:]}")
            if time.monotonic() > deadline:
                raise RuntimeError(f"{self.name} does not answer: {self.log.read_text()[-2000:]}")
            time.sleep(0.05)

    def stop(self) -> None:
        if self.running and self.running.poll() is None:
            self.running.send_signal(signal.SIGTERM)
            self.running.wait(20)

    def kill(self) -> None:
        """As when the battery is pulled."""
        if self.running:
            self.running.send_signal(signal.SIGKILL)
            self.running.wait(20)


def listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@dataclass
class Stage:
    """The processes of one journey. `folder` holds all their data."""

    folder: Path
    station: Part = field(init=False)
    console_port: int = field(default_factory=free_port)
    accounts: dict[str, dict[str, str]] = field(default_factory=dict)
    handsets: dict[str, Part] = field(default_factory=dict)
    officers: list[dict[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        data, port = self.folder / "station", free_port()
        self.station = Part(data, port, "station", self._station(data, port))
        told = self.station_command("training")
        self.accounts = {account["role"]: account for account in told["accounts"]}
        self.officers = told["officers"]

    def _station(self, data: Path, port: int) -> list[str]:
        return [
            sys.executable, "-m", "sync.station", "--data", str(data), "--port", str(port),
            "--console-port", str(self.console_port),
        ]  # fmt: skip

    def station_command(self, command: str, *more: str) -> dict[str, list[dict[str, str]]]:
        """Run one command of the station and read its JSON."""
        told = subprocess.run(
            [sys.executable, "-m", "sync.station", command, "--data", str(self.folder / "station"), *more],
            cwd=ROOT, check=True, capture_output=True,
        )  # fmt: skip
        answer: dict[str, list[dict[str, str]]] = json.loads(told.stdout)
        return answer

    def code(self, officer: str) -> str:
        return str(self.station_command("code", "--officer", officer)["code"])

    def handset(self, name: str) -> Part:
        data, port = self.folder / name, free_port()
        command = [sys.executable, "main.py", "--data", str(data), "--port", str(port)]
        self.handsets[name] = Part(data, port, name, command)
        return self.handsets[name]

    def enrol(self, name: str, officer: str) -> None:
        """As the launcher does it: the ordinary enrolment, from the command line."""
        done = subprocess.run(
            [sys.executable, "main.py", "enrol", "--data", str(self.folder / name),
             "--station", self.station_url, "--code", self.code(officer), "--pin", PIN],
            cwd=ROOT, check=False, capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode != 0:
            raise RuntimeError(f"{name} could not be enrolled: {done.stderr}")

    @property
    def station_url(self) -> str:
        return f"https://127.0.0.1:{self.station.port}"

    def near(self) -> tuple[str, str]:
        """The numbers of two TRAINING officers of one area."""
        first = self.officers[0]
        other = next(each for each in self.officers[1:] if each["area"] == first["area"])
        return first["number"], other["number"]

    def end(self) -> None:
        for part in (*self.handsets.values(), self.station):
            part.stop()
