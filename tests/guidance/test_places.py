"""Pages that ask questions of other tasks: a stanza names its page, and no code lists it."""

from __future__ import annotations

from pathlib import Path

from app.case.model import Case
from app.guidance import load
from tests.guidance.cases import bundled, done
from tests.guidance.small import written

EMPTY = Case("case")


def test_a_stanza_that_names_a_page_is_asked_there_in_the_order_of_the_content(tmp_path: Path) -> None:
    room = '[see]\nform = "choice"\nanswers = ["yes", "no"]\nneeds = ["who"]\nplace = "stairs"\n'
    door = '[knock]\nrec = ["must"]\nplace = "stairs"\n'
    small = load(written(tmp_path, questions_room=room, questions_door=door))
    assert [each.id for each in small.at("stairs", EMPTY)] == ["knock", "see"]
    assert small.at("attic", EMPTY) == ()


def test_terms_about_a_home_are_asked_only_of_those_who_share_it() -> None:
    def terms(case: Case) -> list[str]:
        return [each.id for each in bundled().at("terms", case)]

    assert terms(EMPTY) == ["tm-molest"]
    assert len(terms(done("dv-cohabit", "yes"))) == 5


def test_every_page_of_the_notice_has_its_questions() -> None:
    for place in ("terms", "service", "application", "breach", "no-answer"):
        assert bundled().at(place, EMPTY), place


def test_limbs_are_the_questions_of_the_test_and_each_can_be_shown_and_left_unknown() -> None:
    limbs = bundled().limbs()
    assert [each.id for each in limbs] == [each.id for each in bundled().questions() if each.task == "dvpn"]
    for each in limbs:
        assert each.limb
        assert set(each.limb.shown) <= set(each.answers)
