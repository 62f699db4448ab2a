"""What is typed into a page, read with care: small, printable, one value a name."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.requests import Request

MAX_FORM = 64 * 1024
MAX_FIELDS = 60
Typed = dict[str, str]


async def typed(request: Request) -> Typed | None:
    """The fields of a form; None when it is none of ours: too long, or of another kind."""
    read = bytearray()
    async for chunk in request.stream():
        read += chunk
        if len(read) > MAX_FORM:
            return None
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        return None
    try:
        told = parse_qsl(read.decode(), keep_blank_values=True, max_num_fields=MAX_FIELDS)
    except ValueError:
        return None
    return {key: _plain(value) for key, value in told}


def _plain(value: str) -> str:
    """What can be read, lines kept."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("".join(filter(str.isprintable, line)) for line in lines)
