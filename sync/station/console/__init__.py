"""What people at the station see: server-rendered, no script, signed in from the first page.

reading   cases of one's own area or force, folded from the ledger
pages     routes
"""
