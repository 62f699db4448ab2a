"""Documents on the phone: what each lacks, for whom it is, and that it is logged before it leaves."""

from __future__ import annotations

import hashlib
from typing import Any

from flet.messaging.protocol import MessageAction

from app import kinds
from app.consultation import Disclosure, exported
from app.documents.making import Kind, Made, Wanted, make
from app.documents.material import Material
from tests.documents.papers import words_of
from tests.views.harness import Ring, in_ring, ring
from tests.views.welfare import ADDRESS, VICTIM, Work, opened, served


def handed_over(phone: Ring) -> list[dict[str, Any]]:
    """What went to the platform's dialog: name and bytes."""
    sent = (each.body for each in phone.connection.sent if each.action == MessageAction.INVOKE_METHOD)
    return [each.args for each in sent if each.name == "save_file"]


async def make_it(phone: Ring, work: Work, recipient: str = "0087", draft: bool = False) -> dict[str, Any]:
    await phone.type("papers.recipient", recipient)
    await phone.tap("papers.make-draft" if draft else "papers.make")
    await phone.until(lambda: phone.route == work.place("documents"))
    return handed_over(phone)[-1]


@in_ring
async def test_the_list_says_which_documents_can_be_made_and_what_is_missing() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go()
        await phone.tap("papers.title")
        assert phone.route == work.place("documents")
        assert phone.rows("doc.kind.") == [f"doc.kind.{kind.value}" for kind in Kind]
        assert phone.texts().count("Only as a draft") == 4
        assert phone.texts().count("Can be made") == 3
        assert phone.sees("things missing")


@in_ring
async def test_a_document_is_logged_with_whom_what_for_and_its_hash_and_then_handed_over() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("documents")
        await phone.tap("doc.kind.referral_pack")
        before = work.case
        gone = await make_it(phone, work)
        entry = work.last(kinds.EXPORTED)
        assert entry.body == {
            "kind": "referral_pack",
            "purpose": "For the decision of the authorising officer",
            "recipient": "0087",
            "sha256": hashlib.sha256(gone["src_bytes"]).hexdigest(),
        }
        told = Material(before, phone.services.calendar, phone.services.guidance, training=True)
        made = make(told, Wanted(Kind.REFERRAL))
        assert isinstance(made, Made)
        assert gone["src_bytes"] == made.content
        assert gone["file_name"] == "document-20261115-2010.pdf"
        assert work.draft("documents", "referral_pack") == {}
        assert phone.sees("Last made")


@in_ring
async def test_nothing_is_made_while_nobody_is_named_who_gets_it() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("documents", "referral_pack")
        await phone.tap("papers.make")
        assert phone.texts().count("Say who gets it") == 2
        assert handed_over(phone) == []
        assert kinds.EXPORTED not in work.kinds()


@in_ring
async def test_a_notice_that_nobody_authorised_is_a_draft_and_the_page_says_why() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("documents", "p_copy")
        assert phone.sees("A superintendent has not authorised the notice")
        assert not phone.has("papers.make")
        gone = await make_it(phone, work, "4471", draft=True)
        assert "DRAFT" in words_of(gone["src_bytes"])
        assert work.last(kinds.EXPORTED).body["purpose"] == "To be served. As a draft"


@in_ring
async def test_the_undisclosed_address_is_left_out_or_asked_for_by_purpose_and_nothing_is_chosen_before() -> (
    None
):
    async with ring() as phone:
        work = await opened(phone, undisclosed=True)
        await work.go("documents", "court_pack")
        await phone.type("papers.recipient", "Northvale Magistrates")
        await phone.tap("papers.make-draft")
        assert phone.texts().count("Choose whether the undisclosed address goes along") >= 1
        assert handed_over(phone) == []
        await phone.choose("doc.purpose.court-asked")
        gone = await make_it(phone, work, "Northvale Magistrates", draft=True)
        assert ADDRESS in words_of(gone["src_bytes"])
        purpose = work.last(kinds.EXPORTED).body["purpose"]
        assert "With the undisclosed address: The court asked for it" in purpose


@in_ring
async def test_an_address_that_is_left_out_is_in_no_byte_of_the_pack() -> None:
    async with ring() as phone:
        work = await opened(phone, undisclosed=True)
        await work.go("documents", "court_pack")
        await phone.choose("doc.purpose.none")
        gone = await make_it(phone, work, "Northvale Magistrates", draft=True)
        assert ADDRESS not in words_of(gone["src_bytes"])
        assert "address" not in work.last(kinds.EXPORTED).body["purpose"]


@in_ring
async def test_no_other_document_asks_about_the_undisclosed_address() -> None:
    async with ring() as phone:
        work = await opened(phone, undisclosed=True)
        for kind in Kind:
            await work.go("documents", kind.value)
            assert phone.has("doc.purpose.none") == (kind in (Kind.APPLICATION, Kind.TRANSFER)), kind


@in_ring
async def test_proof_can_be_made_once_the_notice_was_served() -> None:
    async with ring() as phone:
        work = await served(phone)
        await work.go("documents", "proof_of_service")
        gone = await make_it(phone, work, "Northvale Magistrates")
        assert "Mon 23 Nov 2026, 15:05 GMT" in words_of(gone["src_bytes"])


@in_ring
async def test_no_name_stands_on_the_pages_of_the_documents() -> None:
    async with ring() as phone:
        work = await opened(phone)
        exported(work.book, work.case, Disclosure("court_pack", "For the application to the court", "x"))
        for place in (("documents",), *(("documents", kind.value) for kind in Kind)):
            await work.go(*place)
            assert not phone.sees(VICTIM), place
            assert not phone.sees(ADDRESS), place


@in_ring
async def test_a_document_that_there_is_not_is_nowhere() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("documents", "everything")
        assert not phone.has("papers.make")
        assert not phone.has("papers.make-draft")
