"""A keystore in a file, for browser and desktop, where there is no platform keystore. TRAINING only."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Lock

from storage.durable import private_folder, replace_file


class KeystoreUnreadable(Exception):
    """The file is there and cannot be read: nothing is made anew in its place."""


class FileKeystore:
    """Names and values in one file, outside every vault. Each change is durable on return."""

    reduced = True

    def __init__(self, folder: Path) -> None:
        self._path = private_folder(folder) / "keystore.json"
        self._lock = Lock()
        self._kept = self._read()

    def _read(self) -> dict[str, str]:
        if not self._path.exists():
            return {}
        try:
            kept = json.loads(self._path.read_text("utf-8"))
            return {str(name): str(value) for name, value in kept.items()}
        except (OSError, ValueError, AttributeError):
            raise KeystoreUnreadable from None

    def get(self, name: str) -> str | None:
        with self._lock:
            return self._kept.get(name)

    def set(self, name: str, value: str) -> None:
        self._change({name: value}, ())

    def remove(self, name: str) -> None:
        self._change({}, (name,))

    def _change(self, new: dict[str, str], gone: tuple[str, ...]) -> None:
        with self._lock:
            after = {name: kept for name, kept in {**self._kept, **new}.items() if name not in gone}
            if after != self._kept:
                replace_file(self._path, json.dumps(after, sort_keys=True).encode())
                self._kept = after
