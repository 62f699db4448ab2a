"""The console's routes. Each page but the sign-in exists only for somebody who is signed in."""

from __future__ import annotations

from fastapi import APIRouter

from sync.station.accounts import SignedIn
from sync.station.console import court, deciding, following, marking
from sync.station.console.acts import answering, asking
from sync.station.console.board import board, visits
from sync.station.console.briefing import add_briefings, brief_acts
from sync.station.console.desk import Desk
from sync.station.console.documents import add_documents
from sync.station.console.doors import add_doors
from sync.station.console.entering import door, enter, leave
from sync.station.console.handsets import code, handsets
from sync.station.console.incident import incident
from sync.station.console.referral import referral, referrals
from sync.station.scene import Scene

ACTS = (*deciding.ACTS, *court.ACTS, *following.ACTS, *marking.ACTS)


def pages(scene: Scene) -> APIRouter:
    """Every page, and who may see it."""
    router, desk = APIRouter(), Desk(scene)
    router.add_route("/sign-in", lambda request: door(desk, request), ["GET"])
    router.add_route("/sign-in", desk.form(enter), ["POST"])
    router.add_route("/sign-out", desk.form(leave), ["POST"])
    router.add_route("/handsets/code", desk.form(code), ["POST"])
    for path, page, allowed in (
        ("/", board, lambda who: True),
        ("/incident/{case_id}", incident, _sees_records),
        ("/referrals", referrals, _sees_records),
        ("/referral/{case_id}", referral, _sees_records),
        ("/visits", visits, _sees_records),
        ("/handsets", handsets, lambda who: who.sees_handsets),
    ):
        router.add_route(path, desk.page(page, allowed), ["GET"])
    for act in (*ACTS, *brief_acts(scene)):
        router.add_route(act.path, desk.page(asking(act), act.allowed), ["GET"])
        router.add_route(act.path, desk.form(answering(act)), ["POST"])
    add_doors(router, desk)
    add_documents(router, desk)
    add_briefings(router, desk)
    return router


def _sees_records(who: SignedIn) -> bool:
    return who.sees_records
