"""The oversight page: counts for those who oversee, no names, no small numbers, and incidents for who may."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.entry import NO_CASE
from app.notebook import Notebook
from app.oversight.counting import AWARENESS, COUNTS
from sync.station.accounts import Role
from tests.station.conftest import BOTH
from tests.station.console.conftest import NAME, SECRET
from tests.station.console.referred import Sheet
from tests.station.console.test_board import ODD
from tests.station.console.visitor import Outside, Visitor
from tests.station.desk import StationDesk
from tests.station.phone import OFFICER, Phone
from tests.station.scene import FORCE, OTHER_AREA, OTHER_FORCE, account, add, officer


def referrals(scene, clock, number: int, area: str, stream: str = "s-9", force: str = FORCE) -> Phone:
    """So many incidents of an area, each with a referral."""
    phone = Phone(StationDesk(scene), stream, f"9{stream[2:]}00", area, force, clock)
    for each in range(number):
        case = f"{stream}-{each}"
        entries = phone.write(case=case, kind="incident_opened", ref=f"TRAIN-{stream}-{each}")
        phone.push(entries + phone.write(case=case, kind="referral_sent", to="2210", items={}))
    return phone


def outcomes(words: str) -> str:
    return words.rpartition("Notices and orders")[2].partition("Victim safety")[0]


@BOTH
def test_counts_stand_by_area_and_month_and_the_whole(scene, clock):
    referrals(scene, clock, 7, "Exampleton")
    referrals(scene, clock, 6, OTHER_AREA, "s-8")
    words = outcomes(Visitor(scene, account(scene, Role.OVERSIGHT, area="")).words("/oversight"))
    assert "Exampleton 7 7 0 0 0 0 0 0" in words
    assert "Samplebridge 6 6 0 0 0 0 0 0" in words
    assert "All 13 13 0 0 0 0 0 0" in words
    assert "Nov 2026 13 13 0" in words


def test_small_number_is_words_and_what_would_give_it_away_is_not_shown(scene, clock):
    referrals(scene, clock, 7, "Exampleton")
    referrals(scene, clock, 2, OTHER_AREA, "s-8")
    words = outcomes(Visitor(scene, account(scene, Role.OVERSIGHT, area="")).words("/oversight"))
    assert "All 9 9 0" in words
    assert "Exampleton Not shown Not shown 0" in words
    assert "Samplebridge Not shown Not shown 0" in words


def test_one_incident_shows_as_fewer_than_five_and_in_no_chart(scene, incident):
    visitor = Visitor(scene, account(scene, Role.OVERSIGHT))
    assert "Exampleton Fewer than 5" in outcomes(visitor.words("/oversight"))
    page = visitor.page("/oversight")
    for kept in (
        NAME,
        SECRET,
        "TRAIN-7701",
        "R.M.",
        "4471",
        "/incident/",
    ):
        assert kept not in page, kept
    assert 'class="unknown"' in page
    assert 'class="fill" width="100%"' not in page


def test_oversight_of_one_area_sees_no_other_and_no_other_force(scene, clock):
    referrals(scene, clock, 7, "Exampleton")
    referrals(scene, clock, 6, OTHER_AREA, "s-8")
    referrals(scene, clock, 9, "Exampleton", "s-7", OTHER_FORCE)
    words = outcomes(Visitor(scene, account(scene, Role.OVERSIGHT)).words("/oversight"))
    assert "All 7 7 0" in words
    assert "Samplebridge" not in words


def test_area_in_which_nothing_happened_stands_there_with_zeros(scene, clock):
    add(scene, officer("4700", area="Quietham"))
    referrals(scene, clock, 5, "Exampleton")
    words = outcomes(Visitor(scene, account(scene, Role.AUTHORISING)).words("/oversight"))
    assert "Quietham 0 0 0 0 0 0 0 0" in words


PATHS = ("/oversight", "/oversight/so-outcomes/referred")
SEES = {
    Role.OFFICER: (404, 404),
    Role.SUPERVISOR: (200, 200),
    Role.AUTHORISING: (200, 200),
    Role.OVERSIGHT: (200, 404),
    Role.ADMINISTRATOR: (404, 404),
}


@pytest.mark.parametrize("role", SEES)
def test_role_sees_counts_or_incidents_behind_them_as_it_may(role, scene, incident):
    visitor = Visitor(scene, account(scene, role))
    assert tuple(visitor.client.get(path).status_code for path in PATHS) == SEES[role]
    if role is Role.OVERSIGHT:
        assert "/oversight/" not in visitor.page("/oversight")


def test_incidents_behind_a_number_are_references_of_ones_own_area(scene, incident, clock):
    referrals(scene, clock, 1, OTHER_AREA, "s-8")
    words = Visitor(scene, account(scene, Role.SUPERVISOR)).words(PATHS[1])
    assert "TRAIN-7701" in words
    assert "TRAIN-s-8-0" not in words
    assert "R.M." not in words
    away = Visitor(scene, account(scene, Role.SUPERVISOR, "away", force=OTHER_FORCE))
    assert "No incident is behind it" in away.words(PATHS[1])


@pytest.mark.parametrize(
    "odd", ["so-outcomes/x", "so-x/referred", "so-outcomes/%00", "so-outcomes/arrest", "so-awareness/never"]
)
def test_count_that_is_none_is_not_there(odd, scene, incident):
    visitor = Visitor(scene, account(scene, Role.SUPERVISOR))
    assert visitor.client.get(f"/oversight/{odd}").status_code == 404


def test_every_count_and_measure_has_its_words(scene, incident):
    page = Visitor(scene, account(scene, Role.SUPERVISOR)).page("/oversight")
    for count, measures in COUNTS.items():
        assert f'id="{count}"' in page
        for measure in measures:
            link = f"/oversight/{count}/{measure}"
            assert (link in page) == (count != AWARENESS), "officers are counted, and none is named"
    assert 'data-label=""' not in page
    assert 'scope="col"></th>' not in page


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: f"{odd['kind']} {list(odd.values())[1]}")
def test_odd_entry_does_not_take_the_page_away(odd, scene, phone, incident):
    phone.push(phone.write(case="c-odd", kind="incident_opened", ref="TRAIN-7709"))
    phone.push(phone.write(case="c-odd", **odd))
    words = outcomes(Visitor(scene, account(scene, Role.OVERSIGHT)).words("/oversight"))
    assert "Exampleton Fewer than 5" in words


def test_page_draws_without_script_and_asks_nothing_of_anybody_else(scene, incident):
    page = Outside(Visitor(scene, account(scene, Role.OVERSIGHT)).page("/oversight"))
    assert "svg" in page.tags
    assert "script" not in page.tags
    assert [named for named in page.named if named[0].startswith("on") or named[0] == "style"] == []
    assert [value for _, value in page.named if not value.startswith(("/", "#"))] == []


def test_who_looked_changes_no_count(scene, phone, incident):
    visitor = Visitor(scene, account(scene, Role.OVERSIGHT))
    before = visitor.page("/oversight")
    phone.push(phone.write(case=incident, kind="consulted", page="person"))
    assert visitor.page("/oversight") == before


def test_board_leads_oversight_to_its_own_page(scene, incident):
    visitor = Visitor(scene, account(scene, Role.OVERSIGHT))
    assert visitor.client.get("/").headers["location"] == "/oversight"


@BOTH
def test_guidance_read_is_counted_by_team_and_names_no_officer(scene, clock):
    """Seven of one team, of whom five marked what handsets have now."""
    version = scene.guidance.version
    for number in range(7):
        phone = Phone(StationDesk(scene), f"s-{number}", f"47{number}1", clock=clock)
        if number < 5:
            who = replace(OFFICER, number=phone.number)
            book = Notebook(phone.journal, clock, who, version)
            phone.push([book.write(NO_CASE, "guidance_read", {"page": "guidance"})])
    answer = Visitor(scene, account(scene, Role.OVERSIGHT)).words("/oversight")
    words = answer.partition("Officers by team")[2]
    assert "Response B 5 0 Fewer than 5" in words
    assert "4701" not in answer


def test_briefings_moves_and_the_marker_have_their_counts(scene, phone, incident):
    supervisor = Visitor(scene, account(scene, Role.SUPERVISOR))
    words = supervisor.words("/oversight")
    for count in ("Moves to another force", "Briefings of local teams", "Violence against women and girls"):
        assert count in words
    assert "There is no count yet" not in words


def test_marker_is_set_and_taken_off_by_a_supervisor_with_the_fact_named(scene, incident):
    supervisor = Visitor(scene, account(scene, Role.SUPERVISOR))
    path = f"/incident/{incident}/marker"
    lacking = Sheet(supervisor, path).send(stands="yes", why=" ")
    assert (lacking.status_code, "Name the recorded fact" in lacking.text) == (400, True)
    assert Sheet(supervisor, path).send(stands="yes", why="Report of the call").status_code == 303
    assert "TRAIN-7701" in supervisor.words("/oversight/so-vawg/marked")
    twice = Sheet(supervisor, path).send(stands="yes", why="Report of the call")
    assert "The marker stands so already" in twice.text
    assert Sheet(supervisor, path).send(stands="no", why="Set by mistake").status_code == 303
    assert "No incident is behind it" in supervisor.words("/oversight/so-vawg/marked")
