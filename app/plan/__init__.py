"""The safety plan as it stands: what was agreed, who sees to it, until when, now or for later.

reading    the plan of a case, computed from its answers and never kept
hers       what of it may stand on a paper that the victim takes along
"""
