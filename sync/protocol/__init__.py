"""What handset and station say to each other. The only part of sync that both ends import.

paths      where what is asked, under which headers; limits: sizes, pages, how far clocks may differ
messages   the bodies and the codes of refusals
signed     the bytes that are signed
packing    bodies on the wire: gzip, and never more than the limit is unpacked
code       the one-time enrolment code
"""
