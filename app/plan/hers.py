"""What of the plan may stand on a paper that the victim takes along.

Danger: whoever finds that paper can be the suspect. Nothing on it says where the victim is or goes, that
leaving is meant, what is done against the suspect, or which word calls for help.
"""

from __future__ import annotations

from app.case.model import Case
from app.guidance import Guidance
from app.plan.reading import Measure, Plan, safety_plan

NEVER = frozenset({
    "sp-refuge", "sp-emergency-accom", "sp-undisclosed-address", "sp-address-warn", "sp-address-flag",
    "sp-out-of-force-transfer", "sp-sanctuary-suitable", "sp-proximity-tag", "sp-tag-alert", "sp-codeword",
    "sp-firearms", "sp-weapons", "sp-marac", "sp-multi-agency", "sp-police-watch", "sp-satnav-history",
    "sp-support-calls-log", "sp-cocoon", "sp-safe-room", "sp-trusted-contact", "sp-routine-route",
    "sp-child-plan", "sp-employer", "sp-school-childcare",
})  # fmt: skip


def for_her(guidance: Guidance, case: Case) -> Plan:
    """The plan without what may not be found."""
    plan = safety_plan(guidance, case)
    return Plan(tuple(each for each in plan.measures if _may(each)), (), 0)


def _may(measure: Measure) -> bool:
    """Nothing that stands on a missing yes is promised on paper."""
    return measure.item not in NEVER and (measure.gate is None or measure.gate.may)
