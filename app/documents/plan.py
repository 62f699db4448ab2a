"""The plan on one page for the victim to take along, if that is safe: plain words, no names of places."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.material import Material
from app.documents.model import Block, Boxed, Document, Facts, Section, Words
from app.plan.hers import for_her
from app.plan.reading import LATER, NOW, Measure
from app.reference.helplines import helplines


def plan(told: Material) -> Document:
    """Nothing that was typed stands on it, only what was agreed, in the words of the content."""
    agreed = for_her(told.guidance, told.case)
    parts = [
        Section(
            told.words("doc.plan.careful"), (Boxed(told.words("doc.plan.careful.title"), _careful(told)),)
        ),
        Section(told.words("doc.plan.now"), tuple(_listed(told, agreed.of(NOW)))),
        Section(told.words("doc.plan.later"), tuple(_listed(told, agreed.of(LATER)))),
        Section(told.words("doc.plan.ring"), (Facts(tuple(_numbers(told))),)),
        Section(told.words("doc.plan.change"), (Words(told.words("doc.plan.change.words")),)),
    ]
    return told.document("doc.title.plan", parts)


def _careful(told: Material) -> tuple[str, ...]:
    return told.words("doc.plan.careful.1"), told.words("doc.plan.careful.2")


def _listed(told: Material, measures: tuple[Measure, ...]) -> Iterator[Block]:
    rows = tuple((told.words(f"{each.item}.title"), _when(told, each)) for each in measures)
    yield Facts(rows) if rows else Words(told.words("doc.plan.nothing"))


def _when(told: Material, measure: Measure) -> str:
    return (
        told.words("doc.plan.by", day=told.day(measure.day)) if measure.day else told.words("doc.plan.soon")
    )


def _numbers(told: Material) -> Iterator[tuple[str, str]]:
    for line in helplines():
        yield told.words(f"helpline.{line.id}"), line.shown
