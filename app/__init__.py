"""What Doorstep knows, with nothing that touches a screen, a disk or a wire.

entry       one fact, as an officer wrote it
notebook    the one way to write a fact
case        what a case's entries add up to (a pure fold)
guidance    tasks and questions, read from content/
clocks      deadlines that the law sets
ports       what the rest of the phone must offer
"""
