"""The handset's side of the wire."""
