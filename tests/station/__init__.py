"""The station: its ledger on both databases, its doors, and the process itself.

postgres   a cluster of its own, in a folder of its own, as a user without privileges
base, scene, desk    one database, one station in this process, and a line to it
process    the station as it is run, killed and started again
"""
