"""How long it took from learning of a breach until something was done about it."""

from __future__ import annotations

from datetime import timedelta

from app.case.amended import with_amendments
from app.case.model import Breach, Case
from app.case.reading import mapping, moment

AT_ONCE = timedelta(minutes=30)
"""What still counts as at once, for asking why. The force's."""


def delay(case: Case, breach: Breach) -> timedelta | None:
    """From learning of it to the arrest, or to the report where nobody was arrested. None where it is not
    recorded when it came to be known."""
    told = next((each for each in with_amendments(case.entries) if each.entry.id == breach.entry), None)
    learned = moment(told.body, "learned_at") if told else None
    if told is None or learned is None:
        return None
    acted = breach.arrested_at or told.entry.written_at
    return max(acted - learned, timedelta())


def delay_unsaid(case: Case, breach: Breach) -> bool:
    """It was not at once, and nobody has said why since."""
    found = delay(case, breach)
    if found is None or found < AT_ONCE:
        return False
    said = [each for each in case.given if each.item == "br-delay-why"]
    return not any(each.happened_at and each.happened_at >= breach.at for each in said)


def learned_with_it(case: Case, breach: Breach) -> bool:
    """Whether the report itself said when it came to be known."""
    told = next((each for each in with_amendments(case.entries) if each.entry.id == breach.entry), None)
    return told is not None and "br-learned-time" in mapping(told.body, "answers")
