"""The other end: a force's station. Never shipped to a handset.

certificates  its own CA, its server certificate, its signing and recovery keys
tables, base  what it keeps: SQLite by default, PostgreSQL in service
ledger        pushes in, receipts out, pages for the area
people        officers, one-time codes, accounts
api           what handsets ask; console/ is what people at the station see
"""
