"""Where lines end: at spaces, and inside what is longer than a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def broken(text: str, widths: Mapping[str, float], room: float) -> list[str]:
    """The text in lines no wider than `room`, in the unit of `widths` (of each of its characters). Nothing
    is lost but the space at which a line ends; a line end of the text is one here."""
    return [line for paragraph in text.split("\n") for line in _paragraph(paragraph, widths, room)]


def _paragraph(paragraph: str, widths: Mapping[str, float], room: float) -> Iterator[str]:
    line, filled = "", 0.0
    for number, word in enumerate(paragraph.split(" ")):
        wide = sum(map(widths.__getitem__, word))
        if number and filled + widths[" "] + wide <= room:
            line, filled = f"{line} {word}", filled + widths[" "] + wide
            continue
        if number:
            yield line
        *full, line = _pieces(word, widths, room) if wide > room else [word]
        yield from full
        filled = sum(map(widths.__getitem__, line))
    yield line


def _pieces(word: str, widths: Mapping[str, float], room: float) -> list[str]:
    """A word that is longer than a line, letter by letter."""
    pieces, filled = [""], 0.0
    for letter in word:
        if pieces[-1] and filled + widths[letter] > room:
            pieces.append("")
            filled = 0.0
        pieces[-1] += letter
        filled += widths[letter]
    return pieces
