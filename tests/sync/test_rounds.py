"""When the next attempt comes: at once when somebody wakes it, later and later while it fails."""

from __future__ import annotations

from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ports import JournalFull, Reach, SyncOutcome
from sync.loop import Rounds, SyncLoop
from sync.protocol.limits import MIN_PAGE, PAGE
from sync.retry import LONGEST_S, MAX_PAGE, POLL_S, TRIES, Pace, backoff
from tests.fakes.clock import FakeClock

GOOD, BAD = SyncOutcome(1, 0), SyncOutcome(0, 0, Reach.NO_ROUTE)


class Scripted:
    """A syncer whose outcomes are written down; exceptions among them are raised."""

    def __init__(self, *outcomes: SyncOutcome | Exception) -> None:
        self.outcomes = list(outcomes)
        self.rounds, self.cuts = 0, 0
        self.done = Event()

    def sync(self) -> SyncOutcome:
        self.rounds += 1
        outcome = self.outcomes.pop(0) if self.outcomes else GOOD
        if not self.outcomes:
            self.done.set()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def cut(self) -> None:
        self.cuts += 1


def rounds(*outcomes: SyncOutcome | Exception, chance: float = 1.0) -> tuple[Rounds, list[object], FakeClock]:
    told: list[object] = []
    clock = FakeClock()
    return Rounds(Scripted(*outcomes), clock, told.append, told.append, lambda: chance), told, clock


def test_first_round_is_due_at_once_and_the_next_a_minute_after_a_good_one():
    made, told, clock = rounds(GOOD)
    assert made.wait() == 0
    made.round()
    assert made.wait() == POLL_S
    clock.advance(seconds=POLL_S)
    assert made.wait() == 0
    assert told == [GOOD]


def test_wait_doubles_with_each_failure_up_to_five_minutes_and_starts_anew_after_a_good_round():
    made, told, _ = rounds(*[BAD] * 9, GOOD, BAD)
    waits = []
    for _ in range(11):
        made.round()
        waits.append(made.wait())
    assert waits == [4, 8, 16, 32, 64, 128, 256, 300, 300, POLL_S, 4]
    assert told[0] == BAD


def test_full_phone_is_told_as_full_and_tried_again():
    made, told, _ = rounds(JournalFull(), GOOD)
    made.round()
    assert told == [SyncOutcome(0, 0, Reach.FULL)]
    assert 0 < made.wait() <= LONGEST_S
    made.round()
    assert told == [SyncOutcome(0, 0, Reach.FULL), GOOD]


def test_surprise_is_told_by_its_type_and_never_by_its_text():
    made, told, _ = rounds(ValueError("Rania Mensah-Testwood"))
    made.round()
    assert told == ["ValueError"]


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True))
def test_wait_after_failures_is_never_longer_than_five_minutes(failures, chance):
    assert 0 <= backoff(failures, chance) < LONGEST_S


def test_handsets_of_a_whole_force_do_not_come_back_at_the_same_moment():
    assert backoff(9, 0.0) < backoff(9, 0.5) < backoff(9, 0.99)


def test_page_halves_on_a_broken_line_and_grows_by_half_on_success():
    pace = Pace()
    sizes = []
    for _ in range(7):
        pace = pace.broken()
        sizes.append(pace.size)
    assert sizes == [50, 25, 12, 6, 4, 4, 4]
    assert PAGE == 100
    assert pace.carried().size == 6
    assert Pace(MAX_PAGE).carried().size == MAX_PAGE


@pytest.mark.parametrize("breaks", range(TRIES))
def test_attempt_ends_after_so_many_breaks_in_a_row_and_remembers_the_size(breaks):
    pace = Pace()
    for _ in range(breaks):
        pace = pace.broken()
    assert not pace.spent
    while not pace.spent:
        pace = pace.broken()
    assert pace.breaks == TRIES
    assert (pace.fresh().size, pace.fresh().spent) == (MIN_PAGE, False)


def test_thread_begins_at_once_and_each_wake_is_a_round():
    syncer = Scripted(GOOD)
    loop = SyncLoop(syncer, lambda _: None, FakeClock())
    loop.start()
    assert syncer.done.wait(20)
    syncer.done.clear()
    loop.wake()
    assert syncer.done.wait(20)
    loop.stop()
    assert syncer.cuts == 1


def test_thread_that_is_stopped_asks_no_more():
    syncer = Scripted(GOOD)
    loop = SyncLoop(syncer, lambda _: None, FakeClock())
    loop.start()
    assert syncer.done.wait(20)
    loop.stop()
    before = syncer.rounds
    loop.wake()
    assert syncer.rounds == before


def test_thread_outlives_a_surprise():
    syncer, told = Scripted(RuntimeError(), GOOD), Event()
    loop = SyncLoop(syncer, lambda _: told.set(), FakeClock(), lambda _: loop.wake())
    loop.start()
    assert told.wait(20)
    loop.stop()
    assert syncer.rounds >= 2


def test_loop_may_be_stopped_from_its_own_thread():
    ended = Event()
    syncer = Scripted(GOOD)

    def told(_: SyncOutcome) -> None:
        loop.stop()
        ended.set()

    loop = SyncLoop(syncer, told, FakeClock())
    loop.start()
    assert ended.wait(20)
