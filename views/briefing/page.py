"""What one briefing says, to those it is for and until its last day; to anybody else that it is not shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import flet as ft

from app.briefing.making import read_briefing
from app.briefing.records import ACTION, ASKED, CURRENT, ENDED, Ask, Briefing, Returned
from app.case.model import Case
from app.clocks.words import deadline_words, moment_words
from app.guidance.wording import slug
from views.briefing.telling import read_at, until_words
from views.going import to
from views.incident.in_words import fill
from views.parts.buttons import outlined
from views.parts.facts import facts
from views.parts.panel import panel, warning
from views.parts.text import body, margin, second, section
from views.saying import say, words
from views.services import desk, now, services
from views.theme import measures
from views.visits.page import once, place


def told(case: Case, briefing: Briefing) -> list[ft.Control]:
    """Everything on the page of one."""
    shut = _shut(briefing)
    if shut:
        return [panel(shut), facts([(words("briefing.one"), until_words(briefing))])]
    state = briefing.state(now())
    return [
        *([warning(words("briefing.replaced"))] if state != CURRENT else []),
        *([warning(_open_again(briefing))] if read_at(briefing) is None else []),
        facts([*_head(briefing), *_says(briefing)]),
        *_where(case, briefing),
        *_asks(case, briefing, ASKED, "briefing.asked"),
        *_asks(case, briefing, ACTION, "briefing.actions"),
    ]


def _shut(briefing: Briefing) -> str:
    """Why it is not shown; empty where it is."""
    if briefing.state(now()) == ENDED:
        return words("briefing.ended", end=deadline_words(briefing.ends))
    if not briefing.is_for(desk().enrolment.officer):
        return words("briefing.not-for-you", who=", ".join(briefing.to))
    return ""


def is_shown(briefing: Briefing) -> bool:
    return not _shut(briefing)


def _open_again(briefing: Briefing) -> str:
    return words("briefing.say-read", end=deadline_words(briefing.ends))


def _head(briefing: Briefing) -> list[tuple[str, str]]:
    made = words("briefing.by", officer=briefing.by, time=moment_words(briefing.at, now()))
    read = read_at(briefing)
    rows = [
        (words("briefing.one"), f"{until_words(briefing)}\n{made}"),
        (words("briefing.author"), briefing.author),
    ]
    if read:
        rows.append((words("briefing.yours"), words("briefing.read", time=moment_words(read, now()))))
    return rows


def _says(briefing: Briefing) -> list[tuple[str, str]]:
    return [(words(f"briefing.field.{item}"), said) for item, said in briefing.says]


def _where(case: Case, briefing: Briefing) -> list[ft.Control]:
    """No place stands in a briefing. Whoever is tasked with one is led to it, behind its own purpose."""
    victim = case.person("victim")
    if not briefing.tasked or victim is None:
        return [margin(second(fill(words("briefing.where-kept"), case)), above=measures.S12)]
    way = say("briefing.tasked.way", **services().guidance.about(case))
    return [
        panel(words("briefing.tasked", why=briefing.tasked)),
        margin(
            outlined(way, to(place(case.id, "person", victim.id)), ft.Icons.PLACE_OUTLINED),
            above=measures.S8,
        ),
    ]


def _asks(case: Case, briefing: Briefing, item: str, title: str) -> Iterator[ft.Control]:
    found = [ask for ask in briefing.asks if ask.item == item]
    if found:
        yield section(words(title))
    for ask in found:
        key = "briefing.return.again" if ask.returned else "briefing.return.way"
        way = to(place(case.id, "briefing", briefing.entry, ask.id))
        yield margin(
            body(ask.words),
            *returned_lines(ask.returned),
            outlined(say(key).of(ask.id), way),
            above=measures.S8,
            below=measures.S12,
            gap=measures.S8,
        )


def returned_lines(returned: Sequence[Returned]) -> list[ft.Control]:
    """What came back so far, with who and when."""
    return [second(_line(each)) for each in returned]


def _line(each: Returned) -> str:
    line = words(
        "briefing.return.line",
        answer=words(f"briefing.return.{slug(each.answer)}"),
        time=moment_words(each.at, now()),
        officer=each.by,
    )
    passed = words("briefing.return.passed-line", who=each.passed_to) if each.passed_to else ""
    return "\n".join(filter(None, (line, each.words, passed)))


def of_ask(briefing: Briefing, name: str) -> Ask | None:
    return next((ask for ask in briefing.asks if ask.id == name), None)


async def mark_read(case: Case, briefing: Briefing) -> None:
    """Once, however often it is tapped."""
    book = desk().notebook
    await once(f"read/{briefing.entry}", case, lambda: read_briefing(book, case, briefing))
    services().device.announce(words("briefing.marked"))
