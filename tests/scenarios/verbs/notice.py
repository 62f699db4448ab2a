"""From the referral to the order, and a breach of either."""

from __future__ import annotations

from app.answers import Given, answer_item
from app.consent import Said, record_consent
from app.court import (
    Adjournment,
    Listing,
    OrderMade,
    Result,
    adjourn,
    list_hearing,
    record_court_result,
    record_order,
    report_breach,
    serve_notice,
)
from app.entry import Entry
from app.held import Held
from app.referral import send_referral
from tests.scenarios import wire
from tests.scenarios.outcome import Outcome, Taken
from tests.scenarios.story import Act


def taken(done: Entry | Held) -> Outcome:
    return done if isinstance(done, Held) else Taken((done,))


def referring(act: Act) -> Outcome:
    """Held, with their ids, while must-answer items are empty, as guidance names them."""
    filled = tuple(_fill(act, item) for item in wire.missing(act.case) if item not in _left_empty(act))
    sent = send_referral(act.book, act.case, act.step.text("to"), wire.missing(act.case))
    return sent if isinstance(sent, Held) else Taken((sent, *filled))


def _left_empty(act: Act) -> set[str]:
    """Items that the story leaves empty on purpose: those for which it expects this referral held."""
    checks = [each.check for each in act.story.script.expectations if each.step == act.step.number]
    return {item for check in checks if check.get("accepted") is False for item in check.get("because", ())}


def _fill(act: Act, item: str) -> Entry:
    """Convention 5: what the story does not list is "not done because: training"; an answer that it
    lists without its rationale gets that one."""
    if item.startswith("cn-"):
        said = Said(item, "not asked", {"reason": "training"})
        return record_consent(act.book, act.case, said)
    standing = act.case.answers.get(item)
    given = Given(item, "not done", "training")
    if standing:
        given = Given(item, standing.answer, "training", standing.note, standing.details)
    filled = answer_item(act.book, act.case, given)
    assert not isinstance(filled, Held)
    return filled


def serving(act: Act) -> Outcome:
    step = act.step
    told = {key: step.value[key] for key in ("place", "served_by") if key in step.value}
    return taken(serve_notice(act.book, act.case, step.moment("served_at") or step.at, told))


def listing(act: Act) -> Outcome:
    step = act.step
    listed = Listing(step.text("court"), step.moment("at") or step.at, step.reason)
    return taken(list_hearing(act.book, act.case, listed))


def adjourning(act: Act) -> Outcome:
    step = act.step
    started = step.moment("started_at") or step.at
    put_off = Adjournment(started, step.moment("to"), step.text("why"), step.reason)
    return taken(adjourn(act.book, act.case, put_off))


def ordering(act: Act) -> Outcome:
    step = act.step
    order = OrderMade(
        made_at=step.moment("made_at") or step.at,
        days=step.value["days"],
        court=step.text("court"),
        terms=tuple(step.value.get("terms") or ()),
    )
    return taken(record_order(act.book, act.case, order))


def breaching(act: Act) -> Outcome:
    told = {"arrested_at": None, **act.step.value, **act.rest}
    return taken(report_breach(act.book, act.case, told))


def resulting(act: Act) -> Outcome:
    """An item that is a review trigger goes with the result that set it off."""
    step = act.step
    trigger = step.item if step.item.startswith("tr-") else ""
    return taken(record_court_result(act.book, act.case, Result(step.text("result"), trigger=trigger)))
