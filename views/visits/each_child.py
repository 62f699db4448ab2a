"""Each child of the case by itself: seen or not, and how it is or why it was not seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import flet as ft

from app.case.model import Case, Person
from app.facts.people import children
from app.guidance.wording import slug
from app.visits.each_child import ANSWERS, child_named, children_unsaid, each_child
from views.parts.answers import answer_group
from views.parts.facts import Fact
from views.parts.fields import text_field
from views.parts.text import section
from views.saying import Said, say, words
from views.services import services
from views.visits.page import Page

ITEM, DONE = "wv-children", "done"


def named(child: Person, number: int) -> str:
    return child_named(child, number, services().guidance)


def child_rows(page: Page) -> list[ft.Control]:
    """Below the question about the children."""
    return [
        control
        for number, child in enumerate(children(page.case), 1)
        for control in _row(page, child, named(child, number))
    ]


def _row(page: Page, child: Person, who: str) -> list[ft.Control]:
    name = f"child/{child.id}"
    options = [(each, say(f"child.{slug(each)}").of(child.id)) for each in ANSWERS]
    return [
        section(words("child.title", child=who)),
        answer_group(options, page.get(f"{name}/answer") or None, page.tapped(f"{name}/answer")),
        text_field(
            Said(f"child.words.{child.id}", words("child.words", child=who)), page.form, f"{name}/words"
        ),
    ]


def told_children(page: Page) -> dict[str, Any]:
    """By person; those about whom something was said."""
    found = {}
    for child in children(page.case):
        said = {part: page.get(f"child/{child.id}/{part}").strip() for part in ("answer", "words")}
        if any(said.values()):
            found[child.id] = {part: value for part, value in said.items() if value}
    return found


def unsaid(page: Page) -> Iterator[Said]:
    """Children of whom nobody has said whether they were seen, once the question is answered."""
    if page.form.get(f"{ITEM}/answer") != DONE:
        return
    for number, child in children_unsaid(page.case, told_children(page)):
        yield Said(f"ask.{ITEM}", words("child.missing", child=named(child, number)))


def child_facts(case: Case, body: Mapping[str, Any]) -> Iterator[Fact]:
    return each_child(case, body, services().guidance)
