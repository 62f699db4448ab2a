"""The station as it is run: a process of its own on this machine, asked over TLS."""

from __future__ import annotations

import contextlib
import io
import json
import os
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sync.station.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
HERE = "127.0.0.1"
PATIENCE_S = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        return int(probe.getsockname()[1])


@dataclass
class Process:
    """`more` goes on every command line: --live, --database; `serving_more` on that of a start alone."""

    data: Path
    more: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    console_port: int = field(default_factory=free_port)
    serving: subprocess.Popen[str] | None = None
    serving_more: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        return f"https://{HERE}:{self.port}"

    def run(self, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """One command to its end."""
        return subprocess.run(
            self._line(*words), input=typed, capture_output=True, text=True, cwd=ROOT, check=False,
            env={**os.environ, **self.environment}, timeout=PATIENCE_S,
        )  # fmt: skip

    def told(self, *words: str) -> Any:
        """The JSON that a command answers. In this process: starting Python each time would take longer
        than the test."""
        said, wrong, mask = io.StringIO(), io.StringIO(), os.umask(0o077)
        try:
            with self._ours(), contextlib.redirect_stdout(said), contextlib.redirect_stderr(wrong):
                left = main([*words, "--data", str(self.data), *self.more])
        finally:
            os.umask(mask)
        assert left == 0, wrong.getvalue()
        return json.loads(said.getvalue())

    @contextlib.contextmanager
    def _ours(self) -> Iterator[None]:
        """The station's environment, for as long as one of its commands runs in this process."""
        was = dict(os.environ)
        os.environ.update(self.environment)
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(was)

    def serve(self) -> subprocess.CompletedProcess[str]:
        """A start that is expected to be refused."""
        return self.run("serve", *self._ports())

    def _line(self, *words: str) -> list[str]:
        command, *rest = words
        data = ["--data", str(self.data), *self.more]
        return [sys.executable, "-m", "sync.station", command, *rest, *data]

    def _ports(self) -> list[str]:
        return ["--port", str(self.port), "--console-port", str(self.console_port), *self.serving_more]

    def start(self) -> None:
        """Serving, and answering."""
        with (self.data.parent / f"{self.data.name}.log").open("a") as log:
            self.serving = subprocess.Popen(
                self._line("serve", *self._ports()), stdout=log, stderr=log, text=True, cwd=ROOT,
                env={**os.environ, **self.environment},
            )  # fmt: skip
        deadline = time.monotonic() + PATIENCE_S
        while not self.answers():
            if self.serving.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(self.log)
            time.sleep(0.02)

    @property
    def log(self) -> str:
        return (self.data.parent / f"{self.data.name}.log").read_text()

    def answers(self) -> bool:
        with contextlib.suppress(OSError, ssl.SSLError), self.tls() as line:
            line.sendall(b"GET /v1/hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            return line.recv(12) == b"HTTP/1.1 200"
        return False

    def tls(self, how: ssl.SSLContext | None = None) -> ssl.SSLSocket:
        """A line to it, verified by its own CA."""
        made = how or ssl.create_default_context(cafile=str(self.data / "keys" / "ca.pem"))
        plain = socket.create_connection((HERE, self.port), 5)
        return made.wrap_socket(plain, server_hostname=HERE)

    def stop(self) -> int:
        """Asked to, as Ctrl-C and a service manager do. The exit code."""
        if self.serving is None:
            return 0
        self.serving.terminate()
        return self.serving.wait(PATIENCE_S)

    def kill(self) -> None:
        """As when the plug is pulled."""
        assert self.serving is not None
        self.serving.kill()
        self.serving.wait(PATIENCE_S)
