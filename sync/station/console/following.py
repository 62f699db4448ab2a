"""What each step of a notice calls for, and naming whoever does it: monitoring is given to somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.case import Case
from app.entry import Entry
from app.held import Held
from app.monitoring.answer import own_task
from app.monitoring.tasks import Task, tasks_of
from app.notebook import Notebook
from app.ranks import Ranks
from sync.station.accounts import SignedIn
from sync.station.console.acts import Act, Work, supervises
from sync.station.console.saying import moment
from sync.station.console.telling import Shown, Telling
from sync.station.console.typed import Fault, Reader

LONGEST_OWNER = 60
_SHOWN = ("overdue", "due", "later", "done", "not-done")


@dataclass(frozen=True, slots=True)
class TaskRow:
    """`owner` is who was named, or who has the duty; empty where nobody has. `named`: it was given."""

    id: str
    title: str
    because: str
    by: str
    owner: str
    named: bool
    state: Shown


def rows(telling: Telling, case: Case) -> list[TaskRow]:
    """Every task but those that a newer step has overtaken; what waits stands first."""
    every = tasks_of(case, telling.now, telling.court)
    return [
        _row(telling, case, task) for state in _SHOWN for task in every if task.state(telling.now) == state
    ]


def _row(telling: Telling, case: Case, task: Task) -> TaskRow:
    event = task.event.name.replace("_", "-")
    since = "follow.since" if task.review else f"follow.event.{event}"
    return TaskRow(
        id=task.id,
        title=_title(telling, case, task),
        because=telling.guidance.words(since, time=moment(task.event.at)),
        by=moment(task.by),
        owner=task.owner,
        named=task.named,
        state=telling.shown("follow.state", task.state(telling.now)),
    )


def _title(telling: Telling, case: Case, task: Task) -> str:
    if task.review:
        return telling.guidance.words("follow.review", trigger=telling.fill(f"{task.review}.title", case))
    return telling.fill(f"{task.item}.{'ask' if task.is_open(telling.now) else 'title'}", case)


def waits_for_somebody(telling: Telling, case: Case) -> bool:
    return any(task.is_open(telling.now) for task in tasks_of(case, telling.now, telling.court))


def _offered(telling: Telling, case: Case) -> Mapping[str, Any]:
    """Each task that is not settled, with whose it is now."""
    waiting = {task.id for task in tasks_of(case, telling.now, telling.court) if task.is_open(telling.now)}
    return {"tasks": [(row.id, row) for row in rows(telling, case) if row.id in waiting]}


def _owner(reader: Reader, _: Case) -> Work:
    which, owner = reader.typed.get("task", ""), reader.text("owner", "owner")
    if not which:
        reader.faults.append(Fault("task-1", "task"))
    if len(owner) > LONGEST_OWNER:
        reader.faults.append(Fault("owner", "owner-long"))

    def work(book: Notebook, case: Case, _: Ranks) -> Entry | Held:
        task = _waiting(book, case).get(which)
        return own_task(book, case, task, owner) if task else Held(("task-gone",))

    return work


def _waiting(book: Notebook, case: Case) -> Mapping[str, Task]:
    now = book.clock.now()
    return {task.id: task for task in tasks_of(case, now, book.calendar()) if task.is_open(now)}


def owner_acts(who: SignedIn, case: Case, telling: Telling) -> Iterator[tuple[str, str]]:
    """What this person may do about the tasks now."""
    if who.supervises and waits_for_somebody(telling, case):
        yield "owner", "incident"


ACTS = (
    Act(
        "owner", supervises, _owner, back="incident", facts=_offered,
        fields={"task-gone": "task-1", "owner": "owner"},
    ),
)  # fmt: skip
