"""What the conversation with the victim permits, computed from her answers and never kept.

purposes    what each answer is for, as content/purposes.toml tells it
permission  whether something may be done now, and what stands against it: the one gate of the app
company     who is in the room: asked first, and again when people change
ledger      every version of every answer, by purpose
progress    how far the conversation is, and what to come back to
"""
