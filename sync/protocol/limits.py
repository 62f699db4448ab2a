"""Sizes, pages, and how far two clocks may differ."""

MAX_BODY = 4 * 1024 * 1024
"""Bytes of a body after decompression; more is refused with 413."""
MAX_ENTRY = 256 * 1024
PAGE = 100
"""Entries in the first page; halves on a broken line, grows by half on success, never under 4."""
MIN_PAGE = 4
MAX_LOST = 10_000
"""Lost numbers in one request."""
CLOCK_SKEW_S = 300
"""A request whose time differs more from the station's is answered 401 clock; the answer gives the
station's time, the handset signs again with it (entries keep the times that they have)."""
