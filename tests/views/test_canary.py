"""Where the victim is: on no screen of the route table but behind a purpose, in no log, in no file's name."""

from __future__ import annotations

import logging
import re

import pytest

from app.answers import Given, answer_item
from app.handover import offer
from app.incident import move_address, put_right_incident
from app.support.agencies import agencies, agency
from app.support.referring import Told, record_step
from tests.views.harness import Ring, in_ring, ring
from tests.views.test_documents import handed_over
from tests.views.welfare import Work, at, opened, ordered, prefers
from views.routes import PATHS

REFUGE = "Flat 9, 41 Lapwing Close, Stowbridge ZZ9 9ZZ"
STAYING = "Perpetua Oakfield"
PLACE = "12 Sandpiper Rise, Fenmoor"
CANARIES = ("Lapwing", "ZZ9", "Perpetua", "Sandpiper")
NEXT = "2026-11-24"


def hide(work: Work) -> None:
    """The victim moves to where nobody may know; the place of the incident is undisclosed as well."""
    told = {"address": REFUGE, "undisclosed": True, "staying_with": STAYING, "may_know": STAYING}
    move_address(work.book, work.case, {**told, "new_force": "Southvale"})
    put_right_incident(work.book, work.case, {"address": PLACE, "undisclosed": True})
    answer_item(work.book, work.case, Given("sp-undisclosed-address", "done", details={"owner": "4471"}))
    one = agency("refuge")
    assert one is not None
    record_step(work.book, work.case, Told(one, "blocked", work.phone.clock.now(), why="Full"))


def places(work: Work) -> list[str]:
    """Every place of the route table, with what this case has put in for each part that takes a name."""
    victim = work.case.person("victim")
    assert victim is not None
    guidance = work.phone.services.guidance
    entry = next(each.id for each in work.case.entries if each.kind == "address_moved")
    named = {
        "case": [work.id], "person": [victim.id, "new-victim"], "task": [each.id for each in guidance.tasks],
        "item": ["sp-undisclosed-address", "sp-refuge", "cn-support", "cp-channel", "oo-aware"],
        "event": [entry], "visit": [NEXT], "entry": [each.id for each in work.case.entries],
        "clock": ["hearing", "order-end"], "about": ["order-end"], "agency": [each.id for each in agencies()],
        "advice": ["stay", "leave", "devices"], "purpose": ["support", "neighbours"], "card": ["mind"],
        "language": ["en", "cy"],
        "document": ["transfer_pack", "plan_copy", "court_pack", "referral_pack", "disclosure_bundle"],
    }  # fmt: skip
    found = [""]
    for path in PATHS:
        found += filled(path, named)
    return [each for each in found if each]


def filled(path: str, named: dict[str, list[str]]) -> list[str]:
    """One place for each name; a part of which this test knows no name is a part that it must learn."""
    slots = re.findall(r":(\w+)", path)
    unknown = [slot for slot in slots if slot not in named]
    assert not unknown, f"what stands at {unknown} of {path}?"
    most = max((len(named[slot]) for slot in slots), default=1)
    found = []
    for number in range(most):
        told = path
        for slot in slots:
            told = re.sub(rf":{slot}\b", named[slot][number % len(named[slot])], told)
        found.append(told)
    return found


def shown(phone: Ring) -> str:
    """Everything that is drawn, spoken or typed into a box, keys and the place included."""
    typed = [str(getattr(each, "value", "")) for each in phone.controls()]
    return "\n".join([*phone.texts(), *typed, *phone.keys(), phone.route])


def found_in(told: str) -> list[str]:
    return [each for each in CANARIES if each.lower() in told.lower()]


def test_no_screen_shows_where_the_victim_is_before_a_purpose_is_named(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)

    @in_ring
    async def body() -> None:
        async with ring() as phone:
            work = await ordered(phone)
            prefers(work)
            hide(work)
            offer(work.book, work.case, "5158")
            every = places(work)
            assert len(every) > len(PATHS)
            for place in every:
                await phone.go(place)
                assert found_in(shown(phone)) == [], place
            work.time("2026-12-20T12:00:00+00:00")
            for place in ("/", "/visits", "/send", work.place(), work.place("after")):
                await phone.go(place)
                assert found_in(shown(phone)) == [], f"{place}, once the order is over"

    body()
    assert found_in(caplog.text) == []


@in_ring
async def test_the_purpose_opens_it_on_the_page_of_where_to_go_and_stands_in_the_log() -> None:
    """The canary is there to be found: what the other test does not see is hidden, and not lost."""
    async with ring() as phone:
        work = await ordered(phone)
        prefers(work)
        hide(work)
        await work.go("where", NEXT)
        await phone.tap("where.open")
        await phone.until(lambda: phone.has("where.purpose.visit"), "the purposes")
        assert found_in(shown(phone)) == []
        await phone.choose("where.purpose.visit")
        await phone.until(lambda: phone.sees("Lapwing Close"), "the address")
        assert work.case.log[-1].body["purpose"]


@in_ring
async def test_no_name_of_a_file_and_no_draft_key_tells_of_it() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("moved")
        await phone.type("moved.address", REFUGE)
        await phone.leave("moved.address")
        await phone.until(lambda: bool(work.draft("moved")), "it is sealed as a draft")
        await phone.go("/")
        assert found_in(shown(phone)) == []
        hide(work.time(at("2026-11-16T09:00:00+00:00").isoformat()))
        await work.go("documents", "transfer_pack")
        await phone.type("papers.recipient", "Southvale")
        await phone.choose("doc.purpose.new-force")
        await phone.tap("papers.make")
        await phone.until(lambda: phone.route == work.place("documents"))
        assert found_in(handed_over(phone)[-1]["file_name"]) == []
        assert found_in(shown(phone)) == []
