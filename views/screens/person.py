"""One person of the incident. Everything may stay empty; what is wrong is put right, never removed."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case, Person
from app.incident import record_person
from views.going import above, go
from views.incident.consulting import use_consulted
from views.incident.filling import Filling, leave_nothing, use_filling
from views.incident.known import TEXTS, is_new, new_role, start_of, told_of
from views.incident.people import who as row_words
from views.incident.person_boxes import living, needs, reaching, seen, who
from views.incident.versions import earlier_versions, named_lines
from views.parts.day import Faulty, read_day
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.note import saved_line
from views.parts.text import margin, second
from views.saying import Said, say, words
from views.screen import screen
from views.services import commit, desk
from views.theme import measures
from views.visits.page import bars, nowhere, use_this_case


@screen
def person() -> Layout:
    case, name = use_this_case(), ft.use_route_params().get("person", "")
    found = next((each for each in case.people if each.id == name), None) if case else None
    opened = use_consulted(case if found else None, "person", name)
    shown_for, show_for = ft.use_state("")
    asks_role, ask_role = ft.use_state(False)
    shown = found is None or not found.undisclosed or shown_for == name
    role = new_role(name)
    page = use_filling(f"{case.id}/person/{name}" if case else "", start_of(found, role, shown))
    place = ft.use_view_path()
    if case is None or not (found or is_new(name)):
        return nowhere()
    title = row_words(found) if found else words(f"ui.person.new.{role or 'other'}")
    if found and not opened:
        waits = [margin(second(words("ui.person.opening")), above=measures.S24)]
        return Layout(head=header(words("ui.person.title")), bars=bars(case), body=waits)

    async def save() -> None:
        if await page.wrong(_faults(page)):
            return
        if await page.gate.once(lambda: _keep(page, case, found)):
            await go(above(place))

    role_known = bool(page.form.get("role")) and not asks_role
    address = living(page, case, found, shown, lambda: show_for(name))
    body = [*page.summary(), *who(page, role_known, lambda: ask_role(True)), *_rest(page, case, address)]
    body += _of_known(case, found) if found else []
    return Layout(
        head=header(title),
        bars=bars(case),
        body=body,
        dock=action(say("ui.save"), save),
        scroller=page.scroller,
    )


def _rest(page: Filling, case: Case, address: list[ft.Control]) -> Iterator[ft.Control]:
    """Of a child first where it lives, its school and carer; of others first how they are reached."""
    role = page.form.get("role")
    if role == "child":
        yield from needs(page, role)
    yield from reaching(page, case, role)
    yield from address
    if role != "child":
        yield from needs(page, role)
    yield saved_line(page.form)


def _of_known(case: Case, found: Person) -> list[ft.Control]:
    return [*(seen(case, found) if found.role == "child" else ()), _versions(found)]


def _faults(page: Filling) -> list[Said]:
    born = read_day(page.form, "dob")
    return [Said("ui.person.field.dob", words(born))] if isinstance(born, Faulty) else []


async def _keep(page: Filling, case: Case, found: Person | None) -> bool:
    """What is left as it was makes no entry."""
    told, book, keys = told_of(page.form, found), desk().notebook, (page.form.key,)
    known = desk().records.case(case.id) or case
    if found and not told:
        await leave_nothing(page.form)
        return True
    body = {"person": found.id, **told} if found else {"role": "other", **told}
    await commit(lambda: record_person(book, known, body, keys), keys, case.id)
    return True


def _versions(found: Person) -> ft.Control:
    names = {name: words(f"ui.person.field.{name}") for name in (*TEXTS, "dob", "resident")}
    address = {} if found.undisclosed else {"address": words("ui.place.address")}
    return earlier_versions(found.versions, named_lines({**names, **address}))
