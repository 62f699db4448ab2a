"""The list of a shift and its end.

choosing     whose visits are shown, in which order; kept while the vault is open
listing      the groups of the list
handing_on   one visit back, to another officer, or in a swap
round        the round sheet and the calendar file
ending       what is not sent and what is open at the end
"""
