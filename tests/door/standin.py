"""A tiny program with the command lines of the station and of a handset, and nothing behind them.

station   [training|code] --data DIR --port N       handset   [enrol] --data DIR --port N
It writes each command that it is given to DIR/commands and, when DIR/die exists, ends with code 7.
"""

from __future__ import annotations

import argparse
import json
import signal
import socket
import sys
import time
from pathlib import Path

PEOPLE = {
    "accounts": [{"role": "supervisor", "user": "sgt", "password": "made-up"}],
    "officers": [
        {"number": "1001", "name": "A. One", "rank": "PC", "team": "A", "area": "North"},
        {"number": "2001", "name": "B. Two", "rank": "PC", "team": "C", "area": "South"},
        {"number": "1002", "name": "C. Three", "rank": "PC", "team": "B", "area": "North"},
    ],
}


def serve(data: Path, port: int) -> None:
    with socket.create_server(("127.0.0.1", port)):
        while not (data / "die").exists():
            time.sleep(0.02)
    sys.exit(7)


def stopped(data: Path) -> None:
    (data / "stopped").touch()
    sys.exit(0)


def main() -> None:
    reads = argparse.ArgumentParser()
    reads.add_argument("command", nargs="?", choices=["training", "code", "enrol"])
    for name in ("--data", "--port", "--console-port", "--officer", "--station", "--code", "--pin"):
        reads.add_argument(name)
    asked = reads.parse_args()
    data = Path(asked.data)
    data.mkdir(parents=True, exist_ok=True)
    with (data / "commands").open("a") as log:
        log.write(" ".join(sys.argv[1:]) + "\n")
    if asked.command == "training":
        print(json.dumps(PEOPLE))
    elif asked.command == "code":
        print(json.dumps({"code": f"CODE-FOR-{asked.officer}"}))
    elif asked.command is None:
        signal.signal(signal.SIGTERM, lambda *_: stopped(data))
        serve(data, int(asked.port))


if __name__ == "__main__":
    main()
