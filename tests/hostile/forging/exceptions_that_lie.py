# expect: ours 1, plain 1; graded; an exception of the answer's is the answer's failure, whatever its class
# tries: raise what the machinery itself uses to stop, skip or end a test
# cell: added
import asyncio
import bdb
import unittest


def everything():
    kinds = [
        StopIteration,
        GeneratorExit,
        SystemExit,
        KeyboardInterrupt,
        StopAsyncIteration,
        asyncio.CancelledError,
        unittest.SkipTest,
        bdb.BdbQuit,
        MemoryError,
        RecursionError,
        AssertionError,
        BrokenPipeError,
        EOFError,
        TimeoutError,
        UnicodeDecodeError,
        ImportError,
    ]
    while True:
        for kind in kinds:
            yield kind("utf-8", b"", 0, 1, "") if kind is UnicodeDecodeError else kind(0)


kinds = everything()


# cell: some answers
def ANSWER(*args, **kwargs):
    raise next(kinds)
