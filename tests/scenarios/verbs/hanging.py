"""Steps that hang on a decision which could not be made at the console."""

from __future__ import annotations

from tests.scenarios.outcome import Missing
from tests.scenarios.script import Step
from tests.scenarios.story import Story

_DECISIONS = ("record_referral", "endorse", "authorise", "refuse")
_NEED_A_NOTICE = ("serve_notice", "list_hearing", "adjourn", "record_order")


def hangs_on(story: Story, step: Step) -> Missing | None:
    """What could not be played and would have changed what the app answers now."""
    if not story.cases:
        return None
    return _revoked(story, step) or _decided(story, step)


def _decided(story: Story, step: Step) -> Missing | None:
    """After a refusal the phone would serve what nobody issued; after any decision it would refer again."""
    decided = [each for each in story.played if each.case == story.case_id and each.step.do in _DECISIONS]
    if not decided or not isinstance(decided[-1].outcome, Missing):
        return None
    last = decided[-1].step.do
    refused = last == "refuse" and step.do in _NEED_A_NOTICE
    again = last in ("refuse", "authorise") and step.do == "record_referral"
    return decided[-1].outcome if refused or again else None


def _revoked(story: Story, step: Step) -> Missing | None:
    """A device that should have been revoked would still work."""
    for each in story.played:
        if each.step.do == "revoke_device" and each.step.text("device") == step.device:
            return each.outcome if isinstance(each.outcome, Missing) else None
    return None
