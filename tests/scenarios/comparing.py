"""Whether what was found is what was expected. Times to the minute in UTC, days as ISO dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

UNORDERED = ("because", "values", "disabled_items", "tasks_open", "items_done", "scope")


def plain(found: Any) -> Any:
    """The value as JSON would hold it."""
    if isinstance(found, datetime):
        return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    if isinstance(found, date):
        return found.isoformat()
    if isinstance(found, Mapping):
        return {str(key): plain(value) for key, value in found.items()}
    if isinstance(found, list | tuple | set | frozenset):
        return [plain(each) for each in found]
    return found


def same(key: str, wanted: Any, found: Any) -> bool:
    """Equal, of the same kind (true is not 1), lists in order unless their order says nothing."""
    wanted, found = _times(wanted), plain(found)
    if isinstance(wanted, list) and isinstance(found, list) and key in UNORDERED:
        return sorted(map(str, wanted)) == sorted(map(str, found))
    return type(wanted) is type(found) and wanted == found


def _times(wanted: Any) -> Any:
    """An expected time in any offset as UTC to the minute; everything else as it is."""
    if isinstance(wanted, list):
        return [_times(each) for each in wanted]
    if isinstance(wanted, Mapping):
        return {key: _times(value) for key, value in wanted.items()}
    if isinstance(wanted, str) and "T" in wanted[10:11]:
        try:
            return plain(datetime.fromisoformat(wanted))
        except ValueError:
            return wanted
    return wanted
