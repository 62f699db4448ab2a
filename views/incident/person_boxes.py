"""The boxes of a person: everything may stay empty."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

import flet as ft

from app.case.model import Case, Person
from views.going import to
from views.incident.filling import Filling
from views.incident.in_words import answer_line
from views.incident.known import OF_CHILD, ROLES
from views.incident.place import NO, YES, address_fields
from views.incident.purpose import undisclosed
from views.incident.told import told_of
from views.parts.answers import answer_group
from views.parts.buttons import link
from views.parts.day import day_field
from views.parts.facts import facts
from views.parts.fields import text_field
from views.parts.sheet import sheet
from views.parts.summary import summary_row
from views.parts.text import heading, margin, section
from views.saying import Said, say, words
from views.services import services
from views.talk.reach import reach
from views.theme import letters, measures

_LONG = ("needs",)


def box(page: Filling, name: str) -> ft.Control:
    said = say(f"ui.person.field.{name}")
    kind = "long" if name in _LONG else "phone" if name == "phone" else "text"
    return text_field(said, page.form, name, problem=page.problem(said.key), kind=kind)


def choice(page: Filling, name: str, options: tuple[str, ...], key: str) -> ft.Control:
    """One of several beside the boxes: sealed with them, an entry when the page is saved."""
    said = say(f"ui.person.field.{name}")
    rows = [(each, Said(f"{said.key}.{each}", words(f"{key}.{each}"))) for each in options]

    def choose(value: str) -> Awaitable[None]:
        return page.put(name, value)

    group = answer_group(rows, page.form.get(name) or None, choose)
    title = margin(heading(said.text, letters.SECTION, level=2), above=measures.S16)
    return ft.Column([title, group], spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def who(page: Filling, role_known: bool, change: Callable[[], object]) -> Iterator[ft.Control]:
    """`role_known`: the role is shown, and asked for only where it has to be put right."""
    role = page.form.get("role")
    if role_known:
        label, shown = words("ui.person.field.role"), words(f"role.{role}")
        yield ft.Container(
            sheet([summary_row(label, shown, say("ui.change").of("role"), change)]),
            padding=ft.Padding.only(top=measures.S16),
        )
    else:
        yield choice(page, "role", ROLES, "role")
    yield box(page, "name")
    born = say("ui.person.field.dob")
    yield day_field(born, page.form, "dob", words("ui.person.field.dob.hint"), page.problem(born.key))
    yield box(page, "relationship")


def needs(page: Filling, role: str) -> Iterator[ft.Control]:
    yield choice(page, "resident", (YES, NO), "answer")
    if role == "child":
        yield from (box(page, name) for name in OF_CHILD)
    for name in ("language", "interpreter", "needs"):
        yield box(page, name)


def reaching(page: Filling, case: Case, role: str) -> Iterator[ft.Control]:
    """Before any number of the victim: how, when and through whom it is safe."""
    if role == "victim":
        yield from reach(case)
    yield box(page, "phone")


def living(
    page: Filling, case: Case, person: Person | None, shown: bool, show: Callable[[], object]
) -> list[ft.Control]:
    """The address; where it is kept undisclosed, behind a purpose."""
    if person is not None and person.undisclosed and not shown:
        return [section(words("ui.place.address")), *undisclosed(case, person.id, show)]
    return [*address_fields(page.form, page.redraw), *_others(case, person)]


def _others(case: Case, person: Person | None) -> list[ft.Control]:
    """Where two officers recorded two addresses both stand here until a supervisor chooses."""
    contested = case.contested.get(f"address/{person.id}") if person else None
    if contested is None or not contested.unresolved:
        return []
    told = [
        (words("ui.person.address-by", officer=value.by), str(value.value.get("address") or "-"))
        for value in contested.conflict
    ]
    return [section(words("ui.person.two-addresses")), facts(told)]


def seen(case: Case, person: Person) -> Iterator[ft.Control]:
    """Whether this child was seen and spoken to, and the way to say so."""
    question = services().guidance.question("kid-seen")
    if question is None:
        return
    told = told_of(question, case, person.id)
    line = answer_line(case, question, person.id) if told.answer else words("ui.person.not-seen-yet")
    yield section(words("ui.person.seen-title"), line)
    place = f"/incident/{case.id}/task/children/kid-seen/of/{person.id}"
    yield margin(ft.Row([link(say("ui.person.say-seen"), to(place))]))
