"""What the phone keeps, sealed.

handset        the data folder of one handset and the vaults in it
vault, keys    one officer's keys: PIN, keystore, lease, recovery
sealed_log     the append-only file of frames; salvage mends a damaged one
journal        the only write path for facts
read_model     what can be read back, in memory, rebuilt on unlock
recovery       what the force reads with its own key
"""
