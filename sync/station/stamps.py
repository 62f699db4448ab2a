"""Times as the station keeps them: ISO 8601 in UTC, so that their text sorts as they do, on any night."""

from __future__ import annotations

from datetime import UTC, datetime


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def moment_of(text: str) -> datetime:
    return datetime.fromisoformat(text)
