"""A document made on a phone in a browser, with the station out of reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.documents.papers import words_of
from tests.journeys.hand import Hand, browser
from tests.journeys.stage import PIN, Stage

pytestmark = [pytest.mark.journey, pytest.mark.slow]

REF = "TRN 2044/26"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "stack")
    made.station.start()
    yield made
    made.end()


def test_referral_pack_is_downloaded_with_no_signal_and_leaves_nothing_readable_behind(
    stage: Stage, chromium: Browser
) -> None:
    phone = stage.handset("handset-1")
    stage.enrol("handset-1", stage.near()[0])
    stage.station.stop()
    phone.start()
    hand = Hand.on(chromium, phone.url)
    hand.unlock(PIN)
    hand.tap("Open an incident")
    hand.write(re.compile("^Reference"), REF)
    hand.tap("Open the incident")
    hand.sees("Still to be added")
    hand.tap("Documents")
    hand.tap(re.compile("^Referral pack"))
    hand.write(re.compile("^Who gets it"), "0087")
    with hand.page.expect_download() as waiting:
        hand.tap("Make the document")
    gone = waiting.value
    content = Path(gone.path()).read_bytes()
    assert re.fullmatch(r"document-\d{8}-\d{4}\.pdf", gone.suggested_filename)
    told = words_of(content)
    assert REF in told
    assert "Page 1 of" in told
    assert "TRAINING" in told
    hand.sees(re.compile("Last made"))
    assert [
        path.name for path in phone.folder.rglob("*") if path.is_file() and b"%PDF" in path.read_bytes()
    ] == []
    assert [url for url in hand.asked_outside if not url.endswith("/rive_native.js")] == []
