"""A real station, TRAINING or live, and a handset's folder beside it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from tests.journeys.stage import ROOT, Part, free_port

NUMBER = "4471"


class Station:
    """One process on a free port. `live`: not TRAINING, with a recovery public key of its own."""

    def __init__(self, folder: Path, live: bool = False) -> None:
        self.data, self.kind = folder / "station", ["--live"] if live else []
        self.data.mkdir(mode=0o700)
        if live:
            public = X25519PrivateKey.generate().public_key().public_bytes_raw().hex()
            (self.data / "keys").mkdir(mode=0o700)
            (self.data / "keys" / "recovery.pub").write_text(public)
        port = free_port()
        command = [sys.executable, "-m", "sync.station", "--data", str(self.data), "--port", str(port)]
        command += [*self.kind, *([] if live else ["--console-port", str(free_port())])]
        self.part = Part(self.data, port, "station", command)
        officer = ["--number", NUMBER, "--rank", "PC", "--force", "Northvale", "--area", "Exampleton"]
        self.command("officer", "add", *officer)

    def command(self, name: str, *more: str) -> dict[str, str]:
        told = subprocess.run(
            [sys.executable, "-m", "sync.station", name, *more, "--data", str(self.data), *self.kind],
            cwd=ROOT, check=True, capture_output=True,
        )  # fmt: skip
        answer: dict[str, str] = json.loads(told.stdout)
        return answer

    def code(self) -> str:
        return self.command("code", "--officer", NUMBER)["code"]

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.part.port}"
