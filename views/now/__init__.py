"""What Now is put together from.

card      the incident in hand
running   clocks of every incident, soonest first
needs     what else waits for this officer
"""
