"""Welfare visits of the order period.

cadence   which days, from the grade and the order
status    how a visit stands at a moment
"""
