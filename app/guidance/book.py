"""The guidance as screens use it: pages, status and words for a case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from app.case.model import Case
from app.guidance.checking import answer_of, fields_for, holds, lacks, standing, without_consent
from app.guidance.model import Field, Problem, Question, State, Task, TaskStatus
from app.guidance.tongues import Tongue
from app.guidance.wording import answer_keys, choice_keys, field_keys, problem_keys
from app.language import spoken

REFERRAL = ("dvpn",)
PEOPLE = ("victim", "suspect")
_FACT = re.compile(r"\{(\w+)\}")


class Guidance:
    """One version of the content. `tongues` are the languages that it can be read in; the first is spoken
    where the phone's own is none of them."""

    def __init__(
        self, version: str, checked: str, tasks: tuple[Task, ...], tongues: tuple[Tongue, ...]
    ) -> None:
        self.version, self.checked, self.tasks, self.tongues = version, checked, tasks, tongues
        self._questions = {question.id: question for task in tasks for question in task.questions}

    def task(self, task: str) -> Task | None:
        return next((known for known in self.tasks if known.id == task), None)

    def question(self, item: str) -> Question | None:
        return self._questions.get(item)

    def questions(self) -> tuple[Question, ...]:
        return tuple(self._questions.values())

    def pages(self, task: Task, case: Case) -> tuple[Question, ...]:
        """The questions that this case is asked, in order. Any of them can be opened at any time."""
        return tuple(
            question
            for question in task.questions
            if all(holds(condition, case) for condition in question.shows_when)
        )

    def at(self, place: str, case: Case) -> tuple[Question, ...]:
        """The questions that a page of this name asks of this case, in the order of the content."""
        return tuple(
            question
            for question in self._questions.values()
            if question.place == place and all(holds(condition, case) for condition in question.shows_when)
        )

    def limbs(self) -> tuple[Question, ...]:
        """The questions that are limbs of the test for a notice."""
        return tuple(question for question in self._questions.values() if question.limb)

    def after(self, question: Question, case: Case) -> Question | None:
        """The page that follows, or None at the end of the task."""
        task = self.task(question.task)
        pages = self.pages(task, case) if task else ()
        where = next((at for at, page in enumerate(pages) if page.id == question.id), -1)
        return pages[where + 1] if 0 <= where < len(pages) - 1 else None

    def first_open(self, task: Task, case: Case) -> Question | None:
        """Where to go on: the first question without an answer, or that lacks something."""
        pages = self.pages(task, case)
        unanswered = [page for page in pages if answer_of(page, case) is None]
        wanting = [page for page in pages if self.problems(page, case)]
        return next(iter(unanswered or wanting or pages), None)

    def status(self, task: Task, case: Case) -> TaskStatus:
        """Completed when every question has its answer, or every must-answer item has, and none of the
        answers lacks anything."""
        if not all(holds(condition, case) for condition in task.after):
            return TaskStatus(State.CANNOT_START, 0, 0, f"task.{task.id}.after")
        pages = self.pages(task, case)
        answered = [page for page in pages if answer_of(page, case) is not None]
        whole = [page for page in answered if not self.problems(page, case)]
        if not answered:
            state = State.NOT_STARTED
        elif len(whole) == len(pages) or self._settled(task, case):
            state = State.COMPLETED
        else:
            state = State.IN_PROGRESS
        return TaskStatus(state, len(answered), len(pages))

    def _settled(self, task: Task, case: Case) -> bool:
        pages = self.pages(task, case)
        whole = any(page.must for page in pages) and not any(self.problems(page, case) for page in pages)
        return whole and not self._must_follows(task, case)

    def _must_follows(self, task: Task, case: Case) -> bool:
        """Whether an open question leads to a must-answer page whichever answer it gets: arrest or not,
        one of the two is justified."""
        opens: dict[str, set[str]] = {}
        for condition in (each for page in task.questions if page.must for each in page.shows_when):
            opens.setdefault(condition.item, set()).update(condition.answers)
        return any(
            standing(item, case) is None and set(self._questions[item].answers) <= answers
            for item, answers in opens.items()
        )

    def fields(self, question: Question, answer: str) -> tuple[Field, ...]:
        """What is asked along with this answer, in order."""
        return fields_for(question, answer)

    def problems(self, question: Question, case: Case) -> tuple[Problem, ...]:
        """What the standing answer lacks. It is kept all the same."""
        missing = list(lacks(question, case))
        if without_consent(question, self.question(question.consent), case):
            missing.append("consent")
        return tuple(Problem(question.id, about, self._problem_key(question, about)) for about in missing)

    def _problem_key(self, question: Question, about: str) -> str:
        return self._first(problem_keys(question, about))

    def missing_for_referral(self, case: Case) -> tuple[Problem, ...]:
        """What must be said before a referral is sent: each must-answer item, and its rationale where
        the item has one. A 'no' is an answer and never blocks."""
        pages = (page for task in self.tasks if task.id in REFERRAL for page in self.pages(task, case))
        return tuple(
            problem
            for page in pages
            if page.must
            for problem in self.problems(page, case)
            if problem.field in ("answer", "reason")
        )

    # Words

    @property
    def tongue(self) -> Tongue:
        """The language that is spoken here and now."""
        return next((each for each in self.tongues if each.id == spoken()), self.tongues[0])

    @property
    def _words(self) -> Mapping[str, str]:
        return self.tongue.words

    def words(self, key: str, **facts: object) -> str:
        """The words under a key, with facts put in. A key without words shows its last part: a gap in
        the content must not stop a screen."""
        return self.fill(self._words.get(key, key.rpartition(".")[2].replace("-", " ")), facts)

    def fill(self, text: str, facts: Mapping[str, object]) -> str:
        """The text with facts put in; "the victim" begins a sentence as "The victim", and "R.M." ends one
        with its own full stop."""

        def fact(found: re.Match[str]) -> str:
            value = str(facts.get(found[1], found[0]))
            if found[1] not in PEOPLE:
                return value
            if text[found.end() : found.end() + 1] == ".":
                value = value.removesuffix(".")
            begins = not text[: found.start()].rstrip() or text[: found.start()].endswith((". ", "? "))
            return value[:1].upper() + value[1:] if begins else value

        return _FACT.sub(fact, text)

    def has(self, key: str) -> bool:
        return key in self._words

    def answer_words(self, question: Question, answer: str) -> str:
        return self.words(self._first(answer_keys(question, answer)))

    def field_words(self, question: Question, field: str) -> str:
        return self.words(self._first(field_keys(question, field)))

    def choice_words(self, choice: str) -> str:
        return self.words(self._first(choice_keys(choice)))

    def _first(self, keys: Iterable[str]) -> str:
        """The first of these keys that is worded, or else the last."""
        last = ""
        for last in keys:
            if last in self._words:
                break
        return last

    def about(self, case: Case) -> dict[str, str]:
        """Initials for {victim} and {suspect}; the role's word while nobody is named."""
        victim, suspect = case.person("victim"), case.person("suspect", "perpetrator")
        named = zip(PEOPLE, (victim, suspect), strict=True)
        return {
            role: (person.initials if person else "") or self.words(f"role-inline.{role}")
            for role, person in named
        }
