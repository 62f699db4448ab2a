"""No number and no address of the victim is seen but under how the victim may be reached.

Every place of the app is opened, and every tap that opens more of it is made."""

from __future__ import annotations

import pytest

from app.answers import Given, answer_item
from app.consent import Said, record_consent
from app.incident import move_address, record_person
from app.visits.visiting import Step, record_no_answer, start_visit
from tests.views.harness import Ring, in_ring, ring
from tests.views.test_canary import one_of_each
from tests.views.welfare import TODAY, Work, ordered

PHONE, SAFE, SUPPORT, TRUSTED = "07700 900971", "07700 900972", "07700 900973", "07700 900974"
HOME, NEW_HOME = "97 Kanarienweg, Exampleton", "98 Kanarienhof, Exampleton"
DETAILS = (PHONE, SAFE, SUPPORT, TRUSTED, HOME, NEW_HOME)
HEADING = "How S.W. may be reached"
RULES = ("Never on Sundays", "One ring, then again", "Say: wrong number", "Aunt at number three only")
OPENS = ("where.open", "ui.versions", "ui.question.earlier", "ui.question.add-note")


async def furnished(phone: Ring) -> Work:
    """A case in which a number or an address stands wherever one can stand."""
    work = await ordered(phone)
    victim = work.case.person("victim")
    assert victim is not None
    record_person(work.book, work.case, {"person": victim.id, "phone": PHONE, "address": HOME})
    put = work.book, work.case
    for item, details in (
        ("cp-channel", {"channels": ["call"]}),
        ("cp-safe-number", {"number": SAFE}),
        ("cp-never-times", {"words": RULES[0]}),
        ("cp-caller-id", {"caller_id": "withheld", "words": RULES[1]}),
        ("cp-if-P-answers", {"words": RULES[2]}),
        ("cp-who-may-answer", {"words": RULES[3]}),
        ("cp-trusted-contact", {"who": "An aunt", "number": TRUSTED}),
        ("sp-tonight", {"sleeps": HOME, "ring": TRUSTED}),
    ):
        answer_item(*put, Given(item, "done", details=details))
    record_consent(work.book, work.case, Said("cn-support", "given", {"safe_contact": SUPPORT}))
    moved = {"person": victim.id, "address": NEW_HOME, "undisclosed": False, "phone": PHONE}
    move_address(work.book, work.case, moved)
    start_visit(work.book, work.case, TODAY, {"wv-approach-check": "done"})
    record_no_answer(work.book, work.case, Step("na-1", TODAY, {}))
    return work


def places(work: Work) -> list[str]:
    """Every place of the app, filled with what this case has; each question that can hold a detail."""
    more = ["consent/cn-support", "task/contact/cp-trusted-contact", "task/risk/sp-tonight"]
    more += ["task/contact/cp-safe-number", "documents/disclosure_bundle", "consent/ledger/support"]
    more += [f"where/{TODAY}", f"visit/{TODAY}", f"visit/{TODAY}/no-answer"]
    more += [f"note/{each.id}" for each in work.case.entries]
    return sorted({*one_of_each(work), *(work.place(each) for each in more)})


def unguarded(phone: Ring) -> list[str]:
    """Details on the screen that stand before the rules, or without them."""
    texts = phone.texts()
    starts = next((at for at, text in enumerate(texts) if text == HEADING), len(texts))
    rules = [at for at, text in enumerate(texts) if any(rule in text for rule in RULES)]
    ready = max(rules) if len(rules) >= len(RULES) and min(rules) > starts else len(texts)
    return [text for at, text in enumerate(texts) if at <= ready and any(each in text for each in DETAILS)]


async def opened(phone: Ring) -> None:
    """Everything that a tap opens on this page without writing what the case is about."""
    for key in [each for start in OPENS for each in phone.rows(start)]:
        if phone.has(key):
            await phone.tap(key)
    await phone.settle()


@pytest.mark.slow
@in_ring
async def test_no_screen_shows_a_number_or_an_address_before_how_it_may_be_used() -> None:
    async with ring() as phone:
        work = await furnished(phone)
        seen, bare = set[str](), dict[str, list[str]]()
        for place in places(work):
            await phone.go(place)
            await phone.until(lambda: not phone.sees("Opening."), "it is logged, then shown")
            bare[place] = unguarded(phone)
            await opened(phone)
            bare[place] += unguarded(phone)
            seen |= {each for each in DETAILS if phone.sees(each)}
        assert {place: found for place, found in bare.items() if found} == {}
        assert seen >= {PHONE, SAFE, SUPPORT, TRUSTED, NEW_HOME}, "the details are there to be found"


@in_ring
async def test_voicemail_is_never_until_it_is_allowed() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("where", TODAY)
        assert phone.sees("Voicemail")
        assert phone.sees("No. Leave none.")
        answer_item(work.book, work.case, Given("cp-voicemail", "yes", details={"voicemail": True}))
        await work.go("where", TODAY)
        assert not phone.sees("No. Leave none.")
        assert phone.sees("Voicemail allowed: Yes")


@in_ring
async def test_rules_stay_over_the_address_once_it_is_opened() -> None:
    async with ring() as phone:
        work = await furnished(phone)
        await work.go("where", TODAY)
        await phone.tap("where.open")
        await phone.until(lambda: phone.sees(NEW_HOME))
        assert unguarded(phone) == []
        for rule in RULES:
            assert phone.sees(rule)


@pytest.mark.parametrize("parts", [("visit", TODAY, "no-answer"), ("visit", "new"), ("visit", TODAY, "move")])
def test_rules_stand_where_the_next_call_or_visit_is_decided(parts: tuple[str, ...]) -> None:
    @in_ring
    async def looked() -> None:
        async with ring() as phone:
            work = await furnished(phone)
            await work.go(*parts)
            assert phone.sees(HEADING)
            assert all(phone.sees(rule) for rule in RULES)

    looked()
