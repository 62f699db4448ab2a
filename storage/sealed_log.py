"""The append-only file of sealed frames. One frame is one transaction.

file   = header frame* zero-room
header = magic 8 | log id 16 | salt 16 | version 8 | tag 16, the tag over the 48 bytes before it
frame  = length u32le | nonce 12 | ciphertext | tag 16; length counts the ciphertext
A frame is bound to the log, its number and the tag of the frame before it; its plaintext is padded.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.ports import JournalDamaged, JournalFull
from storage.durable import flush, replace_file
from storage.sealing import NONCE, TAG, derive

MAGIC = b"DOORSTEP"
VERSION = 1
HEADER = 64
AROUND = 4 + NONCE + TAG
LARGEST = 8 << 20
BUCKET = 256
ROOM = 64 << 10
REACH = 64
"""Frames in a row that salvage can step over."""
CLOSED = -1
_LENGTH = struct.Struct("<I")


class LogClosed(Exception):
    """The vault was locked while somebody still wanted to write. Nothing was written."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the log stands: bytes used, number and tag of the last frame."""

    end: int
    number: int
    tag: bytes


class SealedLog:
    """One open log. Not safe for two threads: its journal has the lock."""

    def __init__(self, path: Path, data_key: bytes) -> None:
        """Open a log that is there. JournalDamaged where there is none, or its header is not ours."""
        try:
            self._file = os.open(path, os.O_RDWR)
        except FileNotFoundError:
            raise JournalDamaged("there is no journal") from None
        try:
            header = self._meet(data_key)
        except BaseException:
            self.close()
            raise
        self.place = Place(HEADER, 0, header[48:])
        self._size = os.fstat(self._file).st_size
        self.repaired = 0
        self.unfinished = b""

    @classmethod
    def create(cls, path: Path, data_key: bytes) -> SealedLog:
        """A new log where there is no file. FileExistsError, and OSError for a phone without room."""
        if path.exists():
            raise FileExistsError
        start = MAGIC + os.urandom(32) + struct.pack("<Q", VERSION)
        box = AESGCM(derive(data_key, start[24:40], b"frames"))
        replace_file(path, start + box.encrypt(bytes(NONCE), b"", start))
        return cls(path, data_key)

    def _meet(self, data_key: bytes) -> bytes:
        header = os.pread(self._file, HEADER, 0)
        if len(header) < HEADER or header[:8] != MAGIC:
            raise JournalDamaged("the journal's header is not readable")
        self._keys(header[:48], data_key)
        try:
            self._box.decrypt(bytes(NONCE), header[48:], header[:48])
        except InvalidTag:
            raise JournalDamaged("the journal's header is not authentic") from None
        return header

    def _keys(self, start: bytes, data_key: bytes) -> None:
        self.log_id = start[8:24]
        self._box = AESGCM(derive(data_key, start[24:40], b"frames"))

    def _bound(self, number: int, before: bytes) -> bytes:
        return self.log_id + struct.pack("<QQ", VERSION, number) + before

    def append(self, plain: bytes) -> Place:
        """Seal one transaction and make it durable. JournalFull puts everything back as it was.

        LogClosed once it is closed: its descriptor may be another file's by now. ValueError for more
        than can be read back.
        """
        if self._file == CLOSED:
            raise LogClosed
        padded = plain + b"\x80" + bytes(-(len(plain) + 1) % BUCKET)
        if len(padded) > LARGEST:
            raise ValueError("a frame is larger than a log can hold")
        number = self.place.number + 1
        nonce = os.urandom(NONCE)
        box = self._box.encrypt(nonce, padded, self._bound(number, self.place.tag))
        frame = _LENGTH.pack(len(box) - TAG) + nonce + box
        try:
            self._room(self.place.end + len(frame))
            self._put(frame, self.place.end)
            flush(self._file)
        except OSError:
            self._cut()
            raise JournalFull from None
        self._size = max(self._size, self.place.end + len(frame))
        self.place = Place(self.place.end + len(frame), number, box[-TAG:])
        return self.place

    def _room(self, wanted: int) -> None:
        """Zero room ahead, so that a commit changes no file length. A phone that has none left still
        takes a frame that fits."""
        while wanted > self._size:
            try:
                self._put(bytes(ROOM), self._size)
                flush(self._file)
            except OSError:
                self._cut()
                return
            self._size = os.fstat(self._file).st_size

    def _put(self, content: bytes, at: int) -> None:
        left = memoryview(content)
        while left:
            written = os.pwrite(self._file, left, at)
            at += written
            left = left[written:]

    def _cut(self) -> None:
        """Give the room back to a full phone. What was committed ends before the cut."""
        os.ftruncate(self._file, self.place.end)
        self._size = self.place.end

    def holds(self, where: Place) -> bool:
        """Whether the frame that ends at `where` is in the file: a log cut short before it is not its."""
        return where.end <= self._size and os.pread(self._file, TAG, where.end - TAG) == where.tag

    def frames(self, start: Place | None = None) -> Iterator[tuple[int, bytes]]:
        """Every frame after `start`, in order. JournalDamaged where an authentic frame follows a bad
        one; an unfinished last write only ends the log and stands in `unfinished`."""
        self.place = start or self.place
        content = os.pread(self._file, max(0, self._size - self.place.end), self.place.end)
        base, at = self.place.end, 0
        while True:
            frame = self._open(content, at, self.place.number + 1, self.place.tag)
            if frame is None:
                break
            plain, after = frame
            tag = content[after - TAG : after]
            self.place = Place(base + after, self.place.number + 1, tag)
            at = after
            yield self.place.number, plain
        self.unfinished = content[at:].rstrip(b"\0")
        if self.unfinished and (self._more_than_one() or self._authentic_after(content, at)):
            raise JournalDamaged(f"frame {self.place.number + 1} is damaged")

    def repair(self) -> None:
        """Drop an unfinished last write. Only after the anchor has been checked."""
        if self.unfinished:
            self.repaired = len(self.unfinished)
            self._cut()
            flush(self._file)

    def _open(self, content: bytes, at: int, number: int, before: bytes) -> tuple[bytes, int] | None:
        if at + AROUND > len(content):
            return None
        (length,) = _LENGTH.unpack_from(content, at)
        after = at + AROUND + length
        if not 0 < length <= LARGEST or after > len(content):
            return None
        nonce = content[at + 4 : at + 4 + NONCE]
        try:
            padded = self._box.decrypt(nonce, content[at + 16 : after], self._bound(number, before))
        except InvalidTag:
            return None
        return padded[: padded.rindex(b"\x80")], after

    def _more_than_one(self) -> bool:
        """Whether more is left than the one frame whose writing can have been cut short."""
        if len(self.unfinished) < 4:
            return False
        return len(self.unfinished) > AROUND + int(_LENGTH.unpack_from(self.unfinished)[0])

    def _authentic_after(self, content: bytes, at: int) -> bool:
        return next(self._search(content, at, self.place.number + 1), None) is not None

    def salvage(self) -> Iterator[tuple[int, bytes]]:
        """Every frame that authenticates, past any damage. The numbers left out are the damage."""
        content = os.pread(self._file, self._size, 0)
        yield from self._search(content, HEADER, 1)

    def _search(self, content: bytes, at: int, number: int) -> Iterator[tuple[int, bytes]]:
        """Each frame is bound to the tag stored before it, so it can be met without its fellows."""
        end = len(content.rstrip(b"\0")) + TAG
        behind = self.place.tag if at < TAG else b""
        while at < min(end, len(content)):
            before = content[at - TAG : at] if at >= TAG else behind
            for tried in range(number, number + REACH):
                frame = self._open(content, at, tried, before)
                if frame:
                    yield tried, frame[0]
                    number, at = tried + 1, frame[1]
                    break
            else:
                at += 1

    def close(self) -> None:
        if self._file != CLOSED:
            os.close(self._file)
            self._file = CLOSED
