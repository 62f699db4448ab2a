"""The safety plan as it stands, on the phone.

telling    its measures in rows, with owner, day and the yes that each stands on
beside     the rows of an incident that lead here and to what belongs to it
ways       from the plan to its advice, its paper, the move and the numbers
"""
