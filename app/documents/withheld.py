"""The compartment: undisclosed addresses and every way of reaching the victim and the witnesses.

Danger: who reads one of these in the wrong hands can find somebody. They are left out where they are
kept, and taken out of whatever else an officer wrote them into. Only a named purpose opens the
compartment, and only in one document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from app import kinds
from app.case.model import Case
from app.case.reading import mapping, text, truth
from app.facts.history import versions_of

SUSPECT = ("suspect", "perpetrator")
CONTACT = frozenset({
    "phone", "number", "safe_contact", "staying_with", "ring", "sleeps", "reach", "handset", "codeword",
    "email", "school", "carer", "visits", "dob",
})  # fmt: skip
"""Fields that say where somebody is or how they are reached. `address` is judged by whose it is."""
PREMISES = frozenset({"dv-cohabit", "tm-distance", "sv-address-asked"})
"""Items whose address is one that the suspect knows or gave."""
OF_THE_SUSPECT = "dv-age"
WHITHER = ("new_force", "new_area")
"""Of a move: where to, roughly. It narrows the search."""
_INCIDENT = (kinds.INCIDENT_OPENED, kinds.INCIDENT_DETAILS)
NAMED = frozenset({("cp-codeword", "words"), ("cp-trusted-contact", "who")})
"""Words that open a door by themselves."""
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\w)\+?\d(?:[\s()./-]*\d){6,14}(?!\w)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")


class Compartment:
    """What is kept in it for one case. `instead` stands where something was taken out."""

    def __init__(self, case: Case, instead: str) -> None:
        self._instead = instead
        self._roles = {person.id: person.role for person in case.people}
        self._standing = {person.id: (person.address, person.undisclosed) for person in case.people}
        self._incident = (case.address, case.undisclosed)
        known = {pattern for kind, body in _told(case) for pattern in self._patterns(kind, body)}
        longest = sorted(known, key=lambda pattern: (-len(pattern), pattern))
        self._known = re.compile("|".join(longest), re.IGNORECASE) if longest else None

    def shut(self, told: str) -> str:
        """The text without anything that is kept in the compartment."""
        if not self._known:
            return told
        instead = re.escape(self._instead)
        return re.sub(rf"{instead}(?:[\s,;]*{instead})+", self._instead, self._known.sub(self._instead, told))

    def holds(self, told: str) -> bool:
        """Whether something of the compartment stands in this text."""
        return bool(self._known and self._known.search(told))

    # An entry's body, field by field

    def body(self, kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """The body with what is kept apart replaced. What this version does not know is kept apart whole."""
        if kind not in KNOWN_KINDS:
            return dict.fromkeys(body, self._instead)
        return self._opened(kind, body, body)

    def _opened(self, kind: str, top: Mapping[str, Any], body: Mapping[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in body.items():
            if value in (None, "", [], {}):
                continue
            if self._kept(kind, top, key):
                found[key] = self._instead
            else:
                found[key] = self._value(kind, top, value)
        return found

    def _value(self, kind: str, top: Mapping[str, Any], value: Any) -> Any:
        if isinstance(value, Mapping):
            return self._opened(kind, top, value)
        return [self._value(kind, top, each) for each in value] if isinstance(value, list | tuple) else value

    def _kept(self, kind: str, top: Mapping[str, Any], key: str) -> bool:
        item = text(top, "item")
        if item.startswith("cp-"):
            return key not in ("item", "answer", "replaces", "resolves", "about")
        if kind == kinds.ADDRESS_MOVED:
            return key not in ("undisclosed", "replaces", "person")
        if kind == kinds.PERSON_RECORDED and self._role(top) in SUSPECT:
            return False
        if _reaches(key):
            return not (key == "dob" and item == OF_THE_SUSPECT)
        return key == "address" and self._address_kept(kind, top)

    def _role(self, body: Mapping[str, Any]) -> str:
        return text(body, "role") or self._roles.get(text(body, "person"), "")

    def _address_kept(self, kind: str, body: Mapping[str, Any]) -> bool:
        """The incident's and the victim's while they are disclosed, premises and the suspect's are not."""
        if text(body, "item") in PREMISES:
            return False
        if kind in _INCIDENT or (kind == kinds.PERSON_RECORDED and self._role(body) == "victim"):
            return self._undisclosed(kind, body)
        return True

    # What may not stand in any text

    def _patterns(self, kind: str, body: Mapping[str, Any]) -> Iterator[str]:
        if self._role(body) in SUSPECT or text(body, "item") == OF_THE_SUSPECT:
            return
        item = text(body, "item")
        for key, value in _leaves(body):
            if key == "address" and self._undisclosed(kind, body):
                yield from _place(value)
            elif kind == kinds.ADDRESS_MOVED and key in WHITHER:
                yield from _phrase(value, 4)
            elif _reaches(key):
                yield from _contact(value)
            elif item.startswith("cp-"):
                yield from _contact(value)
                if (item, key) in NAMED:
                    yield from _phrase(value, 3)

    def _undisclosed(self, kind: str, body: Mapping[str, Any]) -> bool:
        """Whether an address may stand nowhere: hers and the incident's while it is undisclosed, and every
        one that she moved to. One that was undisclosed by mistake and stands disclosed is none. A witness's
        is left out of its own entry alone: it may be the house next door."""
        if kind in (kinds.ADDRESS_MOVED, kinds.AMENDED):
            return True
        incident = kind in _INCIDENT
        standing, kept = self._incident if incident else self._standing.get(text(body, "person"), ("", False))
        return kept if text(body, "address") == standing else truth(body, "undisclosed")


def _told(case: Case) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every body that was ever recorded, whole: an amendment as it left what it amends."""
    here = {entry.id for entry in case.entries}
    for entry in case.entries:
        if entry.kind != kinds.AMENDED:
            yield from ((entry.kind, each.body) for each in versions_of(case, entry.id))
        elif text(entry.body, "of") not in here:
            yield entry.kind, mapping(entry.body, "new")


def _leaves(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in body.items():
        for each in value if isinstance(value, list | tuple) else (value,):
            if isinstance(each, Mapping):
                yield from _leaves(each)
            elif each is not None:
                yield key, str(each)


def _reaches(key: str) -> bool:
    """Whether a field of this name says how somebody is reached; a newer phone may name it otherwise."""
    return key in CONTACT or any(part in key for part in ("phone", "email", "_address"))


def _contact(told: str) -> Iterator[str]:
    """Numbers, mail addresses and postcodes in a text, and house and street where there is one."""
    for found in _NUMBER.findall(told):
        yield _digits(found)
    for found in _MAIL.findall(told):
        yield from _phrase(found, 4)
    yield from _postcodes(told)
    if re.search(r"\d+\w?\s+[A-Z]\w+\s+[A-Z]\w+", told):
        yield from _place(told)


def _postcodes(told: str) -> Iterator[str]:
    for found in _POSTCODE.findall(told):
        bare = re.sub(r"\s", "", found)
        yield rf"(?<!\w){bare[:-3]}\s*{bare[-3:]}(?!\w)"


def _digits(number: str) -> str:
    """However it is grouped, with or without the country's code."""
    bare = re.sub(r"\D", "", number)
    bare = bare.removeprefix("44") if number.strip().startswith("+44") else bare.removeprefix("0")
    between = r"[\s()./-]*"
    return rf"(?<!\w)\(?(?:(?:\+|00)?44{between}0?|0)?{between}{between.join(bare)}(?!\w)"


def _place(address: str) -> Iterator[str]:
    """The whole of it, each part with a number, and the street alone. A town alone is no address."""
    yield from _phrase(address, 4)
    yield from _postcodes(address)
    for part in re.split(r"[,\n]", address):
        words = re.findall(r"\w+", part)
        if any(letter.isdigit() for letter in part):
            yield from _phrase(part, 4)
        named = [word for word in words if not any(letter.isdigit() for letter in word)]
        if len(named) < len(words) and len(named) > 1:
            yield from _phrase(" ".join(named), 6)


def _phrase(told: str, least: int) -> Iterator[str]:
    """Its words in order, whatever stands between them."""
    words = re.findall(r"\w+", told)
    if sum(map(len, words)) >= least:
        yield r"(?<!\w)" + r"[\W_]+".join(map(re.escape, words)) + r"(?!\w)"


KNOWN_KINDS = frozenset(
    value for name, value in vars(kinds).items() if name.isupper() and isinstance(value, str)
)
