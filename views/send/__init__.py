"""What To send is put together from.

rows       records in the three groups, as what they are and never what they say
progress   how sending goes, and the one button
"""
