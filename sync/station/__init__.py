"""The other end: a force's station. Never shipped to a handset.

commands, serving   what is asked of it at the terminal; site, api: what it answers over TLS
keys, certificates  its own CA and signing key; recovery: the force's pair, its private half offline
tables, base        what it keeps: SQLite by default, PostgreSQL in service; migrations
admission           who asks, in time and once; enrolling: from a code to a stream; attempts: guessing
incoming, ledger    pushes in, receipts out; outgoing: pages for the area
people, accounts    officers and codes; who signs in at the console; training: the fixed ones
console/            what people at the station see
"""
