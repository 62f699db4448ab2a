"""The referral as it will be read: person, grounds, opinion, and what the superintendent weighs."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case
from app.facts.gate import age_on, dvpn_gate
from app.guidance.model import Question
from app.guidance.wording import slug
from app.timekeeping import LONDON
from views.going import to
from views.incident.in_words import detail_lines, fill, said_words
from views.incident.more_rows import row
from views.incident.told import told_of
from views.notice.limbs import count_line
from views.parts.panel import panel
from views.parts.sheet import sheet
from views.parts.summary import missing_row, summary_row
from views.parts.text import lower, section
from views.saying import Said, say, words
from views.services import now, services
from views.theme import measures
from views.visits.said import date_words

OPINION = "cn-dvpn"


def to_serve(case: Case) -> Iterator[ft.Control]:
    """Full name and date of birth: this page stands in the consultation log."""
    yield section(words("ui.check.person"))
    here = f"/incident/{case.id}/check/person"
    suspect = case.person("suspect", "perpetrator")
    if suspect is None:
        yield sheet(
            [missing_row(words("ui.check.name"), say("ui.incident.add.suspect"), to(f"{here}/new-suspect"))]
        )
        return
    today = now().astimezone(LONDON).date()
    born = (
        words("ui.check.born", day=date_words(suspect.dob), years=age_on(suspect.dob, today))
        if suspect.dob
        else ""
    )
    name = suspect.name or words("ui.check.no-name")
    change = say("ui.change").of("person")
    told = "\n".join((name, born or words("ui.check.no-dob")))
    yield sheet([summary_row(words("ui.check.name"), told, change, to(f"{here}/{suspect.id}"))])


def grounds(case: Case, wrong: bool) -> Iterator[ft.Control]:
    guidance = services().guidance
    task = guidance.task("dvpn")
    pages = guidance.pages(task, case) if task else ()
    yield section(words("ui.check.grounds"))
    yield sheet([_row(case, page, wrong) for page in pages], measures.MARGIN)
    test = row(say("suit.open"), count_line(case), f"/incident/{case.id}/check/test", left=True)
    yield lower(sheet([test]))
    yield from routes(case)
    asked = guidance.question(OPINION)
    if asked:
        yield section(words("ui.check.opinion", **guidance.about(case)))
        yield sheet([_row(case, asked, False)])


def _row(case: Case, page: Question, wrong: bool) -> ft.Control:
    guidance, told = services().guidance, told_of(page, case)
    title = fill(words(f"{page.id}.title"), case)
    place = to(f"/incident/{case.id}/check/answer/{page.id}")
    if not told.answer:
        problem = next((each.key for each in guidance.problems(page, case)), "")
        ask = fill(words(problem), case) if problem else fill(words(f"{page.id}.problem.answer"), case)
        return missing_row(title, Said(f"{page.id}.answer", ask), place, wrong)
    value = "\n".join([f"{said_words(case, page, told)}.", *detail_lines(case, page, told)])
    row = summary_row(title, value, say("ui.change").of(page.id), place)
    lacking = [each for each in guidance.problems(page, case) if each.field in ("answer", "reason")]
    if not lacking:
        return row
    said = Said(f"{page.id}.{lacking[0].field}", fill(words(lacking[0].key), case))
    return ft.Column([row, missing_row(title, said, place, wrong)], spacing=0)


def routes(case: Case) -> Iterator[ft.Control]:
    """What a 'no' means and what else there is. It never stops a referral."""
    guidance = services().guidance
    for item in dvpn_gate(case).because:
        answer = case.answers[item].answer
        key = f"{item}.when.{slug(answer)}"
        if guidance.has(key):
            yield panel(fill(words(key), case), fill(words(f"{item}.title"), case))
