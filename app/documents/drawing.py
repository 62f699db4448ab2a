"""The one renderer: a document in, the bytes of a PDF out. A4, legible in black and white.

The same document gives the same bytes: the date is the document's own, and nothing else in the file
comes from a clock, a chance or a path.
"""

from __future__ import annotations

from datetime import UTC
from itertools import zip_longest

from fpdf import ViewerPreferences

from app.documents.breaking import broken
from app.documents.model import (
    Block,
    Boxed,
    Document,
    Facts,
    Numbered,
    Row,
    Section,
    Signing,
    Table,
    Words,
    with_texts,
)
from app.documents.sheet import BODY, FAMILY, HAIR, HEADING, SMALL, TITLE, Sheet
from app.documents.typeface import BOLD, REGULAR, legible, widths

_STEP = 1.22
"""Height of a line in sizes of its letters."""
_INSET = 2.5
_FACTS = (32, 68)
_POINT = 25.4 / 72
_SLACK = 0.3
"""The writer of the file rounds the width of each letter."""
_TOGETHER = 8
"""Lines that stay on one page with one another. What is longer may be parted."""


def draw(document: Document) -> bytes:
    """The document as a PDF. Nothing is cut: what is too long for a line or a page goes on."""
    told = with_texts(document, legible)
    sheet = Sheet(told.frame)
    sheet.set_creation_date(document.made_at.astimezone(UTC))
    sheet.set_title(told.frame.name)
    sheet.set_producer("Doorstep")
    sheet.set_lang(told.frame.language)
    sheet.viewer_preferences = ViewerPreferences(display_doc_title=True)
    sheet.add_page()
    _Pen(sheet).document(told)
    return bytes(sheet.output())


class _Pen:
    """Writes down the sheet, from block to block."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def document(self, document: Document) -> None:
        self._sheet.set_font(FAMILY, "B", TITLE)
        for line in self._lines(document.title, self._sheet.epw):
            self._line(line)
        self._gap(2)
        for section in document.sections:
            self._section(section)

    def _section(self, section: Section) -> None:
        sheet = self._sheet
        if section.alone:
            sheet.add_page()
        sheet.set_font(FAMILY, "B", HEADING)
        self._room(6 * HEADING * _POINT)
        self._gap(3)
        sheet.start_section(section.title)
        for line in self._lines(section.title, sheet.epw):
            self._line(line)
        sheet.rule(sheet.get_y() + 0.6, HAIR)
        self._gap(2.4)
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        if isinstance(block, Words):
            self._words(block)
        elif isinstance(block, Facts):
            self._rows(block.rows, _FACTS, bold=(0,))
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Numbered):
            self._numbered(block)
        elif isinstance(block, Boxed):
            self._boxed(block)
        else:
            self._signing(block)
        self._gap(2)

    def _words(self, words: Words) -> None:
        small, strong = words.weight == "small", words.weight == "strong"
        self._sheet.set_font(FAMILY, "B" if strong else "", SMALL if small else BODY)
        lines = self._lines(words.text, self._sheet.epw)
        together = len(lines) + 3 * strong
        if together <= _TOGETHER:
            self._room(together * self._step)
        for line in lines:
            self._line(line)

    def _numbered(self, numbered: Numbered) -> None:
        for number, (heading, text) in enumerate(numbered.statements, 1):
            self._sheet.set_font(FAMILY, "B", BODY)
            self._room(3 * self._step)
            for line in self._lines(f"{number}. {heading}", self._sheet.epw):
                self._line(line)
            self._words(Words(text))
            self._gap(1.6)

    def _boxed(self, boxed: Boxed) -> None:
        """A bar at the left of it that goes on over pages."""
        sheet = self._sheet
        told = [(boxed.title, "B"), *((line, "") for line in boxed.lines)]
        for text, style in told:
            sheet.set_font(FAMILY, style, BODY)
            for line in self._lines(text, sheet.epw - 2 * _INSET):
                self._room(self._step)
                sheet.bar(sheet.get_y(), self._step)
                sheet.set_x(sheet.l_margin + 2 * _INSET)
                self._line(line, at=sheet.l_margin + 2 * _INSET)

    def _signing(self, signing: Signing) -> None:
        sheet = self._sheet
        sheet.set_font(FAMILY, "", BODY)
        self._room(10 * len(signing.labels))
        for label in signing.labels:
            sheet.set_y(sheet.get_y() + 4.5)
            self._line(label)
            sheet.rule(sheet.get_y(), HAIR, left=sheet.epw * _FACTS[0] / 100)

    def _table(self, table: Table) -> None:
        self._rows(table.rows, table.shares, head=table.head)

    # Rows, line by line, so that the tallest goes over as many pages as it needs

    def _rows(
        self, rows: tuple[Row, ...], shares: tuple[int, ...], bold: tuple[int, ...] = (), head: Row = ()
    ) -> None:
        widths = [self._sheet.epw * share / sum(shares) for share in shares]
        if head:
            self._room(4 * self._step)
            self._head(head, widths)
        for row in rows:
            columns = [self._column(cell, widths[at], at in bold) for at, cell in enumerate(row)]
            tallest = max(map(len, columns))
            if tallest <= _TOGETHER:
                self._next_page_if(self._full(self._step * tallest), head, widths)
                self._cells(columns, widths, bold)
            else:
                self._over_pages(columns, widths, bold, head)
            self._sheet.rule(self._sheet.get_y() + 0.5, HAIR / 2)
            self._gap(1.1)

    def _over_pages(
        self, columns: list[list[str]], widths: list[float], bold: tuple[int, ...], head: Row
    ) -> None:
        for number, cells in enumerate(zip_longest(*columns, fillvalue="")):
            self._next_page_if(self._full(self._step * (2 if number == 0 else 1)), head, widths)
            self._cells([[cell] for cell in cells], widths, bold)

    def _next_page_if(self, full: bool, head: Row, widths: list[float]) -> None:
        if full:
            self._sheet.add_page()
            if head:
                self._head(head, widths)

    def _column(self, cell: str, width: float, strong: bool) -> list[str]:
        self._sheet.set_font(FAMILY, "B" if strong else "", BODY)
        return self._lines(cell, width - _INSET)

    def _head(self, head: Row, widths: list[float]) -> None:
        columns = [self._column(cell, widths[at], True) for at, cell in enumerate(head)]
        self._cells(columns, widths, tuple(range(len(head))))
        self._sheet.rule(self._sheet.get_y() + 0.5, HAIR * 2)
        self._gap(1.3)

    def _cells(self, columns: list[list[str]], widths: list[float], bold: tuple[int, ...]) -> None:
        """Cell after cell, so that a reader that reads aloud reads one to its end."""
        sheet, at, top = self._sheet, self._sheet.l_margin, self._sheet.get_y()
        for number, lines in enumerate(columns):
            sheet.set_font(FAMILY, "B" if number in bold else "", BODY)
            for down, line in enumerate(lines):
                sheet.set_xy(at, top + down * self._step)
                sheet.cell(widths[number], self._step, line)
            at += widths[number]
        sheet.set_xy(sheet.l_margin, top + max(map(len, columns)) * self._step)

    # One line, and where the page ends

    @property
    def _step(self) -> float:
        return self._sheet.font_size_pt * _POINT * _STEP

    def _lines(self, text: str, width: float) -> list[str]:
        """The text in lines of this width, in the letters that are set."""
        typeface = BOLD if "B" in self._sheet.font_style else REGULAR
        return broken(text, widths(typeface), (width - _SLACK) / (self._sheet.font_size_pt * _POINT))

    def _line(self, line: str, at: float | None = None) -> None:
        sheet = self._sheet
        self._room(self._step)
        sheet.set_x(sheet.l_margin if at is None else at)
        sheet.cell(0, self._step, line)
        sheet.set_xy(sheet.l_margin, sheet.get_y() + self._step)

    def _gap(self, height: float) -> None:
        self._sheet.set_y(self._sheet.get_y() + height)

    def _full(self, height: float) -> bool:
        return self._sheet.get_y() + height > self._sheet.h - self._sheet.b_margin

    def _room(self, height: float) -> None:
        """A new page where less than this is left."""
        if self._full(height):
            style, size = self._sheet.font_style, self._sheet.font_size_pt
            self._sheet.add_page()
            self._sheet.set_font(FAMILY, style, size)
