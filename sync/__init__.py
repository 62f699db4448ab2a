"""How entries reach the station and come back.

protocol/   the words and bytes that both ends share
line        one connection under TLS; pinning: to the enrolled station and nobody else
client      the station's paths as signed questions; wire, answers: bodies, read with care
syncer      one attempt: pushing, pulling, calendar, receipts, page; gate: the journal until the vault locks
loop        the thread that is woken by a commit, a resume, a reconnect or time; retry: when
enrolment   from a one-time code to keys; lease: for a locked handset; destination: which station
station/    the other end; never shipped to a handset
"""
