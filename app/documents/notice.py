"""The notice, as it is handed to the person on whom it is served, s.25 of the Crime and Security Act 2010.

Danger: this paper goes to the suspect. It names the protected person and the home that both share, and
says nothing of where or how that person may be found.
"""

from __future__ import annotations

from collections.abc import Iterator

from app import kinds
from app.case.reading import text
from app.documents.answers import Line
from app.documents.material import Material
from app.documents.model import Block, Document, Facts, Numbered, Refused, Section, Signing, Words, texts_of
from app.documents.terms import chosen, granted, premises, terms
from app.facts.gate import PREMISES_TERMS, premises_terms_enabled
from app.facts.heard import authority as resting_on
from app.facts.heard import heard

STATEMENTS = ("grounds", "arrest-power", "48h-hearing", "continues", "court-may")
"""s.25(1)(a) to (e), in the order of the Act."""


def notice(told: Material, draft: bool = False) -> Document | Refused:
    """The notice of this case. Refused, with why, until a superintendent has authorised it and it can
    state what the Act asks for; a draft says so on every page."""
    because = lacking(told)
    if because and not draft:
        return Refused(because)
    return told.document("doc.title.notice", sections(told), draft=bool(because))


def lacking(told: Material) -> tuple[str, ...]:
    """Why it cannot be served yet: the last part of doc.refused.*."""
    case, suspect = told.case, told.suspect
    wanting = {
        "not-authorised": not told.authorised and not _told_by_radio(told),
        "only-heard": _told_by_radio(told),
        "no-name": suspect is None or not suspect.name,
        "no-victim-name": told.victim is None or not told.victim.name,
        "no-grounds": not (_because(told, "dv-violence") and _because(told, "dv-necessary")),
        "no-molestation-term": "tm-molest" not in case.answers,
        "another-regime": _another_regime(told),
        "premises-closed": _about_home(told) and not premises_terms_enabled(case),
        "no-premises": _about_home(told) and not premises(told),
        "premises-kept-apart": any(map(told.compartment.holds, texts_of(tuple(terms(told))))),
    }
    return tuple(name for name, lacks in wanting.items() if lacks)


def _about_home(told: Material) -> bool:
    """What was asked for falls away where they share no home; what was authorised does not."""
    wanted = any(item in PREMISES_TERMS for item in chosen(told))
    return wanted and (premises_terms_enabled(told.case) or bool(granted(told)))


def _another_regime(told: Material) -> bool:
    """A notice under another Act states other things."""
    sent = told.recorded(kinds.REFERRAL_SENT)
    return bool(sent) and text(sent[-1].body, "regime") not in ("", "DVPN")


def sections(told: Material) -> list[Section]:
    stated = [(told.words(f"doc.state.{name}.title"), statement(told, name)) for name in STATEMENTS]
    said = terms(told) or [(told.words("tm-molest.title"), told.words("doc.not-recorded"))]
    lead = Words(told.words("doc.notice.terms.lead"))
    return [
        Section(told.words("doc.notice.to"), (Facts(tuple(_served_on(told))),)),
        Section(told.words("doc.notice.terms"), (lead, Numbered(tuple(said)))),
        Section(told.words("doc.notice.states"), (Numbered(tuple(stated)),)),
        Section(told.words("doc.notice.authority"), tuple(authority(told))),
        Section(told.words("doc.notice.service"), tuple(_service(told))),
    ]


def _served_on(told: Material) -> Iterator[Line]:
    suspect = told.suspect
    yield told.words("doc.person.name"), told.or_not(suspect.name if suspect else "")
    yield told.words("doc.person.dob"), told.born(suspect.dob if suspect else None)
    yield told.words("doc.notice.protects"), told.or_not(told.victim.name if told.victim else "")
    yield told.words("doc.reference"), told.case.ref


def statement(told: Material, name: str) -> str:
    """One of the five statements that s.25(1) asks for."""
    if name != "grounds":
        return told.words(f"doc.state.{name}")
    violence, necessary = (told.or_not(_because(told, item)) for item in ("dv-violence", "dv-necessary"))
    return told.words("doc.state.grounds", violence=violence, necessary=necessary)


def _because(told: Material, item: str) -> str:
    """What the officer wrote for one of the two grounds of s.24(2)."""
    answer = told.case.answers.get(item)
    said = (answer.reason, answer.note) if answer and answer.answer == "yes" else ()
    return " ".join(each.strip() for each in said if each.strip())


def authority(told: Material) -> Iterator[Block]:
    """Who authorised it: rank, number, time, and how, s.24(1)."""
    decided = told.authority
    if decided is None:
        yield from _unauthorised(told)
        return
    mode = f"doc.mode.{decided.mode}"
    yield Facts(
        (
            (told.words("doc.notice.rank"), told.rank(decided)),
            (told.words("doc.notice.officer"), decided.by),
            (told.words("doc.notice.at"), told.moment(decided.at)),
            (told.words("doc.notice.mode"), told.words(mode) if told.guidance.has(mode) else decided.mode),
        )
    )
    confirmed = told.confirmation
    if decided.mode == "verbal":
        line = told.by(confirmed.by, confirmed.at) if confirmed else told.words("doc.notice.unconfirmed")
        yield Facts(((told.words("doc.notice.confirmed"), line),))


def _told_by_radio(told: Material) -> bool:
    """What an officer heard moves nothing: the station alone looks at the rank."""
    return resting_on(told.case) == "heard" and told.case.referral.state != "withdrawn"


def _unauthorised(told: Material) -> Iterator[Block]:
    if not _told_by_radio(told):
        yield Words(told.words("doc.notice.no-authority"))
        return
    said = heard(told.case)[-1]
    yield Words(told.words("doc.notice.only-heard"))
    yield Facts(
        (
            (told.words("doc.notice.officer"), told.or_not(said.who)),
            (told.words("doc.notice.rank"), told.or_not(said.rank)),
            (told.words("doc.notice.at"), told.moment(said.at)),
            (told.words("doc.notice.heard-by"), said.told_to),
            (told.words("doc.steps.words"), told.or_not(said.words)),
        )
    )


def _service(told: Material) -> Iterator[Block]:
    """To be filled in at service; afterwards as it was served."""
    if told.case.served_at:
        served = told.recorded(kinds.NOTICE_SERVED)[-1].body
        yield Facts(
            (
                (told.words("doc.sign.at"), told.moment(told.case.served_at)),
                (told.words("doc.sign.place"), told.or_not(text(served, "place"))),
                (told.words("doc.sign.constable"), told.or_not(text(served, "served_by"))),
            )
        )
        return
    yield Words(told.words("doc.notice.service.lead"))
    named = ("name", "place", "at", "constable", "signature", "address", "explained", "received")
    yield Signing(tuple(told.words(f"doc.sign.{name}") for name in named))
