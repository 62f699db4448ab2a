"""Cards to turn to the victim.

showing     a card as it stands on the screen, and that it stays on
listing     the list: one row a card, and what the officer says of it
"""
