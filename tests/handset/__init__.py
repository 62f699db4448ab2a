"""The handset as main.py wires it: enrolment at a real station, and every way in which it does not start."""
