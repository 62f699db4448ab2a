"""Screens drawn without Flutter: the real app over a phone in memory or in a temporary folder.

harness   the ring: boot, tap, type, choose, read
phone     the services of a handset, with a fake vault or the real one
"""
