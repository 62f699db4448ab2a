"""The kinds of entry and the shape of each body. Times in bodies are ISO 8601 with offset, days ISO dates.

A body may carry more than is named here; whoever does not know a field or a kind keeps it.

`computed`: {clock: hearing|custody|order-end, start, safe, outer, calendar, basis?: 24h|hearing}, what the
entry gave when it was written and which version of the court calendar gave it. It tells what was seen then
and is never read for the deadline itself; an entry without it is as valid.
"""

from __future__ import annotations

# {ref, report_at, call?, address?, undisclosed?, linked_to?}; happened_at = when it was reported
INCIDENT_OPENED = "incident_opened"
# {report_at?, address?, undisclosed?, replaces?}: what was missing at the door, or put right
INCIDENT_DETAILS = "incident_details"
# {person, role, name?, dob?, phone?, address?, undisclosed?, relationship?, language?, interpreter?,
#  needs?, resident?, school?, carer?, visits?, replaces?}; `person` is a UUID, the newest entry stands
PERSON_RECORDED = "person_recorded"
# {item, answer, question_language?, reason?, note?, details?, about?, replaces?, resolves?}; `about` is a
# person, the language that of the question as it stood on the phone (en, cy); the newest answer stands.
# Contact preferences (cp-) name what they replace, as every value of the conflict class
ANSWERED = "answered"
# {item, answer, question_version, question_language?, about?, words?, present?, understood?, interpreter?,
#  scope?, exclusions?, details?, language?, independent?, company?}; `company`: who was there, as was known
#  (app.consents.company): yes (alone), no, somebody came in, not safe to ask, not asked, not known
CONSENT_RECORDED = "consent_recorded"
# {item, words?, withdrawn_at}
CONSENT_WITHDRAWN = "consent_withdrawn"
# {of, new, why, knew?, computed?}: a new version of entry `of`; `new` holds only the body fields that change.
# Of an entry that starts a legal clock: `knew` are the ids of its corrections that the author had before
# them (app.case.apart)
AMENDED = "amended"
# {grade, reason?, form?, ref?, trigger?, replaces, resolves?}; `trigger` is a tr- item; `replaces` is
# the id of the grade it replaces, or None
RISK_GRADED = "risk_graded"
# {to, items: {item: entry id}}
REFERRAL_SENT = "referral_sent"
# The five that follow count only in the station's own stream, where rank is checked, s.24(1). Each has
# {rank, of: the referral, seen: {stream: highest number read}} besides; `form` is a page's sending, once.
# {decision, reason, step}
REFERRAL_ENDORSED = "referral_endorsed"
# {mode, reason, terms: [tm item], terms_words, at?, by_phone_to?, confirms?: entry of the spoken authority}
REFERRAL_AUTHORISED = "referral_authorised"
# {reason, plan_b}
REFERRAL_REFUSED = "referral_refused"
# {words}
MORE_INFORMATION_WANTED = "more_information_wanted"
# {decision: kind that it would have been, reason, stands: entry, state, ...}: it came too late, and is kept
DECISION_NOT_TAKEN = "decision_not_taken"
# {decision: authorised|refused, who, rank, at, words, told_to, of: the referral, code?, terms?}: what an
# officer was told by radio; it moves nothing, and the station's own entry confirms or contradicts it
DECISION_HEARD = "decision_heard"
# {why}
REFERRAL_WITHDRAWN = "referral_withdrawn"
# {served_at, place, served_by, kind?: DVPN|DAPN, computed?}; starts the 48 hours, s.27(3)
NOTICE_SERVED = "notice_served"
# {court, at}
HEARING_LISTED = "hearing_listed"
# {started_at, to, why}; the notice continues, s.27(9)
HEARING_ADJOURNED = "hearing_adjourned"
# {kind?: DVPO|DAPO, made_at, days, court, terms, sealed_end?, replaces?, computed?}; a DVPO has 14 to 28
# days, both included, s.28(10), a DAPO any or None
ORDER_MADE = "order_made"
# {result, at?, about?: application|breach, outcome?: order_refused|withdrawn|not_reached, trigger?}
COURT_RESULT = "court_result"
# {kind: DVPN|DVPO|DAPN|DAPO, arrested_at, offence_arrest_at?, term?, at?, belief?, no_arrest_why?,
#  learned_at?, learned_how?, answers?: {br item: answer}, reasons?: {item: words}, computed?}
BREACH_REPORTED = "breach_reported"
# {of: entry that moved a deadline, clock, safe, outer: as it was shown}: this officer has been told
DEADLINE_CHANGE_SEEN = "deadline_change_seen"
# {grade, order_made, days, dates?: [day] as they were counted out, from?: day; a plan that takes the place of
#  another is about the days from then on}
VISITS_PLANNED = "visits_planned"
# {until, dates: [day], of_plan?: of the plan of the same frame, and replaced with it, from?}
VISITS_EXTENDED = "visits_extended"
# {visit, due: ISO time or day, why, channel?, officer?}: one agreed or extra visit; `visit` is a UUID
VISIT_AGREED = "visit_agreed"
# {visit, why}
VISIT_CANCELLED = "visit_cancelled"
# {visit, due, why, told?: which supervisor}: why nobody came; it stays a missed visit
VISIT_MISSED = "visit_missed"
# Who takes which visit: app.visits.claims. {visit, due, ends?: [claims], of?: offer accepted, officer?};
# `due` is the day it stood on, `officer` takes it where that is not who writes: the one who offered a swap
VISIT_CLAIMED = "visit_claimed"
# {visit, due, ends: [claims], note?}: back to whoever comes next
VISIT_GIVEN_BACK = "visit_given_back"
# {visit, due, to, note?, for_case?, for_visit?}: asks officer `to` to take it, in a swap for another visit.
# It moves nothing until it is accepted
VISIT_OFFERED = "visit_offered"
# {of: offer, answer: declined|withdrawn}
VISIT_OFFER_CLOSED = "visit_offer_closed"
# {for: due day or visit, answers?}
VISIT_STARTED = "visit_started"
# {for: due day, visit id or "extra", type: visit|phone contact, outcome, seen, alone, breach_signs: [id],
#  note?, answers: {wv item: answer}, reasons?: {item: words}, details?: {item: fields},
#  times?: {item: when it was answered}, event_at?, late_entry?, by_force?,
#  children?: {person: {answer: seen|not seen|not asked, why?, words?}}, bwv?, exhibits?,
#  file_ref?, file_sha256?}; of a photo or a document only reference and hash in the force's evidence system
VISIT_RECORDED = "visit_recorded"
# {item: na-1..na-7, for, result?, told?, channel?, entry?}
NO_ANSWER = "no_answer"
# {address, undisclosed, new_force?, new_area?, may_know?, phone?, staying_with?, replaces?}; a new force or
# area calls for the transfer, and `may_know` are those who may be told where it is
ADDRESS_MOVED = "address_moved"
# {referral: UUID, agency: of content/agencies.toml, step: sent|received|taken_up|blocked, who?, ref?, why?,
# basis?, consent?: entry of the answer that it stands on}; happened_at = when. One step of one referral
SUPPORT_REFERRAL = "support_referral"
# {item: me item, event: what called for it (app.monitoring), owner}; the newest stands. The answer to such a
# task is an `answered` whose details name the event
TASK_OWNED = "task_owned"
# {to, what?, note?}
HANDOVER_OFFERED = "handover_offered"
# {of: id of the offer (or of the ho-handover answer), victim_told?}
HANDOVER_ACCEPTED = "handover_accepted"
# {page, person?, purpose?}: the consultation log, DPA 2018 s.62
CONSULTED = "consulted"
# {kind, purpose?, recipient?, sha256? of the document}: the disclosure log. A round sheet or a calendar file
# of several cases stands in each of them
EXPORTED = "exported"
# In the station's own stream alone. {expires: last day, to: [team or officer], author,
#  says: {npt item: words}, asks: [{ask: UUID, item: npt-asks|npt-marac-actions, words}],
#  tasked?: why with the undisclosed address}
BRIEFING_MADE = "briefing_made"
# {of: the briefing}: this officer has read it
BRIEFING_READ = "briefing_read"
# {of: the briefing, ask, asked: its item, answer: seen|stopped|nothing|done|not done, words?, passed_to?}
BRIEFING_ANSWERED = "briefing_answered"
# {page: guidance, orders or advice/ID}; case: app.entry.NO_CASE. Read in the entry's content version
GUIDANCE_READ = "guidance_read"
# In the station's own stream alone. {marker: of content/markers.toml, stands: bool, why: the recorded fact}
CASE_MARKED = "case_marked"
# {card: of content/cards.toml, language: of content/cards}: the officer says that the victim was shown it;
# what was pointed at is not kept
CARD_SHOWN = "card_shown"
# {why}: a supervisor closes the case; one of the few ways out of LAPSE_RISK
CASE_CLOSED = "case_closed"
