"""Answer what the guidance asks, and put an earlier entry right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app import kinds
from app.amendment import Correction, amend
from app.answers import Given, answer_item
from app.entry import Entry
from app.held import Held
from tests.scenarios.outcome import Missing, Outcome, Taken
from tests.scenarios.story import Act
from tests.scenarios.verbs import deciding, incident

_OWN_FIELDS = ("item", "answer", "reason", "note", "about")


def answering(act: Act) -> Outcome:
    """`ao-` items are the superintendent's, and are answered at the station."""
    step = act.step
    if step.item.startswith("ao-"):
        return deciding.considering(act)
    details = {key: value for key, value in step.value.items() if key != "answer"}
    given = Given(step.item, step.text("answer"), step.reason, step.note, details)
    answered = answer_item(act.book, act.case, given)
    if isinstance(answered, Held) or step.item != "kid-details":
        return answered if isinstance(answered, Held) else Taken((answered,))
    return Taken((answered, *incident.children(act, step.value.get("children") or ())))


def amending(act: Act) -> Outcome:
    """The step that it names, with the fields that change where the entry has them."""
    named = act.story.played[act.step.value["of_step"]].outcome
    if not isinstance(named, Taken) or not named.entries:
        return named if isinstance(named, Missing) else Held(("state",))
    entry = named.entries[0]
    correction = Correction(entry.id, _fields(entry, act.step.value["new"]), act.step.reason)
    amended = amend(act.book, act.case, correction)
    return amended if isinstance(amended, Held) else Taken((amended,))


def _fields(entry: Entry, new: Mapping[str, Any]) -> dict[str, Any]:
    """An answer keeps what belongs to its item under `details`."""
    if entry.kind != kinds.ANSWERED:
        return dict(new)
    own = {key: value for key, value in new.items() if key in _OWN_FIELDS}
    details = {key: value for key, value in new.items() if key not in _OWN_FIELDS}
    return {**own, "details": {**entry.body.get("details", {}), **details}} if details else own
