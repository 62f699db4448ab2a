"""Who owns risk and plan from this minute, and who keeps the victim informed."""

from __future__ import annotations

from dataclasses import replace

from app.case.amended import Recorded
from app.case.model import Answer, Ownership
from app.case.reading import text, truth

_NAMED = ("owner", "who", "to", "officer")


def answered(ownership: Ownership, answer: Answer) -> Ownership:
    """What an answer says of ownership. Nobody becomes the owner by being named in a handover."""
    if answer.answer != "done":
        return ownership
    named = next((text(answer.details, key) for key in _NAMED if text(answer.details, key)), "")
    if answer.item == "own-now":
        named = named or answer.by
    if answer.item == "own-now" and named != answer.by and not truth(answer.details, "accepted"):
        return _offer(ownership, answer.by, named, answer.entry)
    if answer.item in ("own-now", "risk-owner") and named:
        return replace(ownership, owner=named, owner_since=answer.happened_at, offered_to="")
    if answer.item == "own-informs" and named:
        return replace(ownership, informs=named)
    if answer.item == "ho-handover" and named:
        if truth(answer.details, "accepted"):
            return replace(ownership, owner=named, owner_since=answer.happened_at, offered_to="")
        return _offer(ownership, answer.by, named, answer.entry)
    return ownership


def offered(ownership: Ownership, recorded: Recorded) -> Ownership:
    return _offer(ownership, recorded.entry.by, text(recorded.body, "to"), recorded.entry.id)


def accepted(ownership: Ownership, recorded: Recorded) -> Ownership:
    """Whoever accepts owns risk and plan from that minute."""
    return replace(
        ownership,
        owner=recorded.entry.by,
        owner_since=recorded.happened_at,
        offered_to="",
        accepted_entry=recorded.entry.id,
        victim_told=truth(recorded.body, "victim_told"),
    )


def _offer(ownership: Ownership, by: str, to: str, entry: str) -> Ownership:
    """An offer moves nothing: until it is accepted the owner stays the owner."""
    return replace(
        ownership, owner=ownership.owner or by, offered_to=to, offer_entry=entry, accepted_entry=""
    )
