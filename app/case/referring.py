"""The notice from referral to order. The station decides; an officer's facts move it at once."""

from __future__ import annotations

from app import kinds
from app.case.amended import Recorded
from app.case.model import Decision, Referral, Version
from app.case.reading import moment, text, texts

_DECIDED = {
    kinds.REFERRAL_ENDORSED: "endorsed",
    kinds.REFERRAL_AUTHORISED: "authorised",
    kinds.REFERRAL_REFUSED: "refused",
}


class Path:
    """What has happened to the referral. Its state follows from the facts, not from their order."""

    def __init__(self) -> None:
        self.decisions: list[Decision] = []
        self._sent: Recorded | None = None
        self._decided = ""
        self._determined = ""
        self._closed = False
        self._marks: list[str] = []
        self._history: list[Version] = []

    def sent(self, recorded: Recorded) -> None:
        self._keep(recorded)
        self._sent = recorded
        self._unmark("more_information_wanted")

    def decided(self, recorded: Recorded) -> None:
        """The newest of authorised and refused stands. A view that is not for it endorses nothing."""
        self._keep(recorded)
        body, kind = recorded.body, recorded.entry.kind
        at = moment(body, "at") or recorded.happened_at
        self.decisions.append(
            Decision(
                recorded.entry.id, kind, recorded.entry.by, at,
                text(body, "reason"), text(body, "mode"), texts(body, "plan_b"),
            )
        )  # fmt: skip
        if kind != kinds.REFERRAL_ENDORSED:
            self._decided = _DECIDED[kind]
            self._unmark("more_information_wanted")
        elif not self._decided and not text(body, "decision").startswith("not"):
            self._decided = "endorsed"

    def more_wanted(self, recorded: Recorded) -> None:
        self._keep(recorded)
        self._mark("more_information_wanted")

    def breached(self, recorded: Recorded) -> None:
        self._keep(recorded)
        self._mark("breached")

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
            marks=tuple(self._marks),
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

    def _mark(self, mark: str) -> None:
        if mark not in self._marks:
            self._marks.append(mark)

    def _unmark(self, mark: str) -> None:
        if mark in self._marks:
            self._marks.remove(mark)
