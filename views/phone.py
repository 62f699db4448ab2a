"""What the phone itself can do. Each may do nothing where the platform has none."""

from __future__ import annotations

from typing import Protocol


class Device(Protocol):
    """Short signs to the officer."""

    def confirm(self) -> None:
        """One short haptic on save."""

    def announce(self, text: str) -> None:
        """Have a screen reader say it, politely."""


class NoDevice:
    def confirm(self) -> None:
        return None

    def announce(self, text: str) -> None:
        return None
