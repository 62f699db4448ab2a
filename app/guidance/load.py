"""Read app/content. Everything is checked here, so that nothing can fail at the door."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from app.guidance.book import Guidance
from app.guidance.checks import check
from app.guidance.model import (
    COULD_NOT_ASK,
    FOURWAY,
    UNABLE,
    WHICH,
    Condition,
    Field,
    FieldKind,
    Form,
    Limb,
    Question,
    Task,
)
from app.guidance.stanza import MalformedContent, Stanza
from app.guidance.toml_files import read_toml
from app.guidance.tongues import ABOUT, Tongue, languages, tongue
from app.guidance.wording import flat, with_hints

CONTENT = Path(__file__).resolve().parents[1] / "content"
REC = frozenset({"time", "reason", "notes", "evidence", "person", "must"})
DUTIES = frozenset({"", "required", "not-required", "offer", "inform", "opinion"})
QUESTION = frozenset(
    {
        "form", "answers", "aside", "rec", "fields", "needs", "when", "reasons", "hints", "shows_when",
        "consent", "duty", "aloud", "source", "place", "limb",
    }
)  # fmt: skip
TASK = frozenset({"icon", "listed", "after"})
FIELD = frozenset({"kind", "choices"})
LIMB = frozenset({"shown", "not_shown", "bears", "needed"})
CHOOSING = (Form.CHOICE, Form.CONSENT)


def load(folder: Path = CONTENT, language: str = "en") -> Guidance:
    """The guidance, checked in this language; every other one that is there falls back on it word by word.
    MalformedContent for anything that would fail on a screen."""
    about = Stanza("content.toml", read_toml(folder / "content.toml"))
    fields = {
        name: _field(Stanza(f"fields.toml [{name}]", told))
        for name, told in read_toml(folder / "fields.toml").items()
    }
    words = _words(folder / "wording" / language)
    tasks = tuple(
        _task(folder, name, Stanza(f"tasks.toml [{name}]", told), fields)
        for name, told in read_toml(folder / "tasks.toml").items()
    )
    if not tasks:
        raise MalformedContent("tasks.toml", "lists no task; put the old one back")
    check(tasks, words)
    tongues = tuple(_tongues(folder / "wording", language, words, tasks))
    return Guidance(about.needed("version"), about.needed("checked"), tasks, tongues)


def _tongues(folder: Path, first: str, words: Mapping[str, str], tasks: tuple[Task, ...]) -> Iterator[Tongue]:
    yield replace(tongue(folder / first), words=with_hints(tasks, words))
    for other in languages(folder):
        if other.id != first:
            yield replace(other, words=with_hints(tasks, {**words, **_words(folder / other.id)}))


def _words(folder: Path) -> dict[str, str]:
    """Every wording file of the language. One key, one place."""
    words: dict[str, str] = {}
    for path in sorted(each for each in folder.glob("*.toml") if each.name != ABOUT):
        for key, value in flat(read_toml(path)):
            if not isinstance(value, str):
                raise MalformedContent(path.name, f"'{key}' is not a text; put it in quotes")
            if key in words:
                raise MalformedContent(path.name, f"'{key}' is worded twice; keep one")
            words[key] = value
    if not words:
        raise MalformedContent(f"wording/{folder.name}", "no words in this language; install Doorstep again")
    return words


def _field(stanza: Stanza) -> Field:
    stanza.only(FIELD)
    try:
        kind = FieldKind(stanza.needed("kind"))
    except ValueError:
        raise stanza.wrong("is of no known kind; name one that exists") from None
    choices = stanza.texts("choices")
    if bool(choices) != (kind in (FieldKind.CHOICE, FieldKind.SEVERAL)):
        raise stanza.wrong("has choices where its kind has none, or none where it has; mend that")
    return Field(stanza.where.partition("[")[2].rstrip("]"), kind, choices=choices)


def _task(folder: Path, name: str, told: Stanza, fields: Mapping[str, Field]) -> Task:
    told.only(TASK)
    path = folder / "questions" / f"{name}.toml"
    questions = tuple(
        _question(name, item, Stanza(f"{path.name} [{item}]", stanza), fields)
        for item, stanza in read_toml(path).items()
    )
    if not questions:
        raise MalformedContent(path.name, "asks nothing; add a question or take the task out")
    return Task(name, told.text("icon"), questions, told.truth("listed", True), _conditions(told, "after"))


def _question(task: str, item: str, told: Stanza, fields: Mapping[str, Field]) -> Question:
    told.only(QUESTION)
    form, aloud = _form(told), told.truth("aloud", False)
    answers = told.texts("answers", FOURWAY if form is Form.FOURWAY else ())
    if not answers and form in CHOOSING:
        raise told.wrong("has nothing to choose from; give it answers")
    asked = aloud and form is not Form.FOURWAY
    return Question(
        id=item,
        task=task,
        form=form,
        answers=answers,
        aside=told.texts("aside", COULD_NOT_ASK if asked else ()),
        rec=frozenset(_among(told, "rec", REC)),
        fields=(*_used(told, fields), *_which(form, fields)),
        reasons=told.texts("reasons"),
        hints=told.texts("hints"),
        shows_when=_conditions(told, "shows_when"),
        consent=told.text("consent"),
        duty=_duty(told),
        aloud=aloud,
        source=told.text("source"),
        place=told.text("place"),
        limb=_limb(told),
    )


def _limb(told: Stanza) -> Limb | None:
    inner = told.below("limb")
    if inner is None:
        return None
    inner.only(LIMB)
    shown = inner.texts("shown")
    if not shown:
        raise inner.wrong("names no answer that shows it; add 'shown'")
    return Limb(shown, inner.texts("not_shown"), inner.texts("bears"), inner.truth("needed", True))


def _form(told: Stanza) -> Form:
    try:
        return Form(told.text("form", Form.FOURWAY))
    except ValueError:
        raise told.wrong("has no known form; name one that exists") from None


def _among(told: Stanza, key: str, known: frozenset[str]) -> tuple[str, ...]:
    found = told.texts(key)
    unknown = sorted(set(found) - known)
    if unknown:
        raise told.wrong(f"'{unknown[0]}' in '{key}' is not known; mend its spelling or take it out")
    return found


def _duty(told: Stanza) -> str:
    duty = told.text("duty")
    if duty not in DUTIES:
        raise told.wrong(f"'{duty}' is no duty; write required, not-required, offer, inform or opinion")
    return duty


def _used(told: Stanza, fields: Mapping[str, Field]) -> Iterator[Field]:
    needs, when = told.texts("needs"), told.lists("when")
    names = (*needs, *told.texts("fields"))
    for name in (*names, *when):
        if name not in fields:
            raise told.wrong(f"the field '{name}' is not in fields.toml; add it there")
        if names.count(name) != 1:
            raise told.wrong(f"the field '{name}' stands in neither or both of fields and needs; keep one")
    for name in names:
        yield replace(fields[name], needed=name in needs, when=when.get(name, ()))


def _which(form: Form, fields: Mapping[str, Field]) -> Iterator[Field]:
    """Refused and unable are one answer of four: whoever gives it says which, law 3."""
    if form is Form.FOURWAY:
        if WHICH not in fields:
            raise MalformedContent("fields.toml", f"[{WHICH}] is missing; add it")
        yield replace(fields[WHICH], needed=True, when=(UNABLE,))


def _conditions(told: Stanza, key: str) -> tuple[Condition, ...]:
    return tuple(Condition(item, answers) for item, answers in told.lists(key).items())
