"""Documents at the console: for whoever may open the case, logged in the ledger, as a phone makes them."""

from __future__ import annotations

import hashlib
import json

import pytest
from sqlmodel import Session, col, select, update

from app import kinds
from app.case import fold
from app.court_calendar import bundled
from app.documents.making import Kind, Made, Wanted, make
from app.documents.material import Material
from app.entry import from_json
from sync.station.accounts import Role
from sync.station.console.documents import OUT
from sync.station.tables import AccountRow, EntryRow
from tests.documents.papers import streams, words_of
from tests.station.console.conftest import NAME, SECRET
from tests.station.console.visitor import Visitor
from tests.station.scene import OTHER_AREA, OTHER_FORCE, account

READERS = (Role.OFFICER, Role.SUPERVISOR, Role.AUTHORISING)
OTHERS = tuple(role for role in Role if role not in READERS)


def place(incident: str, *more: str) -> str:
    return "/".join((f"/incident/{incident}/documents", *more))


def ask(visitor: Visitor, incident: str, kind: Kind, **typed: str):
    told = {"recipient": "Northvale Magistrates", **typed}
    return visitor.form(place(incident, f"{kind.value}.pdf"), place(incident), **told)


def entries(visitor: Visitor, incident: str):
    """Everything that the ledger holds of the case."""
    with Session(visitor.scene.engine) as session:
        rows = session.execute(select(EntryRow.json_text)).all()
    told = [from_json(json.loads(row[0])) for row in rows]
    return [entry for entry in told if entry.case == incident]


@pytest.mark.parametrize("role", READERS)
def test_whoever_may_open_the_case_gets_the_file_as_an_attachment_that_is_not_kept(role, scene, incident):
    visitor = Visitor(scene, account(scene, role))
    answer = ask(visitor, incident, Kind.REFERRAL)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    disposition = answer.headers["content-disposition"]
    assert disposition.startswith('attachment; filename="document-2')
    assert NAME.split()[0] not in disposition
    assert NAME in words_of(answer.content)


@pytest.mark.parametrize("role", OTHERS)
def test_a_role_that_opens_no_record_gets_neither_list_nor_file(role, scene, incident):
    visitor = Visitor(scene, account(scene, role))
    before = len(entries(visitor, incident))
    assert visitor.client.get(place(incident)).status_code == 404
    assert visitor.client.get(place(incident, "court_pack")).status_code == 404
    answer = visitor.form(place(incident, "court_pack.pdf"), "/", recipient="x", purpose="court-asked")
    assert answer.status_code == 404
    assert SECRET.encode() not in answer.content
    assert len(entries(visitor, incident)) == before


@pytest.mark.parametrize(("force", "area"), [(OTHER_FORCE, OTHER_AREA), (None, OTHER_AREA)])
def test_another_force_and_another_area_get_nothing_and_nothing_is_logged(force, area, scene, incident):
    where = {"area": area, **({"force": force} if force else {})}
    visitor = Visitor(scene, account(scene, Role.SUPERVISOR, "stranger", **where))
    before = len(entries(visitor, incident))
    assert visitor.client.get(place(incident)).status_code == 404
    assert visitor.form(place(incident, "referral_pack.pdf"), "/", recipient="x").status_code == 404
    assert len(entries(visitor, incident)) == before


def test_a_form_without_the_token_of_the_session_makes_nothing(supervisor, incident):
    answer = supervisor.client.post(place(incident, "referral_pack.pdf"), data={"recipient": "x"})
    assert answer.status_code == 404
    assert [each.kind for each in entries(supervisor, incident)].count(kinds.EXPORTED) == 0


def test_the_disclosure_is_an_entry_of_the_station_with_recipient_purpose_and_hash(supervisor, incident):
    answer = ask(supervisor, incident, Kind.REFERRAL)
    logged = [each for each in entries(supervisor, incident) if each.kind == kinds.EXPORTED]
    assert len(logged) == 1
    assert logged[0].of_station
    assert {key: value for key, value in logged[0].body.items() if key != "form"} == {
        "kind": "referral_pack",
        "purpose": "For the decision of the authorising officer",
        "recipient": "Northvale Magistrates",
        "sha256": hashlib.sha256(answer.content).hexdigest(),
    }
    assert "Never" in supervisor.words(place(incident))
    assert logged[0].by in supervisor.words(place(incident))


@pytest.mark.parametrize("kind", [Kind.REFERRAL, Kind.CHRONOLOGY])
def test_station_and_handset_make_the_same_bytes_from_the_same_entries(kind, supervisor, incident, scene):
    folded = fold(entries(supervisor, incident))
    made = make(Material(folded, bundled(), scene.guidance, training=scene.training), Wanted(kind))
    assert isinstance(made, Made)
    assert ask(supervisor, incident, kind).content == made.content


@pytest.mark.parametrize("kind", Kind)
def test_an_undisclosed_address_stands_in_no_document_of_the_console(kind, supervisor, incident):
    answer = ask(supervisor, incident, kind, purpose=OUT)
    assert answer.status_code == 200
    told = words_of(answer.content)
    for secret in (SECRET, "Hidden Row", "07700 900911", "07700 900912"):
        assert secret not in told
        assert secret.encode() not in streams(answer.content)


def test_the_application_asks_whether_the_address_goes_along_and_logs_why(supervisor, incident):
    unsaid = ask(supervisor, incident, Kind.APPLICATION)
    assert unsaid.status_code == 400
    assert "Choose whether the undisclosed address goes along" in unsaid.text
    answer = ask(supervisor, incident, Kind.APPLICATION, purpose="court-asked")
    assert SECRET in words_of(answer.content)
    logged = [each for each in entries(supervisor, incident) if each.kind == kinds.EXPORTED]
    assert [each.body["purpose"] for each in logged] == [
        "For the application to the court. With the undisclosed address: The court asked for it. As a draft"
    ]


def test_an_account_for_which_no_officer_answers_gets_no_file(supervisor, incident):
    with Session(supervisor.scene.engine) as session:
        session.execute(update(AccountRow).where(col(AccountRow.role) == Role.SUPERVISOR).values(number=""))
        session.commit()
    answer = ask(supervisor, incident, Kind.REFERRAL)
    assert answer.status_code == 403
    assert "Your account names no officer" in answer.text
    assert [each.kind for each in entries(supervisor, incident)].count(kinds.EXPORTED) == 0


def test_nobody_named_who_gets_it_makes_no_file(supervisor, incident):
    answer = ask(supervisor, incident, Kind.REFERRAL, recipient=" ")
    assert answer.status_code == 400
    assert "Say who gets it" in answer.text


def test_pages_of_the_documents_name_nobody_and_no_address(supervisor, incident):
    for page in (place(incident), *(place(incident, kind.value) for kind in Kind)):
        told = supervisor.page(page)
        assert NAME not in told
        assert SECRET not in told


def test_a_notice_that_nobody_authorised_is_offered_as_a_draft_alone(supervisor, incident):
    told = supervisor.words(place(incident, "p_copy"))
    assert "A superintendent has not authorised the notice" in told
    assert "Make a draft" in told
    assert "DRAFT" in words_of(ask(supervisor, incident, Kind.NOTICE).content)


@pytest.mark.parametrize("name", ["everything", "..%2f..", "court_pack.html"])
def test_a_document_that_there_is_not_is_absent(name, supervisor, incident):
    assert supervisor.client.get(place(incident, name)).status_code == 404
    assert supervisor.form(place(incident, f"{name}.pdf"), place(incident), recipient="x").status_code == 404


def test_the_incident_leads_to_its_documents(supervisor, incident):
    assert place(incident) in supervisor.page(f"/incident/{incident}")
