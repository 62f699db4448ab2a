"""What has been decided on a referral, on what, and what came in afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app import kinds
from app.case.model import Case, Decision
from app.case.reading import text
from app.entry import Entry
from app.regimes import Regime, regime_of

_DECIDING = (kinds.REFERRAL_AUTHORISED, kinds.REFERRAL_REFUSED)
_CARRIED = ("dv-", "tm-", "ao-", "kid-", "cn-dvpn")
_WEIGHED = (
    kinds.REFERRAL_SENT, kinds.REFERRAL_WITHDRAWN, kinds.BREACH_REPORTED, kinds.NOTICE_SERVED,
    kinds.ORDER_MADE, kinds.COURT_RESULT, kinds.CASE_CLOSED,
)  # fmt: skip
_PEOPLE = ("suspect", "perpetrator", "child")
_OPEN = ("referred", "endorsed", "served", "listed", "adjourned")


def newest_referral(case: Case) -> Entry | None:
    return next((each for each in reversed(case.entries) if each.kind == kinds.REFERRAL_SENT), None)


def referral_regime(case: Case) -> Regime:
    """Of the notice that is asked for; the newer notice only where the referral names it."""
    sent = newest_referral(case)
    return regime_of(text(sent.body, "regime") if sent else "")


def sent_by(case: Case) -> frozenset[str]:
    """Everybody who has sent this referral: none of them decides on it."""
    return frozenset(each.by for each in case.entries if each.kind == kinds.REFERRAL_SENT)


def standing(case: Case) -> Decision | None:
    """The decision that stands: the first, for a second one is never taken. None while nobody decided."""
    return next((each for each in case.decisions if each.kind in _DECIDING), None)


def waits(case: Case) -> bool:
    """Referred, and nobody has decided: served without a decision, it waits all the more."""
    return newest_referral(case) is not None and standing(case) is None and case.referral.state in _OPEN


def spoken(case: Case) -> Decision | None:
    """An authority by word of mouth whose written confirmation is not there yet."""
    confirmed = {each.confirms for each in case.decisions}
    found = (each for each in case.decisions if each.mode == "verbal" and each.entry not in confirmed)
    return next(found, None)


def seen(case: Case) -> dict[str, int]:
    """How far each stream of the case had been read: the highest number by stream."""
    read: dict[str, int] = {}
    for entry in case.entries:
        read[entry.stream] = max(entry.seq, read.get(entry.stream, 0))
    return read


def unseen(case: Case, read: Mapping[str, int]) -> list[Entry]:
    """What bears on the decision and was not among what had been `read`, in the order of writing."""
    return [each for each in bearing(case) if each.seq > read.get(each.stream, 0)]


def bearing(case: Case) -> Iterator[Entry]:
    """What bears on the decision: the referral and its answers, opinion, suspect and children, service,
    breach, withdrawal, and amendments of any of these. Not visits, not the service checklist."""
    known = {entry.id: entry for entry in case.entries}
    roles = {person.id: person.role for person in case.people}
    return (each for each in case.entries if not each.of_station and _bears(_root(each, known), roles))


def _root(entry: Entry, known: Mapping[str, Entry]) -> Entry:
    """What an amendment, or an amendment of it, puts right; whichever clock was wrong."""
    passed: set[str] = set()
    while entry.kind == kinds.AMENDED and entry.id not in passed:
        passed.add(entry.id)
        entry = known.get(text(entry.body, "of"), entry)
    return entry


def _bears(entry: Entry, roles: Mapping[str, str]) -> bool:
    if entry.kind == kinds.PERSON_RECORDED:
        return roles.get(text(entry.body, "person"), text(entry.body, "role")) in _PEOPLE
    if entry.kind in (kinds.ANSWERED, kinds.CONSENT_RECORDED, kinds.CONSENT_WITHDRAWN):
        return text(entry.body, "item").startswith(_CARRIED)
    return entry.kind in _WEIGHED
