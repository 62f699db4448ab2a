"""Every question that a screen can put to a case, in one call."""

from __future__ import annotations

from datetime import datetime

from app.case import Case
from app.clocks import deadlines, updates
from app.clocks.running import running_clocks
from app.conflicts import unresolved
from app.consent import awareness, cocoon
from app.court_calendar import bundled
from app.facts import breach, gate, history, notice, people, tasks
from app.triggers import reviews_due
from app.visits import extra, no_answer, schedule

CALENDAR = bundled()


def ask_everything(case: Case, now: datetime) -> list[object]:
    """The answers, to be compared; what matters as well is that each question has one."""
    return [
        *(ask(case) for ask in ALONE),
        *(ask(case, now) for ask in AT_A_MOMENT),
        *(ask(case, CALENDAR) for ask in BY_CALENDAR),
        *(ask(case, now, CALENDAR) for ask in WITH_BOTH),
        schedule.due_list([case], now),
        [history.versions_of(case, entry.id) for entry in case.entries],
        [history.times_of(entry) for entry in case.entries],
    ]


ALONE = (
    gate.dvpn_gate, gate.routes_offered, gate.disabled_items, notice.authority_times, notice.plan_b,
    notice.service_attempts, people.children, people.non_resident_children, history.items_done,
    history.disclosures, tasks.transfers_open, cocoon, awareness, unresolved, deadlines.order_last_day,
    deadlines.order_end, schedule.visits_due, schedule.visits_added, schedule.risk_grade,
    extra.extra_visits, extra.post_expiry_by, extra.post_expiry_contact, no_answer.no_answers,
    updates.support_settled, breach.newest_breach,
)  # fmt: skip
AT_A_MOMENT = (
    deadlines.order_in_force, schedule.next_due, schedule.order_strip, extra.extra_visit_status,
    extra.outstanding,
)  # fmt: skip
BY_CALENDAR = (
    deadlines.hearing_deadline, deadlines.heard, deadlines.last_practical_sitting,
    deadlines.hearing_vs_deadline, updates.code_updates, updates.support_referral_by,
    breach.custody_deadline, breach.court_vs_deadline,
)  # fmt: skip
WITH_BOTH = (
    deadlines.lapse_risk, deadlines.referral_state, deadlines.notice_in_force, running_clocks, reviews_due,
    tasks.tasks_open, notice.must_escalate, notice.may_say_protected, breach.breach_procedure_offered,
    breach.check_order_first,
)  # fmt: skip
