"""What is done at the station's console, by the officer of the step, through its forms."""

from __future__ import annotations

from app.held import Held
from app.timekeeping import local
from sync.station.accounts import Role
from tests.scenarios import wire
from tests.scenarios.console import Answered, Console
from tests.scenarios.outcome import Outcome, Taken
from tests.scenarios.story import Act

_REASONS = ("rank", "own", "reason", "plan_b", "state", "decided", "view", "words", "tm-molest", "dv-cohabit")


def endorsing(act: Act) -> Outcome:
    step = act.step
    return _sent(act, Role.SUPERVISOR, "endorse", {"view": step.text("decision"), "reason": step.reason})


def considering(act: Act) -> Outcome:
    """One of the four considerations, before the decision."""
    item, answer = act.step.item, act.step.text("answer")
    typed = {item: answer, f"{item}-words": act.step.reason}
    if answer == "not obtained":
        typed[f"{item}-why"] = act.step.reason
    return _sent(act, Role.AUTHORISING, "consider", typed)


def authorising(act: Act) -> Outcome:
    """What is considered and asked for stands in the form already; a notice always has its first term."""
    step = act.step
    if step.value.get("confirms"):
        return _sent(act, Role.AUTHORISING, "confirm-spoken", {"reason": step.reason})
    typed = {"mode": step.text("mode"), "reason": step.reason, "terms_words": "As in the referral."}
    if "tm-molest" not in act.story.stage.observer_case(act.story.case_id).answers:
        typed["molest"] = "general"
    spoken_at = step.moment("at")
    if step.text("mode") == "verbal" and spoken_at:
        at = local(spoken_at)
        parts = {"day": f"{at.day}", "month": f"{at.month}", "year": f"{at.year}", "time": f"{at:%H:%M}"}
        typed |= {f"spoken-{part}": value for part, value in parts.items()}
        typed["told_to"] = step.text("by_phone_to")
    return _sent(act, Role.AUTHORISING, "authorise", typed)


def refusing(act: Act) -> Outcome:
    plan_b = "\n".join(act.step.value.get("plan_b") or ())
    return _sent(act, Role.AUTHORISING, "refuse", {"reason": act.step.reason, "plan_b": plan_b})


def _sent(act: Act, role: Role, form: str, typed: dict[str, str]) -> Outcome:
    stage = act.story.stage
    user = stage.account(act.step.by, role)
    console = Console(stage.station.console_url, user)
    before = {entry.id for entry in stage.observer().records.entries(act.story.case_id)}
    answer = console.fill(f"/referral/{act.story.case_id}/{form}", typed)
    if answer.place and "kept=" not in answer.place:
        found = stage.observer().records.entries(act.story.case_id)
        return Taken(tuple(entry for entry in found if entry.id not in before and entry.of_station))
    return Held(tuple(_because(answer)) or ("state",))


def _because(answer: Answered) -> list[str]:
    """By what a person reads on the page."""
    said: str = answer.words
    return [code for code in _REASONS if wire.guidance().words(f"console.problem.{code}") in said]
