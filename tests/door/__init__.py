"""The door: what ./doorstep says, starts, stops and refuses."""
