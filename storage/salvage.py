"""A damaged journal: what still authenticates goes into a new log, and the damaged one is kept."""

from __future__ import annotations

from pathlib import Path

from app.entry import canonical
from app.ports import JournalFull
from storage.anchor import Anchor
from storage.durable import flush_folder, replace_file
from storage.sealed_log import Place, SealedLog


def salvaged(path: Path, data_key: bytes, anchor: Anchor) -> tuple[int, ...]:
    """Numbers of the frames that are lost. The first frame of the new log names them and the old log.

    The new log is whole before it takes the place of the damaged one, and the anchor names its end
    before that: a kill leaves the damaged log where it was, to be salvaged again. JournalDamaged for a
    header that is not ours, JournalFull or OSError without room: everything stays as it was.
    """
    old = SealedLog(path, data_key)
    try:
        found = dict(sorted(old.salvage()))
    finally:
        old.close()
    named = anchor.read()
    last = max([*found, named[0] if named else 0])
    missing = tuple(number for number in range(1, last + 1) if number not in found)
    aside, fresh = _aside(path), path.with_name("journal.salvaged")
    fresh.unlink(missing_ok=True)
    try:
        replace_file(aside, path.read_bytes())
        told = {"log": old.log_id.hex(), "missing": list(missing), "kept": aside.name}
        anchor.restart(_written(fresh, data_key, [canonical({"salvaged": told}), *found.values()]))
        fresh.replace(path)
    except (OSError, JournalFull):
        aside.unlink(missing_ok=True)
        fresh.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)
    return missing


def _written(path: Path, data_key: bytes, frames: list[bytes]) -> Place:
    """A new log of these frames; where it ends."""
    new = SealedLog.create(path, data_key)
    try:
        for frame in frames:
            new.append(frame)
        return new.place
    finally:
        new.close()


def _aside(path: Path) -> Path:
    """A name that no earlier damaged log has."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return aside
