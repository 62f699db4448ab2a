"""What has to be considered before a notice is given, s.24(3), (4), gathered by the officer at the door.

Facts that go with the referral. The superintendent considers them; a second officer's answer adds to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.answers import Given, answer_item
from app.case.model import Case
from app.case.reading import text
from app.deciding import CONSIDERED, MAY_NOT_APPLY, Considered
from app.entry import Entry
from app.held import Held
from app.notebook import Notebook

OPINION, VICTIM = "cn-dvpn", "ao-victim-opinion"
ANSWERS = ("done", "not obtained", "not applicable")
_NOT_RAISED = ("", "later")

__all__ = ["CONSIDERED", "OPINION", "VICTIM", "Weighed", "offered", "weigh", "weighed"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """`answer`: done, not obtained, not applicable, or empty. `words`: the content, or the steps taken;
    `why` it was not obtained. `carried`: taken over from the conversation, not written here."""

    answer: str = ""
    words: str = ""
    why: str = ""
    carried: bool = False


def offered(item: str) -> tuple[str, ...]:
    """A person's opinion always applies; children and others in the home may not be there."""
    return ANSWERS if item in MAY_NOT_APPLY else ANSWERS[:2]


def weighed(case: Case, item: str) -> Weighed:
    """What is known of a consideration. The victim's opinion is that of the conversation, s.24(3)(b), until
    somebody records more."""
    known = case.answers.get(item)
    if known is not None:
        said = known.note or ("" if known.answer == "not obtained" else known.reason)
        return Weighed(known.answer, said, known.reason if known.note else "")
    opinion = case.consents.get(OPINION)
    if item != VICTIM or opinion is None or opinion.state in _NOT_RAISED:
        return Weighed()
    why = text(opinion.details, "reason") or text(opinion.details, "note")
    if opinion.state == "opinion given":
        return Weighed("done", opinion.words, carried=True)
    return Weighed("not obtained", opinion.words, why, carried=True)


def weigh(
    book: Notebook, case: Case, item: str, said: Considered, clears: Sequence[str] = ()
) -> Entry | Held:
    """Held: answer; words, the content or the steps taken; why it was not obtained."""
    if said.answer not in offered(item):
        return Held(("answer",))
    if not said.words.strip():
        return Held(("words",))
    if said.answer == "not obtained" and not said.why.strip():
        return Held(("why",))
    why = said.why.strip() if said.answer == "not obtained" else ""
    return answer_item(book, case, Given(item, said.answer, why, said.words.strip()), clears=clears)
