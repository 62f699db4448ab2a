"""The force's own questions. What is tapped is kept as it is said; nothing is added up."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.risk_tool import Tool, ToolQuestion, answer_tool, answered
from views.going import go
from views.parts.answers import answer_group
from views.parts.fields import text_field
from views.parts.panel import panel
from views.parts.text import margin, second, section
from views.saying import Said, words
from views.services import commit, desk, services
from views.visits.page import Page, place


def questions(page: Page, tool: Tool) -> Iterator[ft.Control]:
    yield panel(words("force-tool.lead"))
    known = answered(page.case, tool)
    page.form.begin({each.id: known[each.id] for each in tool.questions if each.id in known}, None)
    done = words("force-tool.answered", count=len(known), total=len(tool.questions))
    yield margin(second(done))
    for each in tool.questions:
        yield from _question(page, each)
    yield margin(second(words("force-tool.licence", licence=tool.licence)))


def _question(page: Page, each: ToolQuestion) -> Iterator[ft.Control]:
    said = Said(f"force-tool.{each.id}", each.ask)
    if not each.answers:
        yield text_field(said, page.form, each.id, each.hint, kind="long")
        return
    yield section(each.ask)
    if each.hint:
        yield margin(second(each.hint))
    options = [(answer, Said(f"{said.key}.{number}", answer)) for number, answer in enumerate(each.answers)]
    yield answer_group(options, page.get(each.id) or None, page.tapped(each.id))


async def save(page: Page, tool: Tool) -> None:
    """What is answered as it stands already is not written again."""
    known = answered(page.case, tool)
    told = {each.id: page.get(each.id) for each in tool.questions}
    new = {name: said for name, said in told.items() if said.strip() and known.get(name) != said.strip()}
    if not new:
        await page.wrong([Said("force-tool.save", words("force-tool.nothing"))] if not known else [])
        if known:
            await go(place(page.case.id, "reviews"))
        return
    book, case, keys = desk().notebook, page.case, (page.form.key,)
    await page.form.seal()
    await commit(lambda: answer_tool(book, case, tool, new, keys), keys, case.id)
    services().device.announce(words("force-tool.saved"))
    await go(place(case.id, "reviews"))
