"""The documents of a case on the phone.

telling    which can be made, what each lacks, when it was made last
leaving    the page of one of them: for whom, with what, and out
"""
