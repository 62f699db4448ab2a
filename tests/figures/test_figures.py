"""The figures are measured, and one that does not hold is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.figures.__main__ import main
from tests.figures.claims import CLAIMS, Figure

QUICK = ("Legal clocks", "Holidays", "Cuts", "At rest", "Legibility", "Guidance")


@pytest.mark.parametrize("name", QUICK)
def test_claim_holds(name: str, tmp_path: Path) -> None:
    found = CLAIMS[name](tmp_path)
    assert found.held, found.told


def test_claim_that_does_not_hold_is_said_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    claims = {"Right": lambda _: Figure("1 of 1", True), "Wrong": lambda _: Figure("0 of 1", False)}
    assert main(claims) == 1
    assert "DOES NOT HOLD Wrong: 0 of 1" in capsys.readouterr().out
    assert main({"Right": claims["Right"]}) == 0
