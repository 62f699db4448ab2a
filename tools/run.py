"""Starts the station and its handsets together. Knows both sides only by their command lines."""

from __future__ import annotations

import argparse
import contextlib
import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from tools.children import Child, Children
from tools.holding import Hold, hold
from tools.ports import HERE, free_from
from tools.training import PIN, Commands, People, Remembered, enrol, people
from tools.window import open_window
from tools.words import Refused

STATION, CONSOLE, HANDSET = 8443, 8080, 8550


def arguments(typed: Sequence[str]) -> argparse.Namespace:
    reads = argparse.ArgumentParser(prog="./doorstep run", description=__doc__)
    reads.add_argument(
        "--handsets", type=int, default=1, choices=range(5), metavar="N", help="how many: 0 to 4"
    )
    reads.add_argument("--data", type=Path, default=Path(".data"), metavar="DIR", help="where the data lies")
    reads.add_argument("--no-browser", action="store_true", help="print addresses, open no window")
    reads.add_argument(
        "--port", type=int, default=HANDSET, metavar="N", help="where to look for handset ports"
    )
    reads.add_argument(
        "--station-port", type=int, default=STATION, metavar="N", help="the same for the station"
    )
    reads.add_argument("--console-port", type=int, default=CONSOLE, metavar="N", help="and for the console")
    python = shlex.quote(sys.executable)
    reads.add_argument("--station-command", default=f"{python} -m sync.station", help=argparse.SUPPRESS)
    reads.add_argument("--handset-command", default=f"{python} main.py", help=argparse.SUPPRESS)
    return reads.parse_args(typed)


@dataclass
class Stack:
    """One station, its handsets and what a person must know to use them."""

    asked: argparse.Namespace
    stop: Event
    taken: set[int] = field(default_factory=set)
    handsets: list[tuple[Child, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.commands = Commands(
            shlex.split(self.asked.station_command), shlex.split(self.asked.handset_command)
        )
        self.children = Children(self.stop)
        self.remembered = Remembered.read(self.asked.data / "training.json")

    def port(self, first: int, what: str) -> int:
        port = free_from(first, self.taken)
        if port != first:
            print(f"Port {first} is in use; {what} takes {port}.", flush=True)
        return port

    def start_station(self, held: Hold) -> Child:
        first = self.remembered.station_port or self.asked.station_port
        port = self.port(first, "the station")
        if self.remembered.station_port not in (None, port):
            print(f"Handsets enrolled before send to port {first}, so they stay unsent until it is free.")
        self.console = self.port(self.asked.console_port, "the console")
        command = [*self.commands.station, "--data", str(held.folder), "--port", str(port)]
        if self.console != CONSOLE:
            command += ["--console-port", str(self.console)]
        station = Child("the station", command, port, held)
        self.children.start(station)
        return station

    def start_handset(self, place: int, held: Hold, officer: dict[str, str], station: Child) -> None:
        name = f"handset {place + 1}"
        if not self.remembered.is_enrolled(held.folder):
            print(f"Enrolling {name} for {officer['number']}", flush=True)
            url = f"https://{HERE}:{station.port}"
            enrol(self.commands, station.held.folder, url, held.folder, officer["number"])
            self.remembered.enrolled(held.folder, officer["number"], station.port)
        port = self.port(self.asked.port + place, name)
        command = [*self.commands.handset, "--data", str(held.folder), "--port", str(port)]
        child = Child(name, command, port, held)
        self.children.start(child)
        self.handsets.append((child, officer))

    def sheet(self, known: People) -> str:
        """What is printed once everything answers."""
        lines = ["", "TRAINING: every person and place is invented.", ""]
        for child, officer in self.handsets:
            who = " ".join(filter(None, (officer.get("rank"), officer.get("name"), officer["number"])))
            lines.append(f"  {child.name:<12} http://{HERE}:{child.port}   PIN {PIN}   {who}")
        lines.append(f"  {'console':<12} http://{HERE}:{self.console}")
        lines += [
            f"    {a['role']:<20} user {a['user']:<20} password {a['password']}" for a in known.accounts
        ]
        return "\n".join([*lines, "", "Ctrl-C stops everything. The data stays in " + str(self.asked.data)])


@contextlib.contextmanager
def windows(stack: Stack) -> Iterator[None]:
    """A window per handset, closed with its profile: nothing of a browser stays on disk."""
    with tempfile.TemporaryDirectory(prefix="doorstep-", ignore_cleanup_errors=True) as profiles:
        opened: list[subprocess.Popen[bytes] | None] = []
        if not stack.asked.no_browser:
            for child, _ in stack.handsets:
                opened.append(open_window(f"http://{HERE}:{child.port}", Path(profiles, str(child.port))))
        try:
            yield
        finally:
            for window in filter(None, opened):
                window.terminate()
                window.wait()


def start_all(stack: Stack, held: list[Hold]) -> People:
    known = people(stack.commands, held[0].folder)
    station = stack.start_station(held[0])
    for place, folder in enumerate(held[1:]):
        if stack.stop.is_set():
            break
        stack.start_handset(place, folder, known.officer(place), station)
    return known


def run(asked: argparse.Namespace, stop: Event) -> None:
    """Until `stop`. Refused with a sentence when something cannot start or ends by itself."""
    names = ["station", *(f"handset-{place + 1}" for place in range(asked.handsets))]
    with contextlib.ExitStack() as open_now:
        held = [open_now.enter_context(hold(asked.data / name)) for name in names]
        stack = Stack(asked, stop)
        try:
            known = start_all(stack, held)
            if not stop.is_set():
                print(stack.sheet(known), flush=True)
            with windows(stack):
                stack.children.watch()
        finally:
            for name in stack.children.end():
                print(f"doorstep: {name} did not stop when asked and was killed.", file=sys.stderr)


def main(typed: Sequence[str]) -> int:
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    asked, stop = arguments(typed), Event()
    for wish in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(wish, lambda *_: stop.set())
    try:
        run(asked, stop)
    except Refused as no:
        if not stop.is_set():
            print(f"doorstep: {no}", file=sys.stderr)
            return 1
    print("Stopped.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
