"""The part of a page's draft that belongs to one question: one visit is one draft, sealed and cleared
as a whole, however many questions it has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from views.drafts import Form, loose_form


class Within(Form):
    """Names of this form are names of `whole` with PART/ before them."""

    def __init__(self, whole: Form, part: str) -> None:
        super().__init__(whole.key, {}, whole.saved_at, loose_form()._sealer)
        self._whole, self._part = whole, f"{part}/"

    def get(self, name: str) -> str:
        return self._whole.get(self._part + name)

    def typed(self) -> dict[str, Any]:
        own = self._whole.typed().items()
        return {name.removeprefix(self._part): value for name, value in own if name.startswith(self._part)}

    def values(self) -> dict[str, Any]:
        return self.typed()

    def put(self, name: str, value: Any) -> None:
        self._whole.put(self._part + name, value)

    async def seal(self) -> None:
        await self._whole.seal()

    def listen(self, hear: Callable[[], None]) -> Callable[[], None]:
        return self._whole.listen(hear)


_known: WeakKeyDictionary[Form, dict[str, Within]] = WeakKeyDictionary()


def within(whole: Form, part: str) -> Form:
    """Always the same one for the same form: a field that is handed another form is drawn anew."""
    return _known.setdefault(whole, {}).setdefault(part, Within(whole, part))
