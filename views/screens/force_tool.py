"""The force's own risk questions, from the file that it put on this phone."""

from __future__ import annotations

from app.risk_tool import Tool
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import question
from views.reviewing.tool import questions, save
from views.saying import say, words
from views.screen import screen
from views.services import services
from views.visits.page import bars, nowhere, use_page, use_this_case


@screen
def force_tool() -> Layout:
    case, tool = use_this_case(), services().tool
    page = use_page(case, "risk/tool")
    if case is None or page is None or not isinstance(tool, Tool):
        return nowhere()
    return Layout(
        head=header(words("force-tool.title")),
        bars=bars(case),
        body=[*page.summary(), question(tool.title), *questions(page, tool)],
        dock=action(say("force-tool.save"), lambda: save(page, tool)),
        scroller=page.scroller,
    )
