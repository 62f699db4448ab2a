"""What calls for a fresh look at risk, and by when the victim must hear."""

from __future__ import annotations

from typing import Any

from app.clocks.updates import code_update_by, support_referral_by
from app.regimes import regime_of
from app.triggers import review_by
from tests.scenarios.scene import Scene

_DECIDED = {"tr-notice-issued": "authorise", "tr-notice-refused": "refuse", "me-review-risk": "refuse"}
"""Reviews that a decision at the station calls for."""


def _review_due(scene: Scene) -> Any:
    """The newest review that goes by the trigger which the expectation names, and its last day."""
    item = scene.wanted("review_due")["trigger"]
    held = scene.waiting_for(_DECIDED[item]) if item in _DECIDED else None
    if held:
        return held
    by = review_by(scene.case, item, scene.now, scene.calendar)
    return {"trigger": item, "by": by} if by else None


READERS: dict[str, Any] = {
    "review_due": _review_due,
    "code_update_by": lambda scene: code_update_by(scene.case, scene.calendar),
    "support_referral_by": lambda scene: support_referral_by(scene.case, scene.calendar),
    "dapn_issue_enabled": lambda scene: regime_of("DAPN").issue,
}
