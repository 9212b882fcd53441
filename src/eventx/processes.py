"""Work in several processes: in order, in bounded memory, and a worker that dies takes nothing with it but what it read.

Each worker reads one batch of items at a time; the parent hands it the next one before it looks at what came back. No more than
a few batches for each worker are read ahead or wait for one that takes long. When a worker dies, its batch is read again, item by
item, by another: what was at hand by chance is not lost, and what kills a second worker is given up.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from eventx.batches import batches
from eventx.collector import without_collecting

T = TypeVar("T")
R = TypeVar("R")

_BATCH = 32
"""How many items a batch has at most."""
_AHEAD = 3
"""How many batches for each worker are read ahead of the one that is waited for."""
_LAST = 8
"""How many items a batch has at most that is handed out when all items are known, so that all workers end at about one time."""
_STARTS = 3
"""After how many workers that died before they could read anything it is given up."""


class _Raised:
    """What a worker raised, to be raised by the parent when its turn comes."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what can be sent: an error that cannot be pickled goes as its words."""
        try:
            pickle.loads(pickle.dumps(self.error))  # noqa: S301 - our own, to see whether it can be done
        except Exception:  # noqa: BLE001 - whatever it raises, the error cannot be sent
            return _Raised, (RuntimeError(f"{type(self.error).__name__}: {self.error}"),)
        return _Raised, (self.error,)


class _Unsent:
    """What stands for a result that could not be sent back, and why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


class _Batch(Generic[T]):
    """Some items on their way: `data` is there when a worker has read them, `lost` if reading them killed two."""

    def __init__(self, items: list[T], *, again: bool = False) -> None:
        self.items = items
        self.again = again
        self.data: bytes | None = None
        self.lost: str | None = None

    @property
    def done(self) -> bool:
        """Whether it is no longer waited for."""
        return self.data is not None or self.lost is not None

    def results(self, lost: Callable[[T, str], R]) -> Iterator[R]:
        """Yield what came of the items, in order."""
        if self.data is None:
            yield from (lost(item, self.lost or "") for item in self.items)
            return
        with without_collecting():
            results = pickle.loads(self.data)  # noqa: S301 - from our own worker
        # where one was raised, nothing comes behind it
        for item, result in zip(self.items, results, strict=False):
            if isinstance(result, _Raised):
                raise result.error
            yield lost(item, result.reason) if isinstance(result, _Unsent) else result


class _Worker(Generic[T]):
    """A process, the parent's end of its pipe, and the batch it reads."""

    def __init__(self, context: Any, work: Callable[[Any], Any], others: Sequence[Connection]) -> None:
        self.connection, theirs = context.Pipe()
        inherited = (*others, self.connection) if context.get_start_method() == "fork" else ()
        self.process = context.Process(target=_serve, args=(theirs, work, inherited), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False
        self.batch: _Batch[T] | None = None

    def end(self) -> str:
        """End the process and return how it ended, in words: what reading an item did to it."""
        self.connection.close()
        self.process.join(1)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        code = self.process.exitcode
        return (
            f"killed its process (signal {-code})" if code is not None and code < 0 else f"ended its process (exit code {code})"
        )


def _serve(connection: Connection, work: Callable[[Any], Any], inherited: Sequence[Connection]) -> None:
    """Read batches until the parent closes the pipe: the body of a worker."""
    # an interruption is for the parent, which ends its workers
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # a pipe ends when all have closed it: the parent's ends that were copied into this process too
    for other in inherited:
        other.close()
    # what was there before is not to be collected; extraction makes many small values and no cycles
    gc.freeze()
    gc.set_threshold(10_000, 50, 100)
    connection.send_bytes(b"")
    while True:
        try:
            items = connection.recv()
        except (EOFError, OSError):
            return
        connection.send_bytes(_packed(list(_tried(work, items))))


def _packed(results: Sequence[Any]) -> bytes:
    """Return results as bytes, all at once, as what they have in common is then told once."""
    try:
        with without_collecting():
            return pickle.dumps(results, pickle.HIGHEST_PROTOCOL)
    except Exception:  # noqa: BLE001 - whatever it raises, one of them cannot be sent
        return pickle.dumps(list(map(_sendable, results)), pickle.HIGHEST_PROTOCOL)


def _sendable(result: Any) -> Any:
    """Return a result, or what stands for it: one that cannot be pickled costs only itself."""
    try:
        pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - as above
        return _Unsent(f"could not be sent back: {type(error).__name__}: {error}")
    return result


def _tried(work: Callable[[Any], Any], items: Sequence[Any]) -> Iterator[Any]:
    """Yield what comes of items up to the one that raises, and what that raised."""
    try:
        yield from work(items)
    except Exception as error:  # noqa: BLE001 - the parent raises it when its turn comes
        yield _Raised(error)


def ordered_map(
    work: Callable[[Sequence[T]], Iterable[R]],
    items: Iterable[T],
    *,
    processes: int,
    weigh: Callable[[T], int],
    lost: Callable[[T, str], R],
) -> Iterator[R]:
    """Yield what comes of each item, in order, worked out by several processes.

    Args:
        work: what is done with a few items, giving one result each, in order; each process has a copy.
        items: read a few batches ahead.
        processes: how many workers.
        weigh: about how large an item is.
        lost: what stands for an item that killed two workers, given what it did to the second one; or that cannot be sent back.

    """
    crew: _Crew[T] = _Crew(work, processes)
    source = batches(items, weigh, most=_BATCH)
    more, failed = True, None
    try:
        while more or crew.waiting:
            while more and len(crew.waiting) < processes * _AHEAD:
                try:
                    batch = next(source, None)
                except Exception as error:  # noqa: BLE001 - whatever the source raises is raised behind what it gave before
                    batch, failed = None, error
                if batch is None:
                    more = False
                    crew.cut_rest()
                else:
                    crew.add(_Batch(batch))
            if crew.waiting:
                yield from crew.first().results(lost)
        if failed is not None:
            raise failed
    finally:
        crew.close()


class _Crew(Generic[T]):
    """The workers; the batches that are waited for, in order; and those of them that no worker has yet."""

    def __init__(self, work: Callable[[Any], Any], processes: int) -> None:
        # a copy of this process is there at once, but must not be taken while other threads may hold locks
        alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
        self._context = multiprocessing.get_context("fork" if alone else "spawn")
        self._work = work
        self._processes = processes
        self._workers: list[_Worker[T]] = []
        self._stillborn = 0
        self._todo: deque[_Batch[T]] = deque()
        self.waiting: list[_Batch[T]] = []

    def add(self, batch: _Batch[T]) -> None:
        """Take a batch in; a worker without work gets it at once."""
        self.waiting.append(batch)
        self._todo.append(batch)
        self._assign()

    def cut_rest(self) -> None:
        """Cut the batches that no worker has yet into small ones."""
        for batch in list(self._todo):
            self._todo.remove(batch)
            self._todo.extend(self._cut(batch, _LAST))

    def _cut(self, batch: _Batch[T], size: int, *, again: bool = False) -> list[_Batch[T]]:
        """Return the pieces of a batch, which are waited for in its place."""
        items, again = batch.items, again or batch.again
        pieces = [_Batch(items[start : start + size], again=again) for start in range(0, len(items), size)]
        place = self.waiting.index(batch)
        self.waiting[place : place + 1] = pieces
        return pieces

    def first(self) -> _Batch[T]:
        """Return the first batch when it is done."""
        while not self.waiting[0].done:
            self._assign()
            self._wait()
        # those that are done already go on with their next batch before results are looked at
        self._wait(0)
        return self.waiting.pop(0)

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.process.terminate()
            worker.end()
        self._workers.clear()

    def _assign(self) -> None:
        """Give batches to workers without one; start workers, as many as there is work for."""
        for worker in self._workers:
            if worker.batch is None:
                self._give(worker)
        while self._todo and len(self._workers) < self._processes:
            self._workers.append(_Worker(self._context, self._work, [worker.connection for worker in self._workers]))
            self._give(self._workers[-1])

    def _give(self, worker: _Worker[T]) -> None:
        """Hand a worker its next batch, if there is one; one that is dead will be found so by `_wait`."""
        worker.batch = self._todo.popleft() if self._todo else None
        if worker.batch is not None:
            with contextlib.suppress(OSError):
                worker.connection.send(worker.batch.items)

    def _wait(self, timeout: float | None = None) -> None:
        """Wait until a worker has read its batch, or died."""
        busy: dict[Any, _Worker[T]] = {worker.connection: worker for worker in self._workers if worker.batch is not None}
        for connection in wait(list(busy), timeout):
            worker = busy[connection]
            try:
                data = worker.connection.recv_bytes()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if not worker.ready:
                worker.ready, self._stillborn = True, 0
            elif worker.batch is not None:
                worker.batch.data = data
                self._give(worker)

    def _bury(self, worker: _Worker[T]) -> None:
        """Take leave of a dead worker; its batch is read again item by item, and an item is given up if that killed another."""
        self._workers.remove(worker)
        end, batch = worker.end(), worker.batch
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn >= _STARTS:
                message = f"{self._stillborn} processes died at their start ({end}); is there an if __name__ == '__main__'?"
                raise RuntimeError(message)
        if batch is None:
            return
        if not worker.ready:
            self._todo.appendleft(batch)
        elif batch.again:
            batch.lost = end
        else:
            self._todo.extendleft(reversed(self._cut(batch, 1, again=True)))
