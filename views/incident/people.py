"""The people of a case as rows: initials and role, never a name."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Answer, Case, Person
from app.facts.people import children
from views.going import to
from views.incident.asked import Asked
from views.parts.buttons import link
from views.parts.sheet import leads, sheet, tap_row
from views.parts.text import margin, section
from views.saying import Said, say, words
from views.theme import letters, look, measures

SEEN, DETAILS = "kid-seen", "kid-details"


def who(person: Person) -> str:
    """'A.M., child', or the role alone while there is no name."""
    role = words(f"role.{person.role}")
    return words("ui.person.row", initials=person.initials, role=role.lower()) if person.initials else role


def person_row(person: Person, fact: str, place: str) -> ft.Control:
    here, roles = look(), look().roles
    lines: list[ft.Control] = [here.words(who(person), letters.ROW)]
    if fact:
        lines.append(here.words(fact, letters.SECOND, roles.ink2))
    content = leads(ft.Column(lines, spacing=0, tight=True))
    return tap_row(
        Said(f"ui.person.{person.id}", who(person)),
        content,
        to(place),
        measures.S12 if fact else measures.ROW_DOWN,
    )


def seen(case: Case, child: Person) -> Answer | None:
    return case.answers.get(f"{SEEN}/{child.id}")


def of_children(asked: Asked, place: str) -> Iterator[ft.Control]:
    """Every child has an answer of its own beside the one for the task."""
    item, case = asked.page.question.id, asked.case
    if item not in (SEEN, DETAILS) or asked.page.about:
        return
    yield section(words("ui.person.each-child"))
    rows = [
        person_row(child, seen_words(case, child), f"{place}/of/{child.id}")
        if item == SEEN
        else person_row(child, missing_words(child), f"/incident/{case.id}/person/{child.id}")
        for child in children(case)
    ]
    if rows:
        yield sheet(rows)
    add = say("ui.person.add-child")
    yield margin(ft.Row([link(add, to(f"/incident/{case.id}/person/new-child"))]))


def seen_words(case: Case, child: Person) -> str:
    answer = seen(case, child)
    if answer is None:
        return words("ui.person.not-seen-yet")
    return words(f"ui.person.seen.{_plain(answer.answer)}")


def _plain(answer: str) -> str:
    return {"done": "done", "not done": "not-done", "not applicable": "not-applicable"}.get(answer, "unable")


def missing_words(child: Person) -> str:
    """What is still to be asked of a child: where it lives, its school, its carer."""
    missing = [
        words(f"ui.person.lacks.{name}")
        for name, there in (
            ("resident", child.resident is not None),
            ("school", bool(child.details.get("school"))),
            ("carer", bool(child.details.get("carer"))),
        )
        if not there
    ]
    return words("ui.person.still", what=", ".join(missing)) if missing else ""


def children_fact(case: Case) -> str:
    """'1 of 2 seen'."""
    here = children(case)
    done = [child for child in here if (answer := seen(case, child)) and answer.answer == "done"]
    return words("ui.person.seen-of", done=len(done), total=len(here)) if here else ""
