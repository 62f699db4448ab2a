"""The plan as it stands: what was agreed, who sees to it, the yes that it stands on, and nothing of where."""

from __future__ import annotations

from flet.messaging.protocol import MessageAction

from app.answers import Given, answer_item
from app.consent import Said, record_consent
from app.incident import move_address
from tests.documents.papers import words_of
from tests.views.harness import Ring, in_ring, ring
from tests.views.test_documents import handed_over
from tests.views.welfare import Work, opened

REFUGE = "41 Lapwing Close, Stowbridge"


def agree(work: Work, item: str, answer: str = "done", **details: object) -> None:
    answer_item(work.book, work.case, Given(item, answer, details=details))


def agreed(work: Work) -> None:
    agree(work, "sp-made-with", who="With an IDVA and the school")
    agree(work, "sp-stay-or-leave", "leave")
    agree(work, "sp-own-strategies", words="Keeps the keys in a pocket")
    agree(work, "sp-alarm", owner="4471", day="2026-11-20", horizon="now")
    agree(work, "sp-tecsafe", owner="4471", day="2026-11-30", horizon="later")
    agree(work, "sp-refuge", owner="IDVA", horizon="now")


@in_ring
async def test_the_plan_shows_each_measure_with_owner_day_and_the_yes_that_it_stands_on() -> None:
    async with ring() as phone:
        work = await opened(phone)
        agreed(work)
        await work.go("plan")
        assert phone.sees("With an IDVA and the school")
        assert phone.sees("Keeps the keys in a pocket")
        assert phone.sees("4471 sees to it, by Fri 20 Nov")
        assert phone.sees("4471 sees to it, by Mon 30 Nov")
        assert phone.sees("IDVA sees to it, no day set")
        assert phone.sees("Handset or alarm: Not permitted")


@in_ring
async def test_a_measure_that_law_does_not_gate_asks_for_no_yes_and_none_is_hidden() -> None:
    async with ring() as phone:
        work = await opened(phone)
        agreed(work)
        await work.go("plan")
        assert phone.has("sp-tecsafe.title"), "it is said and not hidden"
        yes = Said("cn-tecsafe", "given", {"handset": "TRN-4"})
        record_consent(work.book, work.case, yes)
        await work.go("plan")
        assert phone.sees("Handset or alarm: Permitted")
        assert not any("Not permitted" in text for text in phone.texts())


@in_ring
async def test_staying_or_leaving_opens_the_advice_that_matches() -> None:
    async with ring() as phone:
        work = await opened(phone)
        agree(work, "sp-stay-or-leave", "leave")
        await work.go("plan")
        assert phone.rows("advice.") == ["advice.leave", "advice.devices"]
        agree(work, "sp-stay-or-leave", "undecided")
        await work.go("plan")
        assert phone.rows("advice.") == ["advice.stay", "advice.leave", "advice.devices"]


@in_ring
async def test_device_advice_says_first_that_changes_can_be_noticed_and_evidence_comes_first() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("plan")
        await phone.tap("advice.devices")
        assert phone.route == work.place("plan", "advice", "devices")
        warned = next(at for at, text in enumerate(phone.texts()) if "Keep the evidence first" in text)
        satnav = next(at for at, text in enumerate(phone.texts()) if "satnav keeps journeys" in text)
        assert warned < satnav


@in_ring
async def test_nothing_of_where_the_victim_is_stands_on_the_plan_or_its_paper() -> None:
    async with ring() as phone:
        work = await opened(phone)
        agreed(work)
        move_address(
            work.book, work.case, {"address": REFUGE, "undisclosed": True, "staying_with": "Perpetua"}
        )
        await work.go("plan")
        assert not phone.sees("Lapwing")
        await work.go("documents", "plan_copy")
        await phone.type("papers.recipient", "The victim")
        await phone.tap("papers.make")
        await phone.until(lambda: phone.route == work.place("documents"))
        paper = words_of(handed_over(phone)[-1]["src_bytes"])
        assert "House alarm" in paper
        assert "0808 2000 247" in paper
        for never in ("Lapwing", "Perpetua", "Refuge place", "leave", "undisclosed", "keys in a pocket"):
            assert never not in paper.replace("Leave it with us", ""), never


def rung(phone: Ring) -> list[str]:
    sent = (each.body for each in phone.connection.sent if each.action == MessageAction.INVOKE_METHOD)
    return [each.args["url"] for each in sent if each.name == "launch_url"]


@in_ring
async def test_a_tap_rings_the_number_and_nothing_of_a_record_goes_with_it() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("plan")
        await phone.tap("helpline.lead")
        assert phone.sees("Ring 0808 2000 247")
        await phone.tap("helpline.ring.domestic-abuse")
        await phone.tap("helpline.ring.stalking")
        assert rung(phone) == ["tel:08082000247", "tel:08088020300"]


@in_ring
async def test_a_number_and_a_reference_that_nobody_looked_at_for_long_say_so() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await phone.go("/helplines")
        assert not phone.sees("longer ago than your force allows")
        work.time("2027-06-25T12:00:00+00:00")
        await phone.go("/guidance")
        assert phone.sees("13 of these nobody has looked at within the time")
        assert phone.sees("Nobody has looked at this yet")
        await phone.go("/helplines")
        assert phone.sees("Check it before you give it")


@in_ring
async def test_longer_orders_are_a_page_without_advice_and_what_was_said_of_them_is_kept() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("orders")
        assert phone.sees("no advice given")
        assert phone.sees("An offence: arrest as for any offence")
        await phone.tap("oo-aware.title")
        assert phone.route == work.place("orders", "oo-aware", "said")
        await phone.choose("oo-aware.answer.done")
        await phone.until(lambda: "oo-aware" in work.case.answers, "the answer is kept")
        await phone.tap("ui.continue")
        await phone.until(lambda: phone.route == work.place("orders"), "back where it was asked for")


@in_ring
async def test_the_example_of_a_plan_stands_on_the_page_that_names_it_marked_as_training() -> None:
    async with ring() as phone:
        await opened(phone)
        await phone.go("/guidance")
        assert phone.sees("Example safety plan (TRAINING)")
        lines = [each for each in phone.texts() if each.startswith(("Now. ", "Later. "))]
        assert len(lines) == 5
        assert phone.sees("Looked at again: after each release")
