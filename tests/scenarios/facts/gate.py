"""The tests of the notice as the officer answered them."""

from __future__ import annotations

from typing import Any

from app.facts.gate import disabled_items, dvpn_gate, premises_terms_enabled, routes_offered, suspect_age_on
from tests.scenarios.scene import Scene


def _gate(scene: Scene) -> dict[str, str | None]:
    """The answer that stands for each item that the expectation names."""
    answers = scene.case.answers
    return {item: answers[item].answer if item in answers else None for item in scene.wanted("gate")}


def _premises_terms(scene: Scene) -> str:
    return "enabled" if premises_terms_enabled(scene.case) else "disabled"


READERS: dict[str, Any] = {
    "dvpn_eligible": lambda scene: dvpn_gate(scene.case).eligible,
    "gate": _gate,
    "age_on_date": lambda scene: suspect_age_on(scene.case, scene.today),
    "routes_offered": lambda scene: routes_offered(scene.case),
    "premises_terms": _premises_terms,
    "disabled_items": lambda scene: disabled_items(scene.case),
}
