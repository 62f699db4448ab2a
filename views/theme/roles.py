"""What a colour is for. A part names a role; nothing else names a colour."""

from __future__ import annotations

from dataclasses import dataclass

CLEAR = "#00000000"


@dataclass(frozen=True, slots=True)
class Roles:
    """Hex colours. Text pairs hold 4.5 : 1, outlines 3 : 1 (WCAG 2.2 SC 1.4.3, 1.4.11)."""

    canvas: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    ink2: str
    action: str
    on_action: str
    link: str
    soft: str
    on_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    ok: str
    ok_soft: str
    hide: str
    on_hide: str
    hide_outline: str
    train: str
    on_train: str
    focus: str


LIGHT = Roles(
    canvas="#F1F3F0",
    surface="#FFFFFF",
    sunken="#E6EAE6",
    line="#D3D9D5",
    edge="#66747A",
    ink="#12181A",
    ink2="#455157",
    action="#0B4A5B",
    on_action="#FFFFFF",
    link="#0B4A5B",
    soft="#DDEBED",
    on_soft="#0A3E4C",
    warn="#754600",
    warn_soft="#FDEECF",
    danger="#A1211A",
    danger_soft="#FBE8E5",
    ok="#1B5E40",
    ok_soft="#DFEFE5",
    hide="#20292D",
    on_hide="#FFFFFF",
    hide_outline="#20292D",
    train="#54367F",
    on_train="#FFFFFF",
    focus="#B26A00",
)

# Dark `hide` on dark `surface` is only 1.49 : 1, so there the outline carries it.
DARK = Roles(
    canvas="#0C1113",
    surface="#151C1F",
    sunken="#1F282C",
    line="#2A353A",
    edge="#7D8D93",
    ink="#E2E8E6",
    ink2="#A6B3B7",
    action="#20768A",
    on_action="#F3FBFC",
    link="#8CCEDB",
    soft="#12323A",
    on_soft="#BCE3EB",
    warn="#EDBB66",
    warn_soft="#32260E",
    danger="#FF9F94",
    danger_soft="#3B1916",
    ok="#8DD2AD",
    ok_soft="#132E20",
    hide="#2F3B40",
    on_hide="#E2E8E6",
    hide_outline="#7D8D93",
    train="#37284F",
    on_train="#DCCBFA",
    focus="#F2C572",
)


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21, WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
