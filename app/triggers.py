"""What calls for a fresh look at risk and plan, and by when. Timings are the force's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app import kinds
from app.case.model import Answer, Case
from app.clocks.deadlines import hearing_deadline, lapse_risk, order_end
from app.court_calendar import CourtCalendar
from app.timekeeping import LONDON, local

TRIGGERS = (
    "tr-custody-release", "tr-charge", "tr-pretrial", "tr-sentence", "tr-prison-release",
    "tr-order-made", "tr-order-expiry", "tr-family-court", "tr-new-relationship",
    "tr-notice-issued", "tr-order-refused", "tr-notice-refused", "tr-notice-ended",
)  # fmt: skip
SAME_DAY = ("tr-custody-release",)
RELEASED = "rel-conditions"
"""Answered as done it says that somebody was released from police custody, and on what terms."""
REVIEW = "me-review-risk"
# These ask for me-review-risk by its own name as well.
_AFTER_NOTICE = (
    "tr-notice-issued", "tr-notice-refused", "tr-notice-ended",
    "tr-order-made", "tr-order-refused", "tr-order-expiry",
)  # fmt: skip
_NEVER_HAPPENED = ("not applicable", "no", "refused/unable")


@dataclass(frozen=True, slots=True)
class Trigger:
    """Something that calls for a review: `item` since `since`; None in `reviewed_at` until it was done.

    `entry` is what told of it, empty where only time did.
    """

    item: str
    since: datetime
    entry: str = ""
    reviewed_at: datetime | None = None


def triggers(case: Case) -> list[Trigger]:
    """Triggers that somebody recorded, oldest first. A risk grade, or the review answered as done,
    reviews every trigger before it; a review under a trigger that nobody recorded is its own trigger. A
    review and the grade that was set with it are of one moment, and one review; of one moment, what was
    written first came first."""
    found: list[Trigger] = []
    written = {each.id: place for place, each in enumerate(case.entries)}
    for at, item, entry, reviews in sorted(
        _told(case), key=lambda told: (told[0], written.get(told[2], -1), told[1])
    ):
        if reviews:
            open_before = any(each.item == item and each.reviewed_at in (None, at) for each in found)
            found = [replace(each, reviewed_at=each.reviewed_at or at) for each in found]
            if item in TRIGGERS and not open_before:
                found.append(Trigger(item, local(at), entry, at))
        elif not any(each.item == item and each.entry == entry for each in found):
            found.append(Trigger(item, local(at), entry))
    return found


_Told = tuple[datetime, str, str, bool]


def _told(case: Case) -> Iterator[_Told]:
    yield from _decided(case)
    for result in case.court_results:
        if result.trigger in TRIGGERS:
            yield result.at, result.trigger, result.entry, False
        if result.outcome == "order_refused":
            yield result.at, "tr-order-refused", result.entry, False
    if case.order_made:
        yield case.order_made, "tr-order-made", case.orders[-1].entry, False
    for grade in case.risk.grades:
        yield grade.at, grade.trigger, grade.entry, True
    for answer in case.given:
        if answer.happened_at:
            yield from _answered(answer, answer.happened_at)


def _answered(answer: Answer, at: datetime) -> Iterator[_Told]:
    reviews = answer.answer == "done"
    if answer.item == RELEASED and reviews:
        yield at, "tr-custody-release", answer.entry, False
    asked = answer.item in TRIGGERS or (answer.item == REVIEW and reviews)
    if asked and answer.answer not in _NEVER_HAPPENED:
        yield at, answer.item, answer.entry, reviews


def _decided(case: Case) -> Iterator[_Told]:
    """A spoken authority counts from when it was spoken; its written confirmation tells nothing new."""
    issued = [each for each in case.decisions if each.kind == kinds.REFERRAL_AUTHORISED]
    if issued:
        first = min(issued, key=lambda decision: decision.at)
        yield first.at, "tr-notice-issued", first.entry, False
    for decision in case.decisions:
        if decision.kind == kinds.REFERRAL_REFUSED:
            yield decision.at, "tr-notice-refused", decision.entry, False


@dataclass(frozen=True, slots=True)
class Review:
    """A review and its last local day. `items` are the ids that it goes by: the trigger, and
    me-review-risk after issue, refusal or end of a notice or order."""

    items: tuple[str, ...]
    since: datetime
    by: date
    reviewed_at: datetime | None
    entry: str = ""

    def state(self, now: datetime) -> str:
        """done, late, due or missed."""
        if self.reviewed_at:
            return "done" if self.reviewed_at.astimezone(LONDON).date() <= self.by else "late"
        return "due" if now.astimezone(LONDON).date() <= self.by else "missed"


def reviews_due(case: Case, now: datetime, calendar: CourtCalendar) -> list[Review]:
    """Every review that the case has called for by `now`, the soonest first, done ones included."""
    timed = list(_of_time(case, now, calendar))
    told = [
        each
        for each in triggers(case)
        if not any(each.item == sure.item and each.since >= sure.since for sure in timed)
    ]
    found = [_review(each, calendar) for each in (*told, *timed)]
    return sorted(found, key=lambda review: (review.by, review.items))


def review_by(case: Case, item: str, now: datetime, calendar: CourtCalendar) -> date | None:
    """The last day of the newest review that goes by `item`."""
    found = [review for review in reviews_due(case, now, calendar) if item in review.items]
    return max(found, key=lambda review: review.since).by if found else None


def _review(trigger: Trigger, calendar: CourtCalendar) -> Review:
    items = (trigger.item, REVIEW) if trigger.item in _AFTER_NOTICE else (trigger.item,)
    day = trigger.since.astimezone(LONDON).date()
    by = day if trigger.item in SAME_DAY else calendar.working_days_after(day, 1)
    return Review(items, trigger.since, by, trigger.reviewed_at, trigger.entry)


def _of_time(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[Trigger]:
    """The order is over, or the notice is in doubt: the clock tells, counted from its last day."""
    ends = order_end(case)
    if ends and now >= ends:
        yield _looked_at(case, "tr-order-expiry", ends - timedelta(seconds=1))
    limit = hearing_deadline(case, calendar)
    if limit and lapse_risk(case, now, calendar):
        yield _looked_at(case, "tr-notice-ended", limit.safe)


def _looked_at(case: Case, item: str, since: datetime) -> Trigger:
    looked = [at for at, _, _, reviews in _told(case) if reviews and at >= since]
    return Trigger(item, local(since), reviewed_at=min(looked, default=None))
