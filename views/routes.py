"""Which screen stands at which place. A row's screen is the function of that name in views/screens."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft


@dataclass(frozen=True, slots=True)
class Place:
    """`path` below the place above it; a `:name` takes one part of the path."""

    path: str
    screen: str
    below: tuple[Place, ...] = ()


VISIT = (
    Place("move", "new_visit"),
    Place("cancel", "cancel_visit"),
    Place("no-answer", "no_answer"),
    Place("missed", "missed"),
    Place("hand-on", "hand_on"),
)
SHIFT = (Place("new", "choose_case"), Place("round", "round_sheet"), Place("end", "end_of_shift"))
COURT = (
    Place("served", "served"),
    Place("attempt", "attempt"),
    Place("listed", "listed"),
    Place("adjourned", "adjourned"),
    Place("order", "order"),
    Place("result", "result"),
)
CHECK = (
    Place("person/:person", "person"),
    Place("answer/:item", "question"),
    Place("test", "suitability", (Place("answer/:item", "question"),)),
    Place("weighed/:item", "consideration"),
    Place("terms", "terms"),
    Place("heard", "heard"),
    Place("withdraw", "withdraw"),
)
PLAN = (Place("advice/:advice", "advice"),)
AFTER = (Place("happened", "happened"), Place(":item/:event", "follow_up"))
TALK = (
    Place("ledger", "ledger", (Place(":purpose", "agreed"),)),
    Place("next", "comes", (Place(":item", "question"),)),
    Place(":item", "question"),
)
PLACES = (
    Place("visits", "visits", SHIFT),
    Place("send", "send"),
    Place("helplines", "helplines"),
    Place("guidance", "guidance"),
    Place("duties", "duties"),
    Place("briefings", "briefings"),
    Place("incident/new", "new_incident"),
    Place(
        "incident/:case",
        "incident",
        (
            Place("details", "details"),
            Place("person/:person", "person"),
            Place("task/:task", "task", (Place(":item", "question", (Place("of/:person", "question"),)),)),
            Place("check", "check", CHECK),
            Place("after", "after", AFTER),
            Place("consent", "consent", TALK),
            Place("cards", "cards", (Place(":language/:card", "card"),)),
            Place("handover", "handover"),
            Place("visits", "case_visits"),
            Place("days", "days"),
            Place("briefings", "briefings"),
            Place("briefing/:entry", "briefing", (Place(":ask", "returned"),)),
            Place("visit/plan", "plan_visits"),
            Place("visit/new", "new_visit"),
            Place("visit/:visit", "visit", VISIT),
            Place("note/:entry", "note", (Place("amend", "amend"),)),
            Place("court", "court", COURT),
            Place("breach", "breach", (Place(":entry", "breached"),)),
            Place("clock/:clock", "clock"),
            Place("clock/:clock/:about", "clock"),
            Place("where/:visit", "where"),
            Place("chronology", "chronology"),
            Place("plan", "plan", PLAN),
            Place("moved", "moved"),
            Place("support", "support", (Place(":agency", "referred"),)),
            Place("reviews", "reviews", (Place(":event", "review"),)),
            Place("risk/tool", "force_tool"),
            Place("orders", "orders", (Place(":item/said", "question"),)),
            Place("documents", "documents", (Place(":document", "make_document"),)),
        ),
    ),
)
HOME = Place("/", "now", PLACES)
NOWHERE = "nowhere"


def screen_named(name: str) -> Callable[[], Any]:
    """The function `name` of views/screens/name.py."""
    found: Callable[[], Any] = getattr(importlib.import_module(f"views.screens.{name}"), name)
    return found


def routes() -> list[ft.Route]:
    home = _route(HOME)
    home.children = [*(home.children or []), ft.Route(path=":rest(.+)", component=screen_named(NOWHERE))]
    return [home]


def _route(place: Place) -> ft.Route:
    below = [_route(each) for each in place.below]
    return ft.Route(path=place.path, component=screen_named(place.screen), children=below or None)


def _paths(place: Place, above: str = "") -> list[str]:
    here = f"{above}/{place.path}".replace("//", "/")
    return [here, *(path for each in place.below for path in _paths(each, here))]


PATHS = tuple(_paths(HOME))
_KNOWN = tuple(re.compile(re.sub(r":\w+", "[^/]+", path) + "$") for path in PATHS)


def is_place(path: str) -> bool:
    return any(known.match(path) for known in _KNOWN)
