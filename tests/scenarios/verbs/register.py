"""The closed list of verbs, and the function that plays each."""

from __future__ import annotations

from collections.abc import Callable

from tests.scenarios.outcome import Outcome
from tests.scenarios.script import Step
from tests.scenarios.story import Act
from tests.scenarios.verbs import (
    answering,
    console,
    deciding,
    incident,
    notice,
    owning,
    phone,
    talking,
    visiting,
)

Verb = Callable[[Act], Outcome]

_STATION = ("endorse", "authorise", "refuse", "revoke_device")


def at_station(step: Step) -> bool:
    """Convention 1: done at the station's console, whatever device the step names."""
    return step.do in _STATION or (step.do == "answer" and step.item.startswith("ao-"))


VERBS: dict[str, Verb] = {
    "open_incident": incident.opening,
    "answer": answering.answering,
    "record_consent": talking.consenting,
    "withdraw_consent": talking.withdrawing,
    "amend": answering.amending,
    "record_referral": notice.referring,
    "endorse": deciding.endorsing,
    "authorise": deciding.authorising,
    "refuse": deciding.refusing,
    "serve_notice": notice.serving,
    "list_hearing": notice.listing,
    "adjourn": notice.adjourning,
    "record_order": notice.ordering,
    "plan_visits": visiting.planning,
    "extend_visits": visiting.extending,
    "start_visit": visiting.starting,
    "record_visit": visiting.recording,
    "no_answer": visiting.trying,
    "report_breach": notice.breaching,
    "record_court_result": notice.resulting,
    "review_risk": owning.grading,
    "move_address": incident.moving,
    "handover": owning.offering,
    "accept_handover": owning.accepting,
    "export": phone.exporting,
    "sync": phone.waiting,
    "lock": phone.locking,
    "unlock": phone.unlocking,
    "lose_phone": phone.losing,
    "revoke_device": console.revoking,
    "pass_time": phone.waiting,
}
