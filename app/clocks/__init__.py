"""Deadlines that the law sets, from what the officer recorded.

counted    hours with whole days left out
working    the same, day by day, with the reasons
deadlines  hearing, custody and order of a case
updates    working-day clocks of the Victims' Code
face       one clock, read at a moment
running    running_clocks: every clock of a case, soonest first
changes    a deadline that moved; worked: what it was; told: who knows
words      a deadline as an officer reads it
asked      python -m app.clocks: a deadline for whoever asks
"""
