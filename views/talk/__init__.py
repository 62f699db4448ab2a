"""The conversation with the victim on screen.

guide    how far it is, and where it goes on    there    who is in the room, on every topic page
permits  what an answer permits and blocks      ledger   every answer by purpose
comes    what follows from the answers          reach    how she may be reached, before any detail
"""
