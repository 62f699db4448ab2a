"""One file, one screen, after the lock. Which one stands where is in views/routes.py."""
