"""The guidance as screens use it: pages, status and words for a case."""

from __future__ import annotations

from collections.abc import Mapping

from app.case.model import Case
from app.guidance.checking import answer_of, holds, lacks
from app.guidance.model import Problem, Question, State, Task, TaskStatus
from app.guidance.wording import answer_keys, slug

REFERRAL = ("dvpn",)


class Guidance:
    """One version of the content in one language."""

    def __init__(self, version: str, checked: str, tasks: tuple[Task, ...], words: Mapping[str, str]) -> None:
        self.version, self.checked, self.tasks = version, checked, tasks
        self._words = words
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

    def after(self, question: Question, case: Case) -> Question | None:
        """The page that follows, or None at the end of the task."""
        task = self.task(question.task)
        pages = self.pages(task, case) if task else ()
        where = next((at for at, page in enumerate(pages) if page.id == question.id), -1)
        return pages[where + 1] if where + 1 < len(pages) else None

    def first_open(self, task: Task, case: Case) -> Question | None:
        """Where to go on: the first question without an answer, or that lacks something."""
        pages = self.pages(task, case)
        unanswered = [page for page in pages if answer_of(page, case) is None]
        wanting = [page for page in pages if self.problems(page, case)]
        return next(iter(unanswered or wanting or pages), None)

    def status(self, task: Task, case: Case) -> TaskStatus:
        """Completed when every question has its answer and none lacks anything."""
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
        """Whether every must-answer item is answered in full, and nothing answered lacks anything."""
        pages = self.pages(task, case)
        return any(page.must for page in pages) and not any(self.problems(page, case) for page in pages)

    def problems(self, question: Question, case: Case) -> tuple[Problem, ...]:
        return tuple(
            Problem(question.id, field, self._problem_key(question, field)) for field in lacks(question, case)
        )

    def _problem_key(self, question: Question, field: str) -> str:
        own = f"{question.id}.problem.{field}"
        return own if own in self._words else f"problem.{field}"

    def missing_for_referral(self, case: Case) -> tuple[Problem, ...]:
        """What must be answered before a referral is sent. A 'no' is an answer and never blocks."""
        tasks = [task for task in self.tasks if task.id in REFERRAL]
        return tuple(
            Problem(page.id, "answer", self._problem_key(page, "answer"))
            for task in tasks
            for page in self.pages(task, case)
            if page.must and answer_of(page, case) is None
        )

    # Words

    def words(self, key: str, **facts: object) -> str:
        """The words under a key, with facts put in. A key without words shows its last part: a gap in
        the content must not stop a screen."""
        text = self._words.get(key, key.rpartition(".")[2].replace("-", " "))
        for name, value in facts.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def has(self, key: str) -> bool:
        return key in self._words

    def answer_words(self, question: Question, answer: str) -> str:
        own, shared = answer_keys(question, answer)
        return self.words(own if own in self._words else shared)

    def field_words(self, question: Question, field: str) -> str:
        own = f"{question.id}.field.{field}"
        return self.words(own if own in self._words else f"field.{field}")

    def choice_words(self, choice: str) -> str:
        own = f"choice.{slug(choice)}"
        return self.words(own if own in self._words else f"answer.{slug(choice)}")

    def about(self, case: Case) -> dict[str, str]:
        """Initials for {victim} and {suspect}; the role's word while nobody is named."""
        victim, suspect = case.person("victim"), case.person("suspect", "perpetrator")
        return {
            "victim": (victim.initials if victim else "") or self.words("role-inline.victim"),
            "suspect": (suspect.initials if suspect else "") or self.words("role-inline.suspect"),
        }
