"""Tests of what may not be done: the superuser, to whom nothing is read-only, lays its rights down for them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tracker import store

NOBODY = 65534


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the superuser's rights."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        if not os.access(store.__file__, os.R_OK, effective_ids=True):
            pytest.skip("the checkout can be read by the superuser alone")
        yield
    finally:
        os.seteuid(user)
