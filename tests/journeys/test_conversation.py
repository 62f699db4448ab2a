"""The conversation with the victim in a real browser, in one hand: left and resumed, with somebody coming in,
a yes that is taken back, and the battery pulled in the middle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from app.guidance import load
from tests.journeys.hand import LOOK_MS, SCREEN, Hand, browser
from tests.journeys.stage import PIN, Part, Stage

pytestmark = [pytest.mark.journey, pytest.mark.slow]

REACH = SCREEN["height"] / 3
"""A thumb reaches from here down."""
SAID = "Yes, but only in the mornings"
SAFE = "07700 900112"
REST = {
    "cn-visits": "given", "cn-photo": "declined", "cn-medical": "later", "cn-statement": "does not know",
    "cn-phone": "declined", "cn-bail": "declined", "cn-cocoon": "declined", "cn-awareness": "not asked",
    "cn-tell-others": "declined", "cn-sanctuary": "later", "cn-tecsafe": "given", "cn-fire": "later",
    "cn-child": "not safe to ask", "cn-encompass": "not asked", "cn-marac": "not asked", "cn-dvds": "later",
}  # fmt: skip
"""The topics after the fourth, in their order: every kind of answer, those that want more among them."""
WANTED = {
    "cn-tecsafe": ("Issue number and test call", "No. 12, rang once"),
    "cn-bail": ("Say why there are no views", "Asked twice, said nothing"),
    "cn-marac": ("Say why this topic was left", "Asleep by then"),
}
"""What an answer is not whole without: the label, and what is typed."""
PUT_OFF = ("later", "not asked", "not safe to ask")
GUIDANCE = load()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "stack")
    made.station.start()
    yield made
    made.end()


def unlocked(stage: Stage, chromium: Browser) -> tuple[Hand, Part]:
    phone = stage.handset("handset-1")
    stage.enrol("handset-1", stage.near()[0])
    stage.station.stop()
    phone.start()
    hand = Hand.on(chromium, phone.url)
    hand.unlock(PIN)
    return hand, phone


def incident(hand: Hand) -> str:
    """The place of an incident with a victim."""
    hand.tap("Open an incident")
    hand.write(re.compile("^Reference"), "TRN 2055/26")
    hand.tap("Open the incident")
    hand.sees("Still to be added")
    place = hand.page.url.partition("/incident/")[2]
    hand.tap("Add the victim")
    hand.write("Name", "Rania Mockford")
    hand.tap("Save")
    hand.sees_heading("Incident")
    return f"/incident/{place}"


def thumb(hand: Hand, target: Locator) -> None:
    """Tap it where it stands, without scrolling, in the lower two thirds."""
    expect(target).to_be_attached(timeout=LOOK_MS)
    top, bottom = hand.resting(target)
    assert top >= REACH, f"out of the thumb's reach: {top}"
    assert bottom <= SCREEN["height"], f"not on the screen: {bottom}"
    target.click()


def chosen(hand: Hand, name: str) -> None:
    answer = hand.radio(name)
    thumb(hand, answer)
    expect(answer).to_be_checked(timeout=LOOK_MS)


def asks(hand: Hand, item: str) -> None:
    """The topic is on the screen."""
    words = re.split(r"\{\w+\}", GUIDANCE.words(f"{item}.ask"))
    hand.sees_heading(".*".join(re.escape(part) for part in words))


def goes_on(hand: Hand, item: str) -> None:
    thumb(hand, hand.button(re.compile("^(Save and continue|Continue)$")))
    asks(hand, item)


def read_out(hand: Hand) -> str:
    """Everything on the screen by role and name, in the order in which a screen reader meets it."""
    return hand.page.locator("flt-semantics-host").aria_snapshot()


def in_order(told: str, *names: str) -> None:
    places = [told.find(name) for name in names]
    assert -1 not in places, f"not read out: {names[places.index(-1)]}\n{told}"
    assert places == sorted(places), f"another order: {dict(zip(names, places, strict=True))}\n{told}"


def test_conversation_in_one_hand_is_left_resumed_interrupted_and_loses_nothing(
    stage: Stage, chromium: Browser
) -> None:
    hand, phone = unlocked(stage, chromium)
    case = incident(hand)
    begins_with_whether_it_is_safe(hand, case)
    somebody_comes_in(hand)
    is_resumed_from_now(hand)
    survives_a_kill(hand, phone)
    is_talked_through(hand, case)
    is_taken_back(hand, case)
    follows(hand, case)
    assert [url for url in hand.asked_outside if not url.endswith("/rive_native.js")] == []


def begins_with_whether_it_is_safe(hand: Hand, case: str) -> None:
    hand.open(f"{case}/consent")
    hand.sees("0 of 20 talked about")
    in_order(read_out(hand), "Talk with the victim", "Ask each one separately", "Alone and safe to talk?")
    goes_on(hand, "cn-alone")
    assert hand.page.get_by_role("radio", checked=True).count() == 0
    assert hand.button("Somebody came in").count() == 0
    chosen(hand, "Yes, alone and safe")
    hand.write(re.compile("^Interpreter: name or number"), "No. 88")
    hand.write(re.compile("^Language of the interpreter"), "Polish")
    hand.choose("Yes")
    goes_on(hand, "cn-bwv")
    hand.sees("Interpreter: No. 88, Polish")
    chosen(hand, "Told")
    goes_on(hand, "cn-dvpn")


def somebody_comes_in(hand: Hand) -> None:
    told = read_out(hand)
    in_order(
        told, "Talk with the victim", "TRN 2055/26", "What do you think of it?", "chooses", "Police:",
        "Opinion given", "Does not want to say", "Not asked", "Somebody came in",
        "Hide", "Continue",
    )  # fmt: skip
    assert 'radiogroup "' not in told, "what stands apart is no name of all the answers"
    thumb(hand, hand.button("Somebody came in"))
    asks(hand, "cn-alone")
    assert hand.page.get_by_role("radio", checked=True).count() == 0
    hand.open("/")
    hand.sees(re.compile("1 of 20 talked about"))


def is_resumed_from_now(hand: Hand) -> None:
    hand.tap(re.compile("^Talk with the victim.*1 of 20 talked about"))
    hand.sees(re.compile("Somebody came in. Ask again"))
    goes_on(hand, "cn-alone")
    chosen(hand, "No, somebody is here")
    goes_on(hand, "cn-dvpn")
    hand.sees("Not alone. Ask nothing that could be paid for later.")
    hand.tap("Alone and safe to talk?")
    asks(hand, "cn-alone")
    chosen(hand, "Yes, alone and safe")
    goes_on(hand, "cn-dvpn")
    hand.sees("Interpreter: No. 88, Polish")
    hand.choose("Does not want to say")
    hand.write(re.compile("^Say what you tried"), "Asked twice, alone")
    thumb(hand, hand.button(re.compile("^(Save and continue|Continue)$")))
    asks(hand, "cn-dvpn-told")
    chosen(hand, "Told")
    goes_on(hand, "cn-support")


def survives_a_kill(hand: Hand, phone: Part) -> None:
    chosen(hand, "Yes")
    hand.write(re.compile("^Safe number or way"), SAFE)
    hand.write(re.compile("^In the words that were said"), SAID)
    hand.sees(re.compile(r"^Saved \d\d:\d\d$"))
    place = hand.page.url
    phone.kill()
    phone.start()
    hand.unlock(PIN)
    expect(hand.page).to_have_url(place, timeout=LOOK_MS)
    asks(hand, "cn-support")
    expect(hand.radio("Yes")).to_be_checked(timeout=LOOK_MS)
    assert hand.holds(re.compile("^In the words that were said")) == SAID
    goes_on(hand, "cn-visits")


def answered(hand: Hand, item: str, state: str) -> None:
    """By the thumb; what stands apart, because nobody could ask, may want a scroll."""
    question = GUIDANCE.question(item)
    assert question is not None
    words = GUIDANCE.answer_words(question, state)
    if state in question.answers:
        chosen(hand, words)
    else:
        hand.choose(words)


def is_talked_through(hand: Hand, case: str) -> None:
    """From where the phone was killed to the end: each topic is answered and leads to the next."""
    order = list(REST)
    for item, after in zip(order, [*order[1:], ""], strict=True):
        assert hand.page.get_by_role("radio", checked=True).count() == 0, item
        answered(hand, item, REST[item])
        if item in WANTED:
            label, words = WANTED[item]
            hand.write(re.compile(f"^{label}"), words)
        if after:
            goes_on(hand, after)
    thumb(hand, hand.button(re.compile("^(Save and continue|Continue)$")))
    put_off = sum(state in PUT_OFF for state in REST.values())
    hand.sees(f"20 of 20 talked about, {put_off} to come back to")


def is_taken_back(hand: Hand, case: str) -> None:
    hand.open(f"{case}/consent/ledger")
    hand.sees_heading("What was agreed")
    in_order(read_out(hand), "What was agreed", "Support worker to ring", "Protection notice", "Neighbours")
    hand.tap(re.compile("^Support worker to ring"))
    hand.sees_heading("Support worker to ring")
    hand.sees(re.compile("Give name and safe number to a support service"))
    hand.tap(re.compile("takes it back$"))
    hand.write(re.compile("^What was said"), "I would rather not, after all")
    hand.tap("Record that it is taken back")
    hand.sees(re.compile("No name and no number goes to a support service"))
    told = read_out(hand)
    in_order(told, "Support worker to ring", "Taken back", "Not permitted", "Every answer", "Taken back.")
    assert SAID in told, "what was said before stays readable"


def follows(hand: Hand, case: str) -> None:
    hand.open(f"{case}/consent/next")
    hand.sees_heading("What comes next")
    in_order(read_out(hand), "What comes next", "To do", "Support: stop")
    hand.tap(re.compile("^Support: stop"))
    hand.choose("Done")
    hand.tap(re.compile("^(Save and continue|Continue)$"))
    hand.sees("Settled")
