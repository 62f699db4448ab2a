"""A keystore that forgets when the test ends."""

from __future__ import annotations


class FakeKeystore:
    def __init__(self, *, reduced: bool = False) -> None:
        self.kept: dict[str, str] = {}
        self._reduced = reduced

    def get(self, name: str) -> str | None:
        return self.kept.get(name)

    def set(self, name: str, value: str) -> None:
        self.kept[name] = value

    def remove(self, name: str) -> None:
        self.kept.pop(name, None)

    @property
    def reduced(self) -> bool:
        return self._reduced
