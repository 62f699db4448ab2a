"""Acceptance scenarios as JSON, played through the real use cases, journals and a station process.

schema, validation, script   the file: its closed lists, its faults in sentences, its parts
stage, station, device, wire what it is played on
verbs, play                  each step through its use case
facts, checking, comparing   each expectation against what one device knows
report                       one line an expectation, and the sum
cases, ours                  the ten given, and our own for the facts that those leave out
"""
