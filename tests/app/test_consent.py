"""What she agreed to, what she did not, and what that permits."""

from __future__ import annotations

from typing import Any

import pytest

from app.consent import (
    STATES,
    Said,
    Withdrawn,
    awareness,
    cocoon,
    consent_required,
    record_consent,
    withdraw_consent,
)
from tests.app.shift import Shift, at

CHECKED = {"neighbours_involved": False, "raises_risk": False}


def asked(state: str = "given", scope: object = ("18 Mock Parade",), **exclusions: object) -> Shift:
    shift = Shift()
    details: dict[str, Any] = {"words": "Yes.", "scope": scope, "exclusions": {**CHECKED, **exclusions}}
    record_consent(shift.officer(), shift.case, Said("cn-cocoon", state, details))
    return shift


def test_cocoon_watch_is_allowed_with_consent_houses_and_both_exclusions_checked() -> None:
    found = cocoon(asked().case)
    assert (found.allowed, found.because, found.scope) == (True, (), ("18 Mock Parade",))


@pytest.mark.parametrize(
    ("shift", "because"),
    [
        (Shift(), ("not_asked",)),
        (asked("declined"), ("declined",)),
        (asked("later"), ("not_asked",)),
        (asked("not safe to ask"), ("not_asked",)),
        (asked(scope=()), ("scope",)),
        (asked(neighbours_involved=True), ("neighbours_involved",)),
        (asked(raises_risk=True), ("raises_risk",)),
        (asked(neighbours_involved=True, raises_risk=True), ("neighbours_involved", "raises_risk")),
        (asked(raises_risk=None), ("exclusion_not_checked",)),
        (asked(raises_risk="no"), ("exclusion_not_checked",)),
        (asked(neighbours_involved=True, raises_risk=None), ("neighbours_involved", "exclusion_not_checked")),
    ],
)
def test_cocoon_watch_is_blocked_with_its_reason(shift: Shift, because: tuple[str, ...]) -> None:
    found = cocoon(shift.case)
    assert (found.allowed, found.because, found.scope) == (False, because, ())


def test_exclusions_answered_as_fields_of_the_topic_count_as_well() -> None:
    shift = Shift()
    details = {"words": "Yes.", "scope": "18 Mock Parade", "neighbours_involved": False, "raises_risk": True}
    record_consent(shift.officer(), shift.case, Said("cn-cocoon", "given", details))
    assert cocoon(shift.case).because == ("raises_risk",)


def test_withdrawal_blocks_at_once_and_keeps_what_was_said() -> None:
    shift = asked()
    shift.clock.advance(days=2)
    withdraw_consent(shift.officer(), shift.case, Withdrawn("cn-cocoon", "Please stop."))
    topic = shift.case.consents["cn-cocoon"]
    assert cocoon(shift.case).because == ("withdrawn",)
    assert (topic.state, topic.words, len(topic.versions)) == ("withdrawn", "Please stop.", 2)
    assert topic.versions[0].body["words"] == "Yes."
    assert topic.at == at("2027-01-13T21:05+00:00")


def test_consent_given_again_after_a_withdrawal_counts() -> None:
    shift = asked()
    for minutes, state in ((1, "withdrawn"), (2, "given")):
        shift.clock.advance(minutes=minutes)
        if state == "given":
            details = {"scope": ["18 Mock Parade"], "exclusions": CHECKED}
            record_consent(shift.officer(), shift.case, Said("cn-cocoon", state, details))
        else:
            withdraw_consent(shift.officer(), shift.case, Withdrawn("cn-cocoon"))
    assert cocoon(shift.case).allowed
    assert len(shift.case.consents["cn-cocoon"].versions) == 3


@pytest.mark.parametrize(("identifiable", "available"), [(False, True), (True, False), (None, False)])
def test_awareness_needs_only_that_she_cannot_be_made_out(identifiable: bool | None, available: bool) -> None:
    shift = Shift()
    said = Said("cn-awareness", "not required", {"identifiable": identifiable})
    record_consent(shift.officer(), shift.case, said)
    assert awareness(shift.case).available is available
    assert awareness(Shift().case).because == ("not_asked",)


def test_each_of_those_who_may_be_told_is_asked_about_apart() -> None:
    shift = Shift()
    for about, state in (("employer", "given"), ("landlord", "declined")):
        record_consent(shift.officer(), shift.case, Said("cn-tell-others", state, about=about))
    withdraw_consent(shift.officer(), shift.case, Withdrawn("cn-tell-others", about="employer"))
    found = {key: topic.state for key, topic in shift.case.consents.items()}
    assert found == {"cn-tell-others/employer": "withdrawn", "cn-tell-others/landlord": "declined"}


def test_details_never_overwrite_what_was_asked_and_answered() -> None:
    shift = Shift()
    said = Said("cn-dvpn", "opinion given", {"item": "cn-cocoon", "answer": "given", "supports": False})
    record_consent(shift.officer(), shift.case, said)
    assert list(shift.case.consents) == ["cn-dvpn"]
    topic = shift.case.consents["cn-dvpn"]
    assert (topic.state, topic.details["supports"]) == ("opinion given", False)
    assert topic.details["question_version"] == "test"


def test_not_asked_differs_from_declined_and_unknown_words_are_refused() -> None:
    assert {"not asked", "declined", "not safe to ask"} <= set(STATES)
    shift = Shift()
    with pytest.raises(ValueError, match="not a state of consent"):
        record_consent(shift.officer(), shift.case, Said("cn-support", "yes"))


def test_the_notice_needs_no_consent_and_cocoon_watch_does() -> None:
    assert not consent_required("cn-dvpn")
    assert consent_required("cn-cocoon")
