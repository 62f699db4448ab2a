"""Whether something may be done now, and what stands against it. The one gate: nothing else decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.case.model import Case, Consent
from app.case.reading import mapping, texts
from app.consents.purposes import Purpose, Rule, gate_of

PERMITTED, BLOCKED, NOT_NEEDED = "permitted", "blocked", "not needed"
GIVEN = "given"
NOT_ASKED = "not asked"
EXCLUSIONS = ("neighbours_involved", "raises_risk")
_ANSWERS = {"yes": GIVEN, "no": "declined", "later": "later", "not asked": NOT_ASKED}


@dataclass(frozen=True, slots=True)
class Permission:
    """`state`: permitted, blocked, or not needed. `because`: what stands against it, or, where no consent
    is needed, what is still to be recorded: the state of the answer as a code, a field, or a check.
    `scope`: what it is limited to. `by`: consent, basis, or empty."""

    purpose: str
    state: str
    because: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    by: str = ""

    @property
    def may(self) -> bool:
        return self.state != BLOCKED


def permission(case: Case, purpose: Purpose) -> Permission:
    """What the answers, as they stand, permit. Pure."""
    answer = standing(case, purpose)
    decide = _RULES[purpose.rule]
    return decide(case, purpose, answer)


def standing(case: Case, purpose: Purpose) -> Consent:
    """The answer that stands for a purpose. Where a topic asks about each apart, the newer of the one for
    this part and the one inside the topic."""
    whole = case.consents.get(purpose.topic) or Consent(purpose.topic, NOT_ASKED)
    if not purpose.about:
        return whole
    part = case.consents.get(f"{purpose.topic}/{purpose.about}")
    inside = _inside(whole, purpose.about)
    return part if part is not None and _newer(part, inside) else inside


def _inside(whole: Consent, about: str) -> Consent:
    return replace(whole, state=inside_state(whole.state, whole.details, about), about=about)


def inside_state(state: str, details: Mapping[str, Any], about: str) -> str:
    """One part of a topic: a yes to the topic is a yes to no part that was not answered."""
    if state != GIVEN:
        return state
    return _ANSWERS.get(str(details.get(about) or ""), NOT_ASKED)


def _newer(part: Consent, inside: Consent) -> bool:
    """Of two in the same instant, the one that is no yes."""
    if not (part.versions and inside.versions):
        return bool(part.versions) or not inside.versions
    one, other = part.versions[-1].written_at, inside.versions[-1].written_at
    return one > other or (one == other and part.state != GIVEN)


def code(state: str) -> str:
    """'not safe to ask' -> 'not_safe_to_ask'."""
    return (state or NOT_ASKED).replace(" ", "_")


def told(answer: Consent) -> dict[str, Any]:
    """Everything that goes with an answer, both checks of a neighbour watch among it."""
    return {**answer.details, **mapping(answer.details, "exclusions")}


def _yes(case: Case, purpose: Purpose, answer: Consent) -> Permission:
    if answer.state != GIVEN:
        return Permission(purpose.id, BLOCKED, (code(answer.state),))
    missing = tuple(_missing(purpose, told(answer)))
    scope = texts(answer.details, "scope")
    return Permission(purpose.id, BLOCKED if missing else PERMITTED, missing, scope, "consent")


def _missing(purpose: Purpose, details: Mapping[str, Any]) -> Iterator[str]:
    for name in purpose.needs:
        value = details.get(name)
        if value is None or value == [] or (isinstance(value, str) and not value.strip()):
            yield name


def _yes_or_basis(case: Case, purpose: Purpose, answer: Consent) -> Permission:
    if answer.state != GIVEN and str(answer.details.get("basis") or "").strip():
        return Permission(purpose.id, PERMITTED, (code(answer.state),), by="basis")
    return _yes(case, purpose, answer)


def _threshold(case: Case, purpose: Purpose, answer: Consent) -> Permission:
    if case.risk.standing == "high" or str(answer.details.get("grade_basis") or "").strip():
        return _nothing(case, purpose, answer)
    return _yes(case, Purpose(purpose.id, purpose.topic, Rule.YES, purpose.law), answer)


def _nothing(case: Case, purpose: Purpose, answer: Consent) -> Permission:
    """Never blocked. What holds the reason and the basis is asked for."""
    missing = tuple(_missing(purpose, {**told(answer), "words": answer.words}))
    return Permission(purpose.id, NOT_NEEDED, missing, by="basis")


def _neighbours(case: Case, purpose: Purpose, answer: Consent) -> Permission:
    """Either exclusion blocks it, whatever she said; unchecked blocks it as well."""
    if answer.state != GIVEN:
        return Permission(purpose.id, BLOCKED, (code(answer.state), *_excluded(answer)))
    found = [*_excluded(answer)]
    if not all(isinstance(told(answer).get(name), bool) for name in EXCLUSIONS):
        found.append("exclusion_not_checked")
    houses = texts(answer.details, "scope")
    if not houses:
        found.append("scope")
    state = BLOCKED if found else PERMITTED
    return Permission(purpose.id, state, tuple(found), () if found else houses, "consent")


def _excluded(answer: Consent) -> Iterator[str]:
    return (name for name in EXCLUSIONS if told(answer).get(name) is True)


def _unnamed(case: Case, purpose: Purpose, answer: Consent) -> Permission:
    if purpose.topic not in case.consents:
        return Permission(purpose.id, BLOCKED, ("not_asked",))
    if answer.details.get("identifiable") is False:
        return Permission(purpose.id, NOT_NEEDED)
    return Permission(purpose.id, BLOCKED, ("identifiable",))


_RULES = {
    Rule.YES: _yes,
    Rule.YES_OR_BASIS: _yes_or_basis,
    Rule.THRESHOLD: _threshold,
    Rule.NEIGHBOURS: _neighbours,
    Rule.UNNAMED: _unnamed,
    Rule.NOTHING: _nothing,
}


def measure(case: Case, item: str) -> Permission | None:
    """Of a measure that is said to be done: the permission that it stands on; None where it needs none."""
    gate, answer = gate_of(item), case.answers.get(item)
    if gate is None or answer is None or answer.answer != "done":
        return None
    if gate.only_with and not str(answer.details.get(gate.only_with) or "").strip():
        return None
    if gate.besides and texts(answer.details, "referred_to") == (gate.besides,):
        return None
    return permission(case, gate)
