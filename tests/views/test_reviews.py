"""Risk and reviews on the phone: the grade as an officer set it, each review, the force's own questions."""

from __future__ import annotations

from dataclasses import replace

from app import kinds
from app.answers import Given, answer_item
from app.monitoring.answer import Happened, record_trigger
from app.risk import grade_risk
from app.risk_tool import Tool, ToolQuestion, read_tool
from tests.fakes.clock import FakeClock
from tests.views.harness import Ring, in_ring, ring
from tests.views.phone import Pauses, services_of
from tests.views.welfare import Work, opened
from views.services import Services

TOOL = Tool(
    "TRAINING questions", "1", "Invented for TRAINING", (ToolQuestion("q-1", "Asked?", ("yes", "no")),)
)


def happened(work: Work) -> str:
    told = record_trigger(work.book, work.case, Happened("tr-charge", work.phone.clock.now()))
    return str(getattr(told, "id", ""))


@in_ring
async def test_grade_reason_tool_reference_and_concerns_stand_as_the_officer_wrote_them() -> None:
    async with ring() as phone:
        work = await opened(phone)
        details = {"ref": "R-77", "grade": "high", "tool": "DARA", "concerns": "Follows to work"}
        answer_item(work.book, work.case, Given("risk-tool", "done", "Strangled", details=details))
        grade_risk(work.book, work.case, "high", {"reason": "Strangled"})
        await work.go("reviews")
        assert phone.sees("High risk. Strangled")
        assert phone.sees("DARA R-77")
        assert phone.sees("Follows to work")
        assert phone.sees("Doorstep grades nothing")
        assert not phone.has("reviews.force"), "no file of the force is on this phone"


@in_ring
async def test_a_review_is_a_row_with_its_day_and_afterwards_with_what_was_done() -> None:
    async with ring() as phone:
        work = await opened(phone)
        event = happened(work)
        await work.go()
        assert phone.sees("1 to do")
        await work.go("reviews")
        assert phone.sees("by end of Mon 16 Nov")
        await phone.tap(f"reviews.{event}")
        await phone.type("review.why", "Angrier than before")
        await phone.type("review.told", "2210")
        await phone.choose("review.yes.plan")
        await phone.until(lambda: work.draft("reviews", event).get("plan") == "yes")
        await phone.choose("review.no.victim")
        await phone.until(lambda: work.draft("reviews", event).get("victim") == "no")
        await phone.choose("ui.risk.high")
        await phone.until(lambda: work.draft("reviews", event).get("grade") == "high")
        await phone.tap("review.save")
        await work.until_written(kinds.RISK_GRADED)
        await phone.until(lambda: phone.route == work.place("reviews"))
        for line in ("Told: 2210", "Graded again: High risk", "Plan reviewed", "Victim not told"):
            assert phone.sees(line), line
        assert work.case.risk.standing == "high"


@in_ring
async def test_a_review_is_not_saved_while_something_is_unsaid_and_no_grade_is_chosen_in_advance() -> None:
    async with ring() as phone:
        work = await opened(phone)
        event = happened(work)
        await work.go("reviews", event)
        before = len(work.case.entries)
        await phone.tap("review.save")
        for line in ("Say what you found", "Say who was told", "Say if the plan was looked at"):
            assert phone.sees(line), line
        assert len(work.case.entries) == before


def with_tool(tool: object) -> tuple[Services, FakeClock, Pauses]:
    clock = FakeClock()
    pauses = Pauses(clock)
    return replace(services_of(clock, pauses), tool=tool), clock, pauses  # type: ignore[arg-type]


async def at_reviews(phone: Ring) -> Work:
    work = await opened(phone)
    await work.go("reviews")
    return work


@in_ring
async def test_the_forces_questions_are_kept_as_they_are_answered_and_grade_nothing() -> None:
    services, clock, pauses = with_tool(TOOL)
    async with ring(services=services, clock=clock, pauses=pauses) as phone:
        work = await at_reviews(phone)
        await phone.tap("reviews.force")
        assert phone.sees("Invented for TRAINING")
        await phone.choose("force-tool.q-1.0")
        await phone.until(lambda: work.draft("risk", "tool").get("q-1") == "yes")
        await phone.tap("force-tool.save")
        await phone.until(lambda: phone.route == work.place("reviews"))
        assert work.case.answers["ft-q-1"].answer == "yes"
        assert kinds.RISK_GRADED not in work.kinds()


@in_ring
async def test_a_file_that_scores_is_refused_in_words_and_opens_no_page() -> None:
    services, clock, pauses = with_tool(read_tool(b'title="x"\nversion="1"\nlicence="y"\nscore=1'))
    async with ring(services=services, clock=clock, pauses=pauses) as phone:
        work = await at_reviews(phone)
        assert phone.sees("it scores or grades, and Doorstep does neither")
        assert not phone.has("reviews.force")
        await work.go("risk", "tool")
        assert phone.sees("This page is not here")


async def reviewed(phone: Ring, work: Work, event: str) -> None:
    await work.go("reviews", event)
    for field, said in (("why", "Angrier than before"), ("told", "2210")):
        await phone.type(f"review.{field}", said)
    for name in ("plan", "victim"):
        await phone.choose(f"review.yes.{name}")
        await phone.until(lambda name=name: work.draft("reviews", event).get(name) == "yes")  # type: ignore[misc]
    await phone.tap("review.save")
    await work.until_written(kinds.ANSWERED, 2)
    await phone.until(lambda: phone.route == work.place("reviews"))


@in_ring
async def test_a_review_is_done_once_and_stands_as_done_on_both_pages() -> None:
    async with ring() as phone:
        work = await opened(phone)
        event = happened(work)
        await work.go("after")
        assert phone.sees("1 to do")
        await phone.tap(f"follow.me-review-risk.{event}")
        assert phone.route == work.place("reviews", event)
        await reviewed(phone, work, event)
        assert phone.sees("No review waits")
        await work.go("after")
        assert phone.sees("Settled")
        assert not phone.sees("To do now")
        assert phone.sees("Angrier than before")


@in_ring
async def test_a_review_is_given_to_somebody_on_the_page_of_tasks_and_done_on_its_own() -> None:
    async with ring() as phone:
        work = await opened(phone)
        event = happened(work)
        await work.go("reviews", event)
        assert phone.sees("Nobody is named")
        await phone.tap("review.give")
        assert phone.route == work.place("after", "me-review-risk", event)
        assert not phone.rows("follow.answer."), "there is one way to do a review"
        await phone.tap("follow.save")
        assert phone.sees("Name somebody")
        await phone.type("follow.owner", "5120")
        await phone.tap("follow.save")
        await work.until_written(kinds.TASK_OWNED)
        await work.go("reviews", event)
        assert phone.sees("Given to 5120")
        await phone.tap("review.give")
        await phone.tap("follow.review.way")
        assert phone.route == work.place("reviews", event)


@in_ring
async def test_a_review_answered_without_its_event_says_on_its_row_who_was_told() -> None:
    async with ring() as phone:
        work = await opened(phone)
        happened(work)
        phone.clock.advance(minutes=5)
        details = {"who": "2210"}
        answer_item(work.book, work.case, Given("me-review-risk", "done", "Looked at", details=details))
        await work.go("reviews")
        assert phone.sees("Told: 2210")
