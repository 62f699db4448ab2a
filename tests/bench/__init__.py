"""How fast, how much: ./doorstep bench.

measures    one function a measure, each with its unit
"""
