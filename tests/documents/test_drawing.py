"""The renderer: nothing is cut, nothing is lost, and nothing tells who it is about from outside."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from app.documents.breaking import broken
from app.documents.drawing import draw
from app.documents.model import (
    Block,
    Boxed,
    Document,
    Facts,
    Frame,
    Numbered,
    Section,
    Signing,
    Table,
    Words,
)
from app.documents.sheet import ACROSS
from app.documents.typeface import BOLD, REGULAR, legible
from tests.documents.papers import guidance, pages, words_of
from tests.guidance.wording import worded
from tests.packaging.tree import ROOT

MADE = datetime.fromisoformat("2027-01-14T23:10:00+00:00")
FRAME = Frame("OFFICIAL-SENSITIVE", (), "TRAIN-1", "Made from 3", "Page {page} of {pages}", "Police document")
LONG = " ".join(f"word{number}" for number in range(3000))


def paper(*blocks: Block, marks: tuple[str, ...] = ()) -> bytes:
    frame = replace(FRAME, marks=marks)
    return draw(Document("A title", frame, MADE, (Section("A section", blocks),)))


@pytest.mark.parametrize(
    "block",
    [
        Words(LONG),
        Words(LONG, "small"),
        Words(LONG, "strong"),
        Facts((("Key", LONG),)),
        Facts(((LONG, "Value"),)),
        Table(("Head", "Other"), (("short", LONG), ("after", "it")), (20, 80)),
        Numbered((("Heading", LONG),)),
        Boxed("Title", (LONG,)),
    ],
    ids=["words", "small", "strong", "value", "key", "cell", "statement", "boxed"],
)
def test_a_long_text_goes_on_over_pages_and_no_word_of_it_is_cut(block: Block) -> None:
    content = paper(block)
    assert len(pages(content)) > 1
    read = set(words_of(content).split())
    assert [word for word in LONG.split() if word not in read] == []


def test_a_text_without_a_single_space_is_broken_and_nothing_of_it_is_lost() -> None:
    content = paper(Facts((("Key", "abcdefghij" * 900),)))
    assert words_of(content).replace(" ", "").count("abcdefghij") >= 890
    assert sum(page.count("a") for page in pages(content)) >= 900


RIGHT = 595.3 - 18 * 72 / 25.4
"""Where the text ends, in points."""


@cache
def font(bold: bool) -> tuple[dict[int, str], Any, int]:
    """Read here once more, not as the renderer reads it."""
    read: Any = TTFont(BOLD if bold else REGULAR)
    return read["cmap"].getBestCmap(), read["hmtx"], read["head"].unitsPerEm


def advance(text: str, bold: bool) -> float:
    """How wide it is in sizes of its letters."""
    names, widths, whole = font(bold)
    return sum(float(widths[names[ord(letter)]][0]) for letter in text) / whole


def outside(content: bytes) -> list[str]:
    """What begins or ends where no paper or only its margin is."""
    found: list[str] = []

    def look(text: str, _: object, at: list[float], drawn: dict[str, str] | None, size: float) -> None:
        line = text.strip()
        if line and drawn and size < ACROSS:
            ends = at[4] + advance(line, "Bold" in drawn["/BaseFont"]) * size
            if at[4] < 50 or ends > RIGHT + 1 or not 14 < at[5] < 842:
                found.append(f"{line[:40]} from {at[4]:.0f} to {ends:.0f} at {at[5]:.0f}")

    for page in PdfReader(BytesIO(content)).pages:
        page.extract_text(visitor_text=look)
    return found


def test_nothing_is_drawn_outside_the_text_of_a_page() -> None:
    wide = Table(
        ("Head",) * 5, (("Wider than its column", "x" * 90, "W" * 60, "short", "i" * 200),), (1, 2, 3, 1, 1)
    )
    assert (
        outside(
            paper(Words("W" * 300), Words(LONG), wide, Boxed("W" * 99, ("W" * 300,)), Signing(("Name",) * 9))
        )
        == []
    )


@given(st.text(alphabet="ab \n", max_size=60), st.integers(1, 9))
def test_a_broken_text_holds_every_letter_in_order_and_no_line_is_too_wide(text: str, room: int) -> None:
    widths = {"a": 1.0, "b": 1.0, " ": 1.0}
    lines = broken(text, widths, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert [line for line in lines if len(line.rstrip(" ")) > room] == []


def test_the_head_of_a_table_stands_on_every_page_that_it_goes_over() -> None:
    rows = tuple((str(number), "text") for number in range(200))
    told = pages(paper(Table(("Numbers", "Texts"), rows, (1, 1))))
    assert len(told) > 2
    assert all("Numbers" in page for page in told)


def test_lines_to_sign_stay_together_on_one_page() -> None:
    names = ("Constable", "Signature", "Moment")
    told = pages(paper(Words(" ".join(["word"] * 860)), Signing(names)))
    assert [all(name in page for name in names) for page in told].count(True) == 1


@pytest.mark.parametrize("text", ["Ŵyn ŷ Ŷ ŵ â ê î ô û ï", "Łukasz Żółć José Müller", "w\u0302 y\u0302"])
def test_welsh_letters_and_accents_are_drawn_by_the_bundled_typeface(text: str) -> None:
    assert "[U+" not in legible(text)
    assert legible(text) in words_of(paper(Words(text)))


@pytest.mark.parametrize(("text", "code"), [("Мир", "[U+041C]"), ("😀", "[U+1F600]"), ("a\x02b", "[U+0002]")])
def test_a_letter_that_the_typeface_lacks_stands_as_its_code(
    text: str, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert code in words_of(paper(Words(text)))
    assert caplog.records == []


def test_every_word_of_the_wording_can_be_drawn() -> None:
    assert {
        key: words for key, words in worded().items() if key.startswith("doc.") and "[U+" in legible(words)
    } == {}
    assert guidance().has("doc.marking")


def test_marking_and_number_stand_on_every_page() -> None:
    told = pages(paper(Words(LONG)))
    for number, page in enumerate(told, 1):
        assert page.count("OFFICIAL-SENSITIVE") == 2
        assert f"Page {number} of {len(told)}" in page


def test_what_somebody_wrote_cannot_pass_for_the_number_of_pages() -> None:
    text = "{pages} {page} {nb} \x02\x03 **bold** __line__"
    assert "{pages} {page} {nb} [U+0002][U+0003] **bold** __line__" in words_of(paper(Words(text)))


def test_marks_stand_at_the_head_of_every_page_and_across_it() -> None:
    told = pages(paper(Words(LONG), marks=("DRAFT", "TRAINING")))
    assert len(told) > 1
    assert [(page.count("DRAFT"), page.count("TRAINING")) for page in told] == [(2, 2)] * len(told)


def test_the_file_says_nothing_of_who_it_is_about() -> None:
    reader = PdfReader(BytesIO(paper(Words("Kit Farrow"))))
    about = reader.metadata
    assert about is not None
    assert {key: str(value) for key, value in about.items()} == {
        "/Title": "Police document",
        "/Producer": "Doorstep",
        "/CreationDate": "D:20270114231000Z",
    }
    assert reader.xmp_metadata is None
    assert reader.attachments == {}


def test_a_reader_is_told_the_language_the_title_and_the_outline() -> None:
    reader = PdfReader(BytesIO(paper(Words("x"))))
    root = reader.root_object
    assert str(root["/Lang"]) == "en-GB"
    assert "/DisplayDocTitle" in str(root["/ViewerPreferences"])
    assert [str(each["/Title"]) for each in reader.outline if isinstance(each, dict)] == ["A section"]


def test_the_typeface_is_embedded_and_cut_down_to_what_is_used() -> None:
    page = PdfReader(BytesIO(paper(Words("x")))).pages[0]
    fonts = [each.get_object() for each in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    below = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert below
    assert all("/FontFile2" in each for each in below)
    assert all(len(each["/FontFile2"].get_object().get_data()) < 30_000 for each in below)


def test_the_writer_of_pdf_is_not_loaded_before_a_document_is_made() -> None:
    """It takes a while to load, and the screens are loaded when a phone is unlocked."""
    code = "import sys, views.screens.make_document; print('fpdf' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "False", done.stderr[-1000:]
