"""The closed lists of the scenario schema. What is not in them is refused by name."""

from __future__ import annotations

FILE = ("id", "title", "training", "region", "narrative", "officers", "people", "steps", "expect")
FILE_OPTIONAL = ("narrative", "people")
OFFICER = ("number", "rank", "team")
RANKS = ("PC", "Sergeant", "Inspector", "Superintendent")
PERSON = (
    "role", "name", "dob", "phone", "address", "relationship", "language", "interpreter", "needs",
    "safe_times", "resident", "school", "carer", "visits", "certificate", "dob_claimed", "codeword",
    "new_address", "new_phone", "new_school",
)  # fmt: skip
ROLES = ("victim", "perpetrator", "suspect", "child", "witness", "neighbour", "relative", "other")
STEP = ("at", "by", "device", "online", "do")
STEP_OPTIONAL = ("item", "value", "reason", "note")
EXPECTATION = ("at", "what", "check")

ANY = None
"""`answer` carries its item's own details, which no list closes."""

VERBS: dict[str, tuple[str, ...] | None] = {
    "open_incident": ("report_at", "ref", "call", "linked_to"),
    "answer": ANY,
    "record_consent": (
        "answer", "words", "supports", "present", "scope", "told", "safe_contact", "handset",
        "exclusions", "identifiable", "language", "interpreter",
    ),
    "withdraw_consent": ("words", "time"),
    "amend": ("of_step", "new"),
    "record_referral": ("to",),
    "endorse": ("decision",),
    "authorise": ("mode", "at", "by_phone_to", "confirms"),
    "refuse": ("decision", "plan_b"),
    "serve_notice": ("served_at", "place", "served_by"),
    "list_hearing": ("court", "at"),
    "adjourn": ("started_at", "to", "why"),
    "record_order": ("made_at", "days", "court", "terms"),
    "plan_visits": ("grade", "order_made", "days"),
    "extend_visits": ("until", "dates"),
    "start_visit": ("for", "answer"),
    "record_visit": ("for", "type", "seen", "alone", "event_at", "late_entry", "by_force"),
    "no_answer": ("for", "result", "told", "channel", "entry"),
    "report_breach": ("kind", "arrested_at", "offence_arrest_at", "term", "at"),
    "record_court_result": ("result",),
    "review_risk": ("grade", "form", "ref", "resolves"),
    "move_address": (
        "address", "undisclosed", "new_force", "phone", "staying_with", "event_at", "late_entry",
    ),
    "handover": ("to",),
    "accept_handover": ("of_step", "victim_told"),
    "export": ("kind",),
    "sync": (),
    "lock": (),
    "unlock": (),
    "lose_phone": ("last_seen",),
    "revoke_device": ("device", "loss_report", "keep_sealed_copy"),
    "pass_time": (),
}  # fmt: skip
NEEDED: dict[str, tuple[str, ...]] = {
    "open_incident": ("ref",),
    "answer": ("answer",),
    "record_consent": ("answer",),
    "amend": ("of_step", "new"),
    "list_hearing": ("at",),
    "adjourn": ("to",),
    "record_order": ("days",),
    "plan_visits": ("grade", "order_made", "days"),
    "extend_visits": ("dates",),
    "start_visit": ("for",),
    "record_visit": ("for",),
    "no_answer": ("for",),
    "report_breach": ("kind",),
    "record_court_result": ("result",),
    "review_risk": ("grade",),
    "move_address": ("address",),
    "handover": ("to",),
    "export": ("kind",),
    "revoke_device": ("device",),
}
"""Without these a step says nothing."""
NEEDS_ITEM = ("answer", "record_consent", "withdraw_consent", "no_answer")
EXCLUSIONS = ("neighbours_involved", "raises_risk")
UNCOUNTED = ("sync", "lock", "unlock", "lose_phone", "revoke_device", "export", "pass_time")
"""Convention 3: these add nothing to what waits to be sent."""

CHECKS = frozenset({
    "state", "dvpn_eligible", "because", "gate", "age_on_date", "referral_blocked", "routes_offered",
    "dapn_issue_enabled", "premises_terms", "disabled_items", "hearing_deadline_safe",
    "hearing_deadline_outer", "hearing_at", "hearing_vs_deadline", "last_practical_sitting",
    "custody_deadline_safe", "custody_deadline_outer", "custody_basis", "clock_24h_safe", "clock_24h_outer",
    "clocks", "court_vs_deadline", "deadline_display", "must_not_be", "warn", "notice_in_force",
    "lapse_risk", "escalated", "auto_closed", "tell_victim_still_protected", "order_last_day", "order_ends",
    "order_in_force", "visits_due", "visit_due", "visits_added", "next_due", "due_list_order",
    "visit_status", "visit_complete", "extra_visit_by", "extra_visit_because", "extra_visit_status",
    "post_expiry_contact_by", "supervisor_by", "supervisor_told", "repeat_by", "repeat_status",
    "review_due", "code_update_by", "support_referral_by", "cocoon", "scope", "awareness", "consent",
    "amended", "versions", "original_readable", "conflict", "both_kept", "values", "resolved",
    "resolved_by", "grade", "devices_agree", "order_of_steps", "instants", "risk_owner", "handover",
    "authority_times", "device", "unsent", "last_sync", "plaintext_on_disk", "strings_absent_on_disk",
    "revoked", "can_sync", "inventory_produced", "sealed_evidence_kept", "late_entry", "event_at",
    "entered_at", "string_absent", "in", "masked_or_held", "purpose_required", "disclosure_logged",
    "tasks_open", "items_done", "children_recorded", "non_resident", "service_attempts", "plan_b_recorded",
    "breach_procedure_offered", "removal_offered", "check_order_first", "police_bail", "new_record",
    "linked_to", "first_record_state", "accepted",
})  # fmt: skip
COMPANIONS: dict[str, tuple[str, ...]] = {
    "because": ("dvpn_eligible", "visit_complete", "cocoon", "accepted"),
    "in": ("string_absent",),
    "string_absent": ("in",),
    "scope": ("cocoon",),
}
"""A check that says nothing without one of these beside it."""
PLACES = (
    "briefing", "court_pack", "p_copy", "disclosure_bundle", "notification", "lock_screen", "file_name",
)  # fmt: skip
OBJECTS: dict[str, tuple[str, ...] | None] = {
    "review_due": ("trigger", "by"),
    "consent": (
        "id",
        "state",
        "supports",
        "required",
        "versions",
        "third_present",
        "interpreter",
        "permitted",
    ),
    "gate": ANY,
    "visit_status": ANY,
}
"""Facts that are objects, with their fields; the first says what the fact is about."""
LISTS = (
    "because", "disabled_items", "visits_due", "visits_added", "due_list_order", "scope", "values",
    "order_of_steps", "instants", "authority_times", "strings_absent_on_disk", "string_absent", "in",
    "tasks_open", "items_done",
)  # fmt: skip
