"""Files of texts on their way to the disk, while what they say is still read and reckoned.

They have to be there before the transaction that speaks of them, and the disk takes its time: so
they are written beside, some at a time, from the moment they are known. What takes the place of
another file waits for the transaction, before which the other one is still true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType

from graph.errors import StoreError
from graph.store.texts import Texts

_TOGETHER = 256  # files that are brought to rest at once


class Arriving:
    """Writes files in the background; those that no transaction kept are taken away again.

    Parameters
    ----------
    texts : where they go.
    discard : takes those of some files away that nothing speaks of: a transaction may have been
        made that nobody lived to tell of.
    """

    def __init__(self, texts: Texts, discard: Callable[[Iterable[str]], None]) -> None:
        self._texts = texts
        self._discard = discard
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="texts")
        self._gathered: dict[str, bytes] = {}
        self._replacing: dict[str, bytes] = {}
        self._writing: list[Future[tuple[str, ...]]] = []

    def __enter__(self) -> Arriving:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._beside.shutdown(wait=True)
        done = (one.result() for one in self._writing if one.exception() is None)
        if left := [name for names in done for name in names]:
            with suppress(StoreError):  # a file that nothing speaks of does no harm
                self._discard(left)

    def add(self, files: Mapping[str, bytes]) -> None:
        """Have some files written, sooner or later."""
        for name, content in files.items():
            before = self._texts.read(name)
            if before is None:
                self._gathered[name] = content
            elif before != content:
                self._replacing[name] = content
        if len(self._gathered) >= _TOGETHER:
            self._submit()

    def wait(self) -> None:
        """Wait until all of them are written.

        Raises
        ------
        StoreFull, StoreReadOnly, StoreError
        """
        self._gathered |= self._replacing
        self._replacing = {}
        self._submit()
        for one in self._writing:
            one.result()

    def keep(self) -> None:
        """Leave those that are written where they are: a transaction speaks of them."""
        self._writing.clear()

    def _submit(self) -> None:
        files, self._gathered = self._gathered, {}
        if files:
            self._writing.append(self._beside.submit(self._texts.write_all, files))
