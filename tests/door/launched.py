"""The real launcher as a process of its own, with stand-ins for both sides unless `real`."""

from __future__ import annotations

import shlex
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STANDIN = f"{shlex.quote(sys.executable)} {shlex.quote(str(Path(__file__).with_name('standin.py')))}"
PATIENCE_S = 30


def free_run(length: int) -> int:
    """The first of `length` ports in a row that are free."""
    for first in range(20_000, 60_000, 37):
        probes = [socket.socket() for _ in range(length)]
        try:
            for place, probe in enumerate(probes):
                probe.bind(("127.0.0.1", first + place))
        except OSError:
            continue
        finally:
            for probe in probes:
                probe.close()
        return first
    raise RuntimeError("no free ports in a row")


@dataclass
class Launched:
    data: Path
    handsets: int = 1
    real: bool = False
    ports: int = field(default_factory=lambda: free_run(6))
    running: subprocess.Popen[str] = field(init=False)

    def start(self) -> Launched:
        """As ./doorstep run does; handsets from `ports`, station at +3, console at +5."""
        self.running = subprocess.Popen(
            [
                *(sys.executable, "-m", "tools.run", "--no-browser", "--data", str(self.data)),
                *("--handsets", str(self.handsets), "--port", str(self.ports)),
                *("--station-port", str(self.ports + 3), "--console-port", str(self.ports + 5)),
                *(() if self.real else ("--station-command", STANDIN, "--handset-command", STANDIN)),
            ],
            cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        return self

    def until(self, words: str) -> str:
        """What it printed, up to the line that holds `words`. AssertionError when it ends before."""
        assert self.running.stdout
        said = ""
        for line in self.running.stdout:
            said += line
            if words in line:
                return said
        raise AssertionError(f"never said {words!r}, but: {said}")

    def end(self, by: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        self.running.send_signal(by)
        return self.outcome()

    def outcome(self) -> tuple[int, str]:
        said, _ = self.running.communicate(timeout=PATIENCE_S)
        return self.running.returncode, said

    def commands(self, folder: str) -> list[str]:
        return (self.data / folder / "commands").read_text().splitlines()

    def is_silent(self, port: int) -> bool:
        """True once nothing answers there any more."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) != 0:
                    return True
            time.sleep(0.02)
        return False
