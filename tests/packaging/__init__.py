"""What ships to a phone, what must not, and who may import whom."""
