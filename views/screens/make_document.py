"""One document: what it lacks, who gets it, and making it. It is logged before it leaves."""

from __future__ import annotations

import flet as ft

from app.documents.making import lacking
from views.papers.leaving import asked, leave
from views.papers.telling import kind_of, kind_words, material, told_before
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.saying import say
from views.screen import screen
from views.visits.page import bars, nowhere, use_page, use_this_case


@screen
def make_document() -> Layout:
    case = use_this_case()
    kind = kind_of(str(ft.use_route_params().get("document", "")))
    page = use_page(case, f"documents/{kind.value}" if kind else "documents")
    if case is None or kind is None or page is None:
        return nowhere()
    draft = bool(lacking(material(case), kind))
    return Layout(
        head=header(kind_words(kind)),
        bars=bars(case),
        body=[*page.summary(), *told_before(case, kind), *asked(page, kind)],
        dock=action(say("papers.make-draft" if draft else "papers.make"), lambda: leave(page, kind)),
        scroller=page.scroller,
    )
