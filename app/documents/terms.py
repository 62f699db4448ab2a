"""What a notice forbids and orders, as sentences to the person on whom it is served, s.24(6) to (8)."""

from __future__ import annotations

from app.case.reading import text, texts
from app.documents.material import Material
from app.facts.gate import PREMISES_TERMS, TERMS, premises_terms_enabled
from app.facts.heard import authority as resting_on
from app.facts.heard import heard


def terms(told: Material) -> list[tuple[str, str]]:
    """(heading, sentence) of every term: those that were authorised, and until then those asked for. None
    about the home where they share none, s.24(8)."""
    found = [(told.words("tm-molest.title"), line) for line in _molestation(told)]
    for item in chosen(told):
        if item in PREMISES_TERMS and premises_terms_enabled(told.case):
            answer = told.case.answers.get(item)
            metres = text(answer.details, "metres").strip() if answer else ""
            where = text(answer.details, "address").strip() if answer else ""
            where = where or premises(told)
            sentence = told.words(f"doc.term.{item}", premises=told.or_not(where), metres=told.or_not(metres))
            found.append((told.words(f"{item}.title"), sentence))
    words = told.said(told.authority, "terms_words").strip() if told.authority else ""
    return [*found, *([(told.words("doc.term.authorised-words"), words)] if words else [])]


def chosen(told: Material) -> tuple[str, ...]:
    """The tm- items in their order: of the authority that stands; until it is here as an officer was told
    them by radio; or else as officers asked for them."""
    settled = granted(told) or _told_by_radio(told)
    if settled:
        return settled
    known = told.case.answers
    return tuple(item for item in TERMS if item in known and known[item].answer != "no")


def granted(told: Material) -> tuple[str, ...]:
    """The tm- items that the authority names; empty where there is none, or it names none."""
    decided = told.version(told.authority.entry) if told.authority else None
    terms = texts(decided.body, "terms") if decided else ()
    return tuple(item for item in TERMS if item in terms)


def _told_by_radio(told: Material) -> tuple[str, ...]:
    """Of the newest authority that was heard, while it is all that there is."""
    if resting_on(told.case) != "heard":
        return ()
    terms = heard(told.case)[-1].terms
    return tuple(item for item in TERMS if item in terms)


def _molestation(told: Material) -> list[str]:
    """The mandatory term: in general, in particular acts, or both."""
    answer = told.case.answers.get("tm-molest")
    if answer is None:
        return []
    acts = text(answer.details, "detail").strip() or answer.note.strip()
    lines = [told.words("doc.term.molest-general")] if answer.answer in ("general", "both") else []
    if answer.answer in ("particular", "both"):
        lines.append(told.words("doc.term.molest-particular", acts=told.or_not(acts)))
    return lines


def premises(told: Material) -> str:
    """Where both live: as the test answered it, or else the place of the incident while it is disclosed."""
    answer = told.case.answers.get("dv-cohabit")
    said = text(answer.details, "address").strip() if answer else ""
    return said or ("" if told.case.undisclosed else told.case.address)
