"""How the step ended, where the notice stands, and which record is at work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.case.model import Case
from app.clocks.deadlines import lapse_risk, referral_state
from app.consent import cocoon
from app.facts.gate import dvpn_gate
from app.facts.notice import authority_times, may_say_protected, must_escalate, plan_b
from app.held import Held
from app.referral import ENDED, UNDER_WAY
from tests.scenarios.facts.visits import contact
from tests.scenarios.outcome import Broken, Missing
from tests.scenarios.scene import Scene

_MOVES = (
    "record_referral", "endorse", "authorise", "refuse", "serve_notice", "list_hearing", "adjourn",
    "record_order", "record_court_result",
)  # fmt: skip


def _state(scene: Scene) -> Any:
    return _state_of(scene, scene.case_id)


def _first_state(scene: Scene) -> Any:
    return _state_of(scene, scene.story.cases[0]) if scene.story.cases else None


def _new_record(scene: Scene) -> bool:
    """The record at work is there, and so is another that was there before it."""
    first = scene.story.cases[0] if scene.story.cases else scene.case_id
    known = {case.id for case in scene.records.cases()}
    return first != scene.case_id and {first, scene.case_id} <= known


def _state_of(scene: Scene, case_id: str) -> Any:
    """Unknown while the newest step that would have moved it could not be played."""
    moved = [
        each.outcome
        for each in scene.story.played
        if each.case == case_id and each.step.do in _MOVES and not isinstance(each.outcome, Held)
    ]
    if moved and isinstance(moved[-1], Missing):
        return moved[-1]
    case = scene.records.case(case_id) or Case(case_id)
    return referral_state(case, scene.now, scene.calendar)


def _accepted(scene: Scene) -> Any:
    if scene.last is None:
        return None
    outcome = scene.last.outcome
    return outcome if isinstance(outcome, Missing | Broken) else not isinstance(outcome, Held)


def _held_because(scene: Scene) -> Any:
    outcome = scene.last.outcome if scene.last else None
    if isinstance(outcome, Missing | Broken):
        return outcome
    return outcome.because if isinstance(outcome, Held) else ()


def _visit_because(scene: Scene) -> tuple[str, ...]:
    note = contact(scene)
    return note.because if note else ("wv-seen",)


_BECAUSE: dict[str, Callable[[Scene], Any]] = {
    "accepted": _held_because,
    "dvpn_eligible": lambda scene: dvpn_gate(scene.case).because,
    "visit_complete": _visit_because,
    "cocoon": lambda scene: cocoon(scene.case).because,
}


def _because(scene: Scene) -> Any:
    return _BECAUSE[scene.beside(*_BECAUSE) or "accepted"](scene)


def _blocked(scene: Scene) -> bool:
    """A referral that was just sent or held; otherwise whether the case would still let one go."""
    if scene.last and scene.last.step.do == "record_referral":
        return isinstance(scene.last.outcome, Held)
    return scene.case.referral.state in (*UNDER_WAY, *ENDED)


def _authority(scene: Scene) -> Any:
    return authority_times(scene.case)


def _plan_b(scene: Scene) -> Any:
    return bool(plan_b(scene.case))


def _closed_by_itself(scene: Scene) -> bool:
    closed = any(entry.kind == "case_closed" for entry in scene.case.entries)
    return scene.case.referral.state == "closed" and not closed


READERS: dict[str, Any] = {
    "state": _state,
    "first_record_state": _first_state,
    "accepted": _accepted,
    "because": _because,
    "referral_blocked": _blocked,
    "authority_times": _authority,
    "plan_b_recorded": _plan_b,
    "lapse_risk": lambda scene: lapse_risk(scene.case, scene.now, scene.calendar),
    "escalated": lambda scene: must_escalate(scene.case, scene.now, scene.calendar),
    "auto_closed": _closed_by_itself,
    "tell_victim_still_protected": lambda scene: may_say_protected(scene.case, scene.now, scene.calendar),
    "new_record": _new_record,
    "linked_to": lambda scene: scene.case.linked_to or None,
}
