"""Charts as shapes for a page: what is shown is drawn, what is hidden is marked as hidden and has no size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.oversight.hiding import Cell

LEAD = {
    "so-positive-action": "arrest",
    "so-owner-gap": "hour-without",
    "so-compliance": "visit-missed",
    "so-outcomes": "referred",
    "so-victim-safety": "breach-arrest",
    "so-informed": "told",
    "so-transfers": "not-confirmed",
    "so-npt": "current",
    "so-awareness": "newest",
    "so-vawg": "marked",
}
"""What of each count is drawn month by month."""


@dataclass(frozen=True, slots=True)
class Bar:
    """`share` of the longest in percent; None where the number is hidden."""

    name: str
    share: int | None


def bars(cells: Sequence[tuple[str, Cell]]) -> list[Bar]:
    """The longest is a hundred."""
    most = max((cell.value for _, cell in cells if cell.value is not None), default=0)
    return [
        Bar(name, None if cell.value is None else round(100 * cell.value / most) if most else 0)
        for name, cell in cells
    ]


def by_month(months: Mapping[str, Mapping[str, Cell]], measure: str, past: str) -> list[Bar]:
    """From the oldest month to the newest; what is earlier than all of them (`past`) is left to the table."""
    drawn = [(month, cells[measure]) for month, cells in months.items() if month != past]
    return bars(list(reversed(drawn)))
