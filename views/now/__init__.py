"""What Now is put together from.

card      the incident in hand
round     what is looked at, gathered once
running   clocks of every incident, soonest first
follow    what follows decisions and is to be done; waiting gathers it
needs     what else waits for this officer
"""
