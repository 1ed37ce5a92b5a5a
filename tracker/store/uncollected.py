"""Python's search for what holds only itself, put off while very many small things are made that hold no such thing.

Left alone it looks through all of them every few hundred, which takes a fifth of the time of an import.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial


@contextmanager
def uncollected() -> Iterator[Callable[[], object]]:
    """Puts the search off until the end; what it gives makes one among what is young, for whenever a part is done."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield partial(gc.collect, 0)
    finally:
        if wanted:
            gc.enable()
