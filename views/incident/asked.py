"""The controls of one question: answers, reasons, what goes with them, and what it means in law."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import flet as ft

from app.case.model import Case
from app.case.reading import texts
from app.guidance.model import UNDONE, Field, FieldKind, Form
from app.guidance.wording import problem_keys, slug
from views.drafts import Form as Typed
from views.incident.page import Page
from views.incident.told import ANOTHER, Told, fields_of, has_reasons, in_lines, says_why
from views.parts.answers import Option, answer_group, check_row
from views.parts.day import day_field, moment_field
from views.parts.errors import field_error, mark, ruled
from views.parts.fields import text_field
from views.parts.fourway import fourway, reason_group
from views.parts.sheet import sheet
from views.parts.text import heading, margin
from views.saying import Said, words
from views.services import services
from views.theme import letters, measures

Act = Callable[[Awaitable[object]], Awaitable[None]]
PHONES = ("number", "safe_contact")
_KEYBOARD = {FieldKind.LONG: "long", FieldKind.NUMBER: "number"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands on the screen. `wrong`: by field, the words that say what is missing."""

    page: Page
    case: Case
    told: Told
    form: Typed
    act: Act
    wrong: Mapping[str, str]

    @property
    def facts(self) -> dict[str, str]:
        return services().guidance.about(self.case)

    def key(self, part: str) -> str:
        return f"{self.page.question.id}.{part}"

    def filled(self, text: str) -> str:
        return services().guidance.fill(text, self.facts)


def answers(asked: Asked) -> ft.Control:
    """What can be chosen. Not asked and not safe to ask stand apart from what was answered."""
    question, told = asked.page.question, asked.told
    if not question.answers:
        return ft.Container()
    options, aside = _options(asked, question.answers), _options(asked, question.aside)

    def choose(answer: str) -> Awaitable[None]:
        return asked.act(asked.page.choose(answer))

    chosen = told.answer if told.answer in (*question.answers, *question.aside) else None
    if question.form is Form.FOURWAY:
        group = fourway(options, chosen, choose)
    else:
        title = words("ui.question.aside")
        group = answer_group(options, chosen, choose, aside, title)
    return _wrapped(asked, "answer", group)


def _options(asked: Asked, offered: tuple[str, ...]) -> list[Option]:
    guidance, question = services().guidance, asked.page.question
    return [
        (each, Said(asked.key(f"answer.{slug(each)}"), asked.filled(guidance.answer_words(question, each))))
        for each in offered
    ]


def _wrapped(asked: Asked, part: str, content: ft.Control) -> ft.Control:
    """A group with what is wrong over it, in the words of the summary."""
    problem = asked.wrong.get(part, "")
    if not problem:
        return ft.Container(content, key=mark(asked.key(part)))
    column = ft.Column(
        [margin(field_error(problem), above=measures.S8), content],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return ruled(column, asked.key(part))


def why_not(asked: Asked) -> list[ft.Control]:
    """Reasons to choose from, or a box for the reason in the officer's words."""
    question, told = asked.page.question, asked.told
    if has_reasons(question, told.answer):
        reasons = [
            (each, Said(asked.key(f"reason.{each}"), asked.filled(words(f"reason.{each}"))))
            for each in (*question.reasons, ANOTHER)
        ]
        title, hint = words("ui.question.why-not"), words("ui.question.why-not.hint")

        def choose(reason: str) -> Awaitable[None]:
            return asked.act(asked.page.reason(reason))

        group = reason_group(title, hint, reasons, told.reason or None, choose)
        return [_wrapped(asked, "reason", group)]
    if says_why(question, told.answer):
        said = Said(asked.key("reason"), _why_words(asked))
        hint = words("ui.question.say-why.hint")
        return [text_field(said, asked.form, "reason", hint, asked.wrong.get("reason", ""), kind="long")]
    return []


def _why_words(asked: Asked) -> str:
    """'Say why you set this grade'; the words of the fault are the name of the box."""
    keys = (*problem_keys(asked.page.question, "reason"), "ui.question.say-why")
    return asked.filled(words(next(key for key in keys if services().guidance.has(key))))


def goes_with(asked: Asked) -> list[ft.Control]:
    return [_field(asked, each) for each in fields_of(asked.page.question, asked.told.answer)]


def _field(asked: Asked, each: Field) -> ft.Control:
    label = asked.filled(services().guidance.field_words(asked.page.question, each.id))
    said = Said(asked.key(f"field.{each.id}"), label)
    problem = asked.wrong.get(each.id, "")
    if each.kind is FieldKind.DAY:
        return day_field(said, asked.form, each.id, problem=problem)
    if each.kind is FieldKind.MOMENT:
        return moment_field(said, asked.form, each.id, problem=problem)
    if each.kind in (FieldKind.CHOICE, FieldKind.YESNO):
        return _wrapped_group(asked, said, each, _one(asked, said, each))
    if each.kind is FieldKind.SEVERAL:
        return _wrapped_group(asked, said, each, _many(asked, said, each))
    if in_lines(asked.page.question, each):
        return text_field(said, asked.form, each.id, words("ui.question.lines"), problem, kind="long")
    kind = _KEYBOARD.get(each.kind, "phone" if each.id in PHONES else "text")
    return text_field(said, asked.form, each.id, problem=problem, kind=kind)


def _wrapped_group(asked: Asked, said: Said, each: Field, group: ft.Control) -> ft.Control:
    lines: list[ft.Control] = [heading(said.text, letters.SECTION, level=2)]
    problem = asked.wrong.get(each.id, "")
    if problem:
        lines.append(field_error(problem))
    column = ft.Column(
        [margin(*lines, above=measures.S16), group],
        spacing=measures.S4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return ruled(column, said.key) if problem else column


def _choices(each: Field) -> list[tuple[str, Any]]:
    """The words' id of each choice, and the value that is kept."""
    if each.kind is FieldKind.YESNO:
        return [("yes", True), ("no", False)]
    return [(choice, choice) for choice in each.choices]


def _one(asked: Asked, said: Said, each: Field) -> ft.Control:
    guidance, kept = services().guidance, asked.told.details.get(each.id)
    values = dict(_choices(each))
    options = [(name, Said(f"{said.key}.{slug(name)}", guidance.choice_words(name))) for name in values]
    chosen = next((name for name, value in values.items() if kept is not None and value == kept), None)

    def choose(name: str) -> Awaitable[None]:
        return asked.act(asked.page.detail(each.id, values[name]))

    return answer_group(options, chosen, choose)


def _many(asked: Asked, said: Said, each: Field) -> ft.Control:
    guidance = services().guidance
    kept = texts(asked.told.details, each.id)

    def row(choice: str) -> ft.Control:
        def tick(ticked: bool) -> Awaitable[None]:
            rest = [
                other
                for other in each.choices
                if (other == choice and ticked) or (other != choice and other in kept)
            ]
            return asked.act(asked.page.detail(each.id, rest))

        return check_row(
            Said(f"{said.key}.{slug(choice)}", guidance.choice_words(choice)), choice in kept, tick
        )

    return sheet([row(choice) for choice in each.choices])


def note_title(asked: Asked) -> Said:
    undone = asked.told.answer in UNDONE
    return Said(asked.key("note"), words("ui.question.happened-what" if undone else "ui.question.note"))
