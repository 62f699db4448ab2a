"""A TRAINING case from referral to order, and its documents as a reader opens them."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO

from pypdf import PdfReader

from app import kinds
from app.amendment import Correction, amend
from app.answers import Given, answer_item
from app.case import Case, fold
from app.consent import Said, record_consent
from app.consultation import Disclosure, consulted, exported
from app.court import Listing, list_hearing, report_breach, serve_notice
from app.court_calendar import bundled as bundled_calendar
from app.documents.making import Kind, Made, Wanted, make
from app.documents.material import Material
from app.entry import Entry
from app.guidance import Guidance, load
from app.incident import move_address, record_person
from app.referral import send_referral
from app.risk import grade_risk
from tests.app.shift import Shift, at

VICTIM, SUSPECT = "Siân Ŵyn-Testwood", "Kit Farrow"
HOME = "3 Tern Mews, Northvale"
SERVED = "2027-01-13T16:05+00:00"

# Canaries: none of them may stand in any document. Ofcom drama numbers and invented places.
REFUGE = "Flat 9, 41 Lapwing Close, Stowbridge ZZ9 9ZZ"
OWN_PHONE, SAFE_PHONE, FRIEND_PHONE = "07700 900145", "07700 900219", "020 7946 0133"
CODEWORD, FRIEND, STAYING = "marmalade", "Perpetua Oakfield", "12 Sandpiper Rise, Fenmoor"
FORCE = "Fenshire"
CANARIES = (FORCE, REFUGE, "Lapwing Close", OWN_PHONE, SAFE_PHONE, FRIEND_PHONE, CODEWORD, FRIEND, STAYING)

GROUNDS = {
    "dv-age": "yes", "dv-assoc": "yes", "dv-violence": "yes", "dv-necessary": "yes", "dv-cohabit": "yes",
    "dv-situation": "no arrest, risk remains", "dv-proportion": "yes", "dv-offence-first": "yes",
    "dv-not-custody-tool": "unsure",
}  # fmt: skip
REASONS = {
    "dv-violence": "Held by the neck at 21:35 on Mon 11 Jan 2027.",
    "dv-necessary": "Said: I will be back, whatever you call.",
}
DETAILS = {
    "dv-violence": {"evidence": "BWV TRN-441"},
    "dv-cohabit": {"address": HOME},
    "dv-assoc": {"limb": "cohabitants, now or before"},
}


@cache
def guidance() -> Guidance:
    return load()


def answered(shift: Shift, item: str, answer: str, reason: str = "", **details: object) -> Entry:
    done = answer_item(shift.officer(), shift.case, Given(item, answer, reason, details=details))
    assert isinstance(done, Entry)
    return done


def referred(start: str = "2027-01-11T21:05+00:00") -> Shift:
    """Sent to a supervisor, with everything in it that is kept in the compartment."""
    shift = Shift(start)
    book = shift.officer()
    hers = {"role": "victim", "name": VICTIM, "phone": OWN_PHONE, "address": HOME, "dob": "1991-05-02"}
    record_person(book, shift.case, {**hers, "relationship": "partner"})
    his = {"role": "suspect", "name": SUSPECT, "dob": "1988-03-09", "address": HOME, "resident": True}
    record_person(book, shift.case, his)
    record_person(book, shift.case, {"role": "child", "name": "Ivo Testwood", "school": "Heron Primary"})
    grade_risk(book, shift.case, "high", {"reason": "Strangulation"})
    for item, answer in GROUNDS.items():
        answered(shift, item, answer, REASONS.get(item, ""), **DETAILS.get(item, {}))
    answered(shift, "tm-molest", "general")
    answered(shift, "tm-no-entry", "yes")
    answered(shift, "tm-distance", "yes", metres="100", address=HOME)
    answered(shift, "ao-p-reps", "not obtained", "Asked at 22:10 and 22:25. Walked off.")
    contact_told(shift)
    shift.clock.advance(minutes=50)
    send_referral(shift.officer(), shift.case, "2210", ())
    return shift


def contact_told(shift: Shift) -> None:
    answered(shift, "cp-safe-number", "done", number=SAFE_PHONE, words="Mine, kept at work")
    answered(shift, "cp-codeword", "done", words=CODEWORD)
    answered(shift, "cp-trusted-contact", "done", who=FRIEND, number=FRIEND_PHONE)
    said = Said(
        "cn-dvpn", "opinion given", {"words": f"I want it. Ring me on {SAFE_PHONE}", "supports": True}
    )
    record_consent(shift.officer(), shift.case, said)


def hidden(shift: Shift) -> Shift:
    """The victim moves to where nobody may know, and officers write more of it than they should."""
    shift.clock.advance(hours=1)
    told = {
        "address": REFUGE,
        "undisclosed": True,
        "staying_with": STAYING,
        "phone": "07700 900877",
        "new_force": FORCE,
    }
    move_address(shift.officer(), shift.case, told)
    numbers = "Call 07700900145, or +44 7700 900219"
    note = f"Moved to 41 LAPWING CLOSE. Told Fenshire. {numbers}. Word: {CODEWORD.title()}"
    answered(shift, "pre-history-check", "done", note)
    return shift


def authorised() -> Shift:
    """Moved, and authorised in writing."""
    shift = hidden(referred())
    shift.clock.advance(hours=1)
    words = {"mode": "written", "reason": "Both grounds", "rank": "Superintendent"}
    shift.write(kinds.REFERRAL_AUTHORISED, shift.superintendent(), **words)
    return shift


def served() -> Shift:
    """Served at 16:10, put right to 16:05; listed; an arrest for breach late on Saturday."""
    shift = authorised().time("2027-01-13T16:20+00:00")
    wrong = serve_notice(
        shift.officer(), shift.case, at("2027-01-13T16:10+00:00"), {"place": "Northvale nick"}
    )
    assert isinstance(wrong, Entry)
    shift.clock.advance(minutes=5)
    amend(shift.officer(), shift.case, Correction(wrong.id, {"served_at": SERVED}, "Footage shows 16:05"))
    answered(shift, "sv-address-asked", "refused/unable", words="Find me yourself")
    answered(shift, "sv-hearing-notice", "attempt", result="Nobody at the door")
    list_hearing(
        shift.officer("2210"), shift.case, Listing("Northvale Magistrates", at("2027-01-15T10:00+00:00"))
    )
    consulted(shift.officer(), shift.case, "check")
    exported(shift.officer(), shift.case, Disclosure("referral_pack", "For a decision", "0087"))
    shift.time("2027-01-14T23:10+00:00")
    told = {"kind": "DVPN", "arrested_at": "2027-01-14T23:00:00+00:00", "belief": "Seen in the garden"}
    report_breach(shift.officer(), shift.case, told)
    return shift


def material(case: Case, training: bool = True) -> Material:
    return Material(case, bundled_calendar(), guidance(), training)


def made(shift: Shift, kind: Kind, draft: bool = False, purpose: str = "") -> Made:
    done = make(material(shift.case), Wanted(kind, draft, purpose))
    assert isinstance(done, Made)
    return done


@cache
def of_served(kind: Kind, purpose: str = "") -> Made:
    """Of the case that was served, to be read only."""
    return made(served(), kind, purpose=purpose)


def pages(content: bytes) -> list[str]:
    """The text of each page as a reader finds it."""
    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def words_of(content: bytes) -> str:
    """All of it on one line."""
    return re.sub(r"\s+", " ", " ".join(pages(content)))


def streams(content: bytes) -> bytes:
    """Every stream of the file as it stands and unpacked, and everything round them."""
    reader = PdfReader(BytesIO(content))
    found = [content]
    for number in range(1, len(reader.xref[0]) + 1):
        part = reader.get_object(number)
        if part is not None and hasattr(part, "get_data"):
            found.append(part.get_data())
    return b"\n".join(found)


def in_other_order(shift: Shift) -> Case:
    return fold(reversed(shift.entries()))
