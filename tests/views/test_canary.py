"""Where the victim is: on no screen of the route table but behind a purpose, in no log, in no file's name."""

from __future__ import annotations

import logging
import re
from datetime import timedelta

import pytest

from app.answers import Given, answer_item
from app.briefing.making import Told as Briefed
from app.briefing.making import make_briefing
from app.briefing.records import ASKED, briefings
from app.court_calendar import bundled
from app.entry import Entry
from app.handover import offer
from app.incident import move_address, put_right_incident
from app.monitoring.answer import Happened, record_trigger
from app.monitoring.tasks import open_tasks
from app.support.agencies import agencies, agency
from app.support.referring import Told, record_step
from tests.views.harness import Ring, in_ring, ring
from tests.views.station import superintendent
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
    record_trigger(work.book, work.case, Happened("tr-charge", work.phone.clock.now()))
    brief(work)


def brief(work: Work) -> None:
    """The local team is tasked with the address, which stands in no word of what it is told."""
    until = work.phone.clock.now().date() + timedelta(days=5)
    asks = ((ASKED, "Is the van near the school?"),)
    says = {"npt-perps": "Suspect: K.F., grey van"}
    made = Briefed(("Response B",), until, "Sergeant 2210", says, asks, tasked="Escort on Tuesday")
    assert isinstance(make_briefing(superintendent(work.phone, "2210", "Sergeant"), work.case, made), Entry)


def places(work: Work) -> list[str]:
    """Every place of the route table, with what this case has put in for each part that takes a name."""
    victim = work.case.person("victim")
    assert victim is not None
    guidance = work.phone.services.guidance
    entry = next(each.id for each in work.case.entries if each.kind == "address_moved")
    told = [(each.entry, ask.id) for each in briefings(work.case) for ask in each.asks]
    named = {
        "case": [work.id], "person": [victim.id, "new-victim"], "task": [each.id for each in guidance.tasks],
        "item": ["sp-undisclosed-address", "sp-refuge", "cn-support", "cp-channel", "oo-aware"],
        "event": [entry], "visit": [NEXT],
        "entry": [*(each for each, _ in told), *{each.kind: each.id for each in work.case.entries}.values()],
        "ask": [*(ask for _, ask in told), "none"],
        "clock": ["hearing", "order-end"], "about": ["order-end"], "agency": [each.id for each in agencies()],
        "advice": ["stay", "leave", "devices"], "purpose": ["support", "neighbours"], "card": ["mind"],
        "language": ["en", "cy"],
        "document": ["transfer_pack", "plan_copy", "court_pack", "referral_pack", "disclosure_bundle"],
    }  # fmt: skip
    found = [""]
    for path in PATHS:
        found += filled(path, named)
    return [each for each in (*found, *sought(work)) if each]


def sought(work: Work) -> list[str]:
    """Places that only this case has: its tasks and reviews, a weighing, a card."""
    fixed: list[tuple[str, ...]] = [("check", "weighed", "ao-children"), ("cards", "en", "change-mind")]
    fixed += [
        ("reviews", each.event.id) if each.review else ("after", each.item, each.event.id)
        for each in open_tasks(work.case, work.phone.clock.now(), bundled())
    ]
    answered = next((each.id for each in work.case.entries if each.kind == "answered"), "none")
    return [work.place(*parts) for parts in (*fixed, ("note", answered, "amend"))]


def one_of_each(work: Work) -> list[str]:
    """One place for each row of the route table, one that this case has before one that it has not."""
    first: dict[str, str] = {}
    for place in (*sought(work), *places(work)):
        first.setdefault(row_of(place), place)
    return [first[path] for path in PATHS]


ROWS = [(path, re.compile(re.sub(r":\w+", "[^/]+", path))) for path in PATHS]


def row_of(place: str) -> str:
    """Its row, and not another one that takes a name where the words of its own stand."""
    fitting = [path for path, row in ROWS if row.fullmatch(place)]
    return min(fitting, key=lambda path: path.count(":"))


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


@pytest.mark.slow
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
            await phone.go("/")
            await phone.tap("ui.language.cy")
            for place in one_of_each(work):
                await phone.go(place)
                assert found_in(shown(phone)) == [], f"{place}, in Welsh"

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
