"""Which documents there are, what each of them lacks, and making one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.documents import transfer as transferring
from app.documents.application import PURPOSES, application
from app.documents.application import lacking as application_lacks
from app.documents.application import missing as pack_missing
from app.documents.chronology import chronology
from app.documents.material import Material
from app.documents.model import Document, Refused
from app.documents.notice import lacking as notice_lacks
from app.documents.notice import notice
from app.documents.plan import plan
from app.documents.proof import proof
from app.documents.referral import missing as referral_missing
from app.documents.referral import referral
from app.entry import sha256
from app.language import ENGLISH, speaking


class Kind(StrEnum):
    """As the disclosure log names them, kinds.EXPORTED."""

    REFERRAL = "referral_pack"
    NOTICE = "p_copy"
    PROOF = "proof_of_service"
    APPLICATION = "court_pack"
    CHRONOLOGY = "disclosure_bundle"
    TRANSFER = "transfer_pack"
    PLAN = "plan_copy"


@dataclass(frozen=True, slots=True)
class Wanted:
    """`draft`: take it unfinished, marked so on every page. `purpose`: of the undisclosed address, which
    the packs for a court and for a new force alone may carry; empty leaves it out."""

    kind: Kind
    draft: bool = False
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A document as bytes. `name` is neutral: a file's name is read by whoever sees the phone."""

    content: bytes
    name: str
    sha256: str


def lacking(told: Material, kind: Kind) -> tuple[str, ...]:
    """Why it cannot be made other than as a draft: the last part of doc.refused.* keys."""
    if kind is Kind.NOTICE:
        return notice_lacks(told)
    if kind is Kind.APPLICATION:
        return application_lacks(told)
    if kind is Kind.TRANSFER:
        return transferring.lacking(told)
    if kind is Kind.PROOF:
        return () if told.case.served_at else ("not-served",)
    return ()


def missing(told: Material, kind: Kind) -> list[str]:
    """What whoever reads it would look for and not find, in words. It can be made all the same."""
    if kind is Kind.REFERRAL:
        return referral_missing(told)
    if kind is Kind.TRANSFER:
        return transferring.missing(told)
    return pack_missing(told) if kind is Kind.APPLICATION else []


def purposes(told: Material, kind: Kind) -> tuple[str, ...]:
    """For what the undisclosed address may be asked for with this document. Empty: it may not, or none is."""
    victim = told.victim
    if kind is Kind.TRANSFER:
        return transferring.PURPOSES if victim and (victim.address or victim.phone) else ()
    undisclosed = told.case.undisclosed or (victim is not None and victim.undisclosed)
    return PURPOSES if kind is Kind.APPLICATION and undisclosed else ()


def document(told: Material, wanted: Wanted) -> Document | Refused:
    """In English, whatever the phone speaks: courts and supervisors read the same words."""
    with speaking(ENGLISH):
        return _document(told, wanted)


def _document(told: Material, wanted: Wanted) -> Document | Refused:
    if wanted.kind is Kind.NOTICE:
        return notice(told, wanted.draft)
    if wanted.kind is Kind.PROOF:
        return proof(told, wanted.draft)
    if wanted.kind is Kind.APPLICATION:
        return application(told, wanted.draft, wanted.purpose)
    if wanted.kind is Kind.TRANSFER:
        return transferring.transfer(told, wanted.draft, wanted.purpose)
    if wanted.kind is Kind.PLAN:
        return plan(told)
    return referral(told) if wanted.kind is Kind.REFERRAL else chronology(told)


def make(told: Material, wanted: Wanted) -> Made | Refused:
    """The same entries, the same bytes."""
    from app.documents.drawing import draw

    drawn = document(told, wanted)
    if isinstance(drawn, Refused):
        return drawn
    with speaking(ENGLISH):
        content = draw(drawn)
    return Made(content, f"document-{told.as_of:%Y%m%d-%H%M}.pdf", sha256(content))
