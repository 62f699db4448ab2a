"""Corrections of one entry that were made apart from each other: which of them stands until it is settled.

Danger: of two times that start a legal clock the one that ends it sooner stands, and of two ends of an order
the later one. Whoever has both before them settles it with a further correction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app import kinds
from app.case.reading import days, mapping, moment, text, texts
from app.entry import Entry
from app.regimes import regime_of

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Together:
    """Fields that start or end one clock together. Of several bodies the one of the highest `rank` stands."""

    fields: tuple[str, ...]
    rank: Callable[[Body], float]


def _earlier(name: str) -> Together:
    def rank(body: Body) -> float:
        at = moment(body, name)
        return -at.timestamp() if at else float("-inf")

    return Together((name,), rank)


def _later_end(body: Body) -> float:
    """An order without an end, where its Act knows one, outlasts every other."""
    made, length = moment(body, "made_at"), days(body, "days")
    if made and length:
        return made.toordinal() + length
    endless = made and body.get("days", 0) is None and regime_of(text(body, "kind")).order_days is None
    return float("inf") if endless else float("-inf")


CLOCK_FACTS: Mapping[str, tuple[Together, ...]] = {
    kinds.NOTICE_SERVED: (_earlier("served_at"),),
    kinds.BREACH_REPORTED: (_earlier("arrested_at"), _earlier("offence_arrest_at")),
    kinds.ORDER_MADE: (Together(("made_at", "days"), _later_end),),
}
"""What starts a legal clock, by the kind of the entry that tells of it."""


def clock_facts(kind: str, body: Body) -> tuple[Any, ...]:
    """What of this body a legal clock is computed from; empty where none is. Equal facts, equal deadline."""
    names = [name for group in CLOCK_FACTS.get(kind, ()) for name in group.fields]
    return tuple(moment(body, name) or body.get(name) for name in names)


def merged(body: Body, new: Body) -> dict[str, Any]:
    """`body` with the fields of `new`. A field that holds fields is merged, so the rest of it stays."""
    both = dict(body)
    for key, value in new.items():
        before = both.get(key)
        both[key] = (
            merged(before, value) if isinstance(before, Mapping) and isinstance(value, Mapping) else value
        )
    return both


def knew(amendment: Entry, amendments: Sequence[Entry]) -> frozenset[str]:
    """The corrections of the same entry that the author of this one had before them: those that it names,
    or where it does not say, all that were written earlier."""
    if "knew" in amendment.body:
        return frozenset(texts(amendment.body, "knew")) - {amendment.id}
    ids = [each.id for each in amendments]
    return frozenset(ids[: ids.index(amendment.id)])


def last_words(amendments: Sequence[Entry], fields: Sequence[str]) -> list[Entry]:
    """Those that put one of these fields right and that no other of them knew. Two or more: apart."""
    setting = [each for each in amendments if any(name in mapping(each.body, "new") for name in fields)]
    known = {name for each in setting for name in knew(each, amendments)}
    return [each for each in setting if each.id not in known] or setting[-1:]


def stands(entry: Entry, amendments: Sequence[Entry]) -> dict[str, Any]:
    """The body with these corrections, given in the order of the fold: the newest word stands, but for a
    legal clock the more careful of the last words."""
    body, after = dict(entry.body), dict[str, dict[str, Any]]()
    for each in amendments:
        body = after[each.id] = merged(body, mapping(each.body, "new"))
    for group in CLOCK_FACTS.get(entry.kind, ()):
        said = [after[each.id] | mapping(each.body, "new") for each in last_words(amendments, group.fields)]
        if said:
            chosen = max(reversed(said), key=group.rank)
            body = body | {name: chosen[name] for name in group.fields if name in chosen}
    return body


def as_left(entry: Entry, amendments: Sequence[Entry], of: Entry) -> dict[str, Any]:
    """The body as the author of the correction `of` left it, from what they knew."""
    known = knew(of, amendments)
    return merged(stands(entry, [each for each in amendments if each.id in known]), mapping(of.body, "new"))
