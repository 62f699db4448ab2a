"""TRAINING at the first start: a code from the station, then the ordinary enrolment. No back door."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools.words import Refused

# Fixed and printed on purpose: an enrolment that is not TRAINING refuses it.
PIN = "27418305"


@dataclass(frozen=True, slots=True)
class Commands:
    """How each side is started. The launcher knows them by their command lines alone."""

    station: Sequence[str]
    handset: Sequence[str]


@dataclass(frozen=True, slots=True)
class People:
    """Console accounts (role, user, password) and officers (number, name, rank, team, area)."""

    accounts: list[dict[str, str]]
    officers: list[dict[str, str]]

    def officer(self, place: int) -> dict[str, str]:
        """Who has the handset at `place`, from 0: all of one area, so that they see the same incidents."""
        area = self.officers[0].get("area")
        near = [officer for officer in self.officers if officer.get("area") == area]
        if place >= len(near):
            raise Refused(f"TRAINING has {len(near)} officers of one area, so no more handsets than that.")
        return near[place]


def answer(command: Sequence[str], asked: str) -> str:
    """Run one command to its end. Refused with what it said when it fails."""
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, start_new_session=True, stdin=subprocess.DEVNULL
    )
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise Refused(f"{asked} did not work: {said[-1] if said else 'it said nothing'}")
    return done.stdout


def people(commands: Commands, station: Path) -> People:
    told = json.loads(answer([*commands.station, "training", "--data", str(station)], "Setting up TRAINING"))
    return People(told["accounts"], told["officers"])


def enrol(commands: Commands, station: Path, url: str, folder: Path, officer: str) -> None:
    """The handset's folder is enrolled to the officer of that number, with the TRAINING PIN."""
    asked = [*commands.station, "code", "--data", str(station), "--officer", officer]
    code = json.loads(answer(asked, "Asking the station for a code"))["code"]
    typed = ["enrol", "--data", str(folder), "--station", url, "--code", code, "--pin", PIN]
    answer([*commands.handset, *typed], f"Enrolling {folder.name}")


@dataclass
class Remembered:
    """What must be the same at the next start: who has which handset, and the station's port."""

    path: Path
    kept: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Remembered:
        return cls(path, json.loads(path.read_text()) if path.is_file() else {})

    @property
    def station_port(self) -> int | None:
        port: int | None = self.kept.get("station_port")
        return port

    def is_enrolled(self, folder: Path) -> bool:
        return folder.is_dir() and folder.name in self.kept.get("handsets", {})

    def enrolled(self, folder: Path, officer: str, station_port: int) -> None:
        self.kept["station_port"] = station_port
        self.kept.setdefault("handsets", {})[folder.name] = officer
        self.path.write_text(json.dumps(self.kept, indent=1) + "\n")
