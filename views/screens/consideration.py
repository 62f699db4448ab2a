"""One of the four considerations of s.24(3): its content, or the steps taken and why it was not obtained."""

from __future__ import annotations

import flet as ft

from app.considering import CONSIDERED, VICTIM, offered, weigh, weighed
from app.deciding import Considered
from app.entry import Entry
from app.guidance.wording import slug
from app.held import Held
from views.going import go, to
from views.incident.in_words import fill
from views.notice.gathered import carried_line, children_line
from views.parts.answers import answer_group
from views.parts.buttons import link
from views.parts.dock import action
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.panel import panel
from views.parts.text import margin, question
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk, services
from views.visits.checks import faults, text
from views.visits.groups import alone, grouped
from views.visits.page import Page, bars, nowhere, place, use_page, use_this_case


@screen
def consideration() -> Layout:
    case, item = use_this_case(), ft.use_route_params().get("item", "")
    page = use_page(case, f"check/weighed/{item}")
    if case is None or page is None or item not in CONSIDERED:
        return nowhere()
    known = weighed(case, item)
    start = {} if known.carried else {"answer": known.answer, "words": known.words, "why": known.why}
    page.form.begin(start, None)
    ask = fill(services().guidance.words(f"{item}.ask"), case)
    return Layout(
        head=header(words("task.dvpn")),
        bars=bars(case),
        body=[
            *page.summary(),
            question(ask, hint=words("weighed.hint")),
            *_known(page, item),
            *_boxes(page, item),
        ],
        dock=action(say("weighed.save"), lambda: _save(page, item)),
        scroller=page.scroller,
    )


def _known(page: Page, item: str) -> list[ft.Control]:
    """What the record says already, so that nothing is typed twice."""
    if item == "ao-children":
        return [panel(children_line(page.case))]
    carried = carried_line(page.case) if item == VICTIM else ""
    if item != VICTIM:
        return []
    talk = link(say("weighed.talk"), to(place(page.case.id, "check", "answer", "cn-dvpn")))
    return [*([panel(carried, words("weighed.carried"))] if carried else []), margin(alone(talk))]


def _boxes(page: Page, item: str) -> list[ft.Control]:
    chosen = page.get("answer")
    options = [(each, say(f"weighed.answer.{slug(each)}")) for each in offered(item)]
    group = answer_group(options, chosen or None, page.tapped("answer"))
    found = [grouped("weighed.answer", page.problem("weighed.answer"), group)]
    if chosen:
        said = say(f"weighed.words.{slug(chosen)}")
        found.append(text_field(said, page.form, "words", problem=page.problem(said.key), kind="long"))
    if chosen == "not obtained":
        why = say("weighed.why")
        found.append(text_field(why, page.form, "why", problem=page.problem(why.key), kind="long"))
    return found


async def _save(page: Page, item: str) -> None:
    chosen = page.get("answer")
    if not chosen:
        await page.wrong([Said("weighed.answer", words("weighed.answer.missing"))])
        return
    read = [text(page.form, "words", f"weighed.words.{slug(chosen)}")]
    if chosen == "not obtained":
        read.append(text(page.form, "why", "weighed.why"))
    if await page.wrong(faults(*read)):
        return
    book, case, keys = desk().notebook, page.case, (page.form.key,)
    said = Considered(chosen, page.get("words"), page.get("why"))

    def work() -> Entry | Held:
        return weigh(book, case, item, said, keys)

    if await page.keep(work, "weighed.held"):
        services().device.announce(words("weighed.saved"))
        await go(place(case.id, "check"))
