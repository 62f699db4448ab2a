"""The whole stack as an officer meets it: real browser, real handset, real station, real kills.

stage     starts and kills the processes
hand      what a thumb and an eye do on the phone
"""
