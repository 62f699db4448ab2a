"""What she agreed to, and what follows from it."""

from __future__ import annotations

from typing import Any

from app.consent import awareness, cocoon, consent_required
from app.consents.company import third_present
from app.consents.permission import permission
from app.consents.purposes import purposes_of
from tests.scenarios.scene import Scene


def _cocoon(scene: Scene) -> str:
    return "allowed" if cocoon(scene.case).allowed else "blocked"


def _awareness(scene: Scene) -> str:
    return "available" if awareness(scene.case).available else "blocked"


def _consent(scene: Scene) -> dict[str, Any]:
    """Of the topic that the expectation names, what it asks for."""
    wanted = scene.wanted("consent")
    topic = scene.case.consents.get(wanted["id"])
    known = {
        "id": wanted["id"],
        "state": topic.state if topic else "not asked",
        "supports": topic.details.get("supports") if topic else None,
        "required": consent_required(wanted["id"]),
        "versions": len(topic.versions) if topic else 0,
        "third_present": third_present(topic.details) if topic else False,
        "interpreter": str(topic.details.get("interpreter", "")) if topic else "",
        "permitted": [each.id for each in purposes_of(wanted["id"]) if permission(scene.case, each).may],
    }
    return {key: known[key] for key in wanted}


READERS: dict[str, Any] = {
    "cocoon": _cocoon,
    "scope": lambda scene: cocoon(scene.case).scope,
    "awareness": _awareness,
    "consent": _consent,
}
