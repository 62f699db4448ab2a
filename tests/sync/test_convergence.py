"""Two handsets and a station, with a line that loses, doubles and reorders, with crashes and restarts:
nothing is lost, nothing is doubled, and both phones end with the same case."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.entry import from_json
from app.ports import Reach
from sync.protocol import paths
from sync.protocol.limits import PAGE
from sync.wire import Asked, Heard
from tests.fakes.clock import FakeClock
from tests.fakes.desk import Desk
from tests.sync.handset import Handset

WHICH = st.integers(0, 1)
FATES = st.lists(st.sampled_from(["ok", "ok", "lost", "no answer", "twice", "late twin"]), max_size=12)


class Crash(Exception):
    """The process ends here."""


class Fate:
    """What befalls each question in turn; after the last, all goes well."""

    def __init__(self, desk: Desk, fates: list[str]) -> None:
        self._desk, self._fates = desk, list(fates)
        self._late: Asked | None = None

    def before(self, asked: Asked) -> Reach | None:
        fate = self._fates.pop(0) if self._fates else "ok"
        if fate == "twice":
            self._desk.ask(asked)  # its twin arrives first; the one that is answered is the replay
        if self._late:
            self._desk.ask(self._late)  # an older question overtakes this one
            self._late = None
        if fate == "late twin":
            self._late = asked
        if fate == "no answer":
            self._desk.ask(asked)
        return Reach.BROKEN if fate in ("lost", "no answer", "late twin") else None


class Convergence(RuleBasedStateMachine):
    """The oracle is the list of everything that was ever written, in the order of each phone."""

    @initialize(minutes=st.sampled_from([0, 0, -3, 600]))
    def begin(self, minutes: int) -> None:
        self.desk = Desk(FakeClock())
        self.phones = [Handset(self.desk, "s-1"), Handset(self.desk, "s-2")]
        self.phones[1].clock.advance(minutes=minutes)
        self.written: list[list[str]] = [[], []]
        self.nights = 0

    @rule(which=WHICH, number=st.integers(1, 7), case=st.sampled_from(["a", "b"]))
    def write(self, which: int, number: int, case: str) -> None:
        entries = self.phones[which].write(number, case)
        self.written[which] += [entry.id for entry in entries]

    @precondition(lambda self: self.nights < 2)
    @rule(which=WHICH)
    def come_back_after_a_long_night(self, which: int) -> None:
        """More than one page of entries."""
        self.nights += 1
        self.write(which, PAGE + 20, "a")

    @rule(which=WHICH, fates=FATES)
    def sync(self, which: int, fates: list[str]) -> None:
        phone = self.phones[which]
        phone.line.before = Fate(self.desk, fates).before
        outcome = phone.syncer.sync()
        phone.line.before = lambda asked: None
        if outcome.failed is None:
            assert phone.unsent() == []

    @rule(which=WHICH)
    def type_while_a_page_is_on_its_way(self, which: int) -> None:
        phone = self.phones[which]
        typed: list[str] = []

        def before(asked: Asked) -> None:
            if asked.target == paths.PUSH and not typed:
                typed.extend(entry.id for entry in phone.write(2, "b"))

        phone.line.before = before
        phone.syncer.sync()
        phone.line.before = lambda asked: None
        self.written[which] += typed

    @rule(which=WHICH, count=st.integers(1, 3))
    def crash_between_push_and_receipt(self, which: int, count: int) -> None:
        phone, answers = self.phones[which], []

        def after(asked: Asked, said: Heard) -> Heard:
            if asked.target == paths.PUSH:
                answers.append(said)
                if len(answers) == count:
                    raise Crash
            return said

        phone.line.after = after
        try:
            phone.syncer.sync()
        except Crash:
            phone.restart()
        phone.line.after = lambda asked, said: said

    @rule(which=WHICH)
    def restart(self, which: int) -> None:
        self.phones[which].restart()

    @rule(seconds=st.integers(1, 400), which=WHICH)
    def time_passes(self, seconds: int, which: int) -> None:
        """For one phone a little faster than for the other."""
        self.desk.clock.advance(seconds=seconds)
        for place, phone in enumerate(self.phones):
            phone.clock.advance(seconds=seconds + (place == which))

    @invariant()
    def the_station_holds_a_prefix_of_what_each_phone_wrote(self) -> None:
        for which, phone in enumerate(getattr(self, "phones", [])):
            held = [value["id"] for value in self.desk.held[phone.stream]]
            assert held == self.written[which][: len(held)]

    @invariant()
    def at_station_means_that_the_station_has_it(self) -> None:
        for which, phone in enumerate(getattr(self, "phones", [])):
            unsent = set(phone.unsent())
            held = {value["id"] for value in self.desk.held[phone.stream]}
            assert {each for each in self.written[which] if each not in unsent} <= held

    def teardown(self) -> None:
        """With a good line both phones end with the same, whole and once."""
        if not hasattr(self, "phones"):
            return
        for phone in (*self.phones, *self.phones):
            assert phone.syncer.sync().failed is None
        assert [value["id"] for value in self.desk.ledger if value["stream"] == "s-1"] == self.written[0]
        assert [value["id"] for value in self.desk.ledger if value["stream"] == "s-2"] == self.written[1]
        everything = sorted(from_json(value).hash for value in self.desk.ledger)
        for phone in self.phones:
            records = phone.journal.records
            kept = [entry.hash for case in ("a", "b") for entry in records.entries(case)]
            assert sorted(kept) == everything
        for case in ("a", "b"):
            assert self.phones[0].journal.records.case(case) == self.phones[1].journal.records.case(case)


Convergence.TestCase.settings = settings(
    max_examples=60,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)
TestConvergence = Convergence.TestCase
