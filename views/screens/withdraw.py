"""Withdraw a referral that was sent and that nobody has decided, with the reason."""

from __future__ import annotations

from app.referral import call_back_referral, not_called_back
from views.going import go, to
from views.notice.withdrawing import held_told
from views.parts.dock import action
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import question
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk, services
from views.theme import look
from views.visits.checks import faults, text
from views.visits.page import Page, bars, nowhere, place, use_page, use_this_case

KEY = "withdraw.why"


@screen
def withdraw() -> Layout:
    page = use_page(use_this_case(), "check/withdraw")
    if page is None:
        return nowhere()
    why = say(KEY)
    shut = bool(not_called_back(page.case))
    field = text_field(why, page.form, "why", words("withdraw.why.hint"), page.problem(why.key), kind="long")
    back = Said("withdraw.back", words("ui.back" if look().large else "withdraw.back"))
    there = to(place(page.case.id, "check"))
    return Layout(
        head=header(words("task.dvpn")),
        bars=bars(page.case),
        body=[
            *page.summary(),
            question(words("withdraw.title"), hint=words("withdraw.hint")),
            *held_told(page.case),
            *([] if shut else [field]),
        ],
        dock=action(back, there) if shut else action(say("withdraw.save"), lambda: _save(page)),
        scroller=page.scroller,
    )


async def _save(page: Page) -> None:
    why = text(page.form, "why", KEY)
    if await page.wrong(faults(why)):
        return
    book, case, keys = desk().notebook, page.case, (page.form.key,)
    if await page.keep(lambda: call_back_referral(book, case, str(why), keys), "withdraw.held"):
        services().device.announce(words("withdraw.saved"))
        await go(place(case.id, "check"))
