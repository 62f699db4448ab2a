"""Full names, dates of birth and addresses are shown only behind an entry in the consultation log."""

from __future__ import annotations

import flet as ft

from app.case.model import Case
from app.consultation import consulted
from views.safe import safe
from views.services import commit, desk


def use_consulted(case: Case | None, page: str, person: str = "") -> bool:
    """Write the entry once for this opening of the page; True as soon as it is written. A page that
    only stands below another one has not been opened."""
    written, set_written = ft.use_state("")
    top = ft.use_view_path() == ft.use_route_location()
    here = ft.context.page
    mark = f"{case.id}/{page}/{person}" if case else ""

    async def write() -> None:
        if case is not None:
            await log(case, page, person)
            set_written(mark)

    def come() -> None:
        if top and mark and written != mark and here.session.connection is not None:
            here.run_task(safe(write), None)

    ft.use_effect(come, [mark, top])
    return bool(mark) and written == mark


async def log(case: Case, page: str, person: str, purpose: str = "") -> None:
    book = desk().notebook
    await commit(lambda: consulted(book, case, page, person, purpose), case=case.id)
