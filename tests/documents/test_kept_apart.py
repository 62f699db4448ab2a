"""Where the victim may be found stands on no paper, unless the court's annex was asked for by purpose."""

from __future__ import annotations

import pytest

from app import kinds
from app.documents.application import PURPOSES
from app.documents.making import Kind, Made, Wanted, make, purposes
from app.documents.material import Material
from app.documents.withheld import Compartment
from app.incident import move_address, put_right_incident, record_person
from tests.app.shift import Shift
from tests.documents.papers import (
    CANARIES,
    CODEWORD,
    HOME,
    OWN_PHONE,
    REFUGE,
    SAFE_PHONE,
    answered,
    authorised,
    guidance,
    made,
    material,
    of_served,
    pages,
    referred,
    served,
    streams,
    words_of,
)

EVERY = [pytest.param(kind, id=kind.value) for kind in Kind]
INSTEAD = "[kept apart]"


def spellings(secret: str) -> set[bytes]:
    """As a file could hold it."""
    texts = {secret, secret.upper(), secret.lower(), secret.replace(" ", "")}
    return {
        form
        for text in texts
        for form in (text.encode(), text.encode("utf-16-be"), text.encode().hex().encode())
    }


def found_in(content: bytes) -> list[str]:
    everything, told = streams(content), words_of(content).lower()
    squeezed = told.replace(" ", "")
    return [
        secret
        for secret in CANARIES
        if any(form in everything for form in spellings(secret))
        or secret.lower() in told
        or secret.lower().replace(" ", "") in squeezed
    ]


@pytest.mark.parametrize("kind", EVERY)
def test_no_canary_stands_in_any_document(kind: Kind) -> None:
    assert found_in(of_served(kind).content) == []


@pytest.mark.parametrize("kind", EVERY)
def test_a_draft_keeps_apart_as_much(kind: Kind) -> None:
    assert found_in(made(referred(), kind, draft=True).content) == []


@pytest.mark.parametrize(
    "kind",
    [pytest.param(each, id=each.value) for each in Kind if each not in (Kind.APPLICATION, Kind.TRANSFER)],
)
def test_a_purpose_opens_the_compartment_of_no_other_document(kind: Kind) -> None:
    assert purposes(material(authorised().case), kind) == ()
    assert found_in(of_served(kind, "court-asked").content) == []


def test_the_annex_of_the_application_carries_the_address_for_a_purpose_on_a_page_of_its_own() -> None:
    shift = served()
    assert purposes(material(shift.case), Kind.APPLICATION) == PURPOSES
    told = pages(made(shift, Kind.APPLICATION, purpose="court-asked").content)
    assert [REFUGE in page for page in told] == [False] * (len(told) - 1) + [True]
    assert "Not for the other party" in told[-1]
    assert "The court asked for it" in told[-1]
    assert OWN_PHONE not in told[-1]
    assert SAFE_PHONE not in told[-1]


def test_a_purpose_that_nobody_named_opens_nothing() -> None:
    done = make(material(served().case), Wanted(Kind.APPLICATION, purpose="because"))
    assert isinstance(done, Made)
    assert found_in(done.content) == []


def test_where_nothing_is_undisclosed_no_purpose_is_asked_for() -> None:
    assert purposes(material(referred().case), Kind.APPLICATION) == ()


def shut(shift: Shift, text: str) -> str:
    return Compartment(shift.case, INSTEAD).shut(text)


@pytest.mark.parametrize(
    "text",
    [
        "41 lapwing close", "Lapwing   Close", "Flat 9, 41 Lapwing Close", "zz99zz", "ZZ9 9ZZ",
        "07700-900-145", "+44 7700 900145", "0044 7700 900145", "(07700) 900 219", "Marmalade",
        "PERPETUA OAKFIELD", "12, Sandpiper Rise", "02079460133",
    ],
)  # fmt: skip
def test_another_spelling_of_it_is_taken_out_too(text: str) -> None:
    assert shut(authorised(), f"before {text} after") == f"before {INSTEAD} after"


@pytest.mark.parametrize(
    "text",
    [HOME, "Northvale Magistrates", "Stowbridge", "at 21:35 on Mon 11 Jan 2027", "BWV TRN-441", "marmalades"],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert shut(authorised(), text) == text


def test_an_address_that_was_kept_undisclosed_by_mistake_is_shown_again_once_that_is_put_right() -> None:
    shift = Shift()
    hers = {"role": "victim", "name": "Sana Whitlock", "address": HOME}
    person = record_person(shift.officer(), shift.case, {**hers, "undisclosed": True}).body["person"]
    assert shut(shift, HOME) == INSTEAD
    shift.clock.advance(minutes=1)
    record_person(shift.officer(), shift.case, {"person": person, "address": HOME, "undisclosed": False})
    assert shut(shift, HOME) == HOME


def test_the_home_that_both_share_stays_in_the_notice_after_the_victim_has_moved() -> None:
    assert HOME in words_of(made(authorised(), Kind.NOTICE).content)


def test_an_undisclosed_place_of_the_incident_is_kept_apart() -> None:
    shift = Shift()
    put_right_incident(shift.officer(), shift.case, {"address": REFUGE, "undisclosed": True})
    told = words_of(made(shift, Kind.REFERRAL).content)
    assert "Lapwing" not in told
    assert f"Place {INSTEAD}" in told


def test_a_notice_is_refused_where_a_term_names_an_undisclosed_address() -> None:
    shift = referred()
    answered(shift, "tm-distance", "yes", metres="100", address=REFUGE)
    move_address(shift.officer(), shift.case, {"address": REFUGE, "undisclosed": True})
    shift.write(
        kinds.REFERRAL_AUTHORISED, shift.superintendent(), mode="written", reason="x", rank="Superintendent"
    )
    done = make(material(shift.case), Wanted(Kind.NOTICE))
    assert getattr(done, "because", ()) == ("premises-kept-apart",)


def test_an_entry_of_a_kind_from_a_newer_phone_is_listed_and_its_content_kept_apart() -> None:
    shift = authorised()
    shift.clock.advance(minutes=1)
    entry = shift.write("refuge_booked", whatever="Room 4 at Heron House")
    told = words_of(made(shift, Kind.CHRONOLOGY).content)
    assert "Heron House" not in told
    assert "Entry of another version (refuge_booked)" in told
    assert entry.hash in told.replace(" ", "")


def test_an_amended_address_is_kept_apart_in_each_of_its_versions() -> None:
    shift = referred()
    moved = move_address(
        shift.officer(), shift.case, {"address": "1 Plover Walk, Fenmoor", "undisclosed": True}
    )
    shift.clock.advance(minutes=1)
    shift.write(kinds.AMENDED, of=moved.id, new={"address": "2 Curlew Path, Fenmoor"}, why="Wrong house")
    told = words_of(made(shift, Kind.CHRONOLOGY).content)
    assert "Plover" not in told
    assert "Curlew" not in told
    assert "Wrong house" in told


def test_contact_data_in_a_list_of_a_newer_phone_is_kept_apart() -> None:
    shift = referred()
    shift.clock.advance(minutes=1)
    friends = [{"name": "Ada", "phone": "020 7946 0777", "new_address": "5 Dunlin Court"}]
    shift.write(kinds.ANSWERED, item="vic-alone", answer="done", details={"friends": friends, "count": 1})
    told = words_of(made(shift, Kind.CHRONOLOGY).content)
    assert "Name Ada" in told
    assert "0777" not in told
    assert "Dunlin" not in told


def test_a_codeword_is_named_nowhere_though_an_officer_wrote_it_into_the_grounds() -> None:
    shift = referred()
    answered(shift, "dv-violence", "yes", f"He shouted {CODEWORD} through the door")
    told = Material(shift.case, material(shift.case).calendar, guidance())
    drawn = make(told, Wanted(Kind.NOTICE, draft=True))
    assert isinstance(drawn, Made)
    assert f"He shouted {INSTEAD} through the door" in words_of(drawn.content)
