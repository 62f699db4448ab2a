"""Small numbers are not shown, nor what would give them away by subtraction.

Danger: one refusal in a small area can be one woman whom everybody there knows.

Whoever reads a table knows its total, every number shown, that "fewer than 5" is 0 to 4, and how this
works: that a number held back beside it is 5 or more. After that every hidden number must still be able to
be at least two different ones. It does not hide what one sees who writes the page down on two days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SMALL = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is None where it is hidden: `why` is then few (fewer than 5) or held (kept back with it)."""

    value: int | None
    why: str = ""


FEW, HELD = Cell(None, "few"), Cell(None, "held")


def total_cell(total: int) -> Cell:
    return FEW if 0 < total < SMALL else Cell(total)


def hide(parts: Mapping[str, int]) -> dict[str, Cell]:
    """The parts of one total as they may stand beside it (`total_cell` of their sum)."""
    total = sum(parts.values())
    if 0 < total < SMALL:
        return dict.fromkeys(parts, FEW)
    if not any(0 < value < SMALL for value in parts.values()):
        return {name: Cell(value) for name, value in parts.items()}
    few = {name for name, value in parts.items() if value < SMALL}
    held: set[str] = set()
    spare = sorted(parts.keys() - few, key=lambda name: (parts[name], name))
    while not _safe(parts, few, held):
        if not spare:
            return dict.fromkeys(parts, HELD)
        held.add(spare.pop(0))
    return {
        name: FEW if name in few else HELD if name in held else Cell(value) for name, value in parts.items()
    }


def _safe(parts: Mapping[str, int], few: set[str], held: set[str]) -> bool:
    """Whether something is still shown, and each hidden part could be another number with the same total."""
    if len(few) + len(held) == len(parts):
        return False
    left = sum(parts[name] for name in few | held)
    lowest = SMALL * len(held)
    for name in few | held:
        low, high = (0, SMALL - 1) if name in few else (SMALL, left)
        others_low = lowest - low if name in held else lowest
        others_few = len(few - {name}) * (SMALL - 1)
        others_high = left if held - {name} else others_few
        if min(high, left - others_low) <= max(low, left - others_high):
            return False
    return True
