"""The claims of the documents as numbers: ./doorstep figures.

claims      one function a claim: what was tried, what held
"""
