"""Whether the content agrees with itself. What fails here would have failed on a screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.guidance.model import Condition, Form, Question, Task
from app.guidance.stanza import MalformedContent
from app.guidance.wording import PARTS, missing_words, slug


def check(tasks: Sequence[Task], words: Mapping[str, str]) -> None:
    """MalformedContent for the first fault: file, stanza, what to do."""
    asked = _once(tasks)
    for task in tasks:
        _waits(f"tasks.toml [{task.id}]", task.after, asked)
        for question in task.questions:
            _question(question, asked, words)
    missing = sorted(missing_words(tasks, words))
    if missing:
        raise MalformedContent("wording", f"'{missing[0]}' has no words; add them")
    stray = next(_stray(asked, words), None)
    if stray:
        raise MalformedContent("wording", f"'{stray}' is worded and nobody would read it; mend the key")


def _once(tasks: Sequence[Task]) -> dict[str, Question]:
    seen: dict[str, Question] = {}
    for task in tasks:
        for question in task.questions:
            if question.id in seen:
                raise MalformedContent(_where(question), f"is in {seen[question.id].task}.toml too; keep one")
            seen[question.id] = question
    return seen


def _where(question: Question) -> str:
    return f"{question.task}.toml [{question.id}]"


def _question(question: Question, asked: Mapping[str, Question], words: Mapping[str, str]) -> None:
    where = _where(question)
    _waits(where, question.shows_when, asked)
    _limb(where, question, asked)
    for field in question.fields:
        for answer in set(field.when) - {*question.answers, *question.aside}:
            raise MalformedContent(where, f"asks '{field.id}' with '{answer}', no answer of its own; mend it")
    for hint in question.hints:
        if f"{hint}.hint" not in words:
            raise MalformedContent(where, f"the hint '{hint}' has no words; add '{hint}.hint'")
    topic = asked.get(question.consent)
    if question.consent and (topic is None or topic.form is not Form.CONSENT):
        raise MalformedContent(where, f"stands on '{question.consent}', no topic of consent; mend it")
    if (question.form is Form.CONSENT) != bool(question.duty):
        raise MalformedContent(where, "has a duty and is no topic of consent, or is one without; mend it")


def _limb(where: str, question: Question, asked: Mapping[str, Question]) -> None:
    limb = question.limb
    if limb is None:
        return
    for answer in sorted({*limb.shown, *limb.not_shown} - {*question.answers, *question.aside}):
        raise MalformedContent(where, f"is shown or not by '{answer}', no answer of its own; mend it")
    for item in limb.bears:
        if item not in asked:
            raise MalformedContent(where, f"takes '{item}' for evidence, which nobody asks; mend the name")


def _waits(where: str, conditions: Sequence[Condition], asked: Mapping[str, Question]) -> None:
    for condition in conditions:
        question = asked.get(condition.item)
        if question is None:
            raise MalformedContent(where, f"waits for '{condition.item}', which nobody asks; mend the name")
        taken_back = ("withdrawn",) if question.form is Form.CONSENT else ()
        unknown = sorted(set(condition.answers) - {*question.answers, *question.aside, *taken_back})
        if unknown or not condition.answers:
            raise MalformedContent(
                where, f"waits for an answer that '{condition.item}' does not have; mend the answer"
            )


def _stray(asked: Mapping[str, Question], words: Mapping[str, str]) -> Iterator[str]:
    """Words of a question that belong to no part of it: a misspelt key hides what the law says."""
    for key in words:
        item, _, rest = key.partition(".")
        question = asked.get(item)
        if question is None or not rest:
            continue
        part, _, name = rest.partition(".")
        if part not in PARTS or (name and name not in _names(part, question)):
            yield key


def _names(part: str, question: Question) -> set[str]:
    """What a part of the wording may name: an answer, a field, or what a problem is about."""
    fields = {field.id for field in question.fields}
    return {
        "answer": {slug(answer) for answer in (*question.answers, *question.aside)},
        "when": {slug(answer) for answer in (*question.answers, *question.aside)},
        "field": fields,
        "problem": {"answer", "reason", "consent", *fields},
    }.get(part, set())
