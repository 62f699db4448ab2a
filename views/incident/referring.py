"""How the referral stands, in words: queued on this phone, at the station, or what came of it."""

from __future__ import annotations

from app.case.model import Case
from app.clocks.deadlines import referral_state
from app.clocks.words import moment_words
from app.ports import RecordState, SendState
from app.timekeeping import LONDON
from views.incident.decisions import decision_line
from views.saying import words
from views.services import desk, now, services

MORE = "more_information_wanted"
_DECISIONS = ("endorsed", "authorised", "refused")
DUTY = "duty"
"""To whichever supervisor is on duty."""


def sent(case: Case) -> RecordState | None:
    """Where the newest referral of this officer is; None where another officer sent it or nobody did."""
    return next((each for each in desk().records.send_states() if each.entry.id == case.referral.entry), None)


def sending_line(case: Case) -> str:
    """'Queued. It goes when there is signal', 'At station 14:35', or that it needs a hand."""
    record = sent(case)
    if record is None:
        return ""
    if record.state is SendState.AT_STATION and record.at:
        return words("ui.send.at-station", time=f"{record.at.astimezone(LONDON):%H:%M}")
    if record.state is SendState.NEEDS_YOU:
        return words("ui.send.needs-you")
    return words("ui.check.sending" if record.state is SendState.SENDING else "ui.check.queued")


def to_words(to: str) -> str:
    """'the duty supervisor', or 'officer 4402'."""
    return words("ui.check.to.duty.inline") if to == DUTY else words("ui.check.to.officer", number=to)


def referral_line(case: Case) -> str:
    """For the row of the incident: the state and where the record of it is."""
    state = referral_state(case, now(), services().calendar)
    told = words(f"court.state.{state.lower()}") if state != "draft" else words("ui.check.not-sent")
    more = words("ui.check.more-wanted") if MORE in case.referral.marks else ""
    since = ""
    if case.referral.sent_at and state == "referred":
        since = words(
            "ui.check.sent", time=moment_words(case.referral.sent_at, now()), to=to_words(case.referral.to)
        )
    where = sending_line(case) if state == "referred" else ""
    decided = decision_line(case)
    told = "" if decided and state in _DECISIONS else since or f"{told}."
    return " ".join(each for each in (told, decided, where and f"{where}.", more) if each)
