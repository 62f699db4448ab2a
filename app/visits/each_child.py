"""What a visit says of each child of the case, in words: on phone, console and in documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.case.model import Case, Person
from app.case.reading import mapping, text
from app.facts.people import children
from app.guidance import Guidance
from app.guidance.wording import slug

CHILDREN = "children"
ANSWERS = ("seen", "not seen", "not asked")


def child_named(child: Person, number: int, guidance: Guidance) -> str:
    """Initials; a child whose name nobody recorded by its number."""
    return child.initials or guidance.words("child.unnamed", number=number)


def each_child(case: Case, body: Mapping[str, Any], guidance: Guidance) -> Iterator[tuple[str, str]]:
    """Which child, and 'Seen. Asleep upstairs'. Nothing of a child about whom nothing was said."""
    for number, child in enumerate(children(case), 1):
        said = mapping(mapping(body, CHILDREN), child.id)
        if said:
            answer = text(said, "answer")
            told = (guidance.words(f"child.{slug(answer)}") if answer else "", text(said, "words"))
            who = child_named(child, number, guidance)
            yield guidance.words("child.title", child=who), ". ".join(each for each in told if each)


def children_unsaid(case: Case, told: Mapping[str, Any]) -> Iterator[tuple[int, Person]]:
    """Children, with their number, of whom `told` does not say whether they were seen."""
    for number, child in enumerate(children(case), 1):
        if not text(mapping(told, child.id), "answer"):
            yield number, child
