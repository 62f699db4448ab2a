"""Whether the law lets a referral be sent now. The consent ledger answers; nothing is gated beside it."""

from __future__ import annotations

from app.case.model import Case
from app.consents.permission import Permission, permission
from app.consents.purposes import Purpose, purpose
from app.support.agencies import Agency


def purpose_of(wanted: Agency) -> Purpose:
    found = purpose(wanted.purpose)
    assert found is not None, "the content names it"
    return found


def may_send(case: Case, wanted: Agency) -> Permission:
    """As the answers stand."""
    return permission(case, purpose_of(wanted))


def basis_wanted(case: Case, wanted: Agency) -> bool:
    """Whether reason and lawful basis are recorded in place of a yes: the law asks for none."""
    return wanted.basis and may_send(case, wanted).by != "consent"


def stands_on(case: Case, wanted: Agency) -> str:
    """The entry of the answer that a referral stands on; empty where there is none."""
    known = case.consents.get(purpose_of(wanted).topic)
    return known.entry if known else ""
