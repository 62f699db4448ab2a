"""The notice from referral to order. The station decides; an officer's facts move it at once."""

from __future__ import annotations

from collections.abc import Iterator

from app import kinds
from app.case.amended import Recorded
from app.case.court_records import numbers
from app.case.model import Decision, Referral, Version
from app.case.reading import moment, text, texts

_DECIDED = {
    kinds.REFERRAL_ENDORSED: "endorsed",
    kinds.REFERRAL_AUTHORISED: "authorised",
    kinds.REFERRAL_REFUSED: "refused",
}
ENDS = ("authorised", "refused")


class Path:
    """What has happened to the referral. Its state follows from the facts, not from their order."""

    def __init__(self) -> None:
        self.decisions: list[Decision] = []
        self._sent: Recorded | None = None
        self._decided = ""
        self._determined = ""
        self._closed = False
        self._asked: list[str] = []
        self._breached = False
        self._history: list[Version] = []

    def sent(self, recorded: Recorded) -> None:
        self._keep(recorded)
        self._sent = recorded

    def decided(self, recorded: Recorded) -> None:
        """The first of authorised and refused stands. A view that is not for it endorses nothing.

        Rank is checked at the station: what an officer's handset calls a decision is kept, and is none.
        """
        self._keep(recorded)
        if not recorded.entry.of_station:
            return
        kind = recorded.entry.kind
        self.decisions.append(_decision(recorded))
        if kind != kinds.REFERRAL_ENDORSED:
            self._decided = self._decided if self._decided in ENDS else _DECIDED[kind]
        elif not self._decided and not text(recorded.body, "decision").startswith("not"):
            self._decided = "endorsed"

    def more_wanted(self, recorded: Recorded) -> None:
        """About the referral that it names: whichever clock was wrong, another one answers it."""
        self._keep(recorded)
        if recorded.entry.of_station:
            known = self._sent.entry.id if self._sent else ""
            self._asked.append(text(recorded.body, "of") or known)

    def breached(self, recorded: Recorded) -> None:
        self._keep(recorded)
        self._breached = True

    def noted(self, recorded: Recorded) -> None:
        """Service, listing, adjournment: the state reads them from the case."""
        self._keep(recorded)

    def determined(self, recorded: Recorded, state: str) -> None:
        """order_made, order_refused or withdrawn."""
        self._keep(recorded)
        self._determined = state

    def closed(self, recorded: Recorded) -> None:
        self._keep(recorded)
        self._closed = True

    def referral(self, *, served: bool, listed: bool, adjourned: bool) -> Referral:
        sent = self._sent
        return Referral(
            state=self._state(served, listed, adjourned),
            marks=tuple(self._marks()),
            sent_at=sent.happened_at if sent else None,
            sent_by=sent.entry.by if sent else "",
            to=text(sent.body, "to") if sent else "",
            entry=sent.entry.id if sent else "",
            history=tuple(self._history),
        )

    def _state(self, served: bool, listed: bool, adjourned: bool) -> str:
        if self._closed:
            return "closed"
        if self._determined:
            return self._determined
        if adjourned:
            return "adjourned"
        if served:
            return "listed" if listed else "served"
        return self._decided or ("referred" if self._sent else "draft")

    def _keep(self, recorded: Recorded) -> None:
        self._history.append(recorded.newest)

    def _marks(self) -> Iterator[str]:
        """A question stands until the referral is sent again, or decided after all."""
        if self._sent and self._sent.entry.id in self._asked and self._decided not in ENDS:
            yield "more_information_wanted"
        if self._breached:
            yield "breached"


def _decision(recorded: Recorded) -> Decision:
    body = recorded.body
    return Decision(
        entry=recorded.entry.id,
        kind=recorded.entry.kind,
        by=recorded.entry.by,
        at=moment(body, "at") or recorded.happened_at,
        reason=text(body, "reason"),
        mode=text(body, "mode"),
        plan_b=texts(body, "plan_b"),
        rank=text(body, "rank"),
        terms=texts(body, "terms"),
        terms_words=text(body, "terms_words"),
        told_to=text(body, "by_phone_to"),
        confirms=text(body, "confirms"),
        of=text(body, "of"),
        seen=numbers(body.get("seen")),
        view=text(body, "decision"),
        step=text(body, "step"),
    )
