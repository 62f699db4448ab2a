"""Each place of the app has an example for its picture."""

from __future__ import annotations

import pytest

from tests.journeys.scene import Seeded
from tests.journeys.screenshots import example, picture_name
from views.routes import PATHS, is_place

KNOWN = dict.fromkeys(
    ("case", "person", "child", "task", "item", "visit", "entry", "clock", "about", "order", "brief", "ask"),
    "x",
)


@pytest.mark.parametrize("path", PATHS)
def test_place_has_an_example(path: str) -> None:
    assert is_place(example(path, Seeded(KNOWN, KNOWN, KNOWN)))


def test_no_two_places_share_a_picture() -> None:
    assert len({picture_name(path) for path in PATHS}) == len(PATHS)
