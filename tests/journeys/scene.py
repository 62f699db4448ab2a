"""Three TRAINING cases for pictures, written by the use cases into a real vault. Everything is invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from app.answers import Given, answer_item
from app.attempts import Attempt, record_attempt
from app.briefing.making import Told, make_briefing
from app.briefing.records import ASKED, Briefing, briefings
from app.case.model import Case
from app.check_code import check_code
from app.consent import Said, record_consent
from app.court import Listing, OrderMade, list_hearing, record_order, report_breach, serve_notice
from app.entry import GENESIS, STATION_STREAM, Entry, Fact, place
from app.guidance import load
from app.hearing_decision import ToldDecision, hear_decision
from app.held import Held
from app.incident import open_incident, record_person
from app.notebook import Notebook
from app.ports import Journal, Opened, Records
from app.ranks import ranks
from app.referral import send_referral
from app.risk import grade_risk
from app.timekeeping import TrainingClock
from app.visits.visiting import plan_visits, record_visit, start_visit
from storage.handset import Handset
from storage.journal import SealedJournal
from tests.journeys.stage import PIN

NOW = "2026-11-24T22:40:00+00:00"


@dataclass
class Pen:
    """One officer writing one case at the times that the story gives."""

    book: Notebook
    records: Records
    clock: Path
    case_id: str = ""

    @property
    def case(self) -> Case:
        found = self.records.case(self.case_id)
        assert found is not None
        return found

    def at(self, time: str) -> Pen:
        self.clock.write_text(time)
        return self

    def now(self) -> datetime:
        return datetime.fromisoformat(self.clock.read_text())

    def open(self, ref: str, reported: str, **details: Any) -> None:
        self.case_id = open_incident(self.book, ref, datetime.fromisoformat(reported), details).case

    def person(self, role: str, name: str, **details: Any) -> str:
        entry = record_person(self.book, self.case, {"role": role, "name": name, **details})
        return str(entry.body["person"])

    def answer(self, item: str, answer: str, reason: str = "", **details: Any) -> Entry:
        return kept(answer_item(self.book, self.case, Given(item, answer, reason=reason, details=details)))

    def consent(self, item: str, state: str, **details: Any) -> None:
        record_consent(self.book, self.case, Said(item, state, details))


@dataclass
class StationInk:
    """Implements app.notebook.Ink: what the station wrote, on the phone as after a contact."""

    journal: Journal
    written: list[Entry] = field(default_factory=list)

    def write(self, *facts: Fact, clears: Sequence[str] = ()) -> list[Entry]:
        for fact in facts:
            head = self.written[-1].hash if self.written else GENESIS
            self.written.append(place(fact, f"{STATION_STREAM}1", len(self.written) + 1, head))
        new = self.written[-len(facts) :]
        self.journal.take_page(new, 0)
        return new


def kept(entry: Entry | Held) -> Entry:
    assert isinstance(entry, Entry), entry
    return entry


@dataclass(frozen=True)
class Seeded:
    """What stands in the parts of a place's path."""

    first: Mapping[str, str]
    ordered: Mapping[str, str]
    served: Mapping[str, str]


def furnish(folder: Path, clock_file: Path) -> Seeded:
    """Unlock the handset in `folder` with the TRAINING PIN, write, and leave it locked at NOW."""
    clock_file.write_text(NOW)
    clock = TrainingClock(clock_file)
    handset = Handset(folder, clock)
    vault = handset.vaults()[0]
    opened = vault.unlock(PIN)
    assert isinstance(opened, Opened)
    book = Notebook(opened.journal, clock, opened.enrolment.officer, load().version)
    try:
        pens = [Pen(book, opened.records, clock_file) for _ in range(3)]
        ordered, served, first = ordered_case(pens[0]), served_case(pens[1]), tonight(pens[2])
    finally:
        clock_file.write_text(NOW)
        handset.close()
    return Seeded(first, ordered, served)


def tonight(pen: Pen) -> Mapping[str, str]:
    """The incident under way: reported at 21:40, half of it done."""
    pen.at("2026-11-24T21:52:00+00:00").open(
        "TRN 1147/26", "2026-11-24T21:40:00+00:00", address="14 Larkspur Row, Northvale"
    )
    victim = pen.person(
        "victim", "Rania Mockford", phone="07700 900112", language="Polish", relationship="wife"
    )
    pen.person("suspect", "Jory Dalesworth", dob="1991-03-02", relationship="husband")
    child = pen.person("child", "Ada Mockford", dob="2017-05-19", resident=True, school="Larkspur Primary")
    pen.person("child", "Ben Dalesworth", dob="2014-02-11", resident=False)
    pen.at("2026-11-24T22:06:00+00:00")
    for item in ("pre-history-check", "pre-marac-flag", "pre-firearms-check", "pre-language"):
        pen.answer(item, "done")
    for item in ("arr-bwv-on", "arr-safety", "arr-separate", "arr-see-everyone"):
        pen.answer(item, "done")
    pen.answer("vic-alone", "done")
    pen.answer("vic-injury", "not done", reason="no-access")
    grade_risk(pen.book, pen.case, "high", {"reason": "Strangled today, and says it happens more often"})
    pen.at("2026-11-24T22:22:00+00:00")
    pen.consent("cn-dvpn", "opinion given", words="I want him kept away while I think", supports=True)
    pen.consent("cn-support", "given", words="Yes, somebody to talk to", safe_contact="07700 900112")
    pen.consent("cn-cocoon", "declined", words="Not the neighbours")
    return {"case": pen.case_id, "person": victim, "task": "account", "item": "vic-strangle", "child": child}


def ordered_case(pen: Pen) -> Mapping[str, str]:
    """Day 7 of a 28-day order: visits seen, one missed, the next one due today."""
    pen.at("2026-11-15T20:10:00+00:00").open(
        "TRN 1098/26", "2026-11-15T19:30:00+00:00", address="3 Tern Mews"
    )
    pen.person("victim", "Sana Whitlock", phone="07700 900145", address="3 Tern Mews, Northvale")
    pen.person("suspect", "Kit Farrow", dob="1988-08-30")
    kept(serve_notice(pen.book, pen.case, datetime.fromisoformat("2026-11-16T11:00:00+00:00")))
    pen.at("2026-11-18T11:30:00+00:00")
    made = datetime.fromisoformat("2026-11-18T11:10:00+00:00")
    order = kept(record_order(pen.book, pen.case, OrderMade(made, 28, "Northvale Magistrates' Court"))).id
    grade_risk(pen.book, pen.case, "high", {"reason": "Watched her house last month"})
    kept(plan_visits(pen.book, pen.case, "high", made.date(), 28))
    noted = ""
    for day, hour in (("2026-11-18", 17), ("2026-11-19", 18)):
        pen.at(f"{day}T{hour}:20:00+00:00")
        start_visit(pen.book, pen.case, day)
        noted = record_visit(pen.book, pen.case, seen_alone(day)).id
    pen.at("2026-11-24T18:00:00+00:00")
    arrest = {"kind": "DVPO", "arrested_at": "2026-11-24T17:20:00+00:00", "term": "no contact"}
    breach = report_breach(pen.book, pen.case, arrest).id
    pen.answer("cp-channel", "done", channels=["call"])
    pen.answer("cp-safe-number", "done", number="07700 900145")
    brief = briefed(pen)
    return {"case": pen.case_id, "visit": "2026-11-24", "entry": noted, "clock": "order-end", "about": breach,
            "order": order, "brief": brief.entry, "ask": brief.asks[0].id}  # fmt: skip


def briefed(pen: Pen) -> Briefing:
    """The officer's own team has a briefing of the station, with something to come back to."""
    journal = pen.book.journal
    assert isinstance(journal, SealedJournal)
    officer = pen.book.officer
    sergeant = replace(officer, number="2210", rank="Sergeant", team="")
    there = Notebook(StationInk(journal), pen.book.clock, sergeant, pen.book.content_version)
    says = {"npt-perps": "Suspect: K.F., grey van", "npt-orders": "DVPO made Wed 18 Nov"}
    asks = ((ASKED, "Is the van near the school?"),)
    last = pen.now().date() + timedelta(days=5)
    told = Told((officer.team,), last, "Sergeant 2210, daily meeting", says, asks)
    kept(make_briefing(there, pen.case, told))
    return briefings(pen.case)[-1]


def seen_alone(day: str) -> Mapping[str, Any]:
    return {
        "for": day,
        "type": "visit",
        "outcome": "seen-alone",
        "seen": True,
        "alone": True,
        "breach_signs": [],
        "note": "Calm, sleeping better. Lock changed on Monday.",
    }


def served_case(pen: Pen) -> Mapping[str, str]:
    """A notice served yesterday: the 48 hours run."""
    pen.at("2026-11-23T09:20:00+00:00").open("TRN 1131/26", "2026-11-23T08:40:00+00:00")
    pen.person("victim", "Lena Carrow")
    pen.person("suspect", "Tam Orrell", dob="1979-12-12")
    pen.at("2026-11-23T10:05:00+00:00")
    for item in ("dv-age", "dv-assoc", "dv-violence", "dv-necessary", "dv-cohabit"):
        pen.answer(item, "yes", "Held by the neck at 08:20, marks filmed", source="PNC", limb="relatives")
    pen.answer("tm-molest", "general")
    sent = kept(send_referral(pen.book, pen.case, "duty", ()))
    pen.at("2026-11-23T13:40:00+00:00")
    when = datetime.fromisoformat("2026-11-23T13:35:00+00:00")
    told = ToldDecision("authorised", "0087", "superintendent", when, "Issue it", code=check_code(sent.hash))
    kept(hear_decision(pen.book, pen.case, told, ranks()))
    pen.at("2026-11-23T15:10:00+00:00")
    kept(serve_notice(pen.book, pen.case, datetime.fromisoformat("2026-11-23T15:05:00+00:00")))
    at = datetime.fromisoformat("2026-11-25T10:00:00+00:00")
    list_hearing(pen.book, pen.case, Listing("Northvale Magistrates' Court", at))
    tried = Attempt(pen.now(), "2 Mill Yard, Northvale", "4471", "Nobody opened")
    kept(record_attempt(pen.book, pen.case, tried))
    return {"case": pen.case_id, "clock": "hearing"}
