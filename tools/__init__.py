"""What stands behind ./doorstep. Imports neither side of the product.

install    hashed locks into .venv, once
lock       makes those locks
check      style, types, layers
run        a station and its handsets; ports, holding, children, training, window are its parts
reset      throws the training data away
apk        a package for Android
no_skips   a skipped test is not a green one
"""
