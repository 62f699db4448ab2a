"""The forms of a decision on a referral: authorise, refuse, ask, endorse, consider, confirm, withdraw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app import kinds
from app.case import Case
from app.deciding import (
    CONSIDERED,
    MAY_NOT_APPLY,
    VIEWS,
    Authority,
    Considered,
    ask_for_more,
    authorise,
    confirm,
    endorse,
    record_consideration,
    refuse,
)
from app.entry import Entry
from app.facts.gate import PREMISES_TERMS, premises_terms_enabled
from app.held import Held
from app.notebook import Notebook
from app.ranks import Ranks
from app.referral import withdraw_referral
from sync.station.console.acts import Act, Work, supervises
from sync.station.console.document import consideration_rows
from sync.station.console.forms import Typed
from sync.station.console.saying import moment
from sync.station.console.telling import Telling
from sync.station.console.typed import Fault, Reader

MOLESTATION = ("general", "particular", "both")
ANSWERS = ("done", "not obtained", "not applicable")


def _authorise(reader: Reader, _: Case) -> Work:
    terms = reader.ticked(PREMISES_TERMS)
    authority = Authority(
        reason=reader.text("reason", "reason"),
        molestation=reader.chosen("molest", MOLESTATION, "tm-molest"),
        terms=("tm-molest", *terms),
        terms_words=reader.text("terms_words", "terms-words" if "tm-distance" in terms else ""),
        considered=_considered(reader),
        spoken_at=reader.past("spoken", "spoken-at") if _is_spoken(reader) else None,
        told_to=reader.text("told_to", "told-to") if _is_spoken(reader) else "",
    )
    return lambda book, case, ranks: authorise(book, case, authority, ranks)


def _is_spoken(reader: Reader) -> bool:
    return reader.typed.get("mode") == "verbal"


def _considered(reader: Reader) -> dict[str, Considered]:
    """Those that were filled in; what is there already need not be typed again."""
    found = {}
    for item in CONSIDERED:
        answer, words = reader.typed.get(item, ""), reader.text(f"{item}-words")
        if not answer and not words:
            continue
        why = reader.text(f"{item}-why") if answer == "not obtained" else ""
        found[item] = Considered(answer, words, why)
        reader.faults.extend(_lacking(item, found[item]))
    return found


def _lacking(item: str, given: Considered) -> Iterator[Fault]:
    if given.answer not in ANSWERS or (given.answer == "not applicable" and item not in MAY_NOT_APPLY):
        yield Fault(f"{item}-1", "considered-how")
    if not given.words:
        yield Fault(f"{item}-words", "considered-words")
    if given.answer == "not obtained" and not given.why:
        yield Fault(f"{item}-why", "considered-why")


def _consider(reader: Reader, _: Case) -> Work:
    considered = _considered(reader)
    if not considered:
        reader.faults.append(Fault(f"{CONSIDERED[0]}-1", "considered-none"))

    def work(book: Notebook, case: Case, ranks: Ranks) -> Entry | Held | None:
        done: Entry | Held | None = None
        for item, each in considered.items():
            done = record_consideration(book, case, item, each) or done
        return done

    return work


def _refuse(reader: Reader, _: Case) -> Work:
    reason, plan_b = reader.text("reason", "reason"), reader.lines("plan_b")
    if not plan_b:
        reader.faults.append(Fault("plan_b", "plan_b"))
    return lambda book, case, ranks: refuse(book, case, reason, plan_b, ranks)


def _ask(reader: Reader, _: Case) -> Work:
    words = reader.text("words", "words")
    return lambda book, case, ranks: ask_for_more(book, case, words)


def _endorse(reader: Reader, _: Case) -> Work:
    view, reason = reader.chosen("view", VIEWS, "view"), reader.text("reason", "reason")
    return lambda book, case, ranks: endorse(book, case, view, reason, ranks)


def _confirm(reader: Reader, _: Case) -> Work:
    reason = reader.text("reason", "reason")
    return lambda book, case, ranks: confirm(book, case, reason, ranks)


def _withdraw(reader: Reader, _: Case) -> Work:
    why = reader.text("reason", "reason")
    return lambda book, case, ranks: withdraw_referral(book, case, why)


def _as_asked(case: Case) -> Typed:
    """What the officer asked for and what has been considered already stands in the form."""
    answered = {item: answer.answer for item, answer in case.answers.items()}
    molest = answered.get("tm-molest", "")
    terms = {term: "yes" for term in PREMISES_TERMS if answered.get(term) == "yes"}
    open_terms = terms if premises_terms_enabled(case) else {}
    return {"molest": molest if molest in MOLESTATION else "", **open_terms, **_so_far(case)}


def _so_far(case: Case) -> Typed:
    told: Typed = {}
    for item in CONSIDERED:
        answer = case.answers.get(item)
        if answer:
            told |= {item: answer.answer, f"{item}-words": answer.note, f"{item}-why": answer.reason}
    return told


def _to_weigh(telling: Telling, case: Case) -> Mapping[str, Any]:
    return {
        "considered": consideration_rows(telling, case),
        "may_not_apply": MAY_NOT_APPLY,
        "home": premises_terms_enabled(case),
        "terms": [(term, telling.guidance.words(f"{term}.title")) for term in PREMISES_TERMS],
    }


def _once_more(telling: Telling, case: Case, reader: Reader) -> Mapping[str, Any]:
    """Everything that would be written, in the words of the form."""
    words, typed = telling.guidance.words, reader.typed
    lines = [(words("console.field.reason"), typed.get("reason", ""))]
    if "molest" in typed:
        at = reader.moment("spoken") if _is_spoken(reader) else None
        how = words("console.mode.spoken", at=moment(at)) if at else words("console.mode.written")
        lines.append((words("console.field.mode"), how))
        ticked = ("tm-molest", *reader.ticked(PREMISES_TERMS))
        lines.append((words("console.field.terms"), "\n".join(words(f"{term}.title") for term in ticked)))
    written = ("terms_words", "plan_b", "told_to")
    lines.extend((words(f"console.field.{name}"), typed.get(name, "")) for name in written)
    for item in CONSIDERED:
        if typed.get(item):
            how = words(f"console.considered.{typed[item].replace(' ', '-')}")
            told = (how, typed.get(f"{item}-words", ""), typed.get(f"{item}-why", ""))
            lines.append((telling.fill(f"{item}.title", case), "\n".join(filter(None, told))))
    return {"lines": [line for line in lines if line[1]]}


_FIELDS = {
    "reason": "reason", "plan_b": "plan_b", "tm-molest": "molest-1", "dv-cohabit": "tm-no-evict",
    **{item: f"{item}-1" for item in CONSIDERED},
}  # fmt: skip

ACTS = (
    Act(
        "authorise", lambda who: who.decides, _authorise, fill=_as_asked, facts=_to_weigh, shown=_once_more,
        fields=_FIELDS, confirms=True, versioned=True, kept_as=kinds.REFERRAL_AUTHORISED,
    ),
    Act(
        "refuse", lambda who: who.decides, _refuse, shown=_once_more, fields=_FIELDS, confirms=True,
        versioned=True, kept_as=kinds.REFERRAL_REFUSED,
    ),
    Act("consider", lambda who: who.decides, _consider, fill=_so_far, facts=_to_weigh, fields=_FIELDS),
    Act("confirm-spoken", lambda who: who.decides, _confirm, fields=_FIELDS, versioned=True),
    Act("ask", supervises, _ask, fields={"words": "words"}),
    Act("endorse", supervises, _endorse, fields={"view": "view-1", "reason": "reason"}),
    Act("withdraw", supervises, _withdraw, fields=_FIELDS),
)  # fmt: skip
