"""The content against the law's tables: every id, its codes, its duty, its answers."""

from __future__ import annotations

import pytest

from app.consent import NOT_REQUIRED, STATES
from app.facts.gate import GATE, MUST_BE_YES
from app.guidance.model import FOURWAY, FieldKind, Form
from tests.guidance import law
from tests.guidance.cases import bundled, question, task


@pytest.mark.parametrize(("item", "codes"), sorted(law.all_coded().items()))
def test_item_is_asked_with_its_codes_of_record(item: str, codes: frozenset[str]) -> None:
    assert question(item).rec == codes


@pytest.mark.parametrize("item", [*law.CONTACT.split(), *law.OTHERS.split()])
def test_item_without_codes_is_asked(item: str) -> None:
    assert bundled().question(item) is not None


@pytest.mark.parametrize("duty", sorted(law.TOPICS))
def test_topics_say_what_the_law_asks_of_consent(duty: str) -> None:
    items = [each.id for each in bundled().questions() if each.duty == duty]
    assert sorted(items) == sorted(law.TOPICS[duty].split())


@pytest.mark.parametrize("item", law.PRINCIPLES.split())
def test_wording_principle_has_words_and_stands_by_a_question(item: str) -> None:
    assert bundled().has(f"{item}.title")
    assert bundled().has(f"{item}.hint")
    assert any(item in each.hints for each in bundled().questions())


def test_content_and_consent_rules_agree_on_what_needs_a_yes() -> None:
    needing = {each.id for each in bundled().questions() if each.duty in ("required", "offer")}
    assert needing & NOT_REQUIRED <= {"cn-dvds"}
    told = {each.id for each in bundled().questions() if each.duty in ("not-required", "inform", "opinion")}
    assert told <= NOT_REQUIRED


def test_topics_offer_only_states_that_consent_can_have_and_never_withdrawal() -> None:
    for each in bundled().questions():
        if each.form is Form.CONSENT:
            assert {*each.answers, *each.aside} <= set(STATES) - {"withdrawn"}, each.id
            assert "not asked" in each.aside, each.id


@pytest.mark.parametrize(("row", "beginnings"), sorted(law.ROWS.items()))
def test_row_of_the_incident_holds_its_items_and_no_others(row: str, beginnings: tuple[str, ...]) -> None:
    strange = [page.id for page in task(row).questions if not page.id.startswith(beginnings)]
    assert strange == []
    for beginning in beginnings:
        assert any(page.id.startswith(beginning) for page in task(row).questions), beginning


def test_incident_shows_its_rows_in_the_order_of_the_night() -> None:
    listed = [each.id for each in bundled().tasks if each.listed]
    assert listed == [*law.ROWS]


def test_items_are_answered_done_not_done_not_applicable_or_refused_unless_they_ask_otherwise() -> None:
    for each in bundled().questions():
        if each.form is Form.FOURWAY:
            assert each.answers == FOURWAY
            assert [field.id for field in each.fields if field.when] == ["which"], each.id


def test_gate_of_the_notice_is_the_referral_task() -> None:
    assert {page.id for page in task("dvpn").questions} == set(GATE)
    for item in MUST_BE_YES:
        assert question(item).answers == ("yes", "no", "unsure")


@pytest.mark.parametrize("item", [*MUST_BE_YES, "dv-cohabit"])
@pytest.mark.parametrize("answer", ["no", "unsure"])
def test_gate_answer_that_is_not_yes_says_what_it_means(item: str, answer: str) -> None:
    assert bundled().has(f"{item}.when.{answer}")


@pytest.mark.parametrize("item", MUST_BE_YES)
def test_no_names_what_else_there_is_and_blocks_nothing(item: str) -> None:
    assert bundled().words(f"{item}.when.no").endswith("You can still refer.")


def test_situations_are_those_of_both_sources() -> None:
    assert set(question("dv-situation").answers) == {
        "no arrest, risk remains", "released with no contact-restricting bail", "caution leaves risk",
        "no further action leaves risk", "charge may leave risk", "MARAC referral",
        "investigation continuing", "victim unsure about support",
    }  # fmt: skip


def choices(item: str, field: str) -> tuple[str, ...]:
    found = question(item).field(field)
    assert found is not None
    return found.choices


def test_necessity_is_ticked_from_code_g_and_at_least_one_is_needed() -> None:
    assert choices("arr-necessity", "criteria") == (
        "name", "address", "prevent injury", "prevent damage", "prevent indecency", "prevent obstruction",
        "protect child or vulnerable person", "prompt and effective investigation",
        "prevent disappearance",
    )  # fmt: skip
    criteria = question("arr-necessity").field("criteria")
    assert criteria is not None
    assert criteria.needed
    assert criteria.kind is FieldKind.SEVERAL


def test_tie_is_one_of_the_limbs_of_section_62() -> None:
    assert len(choices("dv-assoc", "limb")) == 8


def test_no_arrest_is_justified_in_one_of_three_ways() -> None:
    assert question("arr-not-why").answers == ("no grounds", "not possible", "not proportionate")


def test_grade_is_set_by_a_person_from_three() -> None:
    assert choices("risk-tool", "grade") == ("standard", "medium", "high")


def test_each_of_employer_childcare_and_landlord_is_asked_apart() -> None:
    needed = [field.id for field in question("cn-tell-others").fields if field.needed]
    assert needed == ["employer", "childcare", "landlord"]


def test_both_exclusions_of_a_cocoon_watch_are_asked_and_her_feeling_stands_apart() -> None:
    fields = {field.id: field for field in question("cn-cocoon").fields}
    assert fields["neighbours_involved"].needed
    assert fields["raises_risk"].needed
    assert {"feels", "own_view"} <= set(fields)


def test_helplines_have_the_numbers_that_work() -> None:
    assert "0808 802 0300" in bundled().words("sp-stalking-line.ask")
    assert "0808 2000 247" in bundled().words("sp-da-helpline.ask")


def test_questions_of_an_incident_name_their_source() -> None:
    listed = [page for each in bundled().tasks if each.listed for page in each.questions]
    assert [page.id for page in listed if not page.source] == []
