"""What Now is put together from.

card      the incident in hand
round     what is looked at, gathered once
running   clocks of every incident, soonest first
needs     what else waits for this officer
"""
