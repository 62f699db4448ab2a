"""Counts for those who oversee: folded from entries, never from who looked, and nobody's name in them.

counting   what each incident adds to which count, and when
kept       clocks met and missed
further    transfers, briefings of local teams, the force's marker
awareness  which version of the guidance each team has read
tables     by area, or by team, and by month
hiding     small numbers, and what would give them away
"""
