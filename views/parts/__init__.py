"""The design system. Plain functions from words to controls; those with a state of their own are leaves.

text, sheet, buttons, tag           what everything is made of
frame, header, identity, dock       what stands on every screen
tasks, clocks, consents, summary    rows
answers, fourway, fields, note, day what an officer answers with
banner, errors, empty, card         what the phone says
strip, breach, steps, records       visits and sending
cover, keypad                       what stands before the lock
"""
