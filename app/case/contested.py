"""Values that replace each other by name. Two replacements of one value are kept, and a person chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.case.version import Contested, Value

Protective = Callable[[Value], float]


def settle(values: Sequence[Value], protective: Protective) -> Contested:
    """What stands among `values`, given in the order of writing.

    A value is open until another names it in `replaces` or `resolves`. Open values that differ are in
    conflict; the most protective stands first, of equals the newest. Equal values agree.
    """
    ends = _open(values)
    if not ends:
        return Contested(values=tuple(values))
    newest_first = list(reversed(ends))
    ranked = tuple(sorted(newest_first, key=protective, reverse=True))
    standing = ranked[0]
    if any(end.value != standing.value for end in ends):
        return Contested(standing, tuple(values), ranked, ranked)
    settled = tuple(value for value in values if value.entry in standing.resolves)
    return Contested(standing, tuple(values), ranked, settled, standing.by if settled else None)


def _open(values: Sequence[Value]) -> list[Value]:
    """The values that nothing replaced. Who replaces one of several equal open values replaces them all."""
    still: list[Value] = []
    for value in values:
        named = _named(value)
        twins = [known.value for known in still if known.entry in named]
        still = [known for known in still if known.value not in twins]
        still.append(value)
    # A clock that was wrong may have written a value before the one that it names.
    names = {name for value in values for name in _named(value)}
    return [value for value in still if value.entry not in names]


def _named(value: Value) -> set[str]:
    return {name for name in (value.replaces, *value.resolves) if name and name != value.entry}
