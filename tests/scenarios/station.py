"""The station of a scenario: the real process on 127.0.0.1. Every officer works in one area."""

from __future__ import annotations

from collections.abc import Mapping

from tests.station.process import Process

AREA = "Exampleton"


class Station(Process):
    """`environment` names the clock file, for the process and for its commands."""

    def add_officer(self, officer: Mapping[str, str]) -> None:
        named = ("number", "rank", "team")
        self.told("officer", "add", f"--area={AREA}", *(f"--{key}={officer[key]}" for key in named))

    def code(self, officer: str) -> str:
        return str(self.told("code", f"--officer={officer}")["code"])
