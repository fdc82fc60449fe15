"""Judging on one BLAS thread, with the same arithmetic on both sides.

Checks make hundreds of small matrix calls. On a busy machine a second thread makes each of them wait for
a core (an SVD of 1 ms took 120), and results would depend in the last bit on how many threads there are.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Generator

VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_ROUTINES = (
    *("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "MKL_CBWR", "MKL_ENABLE_INSTRUCTIONS"),
    *("NPY_DISABLE_CPU_FEATURES", "NPY_ENABLE_CPU_FEATURES"),
)
"""What chooses among a library's routines for one machine, which differ in the last bit."""


def arithmetic() -> dict[str, str]:
    """Return the variables with which a child computes to the last bit what a notebook computes here."""
    chosen = {name: os.environ[name] for name in _ROUTINES if name in os.environ}
    return {**chosen, **dict.fromkeys(VARIABLES, "1")}


def one_thread_environment() -> dict[str, str]:
    """Return this process's environment for a child that computes on one thread and draws nowhere."""
    return {**os.environ, **arithmetic(), "MPLBACKEND": "Agg"}


@contextmanager
def one_thread_for_children() -> Generator[None]:
    """Start child processes inside the block with `one_thread_environment`."""
    before = dict(os.environ)
    os.environ.update(one_thread_environment())
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def one_thread() -> Generator[None]:
    """Compute on one thread in this process while the block lasts."""
    with _controller("scipy.linalg" in sys.modules, "sklearn" in sys.modules).limit(limits=1):
        yield


@cache
def _controller(_scipy: bool, _sklearn: bool) -> Any:  # noqa: FBT001 -- a key: each of them loads libraries of its own
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
