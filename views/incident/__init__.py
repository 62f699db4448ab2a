"""What the screens of an incident are made of beside parts: reading a page, keeping what is said on it.

told      what an answer says, from the case and from what is typed
page      one question page at work: choose, write, keep, take back
asked     the controls of a question
going_on  where Continue leads
facts     what a case says in words: flags, clocks, status, owner
"""
