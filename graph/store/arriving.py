"""Files of texts on their way to the disk, while what they say is still read and reckoned.

They have to be there before the transaction that speaks of them, and the disk takes its time: so
they are written beside, some at a time, from the moment they are known.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from graph.store.texts import Texts

_TOGETHER = 256  # files that are brought to rest at once


class Arriving:
    """Writes files in the background; those that no transaction kept are taken away again.

    Parameters
    ----------
    texts : where they go.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="texts")
        self._gathered: dict[str, bytes] = {}
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
        for one in self._writing:
            for name in one.result() if one.exception() is None else ():
                self._texts.remove(name)

    def add(self, files: Mapping[str, bytes]) -> None:
        """Have some files written, sooner or later."""
        self._gathered.update(files)
        if len(self._gathered) >= _TOGETHER:
            self._submit()

    def wait(self) -> None:
        """Wait until all of them are written.

        Raises
        ------
        StoreFull, StoreReadOnly, StoreError
        """
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
