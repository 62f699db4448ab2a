"""The victim has moved: undisclosed unless somebody says otherwise, and a new force has to be told."""

from __future__ import annotations

from app import kinds
from tests.documents.papers import words_of
from tests.views.harness import Ring, in_ring, ring
from tests.views.test_documents import handed_over
from tests.views.welfare import Work, opened, ordered, prefers

REFUGE = "41 Lapwing Close, Stowbridge"


async def moved(phone: Ring, work: Work, elsewhere: str, named: str = "") -> None:
    await work.go("moved")
    await phone.type("moved.address", REFUGE)
    await phone.choose(f"moved.where.{elsewhere}")
    if named:
        await phone.until(lambda: phone.has("moved.where-to"), "the box for its name")
        await phone.type("moved.where-to", named)
    await phone.tap("moved.save")
    await work.until_written(kinds.ADDRESS_MOVED)
    await phone.until(lambda: phone.route != work.place("moved"), "it goes on")


@in_ring
async def test_a_new_address_is_undisclosed_unless_somebody_takes_the_tick_away() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await moved(phone, work, "here")
        assert work.last(kinds.ADDRESS_MOVED).body["undisclosed"] is True
        assert phone.route == work.place()
        assert phone.sees("undisclosed")
        assert not phone.sees("Lapwing")
        await work.go("moved")
        await phone.tap("moved.kept")
        await phone.until(lambda: phone.sees("Only where"), "disclosing warns")


@in_ring
async def test_each_new_value_names_the_one_that_it_replaces() -> None:
    async with ring() as phone:
        work = await opened(phone)
        victim = work.case.person("victim")
        assert victim is not None
        before = work.case.contested[f"address/{victim.id}"].standing
        assert before is not None
        await moved(phone, work, "here")
        body = work.last(kinds.ADDRESS_MOVED).body
        assert (body["replaces"], body["person"]) == (before.entry, victim.id)


@in_ring
async def test_an_empty_form_is_not_saved_and_says_what_is_missing() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("moved")
        await phone.tap("moved.save")
        assert phone.sees("Say if it is in another force or area")
        assert phone.sees("Write the new address")
        assert kinds.ADDRESS_MOVED not in work.kinds()


@in_ring
async def test_a_move_to_another_force_leads_to_its_pack_and_calls_for_the_two_tasks() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        prefers(work)
        await moved(phone, work, "force", "Southvale Police")
        assert phone.route == work.place("documents", "transfer_pack")
        assert not phone.sees("Only as a draft")
        await phone.type("papers.recipient", "Southvale Police")
        await phone.choose("doc.purpose.none")
        await phone.tap("papers.make")
        await phone.until(lambda: phone.route == work.place("documents"))
        pack = words_of(handed_over(phone)[-1]["src_bytes"])
        assert "Confirm within one working day" in pack
        assert "Tue 15 Dec 2026" in pack, "the last day of the order"
        assert "Lapwing" not in pack
        assert "Southvale" not in pack, "whither narrows the search, and stands in the annex alone"
        assert work.last(kinds.EXPORTED).body["purpose"] == "To transfer the case to the new force"
        await work.go("after")
        assert len(phone.rows("follow.me-transfer-force.")) == 1
        assert len(phone.rows("follow.me-transfer-ack.")) == 1


@in_ring
async def test_only_the_named_purpose_puts_the_address_on_a_page_of_the_pack_and_it_is_logged() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        prefers(work)
        await moved(phone, work, "area", "Samplebridge")
        await phone.type("papers.recipient", "Samplebridge team")
        await phone.choose("doc.purpose.new-force")
        await phone.tap("papers.make")
        await phone.until(lambda: phone.route == work.place("documents"))
        pack = words_of(handed_over(phone)[-1]["src_bytes"])
        assert "Lapwing Close" in pack
        assert "Not for the other party" in pack
        assert "07700 900145" in pack, "how to reach the victim goes with the purpose"
        assert "With the undisclosed address" in work.last(kinds.EXPORTED).body["purpose"]
