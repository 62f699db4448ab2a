"""What a case says, one question a function: pure, from the case, a moment and the calendar.

gate        the tests of the notice, premises terms, ages
notice      authority, refusal, attempts at service, escalation, what she may be told
decided     which decision stands, and on what; flags: what two sides did without knowing
breach      custody deadline, the court booked, what the breach screen offers
people      children of the case
history     versions, late entries, disclosures
tasks       what stays open until somebody does it
Deadlines are in app.clocks, reviews in app.triggers, visits in app.visits, consent in app.consent.
"""
