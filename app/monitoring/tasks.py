"""The tasks that a case has called for by a moment. Pure: from the case, the moment and the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from app import kinds
from app.case.model import Answer, Case
from app.case.reading import text
from app.clocks.deadlines import order_last_day
from app.court_calendar import CourtCalendar
from app.monitoring.events import Event, events
from app.monitoring.rules import Rule, rules
from app.timekeeping import LONDON
from app.triggers import REVIEW, Review, reviews_due

_DONE, _OPEN = ("done",), ("due", "overdue", "later")
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Task:
    """`item` because of `event`, to be done by `by` (exclusive: a day ends at 24:00). `owner` is who was
    named, else who has the duty; empty where nobody has. `begins`: before it nothing is to be done yet.
    `review` is the tr- trigger of a review. `answer` is the answer that settles it, if any."""

    item: str
    event: Event
    by: datetime
    owner: str
    named: bool
    begins: datetime
    review: str = ""
    answer: Answer | None = None
    overtaken: bool = False

    @property
    def id(self) -> str:
        return f"{self.item}/{self.event.id}"

    def state(self, now: datetime) -> str:
        """done, not-done (with its reason), overtaken by a newer event of the same task, due, overdue, or
        later: its time has not come."""
        if self.answer:
            return "done" if self.answer.answer in _DONE else "not-done"
        if self.overtaken:
            return "overtaken"
        if now < self.begins:
            return "later"
        return "due" if now < self.by else "overdue"

    def is_open(self, now: datetime) -> bool:
        return self.state(now) in _OPEN


def tasks_of(
    case: Case, now: datetime, calendar: CourtCalendar, known: Sequence[Rule] | None = None
) -> tuple[Task, ...]:
    """Every task, the soonest first, done ones included."""
    happened = events(case, now, calendar)
    owners = _owners(case)
    found = [
        task
        for rule in (rules() if known is None else known)
        for task in _of_rule(rule, case, happened, calendar, owners)
    ]
    found += [_of_review(review, case, owners) for review in reviews_due(case, now, calendar)]
    return tuple(sorted(found, key=lambda task: (task.by, task.item)))


def open_tasks(case: Case, now: datetime, calendar: CourtCalendar) -> tuple[Task, ...]:
    """Those that wait for somebody now, the soonest first."""
    return tuple(task for task in tasks_of(case, now, calendar) if task.state(now) in ("due", "overdue"))


def _of_rule(
    rule: Rule,
    case: Case,
    happened: Sequence[Event],
    calendar: CourtCalendar,
    owners: Mapping[str, str],
) -> Iterator[Task]:
    """One for each event; only the newest that nobody answered still waits."""
    mine = [event for event in happened if event.name in rule.after]
    for event in mine:
        by = due_by(rule, case, event, calendar)
        if by is None:
            continue
        named = owners.get(f"{rule.item}/{event.id}", "")
        duty = case.ownership.informs if rule.owner == "informs" else case.ownership.owner
        begins = by - _A_DAY if rule.due == "days_before_end" else event.at
        task = Task(rule.item, event, by, named or duty, bool(named), begins)
        answer = _answer(case, rule.item, event)
        yield replace(task, answer=answer, overtaken=answer is None and event != mine[-1])


def due_by(rule: Rule, case: Case, event: Event, calendar: CourtCalendar) -> datetime | None:
    """When the task has to be done; None where there is no order whose end it hangs on."""
    day = event.at.astimezone(LONDON).date()
    if rule.due == "hours":
        return (event.at + timedelta(hours=rule.count)).astimezone(LONDON)
    if rule.due == "working_days":
        return _end_of(calendar.working_days_after(day, rule.count))
    if rule.due == "day":
        return _end_of(day + timedelta(days=rule.count))
    last = order_last_day(case)
    return _end_of(last - timedelta(days=rule.count)) if last else None


def _end_of(day: date) -> datetime:
    """24:00 local."""
    return datetime.combine(day + _A_DAY, time(), LONDON)


def _of_review(review: Review, case: Case, owners: Mapping[str, str]) -> Task:
    """A review that was not done goes on waiting, whatever was said of it: what never happened is put
    right where it was recorded."""
    item = review.items[0]
    event = Event(item, review.since, review.entry or item)
    named = owners.get(f"{REVIEW}/{event.id}", "")
    owner = named or case.ownership.owner
    task = Task(REVIEW, event, _end_of(review.by), owner, bool(named), review.since, review=item)
    if review.reviewed_at is None:
        return task
    done = _answer(case, REVIEW, event)
    return replace(task, answer=done or Answer(REVIEW, "done", happened_at=review.reviewed_at))


def _answer(case: Case, item: str, event: Event) -> Answer | None:
    """The newest answer given for this event: one that names it, or that names none and came after it."""
    found = [
        each
        for each in case.given
        if each.item == item and (text(each.details, "event") == event.id or _came_after(each, event))
    ]
    return found[-1] if found else None


def _came_after(answer: Answer, event: Event) -> bool:
    named, at = text(answer.details, "event"), answer.happened_at
    return not named and at is not None and at >= event.at


def _owners(case: Case) -> dict[str, str]:
    """Who was named for which task, the newest last."""
    owned = (each for each in case.entries if each.kind == kinds.TASK_OWNED)
    return {
        f"{text(each.body, 'item')}/{text(each.body, 'event')}": text(each.body, "owner") for each in owned
    }
