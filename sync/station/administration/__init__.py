"""What administrators do: nothing of it without a line in the log, and each in one transaction.

changes     the log: who did what, to whom, when
revoking    a handset taken out of use, with the reason
inventory   what a lost handset was given and sent, for the report within 72 hours
staff       officers, and where they work
logins      console accounts: made, changed, switched off
"""
