"""How entries reach the station and come back.

protocol    the words and bytes that both ends share
client      one signed request over pinned TLS
syncer      push, pull, receipts: one attempt at a time
enrolment   from a one-time code to keys and a vault
station/    the other end; never shipped to a handset
"""
