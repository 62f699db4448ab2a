"""To whom the referral goes, and sending it."""

from __future__ import annotations

from collections.abc import Awaitable

import flet as ft

from app.case.model import Case
from app.case.reading import mapping
from app.clocks.words import moment_words
from app.entry import Entry
from app.held import Held
from app.referral import ENDED, UNDER_WAY, send_referral
from views.incident.decisions import crossed, decided
from views.incident.filling import Filling
from views.incident.in_words import fill
from views.incident.referring import DUTY, MORE, sending_line, to_words
from views.parts.answers import answer_group
from views.parts.fields import text_field
from views.parts.panel import panel, warning
from views.parts.text import section
from views.saying import Said, say, words
from views.services import commit, desk, now, services

NAMED = "number"


def may_send(case: Case) -> bool:
    """Once sent it waits for the supervisor; it is sent again where more is wanted."""
    if case.referral.state in (*UNDER_WAY, *ENDED):
        return False
    return case.referral.sent_at is None or MORE in case.referral.marks


def standing(case: Case) -> list[ft.Control]:
    """Where the referral is: queued here, at the station, or that more is wanted."""
    if case.referral.sent_at is None:
        return []
    at = moment_words(case.referral.sent_at, now())
    told = [
        panel(
            sending_line(case),
            words("ui.check.sent", time=at, to=to_words(case.referral.to)),
            ft.Icons.UPLOAD_OUTLINED,
        )
    ]
    since = changed_since(case)
    if since:
        told.append(panel(words("ui.check.changed-since", what=", ".join(since))))
    if MORE in case.referral.marks:
        asked = [each for each in case.entries if each.kind == MORE and each.of_station]
        said = str(asked[-1].body.get("words") or "") if asked else ""
        told.append(warning(said, words("ui.check.more-wanted")))
    return [*crossed(case), *told, *decided(case)]


def changed_since(case: Case) -> list[str]:
    """Titles of what was answered anew after it was sent. It goes to the station as a record of its own."""
    sent = next((each for each in case.entries if each.id == case.referral.entry), None)
    carried = mapping(sent.body, "items") if sent else {}
    now_known = {
        **{item: answer.entry for item, answer in case.answers.items()},
        **{item: consent.entry for item, consent in case.consents.items()},
    }
    changed = [item for item, entry in carried.items() if now_known.get(item, entry) != entry]
    return [fill(words(f"{item}.title"), case) for item in changed]


def supervisor(page: Filling) -> list[ft.Control]:
    options = [(DUTY, say("ui.check.to.duty")), (NAMED, say("ui.check.to.number"))]
    chosen = page.form.get("to") or None

    def choose(value: str) -> Awaitable[None]:
        return page.put("to", value)

    number = say("ui.check.number")
    field = text_field(number, page.form, "number", problem=page.problem(number.key), kind="number")
    title = section(words("ui.check.to"))
    return [title, answer_group(options, chosen, choose), *([field] if chosen == NAMED else [])]


def addressee(page: Filling) -> str:
    """'duty', an officer number, or empty where nobody is chosen."""
    return DUTY if page.form.get("to") == DUTY else page.form.get("number").strip()


def faults_of(page: Filling, case: Case) -> list[Said]:
    """What sending waits for. A line about an answer leads to its question."""
    found = [
        Said(f"{each.item}.{each.field}", fill(words(each.key), case))
        for each in services().guidance.missing_for_referral(case)
    ]
    if not addressee(page):
        key = "ui.check.number" if page.form.get("to") == NAMED else "ui.check.to.duty"
        found.append(Said(key, words("ui.check.problem.to")))
    return found


async def send(page: Filling, case_id: str) -> Entry | Held:
    """Once, however often it is tapped."""
    case, book = desk().records.case(case_id), desk().notebook
    assert case is not None, "the case is open"
    missing = [each.item for each in services().guidance.missing_for_referral(case)]
    to, keys = addressee(page), (page.form.key,)
    return await commit(lambda: send_referral(book, case, to, missing, keys), keys, case.id)
