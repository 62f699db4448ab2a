"""Counts for those who oversee: folded from entries, never from who looked, and nobody's name in them.

counting   what each incident adds to which count, and when
kept       clocks met and missed
tables     by area and by month
hiding     small numbers, and what would give them away
"""
