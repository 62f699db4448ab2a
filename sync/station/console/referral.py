"""The list of referrals, and one referral as a document with what can be done about it."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response

from app.case import Case
from app.clocks.deadlines import lapse_risk
from app.facts.decided import newest_referral, spoken, waits
from app.facts.flags import flags
from app.referral import ENDED
from sync.station.accounts import SignedIn
from sync.station.console import reading
from sync.station.console.desk import Desk, case_id
from sync.station.console.document import document
from sync.station.console.telling import Telling, tellable


def referrals(desk: Desk, request: Request, who: SignedIn) -> Response:
    found = [case for case in desk.shelf.cases(who) if case.referral.sent_at]
    _, rows, odd = tellable(desk.telling(), found)
    return desk.show(request, "referrals", who, rows=sorted(rows, key=lambda row: not row.waits), odd=odd)


def referral(desk: Desk, request: Request, who: SignedIn) -> Response:
    found = reading.case(desk.scene.engine, who, case_id(request))
    if found is None or newest_referral(found[0]) is None:
        return desk.absent(request, who)
    telling, (case, received) = desk.telling(), found
    _, rows, _ = tellable(telling, [case])
    if not rows:
        return desk.show(request, "untold", who, status=500, ref=case.ref)
    return desk.show(
        request, "referral", who, case=rows[0], document=document(telling, case, received),
        flags=telling.flags(case), clocks=telling.clocks(case), acts=list(acts(desk, who, case, telling)),
        done=request.query_params.get("done", ""), kept=request.query_params.get("kept", ""),
    )  # fmt: skip


def acts(desk: Desk, who: SignedIn, case: Case, telling: Telling) -> Iterator[tuple[str, str]]:
    """What this person may do now: the name of a form and what it leads to. Rank and state are looked at
    again when it is done."""
    if waits(case) and who.decides:
        yield from (("authorise", "referral"), ("refuse", "referral"), ("consider", "referral"))
    waiting = spoken(case)
    if who.decides and waiting and waiting.by == who.number:
        yield "confirm-spoken", "referral"
    if waits(case) and who.supervises:
        yield "ask", "referral"
        if desk.scene.ranks.step_of(who.rank):
            yield "endorse", "referral"
    if who.supervises and case.referral.sent_at and case.referral.state not in ENDED:
        yield "withdraw", "referral"
    yield from court_acts(who, case, telling)


def court_acts(who: SignedIn, case: Case, telling: Telling) -> Iterator[tuple[str, str]]:
    if not who.supervises:
        return
    if case.served_at and not case.orders:
        yield from ((name, "incident") for name in ("hearing", "adjournment", "order", "result"))
    doubt = lapse_risk(case, telling.now, telling.court) or flags(case, telling.court)
    if doubt and case.referral.state != "closed":
        yield "close", "incident"
