"""Deadlines that the law sets, from what the officer recorded.

counted    hours with whole days left out
deadlines  the deadline of each kind for a case
running    the clocks that run now, soonest first
words      a deadline as an officer reads it
"""
