"""The paper: what stands at the head and the foot of every page, and across it."""

from __future__ import annotations

from fpdf import FPDF

from app.documents.model import Frame
from app.documents.typeface import BOLD, REGULAR

FAMILY = "AHN"
TITLE, HEADING, BODY, SMALL, ACROSS = 17.0, 12.0, 10.0, 7.5, 74.0
HAIR = 0.25
SIDE, TOP, FOOT = 18.0, 24.0, 22.0
INK, LINE, FAINT = 0, 120, 228
_ALL = "\x02\x02\x02\x03"
"""Stands for the number of pages until it is known. No text can hold it: typeface.legible takes it out."""


class Sheet(FPDF):
    def __init__(self, frame: Frame) -> None:
        super().__init__(orientation="portrait", unit="mm", format="A4")
        self._frame = frame
        self.add_font(FAMILY, "", REGULAR)
        self.add_font(FAMILY, "B", BOLD)
        self.alias_nb_pages(_ALL)
        self.set_margins(SIDE, TOP, SIDE)
        self.set_auto_page_break(False, FOOT)
        self.c_margin = 0

    def header(self) -> None:
        """The marking, the marks, and the marks once more across the page, behind what is written."""
        self._across()
        self.set_text_color(INK)
        self.set_font(FAMILY, "B", BODY)
        self.set_xy(SIDE, 8)
        self.cell(self.epw, 5, self._frame.marking, align="C")
        if self._frame.marks:
            self.set_xy(SIDE, 13)
            self.cell(self.epw, 5, "  ·  ".join(self._frame.marks), align="C")
        self.rule(20, HAIR)
        self.set_xy(SIDE, TOP)

    def footer(self) -> None:
        self.set_text_color(INK)
        self.rule(self.h - 18, HAIR)
        page = self._frame.page.replace("{page}", str(self.page_no())).replace("{pages}", _ALL)
        self.set_font(FAMILY, "", SMALL)
        self.set_xy(SIDE, self.h - 17)
        self.cell(self.epw, 4, page)
        self.set_xy(SIDE, self.h - 17)
        self.cell(self.epw, 4, self._frame.reference, align="R")
        self.set_xy(SIDE, self.h - 13.2)
        self.cell(self.epw, 4, self._frame.version)
        self.set_font(FAMILY, "B", BODY)
        self.set_xy(SIDE, self.h - 9.5)
        self.cell(self.epw, 5, self._frame.marking, align="C")

    def _across(self) -> None:
        self.set_text_color(FAINT)
        self.set_font(FAMILY, "B", ACROSS)
        apart = self.h / (len(self._frame.marks) + 1)
        for number, mark in enumerate(self._frame.marks, 1):
            middle = apart * number
            with self.rotation(38, self.w / 2, middle):
                self.text((self.w - self.get_string_width(mark)) / 2, middle + 9, mark)

    def rule(self, y: float, width: float, left: float = 0) -> None:
        """A line across the text at `y`, from `left` millimetres inside it."""
        self.set_line_width(width)
        self.set_draw_color(LINE)
        self.line(self.l_margin + left, y, self.l_margin + self.epw, y)

    def bar(self, y: float, height: float) -> None:
        """A piece of a thick bar at the left of the text."""
        self.set_fill_color(INK)
        self.rect(self.l_margin, y, 1.1, height, style="F")
