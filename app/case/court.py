"""Service, hearings, order, breach and what the court said, as officers recorded them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.case.amended import Recorded
from app.case.model import Breach, CourtResult, Hearing, Order
from app.case.reading import days, moment, text, texts

_OUTCOMES = {
    "order refused": "order_refused",
    "application refused": "order_refused",
    "application dismissed": "order_refused",
    "withdrawn": "withdrawn",
    "application withdrawn": "withdrawn",
    "not reached": "not_reached",
    "not heard": "not_reached",
}


class Court:
    """The court's side of a case while it is folded."""

    def __init__(self) -> None:
        self.served_at: datetime | None = None
        self.notice = "DVPN"
        self.hearings: list[Hearing] = []
        self.adjourned = False
        self.orders: list[Order] = []
        self.breaches: list[Breach] = []
        self.results: list[CourtResult] = []

    def served(self, recorded: Recorded) -> None:
        """Of two times recorded for one service the earlier stands: it ends the 48 hours sooner."""
        at = moment(recorded.body, "served_at") or recorded.happened_at
        if self.served_at is None or at < self.served_at:
            self.served_at, self.notice = at, text(recorded.body, "kind") or "DVPN"

    def listed(self, recorded: Recorded) -> None:
        at = moment(recorded.body, "at")
        if at is None:
            return
        self._replace_unheard()
        self.hearings.append(Hearing(recorded.entry.id, text(recorded.body, "court"), at))

    def put_off(self, recorded: Recorded) -> None:
        """The hearing began and was adjourned: the notice continues until it is determined, s.27(9)."""
        started = moment(recorded.body, "started_at") or recorded.happened_at
        to = moment(recorded.body, "to")
        if not self.hearings:
            self.hearings.append(Hearing(recorded.entry.id, text(recorded.body, "court"), started))
        self.hearings[-1] = replace(self.hearings[-1], started_at=started)
        if to:
            self.hearings.append(Hearing(recorded.entry.id, self.hearings[-1].court, to))
        self.adjourned = True

    def _replace_unheard(self) -> None:
        if self.hearings and self.hearings[-1].started_at is None:
            self.hearings[-1] = replace(self.hearings[-1], replaced=True)

    def ordered(self, recorded: Recorded) -> Order:
        body = recorded.body
        order = Order(
            entry=recorded.entry.id,
            made_at=moment(body, "made_at") or recorded.happened_at,
            days=days(body, "days"),
            court=text(body, "court"),
            terms=texts(body, "terms"),
            sealed_end=text(body, "sealed_end"),
            kind=text(body, "kind") or "DVPO",
        )
        self.orders.append(order)
        return order

    def breached(self, recorded: Recorded) -> None:
        body = recorded.body
        self.breaches.append(
            Breach(
                entry=recorded.entry.id,
                kind=text(body, "kind"),
                arrested_at=moment(body, "arrested_at"),
                offence_arrest_at=moment(body, "offence_arrest_at"),
                term=text(body, "term"),
                at=moment(body, "at") or recorded.happened_at,
            )
        )

    def said(self, recorded: Recorded) -> CourtResult:
        """A result. What is not plainly about the application is about the breach that is before it."""
        body = recorded.body
        outcome = text(body, "outcome") or _OUTCOMES.get(_plain(text(body, "result")), "")
        about = text(body, "about")
        if about not in ("application", "breach"):
            about = "breach" if not outcome and self._breach_open() else "application"
        result = CourtResult(
            entry=recorded.entry.id,
            at=moment(body, "at") or recorded.happened_at,
            result=text(body, "result"),
            about=about,
            outcome=outcome if about == "application" else "",
            trigger=text(body, "trigger"),
        )
        self.results.append(result)
        return result

    def _breach_open(self) -> bool:
        """Somebody arrested for breach has not been dealt with by a result since."""
        arrests = [breach.arrested_at for breach in self.breaches if breach.arrested_at]
        dealt = [result.at for result in self.results if result.about == "breach"]
        return any(not any(at >= arrest for at in dealt) for arrest in arrests)


def _plain(words: str) -> str:
    return words.strip().lower().replace("_", " ").removesuffix(".")
