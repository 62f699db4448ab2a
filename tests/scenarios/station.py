"""The station of a scenario: the real process on 127.0.0.1. Every officer works in one area."""

from __future__ import annotations

from collections.abc import Mapping

from sync.station.accounts import Role
from sync.station.training import TRAINING_FORCE
from tests.scenarios.console import PASSWORD
from tests.station.process import HERE, Process

AREA = "Exampleton"


class Station(Process):
    """`environment` names the clock file, for the process and for its commands."""

    def add_officer(self, officer: Mapping[str, str]) -> None:
        named = ("number", "rank", "team")
        self.told("officer", "add", f"--area={AREA}", *(f"--{key}={officer[key]}" for key in named))

    @property
    def console_url(self) -> str:
        return f"http://{HERE}:{self.console_port}"

    def add_account(self, user: str, role: Role, officer: Mapping[str, str]) -> None:
        """A console account of that officer."""
        named = [f"--user={user}", f"--role={role}", f"--force={TRAINING_FORCE}", f"--area={AREA}"]
        whose = [f"--number={officer['number']}", f"--rank={officer['rank']}"]
        made = self.run("account", "add", *named, *whose, typed=f"{PASSWORD}\n")
        assert made.returncode == 0, made.stderr

    def code(self, officer: str) -> str:
        return str(self.told("code", f"--officer={officer}")["code"])
