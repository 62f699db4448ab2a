"""Where to go. Opens only after how she may be reached; every opening stands in the consultation log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.case.model import Case, Person
from app.consultation import consulted
from views.going import to
from views.parts.answers import answer_group
from views.parts.dock import action
from views.parts.facts import Fact, facts
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import body, margin, second, section
from views.saying import say, words
from views.screen import screen
from views.services import commit, desk, services, use_now
from views.talk.reach import guarded, reach
from views.theme import measures
from views.visits.at_the_door import door_safety
from views.visits.clock_faces import chips
from views.visits.due import visit_of
from views.visits.page import bars, nowhere, place, use_this_case
from views.visits.said import date_words

PAGE = "where"
PURPOSES = ("visit", "immediate-danger", "no-answer", "service")


@screen
def where() -> Layout:
    case, at, visit = use_this_case(), use_now(), ft.use_route_params().get("visit", "")
    shown, show = ft.use_state("")
    if case is None or visit_of(case, visit, at) is None:
        return nowhere()
    victim = case.person("victim")

    def opens(step: str, purpose: str) -> Callable[[], Any]:
        async def opened() -> None:
            person = victim.id if victim else ""
            await commit(lambda: consulted(desk().notebook, case, PAGE, person, purpose), case=case.id)
            show(step)

        return opened

    if not shown:
        return _layout(
            case,
            [
                margin(body(words("where.first")), above=measures.S12),
                *door_safety(case),
                *reach(case),
                *chips(case, at),
            ],
            action(say("where.open"), opens("who", "")),
        )
    back = action(say("where.back"), to(place(case.id, "visit", visit)))
    seen = guarded(case, [*_who(case, victim), *_address(case, victim, shown, opens)])
    return _layout(case, [*seen, *chips(case, at)], back)


def _who(case: Case, victim: Person | None) -> list[ft.Control]:
    name = victim.name if victim else ""
    born = date_words(victim.dob) if victim and victim.dob else ""
    unknown = words("where.unknown")
    rows: list[Fact] = [(words("where.name"), name or unknown), (words("where.dob"), born or unknown)]
    return [section(words("where.who")), facts(rows)]


def _address(
    case: Case, victim: Person | None, shown: str, opens: Callable[[str, str], Callable[[], Any]]
) -> list[ft.Control]:
    undisclosed = case.undisclosed or (victim is not None and victim.undisclosed)
    if undisclosed and shown != "address":
        return [
            section(words("where.address")),
            margin(second(words("where.undisclosed", **services().guidance.about(case)))),
            answer_group(
                [(purpose, say(f"where.purpose.{purpose}")) for purpose in PURPOSES],
                None,
                lambda purpose: opens("address", words(f"where.purpose.{purpose}"))(),
            ),
        ]
    rows = [(words("where.address"), each) for each in addresses(case, victim)]
    warned = [margin(second(words("where.keep-secret")), above=measures.S8)] if undisclosed else []
    return [facts(rows or [(words("where.address"), words("where.unknown"))]), *warned]


def addresses(case: Case, victim: Person | None) -> list[str]:
    """Where the victim is: while two officers disagree, both. Else the address of the incident."""
    known = case.contested.get(f"address/{victim.id}") if victim else None
    found = [str(value.value.get("address") or "") for value in known.open] if known else []
    told = [each for each in dict.fromkeys(found) if each]
    return told or [each for each in (case.address,) if each]


def _layout(case: Case, content: list[ft.Control], dock: ft.Control) -> Layout:
    return Layout(head=header(words("where.title")), bars=bars(case), body=content, dock=dock)
