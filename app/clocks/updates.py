"""Working-day clocks of the Victims' Code: updates to the victim, and the offer of support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.case.model import Case
from app.case.reading import moment
from app.clocks.counted import end_of
from app.court_calendar import CourtCalendar
from app.support.referrals import support_made
from app.timekeeping import LONDON, local

UPDATE_DAYS = 1
SUPPORT_DAYS = 2
SAME_EVENT = timedelta(hours=24)
_TELLS_HER = ("me-tell-victim", "sv-victim-told", "br-victim-told")
_SUPPORT_MADE = ("alt-specialist", "sv-victim-support", "sp-idva")
_NEWS = {"tr-custody-release": "release", "tr-charge": "charge", "rel-conditions": "release"}


@dataclass(frozen=True, slots=True)
class CodeUpdate:
    """News that she must have by the end of day `by`. `because`: arrest, release or charge."""

    because: str
    since: datetime
    by: date
    entry: str
    told_at: datetime | None

    @property
    def ends(self) -> datetime:
        """24:00 of the last day."""
        return end_of(self.by)


def code_updates(case: Case, calendar: CourtCalendar) -> list[CodeUpdate]:
    """Everything that starts the one working day, oldest first. One event, one clock, however often it
    was written down."""
    told = sorted(
        each.happened_at
        for each in case.given
        if each.item in _TELLS_HER and each.answer == "done" and each.happened_at
    )
    return [
        CodeUpdate(
            because,
            local(since),
            calendar.working_days_after(since.astimezone(LONDON).date(), UPDATE_DAYS),
            entry,
            next((at for at in told if at >= since), None),
        )
        for since, because, entry in _once(_news(case))
    ]


def code_update_by(case: Case, calendar: CourtCalendar) -> date | None:
    """The last day for the newest of them."""
    found = code_updates(case, calendar)
    return found[-1].by if found else None


def told_for(case: Case, clock: str, calendar: CourtCalendar) -> CodeUpdate | None:
    """The update that a clock of this id, update/ENTRY, is about, whether she was told or not."""
    kind, _, entry = clock.partition("/")
    found = code_updates(case, calendar) if kind == "update" else []
    return next((each for each in found if each.entry == entry), None)


_One = tuple[datetime, str, str]
_News = Iterator[_One]


def _once(news: Iterable[_One]) -> _News:
    """A release or charge that is written down again within a day, with no arrest between, is the same."""
    last: dict[str, datetime] = {}
    for since, because, entry in sorted(news):
        known = last.get(because)
        if because == "arrest":
            last.clear()
        elif known is not None and since - known <= SAME_EVENT:
            continue
        last[because] = since
        yield since, because, entry


def _news(case: Case) -> _News:
    yield from _answered(case)
    for breach in case.breaches:
        if breach.arrested_at:
            yield breach.arrested_at, "arrest", breach.entry
    triggers = [(grade.at, grade.trigger, grade.entry) for grade in case.risk.grades]
    triggers += [(result.at, result.trigger, result.entry) for result in case.court_results]
    yield from ((at, _NEWS[trigger], entry) for at, trigger, entry in triggers if trigger in _NEWS)


def _answered(case: Case) -> _News:
    for each in case.given:
        if each.answer != "done" or each.happened_at is None:
            continue
        if each.item == "arr-grounds":
            yield moment(each.details, "arrested_at") or each.happened_at, "arrest", each.entry
        elif each.item in _NEWS:
            yield moment(each.details, "at") or each.happened_at, _NEWS[each.item], each.entry


def support_referral_by(case: Case, calendar: CourtCalendar) -> date | None:
    """Two working days from the report; None while the time of the report is not known."""
    if case.report_at is None:
        return None
    return calendar.working_days_after(case.report_at.astimezone(LONDON).date(), SUPPORT_DAYS)


def support_settled(case: Case) -> bool:
    """She has declined, or a referral was made."""
    asked = case.consents.get("cn-support")
    made = any(item in case.answers and case.answers[item].answer == "done" for item in _SUPPORT_MADE)
    return made or support_made(case) or (asked is not None and asked.state in ("declined", "withdrawn"))
