"""A package for Android. Needs the internet: the first build fetches Flutter, a JDK and the Android SDK."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Sequence

SOURCES = ("github.com", "storage.googleapis.com")
PATIENCE_S = 5.0
FLET = "from flet_cli.cli import main; main()"


def reaches(host: str) -> bool:
    try:
        socket.create_connection((host, 443), PATIENCE_S).close()
    except OSError:
        return False
    return True


def is_signed(typed: Sequence[str]) -> bool:
    named = any(word.startswith("--android-signing-key-store") for word in typed)
    return named or "FLET_ANDROID_SIGNING_KEY_STORE" in os.environ


def main(typed: Sequence[str]) -> int:
    silent = [host for host in SOURCES if not reaches(host)]
    if silent:
        print(
            f"doorstep: this machine does not reach {', '.join(silent)}. "
            "Building for Android fetches Flutter and the Android SDK, so it needs a machine that does.",
            file=sys.stderr,
        )
        return 1
    if not is_signed(typed):
        print(
            "No signing key is named: the package is for trial only and must not be rolled out.", flush=True
        )
    built = subprocess.run([sys.executable, "-c", FLET, "build", "apk", *typed], check=False)
    if built.returncode != 0:
        print("doorstep: no package was made; the lines above say why.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
