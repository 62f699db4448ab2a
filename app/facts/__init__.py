"""What a case says, one question a function: pure, from the case, a moment and the calendar.

gate        the tests of the notice, premises terms, ages
notice      authority, refusal, attempts at service, escalation, what she may be told
decided     which decision stands, and on what; flags: what two sides did without knowing
breach      custody deadline, the court booked, what the breach screen offers
people      children of the case; door: what to know before a door
history     versions, late entries, disclosures
period      the 28 days of the visits, one by one; period_words: what is said of them
tasks       what stays open until somebody does it
Deadlines: app.clocks, reviews: app.triggers, visits: app.visits, consent: app.consent.
"""
