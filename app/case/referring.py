"""The notice from referral to order. The station sets decisions; an officer's facts move it at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app import kinds
from app.case.amended import Recorded
from app.case.model import Breach, Hearing
from app.case.writing import Writing, moment, text


def _sent(writing: Writing, recorded: Recorded) -> None:
    writing.referral = replace(
        writing.referral,
        sent_at=recorded.happened_at,
        sent_by=recorded.entry.by,
        to=text(recorded.body, "to"),
        entry=recorded.entry.id,
    )
    writing.refer("referred", recorded)


def _moves(state: str, mark: str = "") -> Callable[[Writing, Recorded], None]:
    def move(writing: Writing, recorded: Recorded) -> None:
        writing.refer(state, recorded, mark=mark)

    return move


def _served(writing: Writing, recorded: Recorded) -> None:
    writing.served_at = moment(recorded.body, "served_at") or recorded.happened_at
    writing.refer("served", recorded)


def _listed(writing: Writing, recorded: Recorded) -> None:
    at = moment(recorded.body, "at")
    if at:
        writing.hearings.append(Hearing(recorded.entry.id, text(recorded.body, "court"), at))
    if writing.referral.state in ("served", "authorised", "referred", "endorsed", "draft"):
        writing.refer("listed", recorded)


def _adjourned(writing: Writing, recorded: Recorded) -> None:
    """The notice continues until the application is determined, s.27(9)."""
    to = moment(recorded.body, "to")
    started = moment(recorded.body, "started_at") or recorded.happened_at
    if writing.hearings:
        writing.hearings[-1] = replace(writing.hearings[-1], started_at=started)
    if to:
        court = writing.hearings[-1].court if writing.hearings else ""
        writing.hearings.append(Hearing(recorded.entry.id, court, to))
    writing.refer("adjourned", recorded)


def _order(writing: Writing, recorded: Recorded) -> None:
    days = recorded.body.get("days")
    writing.order_made = moment(recorded.body, "made_at") or recorded.happened_at
    writing.order_days = days if isinstance(days, int) else None
    writing.refer("order_made", recorded)


def _court_result(writing: Writing, recorded: Recorded) -> None:
    writing.log.append(recorded)
    if "refused" in text(recorded.body, "result") and writing.order_made is None:
        writing.refer("order_refused", recorded)


def _breached(writing: Writing, recorded: Recorded) -> None:
    body = recorded.body
    writing.breaches.append(
        Breach(
            entry=recorded.entry.id,
            kind=text(body, "kind"),
            arrested_at=moment(body, "arrested_at"),
            offence_arrest_at=moment(body, "offence_arrest_at"),
            term=text(body, "term"),
            at=moment(body, "at") or recorded.happened_at,
        )
    )
    writing.refer("", recorded, mark="breached")


RECORDERS = {
    kinds.REFERRAL_SENT: _sent,
    kinds.REFERRAL_ENDORSED: _moves("endorsed"),
    kinds.REFERRAL_AUTHORISED: _moves("authorised"),
    kinds.REFERRAL_REFUSED: _moves("refused"),
    kinds.REFERRAL_WITHDRAWN: _moves("withdrawn"),
    kinds.MORE_INFORMATION_WANTED: _moves("", "more_information_wanted"),
    kinds.NOTICE_SERVED: _served,
    kinds.HEARING_LISTED: _listed,
    kinds.HEARING_ADJOURNED: _adjourned,
    kinds.ORDER_MADE: _order,
    kinds.COURT_RESULT: _court_result,
    kinds.BREACH_REPORTED: _breached,
}
