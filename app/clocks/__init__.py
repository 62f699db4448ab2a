"""Deadlines that the law sets, from what the officer recorded.

counted    hours with whole days left out
working    the same, day by day, with the reasons
deadlines  hearing, custody and order of a case
updates    working-day clocks of the Victims' Code
face       one clock, read at a moment
running    running_clocks: every clock of a case, soonest first
worked     what was computed when a fact was written, as it stands in its body
changes    each time that a deadline moved
told       who has been told of it
words      a deadline as an officer reads it
asked      python -m app.clocks: a deadline for whoever asks
"""
