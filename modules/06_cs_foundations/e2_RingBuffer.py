# ---
# title: A queue that keeps the last ones
# id: RingBuffer
# version: 1
# skills: [S028]
# stars: 2
# minutes: 20
# ---

# %% [markdown]
# A camera sends digits, 64 numbers an image, day and night. To smooth its predictions a model looks at the
# last 50 images; what came before is of no use. A list that only grows costs 512 bytes an image, 44 MB a day
# at one a second, until the process is killed. Losses of the last 100 batches, the last requests before a
# crash, the experience that a learning agent replays: each wants the same structure, a **queue** of fixed
# size that forgets the oldest item by itself.
#
# Write the class `RingBuffer(capacity)`. It holds the last `capacity` items that were pushed and not popped.
#
# - `RingBuffer(capacity)` is empty. `capacity` is an int; below 1 it is a `ValueError`.
# - `push(x)` adds an item and returns None. If the buffer is full, the oldest item is dropped first.
# - `pop()` removes the **oldest** item and returns it: the object itself, no copy. On an empty buffer it
#   raises `IndexError`.
# - `len(buffer)` is the number of items in it now.
# - `iter(buffer)` gives the items from oldest to newest and takes none away. Two iterations at once do not
#   disturb each other. (What an iteration gives when somebody pushes or pops meanwhile is up to you.)
# - Any object can be an item: None, 0, `""`, a list, an array of pixels, and the same one several times.
# - Two buffers have nothing in common.
# - Memory does not grow with what passes through: after a million pushes and pops a buffer takes no more than
#   a few times `capacity` slots, and holds on to no more than a few times `capacity` objects.
# - `collections.deque` is off limits: it is what you build. So is `queue.Queue`, which has one inside.
#
# | step | `RingBuffer(3)` afterwards | |
# |---|---|---|
# | push 10, 20, 30 | 10, 20, 30 | full |
# | push 40 | 20, 30, 40 | the oldest had to go |
# | pop gives 20 | 30, 40 | `len` is 2 |
# | push 50 | 30, 40, 50 | |
# | push 60 | 40, 50, 60 | |
# | pop gives 40, then 50, then 60 | | `len` is 0, one more pop is an `IndexError` |
#
# The usual way inside: a list of `capacity` slots that never grows, the index of the oldest item, and a
# count. Item number `k`, counted from the oldest, is in slot `(start + k) % capacity`: behind the last slot
# comes the first one again, hence *ring*. After the push of 40 the slots hold 40, 20, 30, and `start` is 1.


# %% role="answer"
class RingBuffer:
    """The last `capacity` items pushed: first in, first out; the oldest is dropped when it is full.

    Raises ValueError for a capacity below 1.

    >>> buffer = RingBuffer(2)
    >>> for x in "abc":
    ...     buffer.push(x)
    >>> list(buffer), buffer.pop(), len(buffer)
    (['b', 'c'], 'b', 1)
    """

    def __init__(self, capacity):
        ### BEGIN SOLUTION
        if capacity < 1:
            raise ValueError(f"a buffer needs room for 1 item or more, not {capacity}")
        self._slots = [None] * capacity
        self._start = 0
        self._count = 0
        ### END SOLUTION

    def push(self, x):
        """Add an item as the newest; a full buffer drops its oldest."""
        ### BEGIN SOLUTION
        if self._count == len(self._slots):
            self.pop()
        self._slots[self._slot(self._count)] = x
        self._count += 1
        ### END SOLUTION

    def pop(self):
        """Remove the oldest item and return it; IndexError if there is none."""
        ### BEGIN SOLUTION
        if self._count == 0:
            raise IndexError("pop from an empty RingBuffer")
        x, self._slots[self._start] = self._slots[self._start], None
        self._start = self._slot(1)
        self._count -= 1
        return x
        ### END SOLUTION

    def __len__(self):
        """Return the number of items."""
        ### BEGIN SOLUTION
        return self._count
        ### END SOLUTION

    def __iter__(self):
        """Give the items from oldest to newest, and keep them."""
        ### BEGIN SOLUTION
        for k in range(self._count):
            yield self._slots[self._slot(k)]

    def _slot(self, k):
        return (self._start + k) % len(self._slots)
        ### END SOLUTION


# %% role="check" name="push, pop, len and iter" points=0
buffer = RingBuffer(3)
pushed = buffer.push(10)
assert pushed is None, f"buffer.push(10) returned {pushed!r}; None was promised."
size = len(buffer)
assert size == 1, f"After one push into RingBuffer(3), len(buffer) is {size}; 1 was promised."
items = take(buffer, 10)
assert items == [10], f"After one push of 10 into RingBuffer(3), iterating gave {items}; [10] was promised."
size = len(buffer)
assert size == 1, (
    f"After an iteration over one item, len(buffer) is {size}; 1 was promised, as iterating takes nothing "
    "away."
)
popped = buffer.pop()
assert popped == 10, f"After one push of 10 into RingBuffer(3), pop() returned {popped!r}; 10 was promised."

# %% role="check" name="without deque" points=0
found = mentions("deque", ".deque")
assert not found, "You use collections.deque, which is off limits: here you build what it does."

# %% role="check" name="the worked example" points=0 needs="push, pop, len and iter"
steps = [("push", 10), ("push", 20), ("push", 30), ("=list",), ("push", 40), ("=list",), ("pop",), ("=list",)]
steps += [("=len",), ("push", 50), ("=list",), ("push", 60), ("=list",), ("=len",)]
steps += [("pop",), ("pop",), ("=list",), ("pop",), ("=len",), ("=list",)]
wants = [None, None, None, [10, 20, 30], None, [20, 30, 40], 20, [30, 40]]
wants += [2, None, [30, 40, 50], None, [40, 50, 60], 3]
wants += [40, 50, [60], 60, 0, []]
for (name, *args), (fine, got), want in zip(steps, script(RingBuffer(3), steps), wants, strict=True):
    call = f"{name.strip('=')}(buffer)" if name[0] == "=" else f"{name}({', '.join(map(str, args))})"
    assert fine, f"In the example, {call} raised {got}; {want} was promised."
    assert got == want, f"In the example, {call} gave you {got}; {want} was promised."

# %% role="check" name="an empty buffer and a useless capacity" points=0
for capacity in (0, -2):
    try:
        RingBuffer(capacity)
        got = "gave you a buffer"
    except Exception as error:
        got = f"raised {type(error).__name__}"
    assert got == "raised ValueError", f"RingBuffer({capacity}) {got}, where ValueError was promised."
for capacity in (1, 3):
    steps = [("=len",), ("pop",), ("push", 7), ("pop",), ("=len",), ("pop",)]
    wants = [0, "IndexError", None, 7, 0, "IndexError"]
    for (name, *args), (_, got), want in zip(steps, script(RingBuffer(capacity), steps), wants, strict=True):
        call = "len(buffer)" if name == "=len" else f"{name}({', '.join(map(str, args))})"
        assert got == want, (
            f"RingBuffer({capacity}): of len, pop, push(7), pop, len, pop, the step {call} gave you {got}; "
            f"{want} was promised."
        )

# %% role="check" name="keeps no more than it needs" points=0 where="inside" needs="push, pop, len and iter"
import gc
import tracemalloc

ROUNDS, MOST = 8_000, 40_000  # bytes: an empty slot kept from each round takes more


def held():
    """The bytes in use."""
    return tracemalloc.get_traced_memory()[0]


buffer = RingBuffer(3)
ours = not tracemalloc.is_tracing()
tracemalloc.start()
try:
    for what, step in [
        ("pushes", lambda number: buffer.push([number])),
        ("further rounds of push and pop", lambda number: (buffer.push([number]), buffer.pop())),
    ]:
        for number in range(100):
            step(number)
        before = held()
        for number in range(ROUNDS):
            step(number)
        if held() - before >= MOST:
            gc.collect()  # what holds itself in a ring waits for this
        assert held() - before < MOST, (
            f"RingBuffer(3) holds far more memory after {ROUNDS:,} {what} than after a hundred; what was "
            "dropped or popped should not be kept."
        )
finally:
    if ours:
        tracemalloc.stop()


# %% role="shared"
import numpy as np

PROMISE = {
    "push": "push returns None and drops the oldest item when the buffer is full",
    "pop": "pop removes the oldest item and returns it, and raises IndexError when there is none",
    "=len": "len is the number of items in the buffer",
    "=list": "iterating gives the items in the buffer, from oldest to newest",
}


class Thing:
    """An object that is equal to nothing but itself."""

    def __repr__(self):
        return "an object"


def modelled(capacity, steps):
    """What a buffer gives for each step: (True, value) or (False, name of the exception)."""
    from collections import deque

    model, wants = deque(maxlen=capacity), []
    for name, *args in steps:
        if name == "push":
            wants.append((True, model.append(*args)))
        elif name == "pop":
            wants.append((True, model.popleft()) if model else (False, "IndexError"))
        else:
            wants.append((True, len(model) if name == "=len" else list(model)))
    return wants


def story(steps):
    """The steps that led to a result, the last eight of them where there are more."""
    told = [f"{name}({', '.join(map(repr, args))})".removeprefix("=") for name, *args in steps]
    return ("… " if len(told) > 8 else "") + ", ".join(told[-8:])


def same(got, want):
    """Whether two values are equal and of one kind: 0, False and "" are three items."""
    if type(got) is not type(want):
        return False
    if type(want) is list:
        return len(got) == len(want) and all(map(same, got, want))
    return got.tolist() == want.tolist() if type(want) is np.ndarray else got == want


def judge_steps(capacity, steps, results):
    """Compare what a buffer gave for each step, from empty on, with the model."""
    for place, ((ok, got), (fine, want)) in enumerate(zip(results, modelled(capacity, steps), strict=True)):
        assert ok == fine and same(got, want), (
            f"RingBuffer({capacity}): {story(steps[: place + 1])} "
            f"{'gave you' if ok else 'raised'} {got if type(got) is not str or not ok else repr(got)}; "
            f"{PROMISE[steps[place][0]]}."
        )


# %% role="check" name="iterations that know nothing of each other" points=1 hidden=true needs="push, pop, len and iter"
for k in range(20):
    capacity = 2 + k // 4
    pushes = [("push", int(x)) for x in rng.permutation(2 * capacity + k % 4 + 2)]
    buffer = RingBuffer(capacity)
    script(buffer, [*pushes, *[("pop",)] * int(rng.integers(capacity - 1))])
    items = take(buffer, capacity)
    call = f"RingBuffer({capacity}) with the items {items}"
    one, other = iter(buffer), iter(buffer)
    first = next(one)
    whole = take(other, 2 * capacity)
    rest = take(one, 2 * capacity)
    again, size = take(buffer, 2 * capacity), len(buffer)
    assert whole == items and [first, *rest] == items, (
        f"{call}: an iteration that began gave {first}, a second one gave {whole}, and then the first one "
        f"went on with {rest}. Each of the two should give every item once."
    )
    assert again == items and size == len(items), (
        f"{call}: after two iterations, a third one gave {again} and len is {size}. Iterating takes nothing away."
    )

# %% role="check" name="every item counts" points=1 hidden=true needs="push, pop, len and iter"
for k in range(24):
    capacity = 1 + k // 4
    odd = [None, 0, "", False, 0.0, "<empty>", [], [5], rng.integers(9, size=1 + k % 2), Thing()]
    steps = [("push", odd[i]) for i in rng.integers(len(odd), size=capacity + k % 3)]
    steps += [("=len",), ("=list",), ("pop",), ("=len",), ("push", odd[k % len(odd)]), ("=list",)]
    buffer, other = RingBuffer(capacity), RingBuffer(capacity)
    before = script(buffer, steps)
    two = f"one, other = RingBuffer({capacity}), RingBuffer({capacity})"
    size = len(other)
    assert size == 0, (
        f"{two}: after pushes into one, len(other) is {size}. Two buffers have nothing in common."
    )
    judge_steps(capacity, steps, before)
    script(other, [("push", "theirs")] * (capacity + 1))
    after = script(buffer, steps[-1:])
    assert same(after[0][1], before[-1][1]), (
        f'{two}: one held {before[-1][1]}, and after {capacity + 1} times other.push("theirs") it holds '
        f"{after[0][1]}. Two buffers have nothing in common."
    )
    pops = [("pop",)] * (capacity + 1)
    judge_steps(capacity, steps + pops, before + script(buffer, pops))

# %% role="check" name="two thousand operations" points=2 hidden=true needs=["an empty buffer and a useless capacity", "keeps no more than it needs", "iterations that know nothing of each other", "without deque"]
for k in range(40):
    capacity = (1, 2, 3, 5, 8)[k % 5] if k < 35 else int(rng.integers(20, 60))
    likely = (0.35, 0.5, 0.65)[k % 3]
    steps, number = [], int(rng.integers(1000))
    for roll in rng.random(10 + 2 * k if k < 35 else 200):
        number += 1
        item = number if number % 5 else (None, 0, "", False)[number // 5 % 4]
        steps.append(("push", item) if roll < likely else ("pop",) if roll < 0.85 else ("=len",))
        if roll > 0.92 or k < 10:
            steps.append(("=list",))
    judge_steps(capacity, steps, script(RingBuffer(capacity), steps))

# %% [markdown] role="hint"
# Draw three boxes and play the example with a pencil: write 40 where 10 was. Which box holds the oldest item
# now? Which one gets the next item? Which two numbers do you have to remember besides the boxes to answer
# both, also when the boxes are empty?

# %% [markdown] role="hint"
# Keep the slots, `start` (the slot of the oldest item) and `count`. The next free slot is
# `(start + count) % capacity`. To push into a full buffer, drop the oldest first; to drop the oldest, move
# `start` on by one, `% capacity`, and take one from `count`. Iterating is a loop over `range(count)` with
# `yield`; then every iteration has its own position.

# %% [markdown] role="hint"
# ```python
# def push(self, x):
#     if self._count == len(self._slots):
#         self.pop()
#     self._slots[(self._start + self._count) % len(self._slots)] = x
#     self._count += 1
#
# def pop(self):
#     if self._count == 0:
#         raise IndexError("pop from an empty RingBuffer")
#     x = self._slots[self._start]
#     self._start = ____
#     self._count -= 1
#     return x
# ```

# %% [markdown] role="explanation"
# Nothing is ever moved: a push writes one slot and a pop changes two numbers, so both take the same short
# time for 3 slots and for 3 million. A list from whose front you take (`pop(0)`) is right too, but shifts all
# other items each time, n of them. Up to some hundred items that does not matter.
#
# Three decisions are worth a look. The count is kept apart from the slots: with only two indices, start and
# end, a full ring and an empty one look the same, which is why textbooks leave one slot unused. What is in a
# slot says nothing about whether it is taken, because None is an item like any other. And `pop` writes None
# into the slot that it leaves, so that a large item is freed at once and not one round later.
#
# `__iter__` is a generator: each call makes a new object with a position of its own. A class that keeps the
# position in `self` can be iterated by one loop at a time only.
#
# In your own code take `collections.deque(maxlen=n)`. Build the ring yourself where the items are rows of
# one array, as in a replay buffer: then the last n of them are two slices, and no Python object is made.


# %% role="alternative" name="a list that is cut"
class RingBuffer:
    def __init__(self, capacity):
        if not capacity >= 1:
            raise ValueError("no room")
        self.room, self.items = capacity, []

    def push(self, x):
        self.items.append(x)
        del self.items[: -self.room]

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(tuple(self.items))


# %% role="alternative" name="numbered items in a dictionary"
class RingBuffer:
    def __init__(self, capacity):
        if capacity <= 0:
            raise ValueError(capacity)
        self.capacity = capacity
        self.by_number = {}
        self.oldest = self.next = 0

    def push(self, x):
        self.by_number[self.next] = x
        self.next += 1
        if self.next - self.oldest > self.capacity:
            self.pop()

    def pop(self):
        if self.oldest not in self.by_number:
            raise IndexError("empty")
        self.oldest += 1
        return self.by_number.pop(self.oldest - 1)

    def __len__(self):
        return self.next - self.oldest

    def __iter__(self):
        return map(self.by_number.__getitem__, range(self.oldest, self.next))


# %% role="alternative" name="cells in a ring, each knowing the next"
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError(f"a buffer of {capacity}")
        cells = [[None, None] for _ in range(capacity)]
        for place, cell in enumerate(cells):
            cell[1] = cells[(place + 1) % capacity]
        self.oldest = self.free = cells[0]
        self.room, self.count = capacity, 0

    def push(self, x):
        if self.count == self.room:
            self.pop()
        self.free[0], self.free, self.count = x, self.free[1], self.count + 1

    def pop(self):
        if not self.count:
            raise IndexError("nothing is in it")
        cell = self.oldest
        x, self.oldest, cell[0] = cell[0], cell[1], None
        self.count -= 1
        return x

    def __len__(self):
        return self.count

    def __iter__(self):
        cell = self.oldest
        for _ in range(self.count):
            yield cell[0]
            cell = cell[1]


# %% role="alternative" name="a chain that knows both neighbours"
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError(capacity)
        self.capacity, self.length = capacity, 0
        self.ends = ends = {}
        ends["before"] = ends["after"] = ends

    def push(self, x):
        if self.length == self.capacity:
            self.pop()
        newest = self.ends["before"]
        self.ends["before"] = newest["after"] = {"before": newest, "after": self.ends, "item": x}
        self.length += 1

    def pop(self):
        oldest = self.ends["after"]
        if oldest is self.ends:
            raise IndexError("pop from an empty chain")
        self.ends["after"] = oldest["after"]
        oldest["after"]["before"] = self.ends
        self.length -= 1
        return oldest["item"]

    def __len__(self):
        return self.length

    def __iter__(self):
        link = self.ends["after"]
        while link is not self.ends:
            yield link["item"]
            link = link["after"]


# %% role="misconception" name="pops the newest" fails="the worked example"
# `list.pop()` takes from the end, so your buffer is a stack: last in, first out. A queue gives the item that
# waited longest: the oldest one.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.capacity, self.items = capacity, []

    def push(self, x):
        if len(self.items) == self.capacity:
            self.items.pop(0)
        self.items.append(x)

    def pop(self):
        return self.items.pop()

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


# %% role="misconception" name="grows past its capacity" fails="the worked example"
# Nothing in your `push` looks at the capacity, so the buffer keeps everything, as any list does. When it is
# full, drop the oldest item before you add one.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.capacity, self.items = capacity, []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


# %% role="misconception" name="keeps everything and shows the last" fails="keeps no more than it needs"
# From outside all is well, but what was dropped is still held somewhere inside, and that grows until the
# process is killed: what this structure is there to prevent. Take out what you drop, or write over it.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.capacity, self.log, self.first = capacity, [], 0

    def push(self, x):
        self.log.append(x)
        self.first = max(self.first, len(self.log) - self.capacity)

    def pop(self):
        if len(self) == 0:
            raise IndexError("empty")
        self.first += 1
        return self.log[self.first - 1]

    def __len__(self):
        return len(self.log) - self.first

    def __iter__(self):
        return iter(self.log[self.first :])


# %% role="misconception" name="makes room one push too late" fails="the worked example"
# You drop an item once there are *more* than `capacity`, before adding the next: so one too many stays. Drop
# when `len` equals the capacity, or drop after adding.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.capacity, self.items = capacity, []

    def push(self, x):
        if len(self.items) > self.capacity:
            self.items.pop(0)
        self.items.append(x)

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


# %% role="misconception" name="turns new items away" fails="the worked example"
# A full buffer keeps its old items and ignores the new one. It is the other way round: the newest is always
# kept, and the oldest has to go.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.capacity, self.items = capacity, []

    def push(self, x):
        if len(self.items) < self.capacity:
            self.items.append(x)

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


# %% role="misconception" name="raises when it is full" fails="the worked example"
# A full buffer is no error: `push` promised to make room by dropping the oldest item. Whoever calls it in a
# stream of images has nothing to do about an exception.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.capacity, self.items = capacity, []

    def push(self, x):
        if len(self.items) >= self.capacity:
            raise IndexError("the buffer is full")
        self.items.append(x)

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


# %% role="misconception" name="one slot stays empty" fails="the worked example"
# With two indices, start and end, full and empty look the same, so you stop one item early: the buffer holds
# `capacity - 1`. Keep a count beside the start, or make one slot more than the capacity.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.slots, self.start, self.end = [None] * max(capacity, 2), 0, 0

    def push(self, x):
        self.slots[self.end] = x
        self.end = (self.end + 1) % len(self.slots)
        if self.end == self.start:
            self.start = (self.start + 1) % len(self.slots)

    def pop(self):
        if self.start == self.end:
            raise IndexError("empty")
        x = self.slots[self.start]
        self.start = (self.start + 1) % len(self.slots)
        return x

    def __len__(self):
        return (self.end - self.start) % len(self.slots)

    def __iter__(self):
        for k in range(len(self)):
            yield self.slots[(self.start + k) % len(self.slots)]


# %% role="misconception" name="wraps one slot too late" fails="the worked example"
# The slots are numbered 0 to `capacity - 1`, and you go on to slot `capacity` before you wrap, which is an
# IndexError. Write `(i + 1) % capacity`, or wrap when the index *equals* the capacity.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.slots, self.start, self.end, self.count = [None] * capacity, 0, 0, 0

    def _after(self, i):
        return 0 if i + 1 > len(self.slots) else i + 1

    def push(self, x):
        self.slots[self.end] = x
        self.end = self._after(self.end)
        if self.count == len(self.slots):
            self.start = self._after(self.start)
        else:
            self.count += 1

    def pop(self):
        if self.count == 0:
            raise IndexError("empty")
        x = self.slots[self.start]
        self.start = self._after(self.start)
        self.count -= 1
        return x

    def __len__(self):
        return self.count

    def __iter__(self):
        i = self.start
        for _ in range(self.count):
            yield self.slots[i]
            i = self._after(i)


# %% role="misconception" name="iterates in storage order" fails="the worked example"
# You iterate over the slots as they lie in the list, but after the first wrap the oldest item is no longer in
# slot 0. Begin at `start` and wrap around: slot `(start + k) % capacity` for k from 0 on.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.slots, self.start, self.count = [None] * capacity, 0, 0

    def push(self, x):
        if self.count == len(self.slots):
            self.pop()
        self.slots[(self.start + self.count) % len(self.slots)] = x
        self.count += 1

    def pop(self):
        if self.count == 0:
            raise IndexError("empty")
        x = self.slots[self.start]
        self.start = (self.start + 1) % len(self.slots)
        self.count -= 1
        return x

    def __len__(self):
        return self.count

    def __iter__(self):
        return iter(self.slots[: self.count])


# %% role="misconception" name="forgets to move the start" fails="the worked example"
# When a push overwrites the oldest item, the next slot holds the oldest one from then on. You move the place
# for the next push only; move `start` along whenever the buffer was full.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.slots, self.start, self.end, self.count = [None] * capacity, 0, 0, 0

    def push(self, x):
        self.slots[self.end] = x
        self.end = (self.end + 1) % len(self.slots)
        self.count = min(self.count + 1, len(self.slots))

    def pop(self):
        if self.count == 0:
            raise IndexError("empty")
        x = self.slots[self.start]
        self.start = (self.start + 1) % len(self.slots)
        self.count -= 1
        return x

    def __len__(self):
        return self.count

    def __iter__(self):
        for k in range(self.count):
            yield self.slots[(self.start + k) % len(self.slots)]


# %% role="misconception" name="iterates over empty slots too" fails="push, pop, len and iter"
# Your iteration gives all slots, also those that hold nothing yet or whose item was popped. Stop after as
# many items as `len` says.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.slots, self.start, self.count = [None] * capacity, 0, 0

    def push(self, x):
        if self.count == len(self.slots):
            self.pop()
        self.slots[(self.start + self.count) % len(self.slots)] = x
        self.count += 1

    def pop(self):
        if self.count == 0:
            raise IndexError("empty")
        x, self.slots[self.start] = self.slots[self.start], None
        self.start = (self.start + 1) % len(self.slots)
        self.count -= 1
        return x

    def __len__(self):
        return self.count

    def __iter__(self):
        for k in range(len(self.slots)):
            yield self.slots[(self.start + k) % len(self.slots)]


# %% role="misconception" name="len gives the capacity" fails="push, pop, len and iter"
# `len(buffer)` counts the items in the buffer now, not the places for them. Keep a count that `push` and
# `pop` change.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.capacity, self.items = capacity, []

    def push(self, x):
        self.items = [*self.items, x][-self.capacity :]

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return self.capacity

    def __iter__(self):
        return iter(self.items)


# %% role="misconception" name="None marks an empty slot" fails="every item counts"
# You take a slot with None in it for a free one, so a None that somebody pushed is lost and not counted. Keep
# a count of the items; what is in a slot must not matter.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.slots = [None] * capacity

    def push(self, x):
        if self.slots[-1] is not None:
            self.slots.pop(0)
            self.slots.append(x)
        else:
            self.slots[len(self)] = x

    def pop(self):
        if self.slots[0] is None:
            raise IndexError("empty")
        self.slots.append(None)
        return self.slots.pop(0)

    def __len__(self):
        return sum(x is not None for x in self.slots)

    def __iter__(self):
        return (x for x in self.slots if x is not None)


# %% role="misconception" name="0 and the empty string mark an empty slot" fails="every item counts"
# `if not item` is true for None, and for 0, `""` and `False` just as well, so those items are taken for empty
# slots. Keep a count of the items; what is in a slot must not matter.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.slots, self.start, self.count = [None] * capacity, 0, 0

    def push(self, x):
        if self.count == len(self.slots):
            self.start = (self.start + 1) % len(self.slots)
            self.count -= 1
        self.slots[(self.start + self.count) % len(self.slots)] = x
        self.count += 1

    def pop(self):
        x = self.slots[self.start]
        if not x:
            raise IndexError("empty")
        self.slots[self.start] = None
        self.start = (self.start + 1) % len(self.slots)
        self.count -= 1
        return x

    def __len__(self):
        return self.count

    def __iter__(self):
        for k in range(self.count):
            yield self.slots[(self.start + k) % len(self.slots)]


# %% role="misconception" name="the position of the iteration in self" fails="iterations that know nothing of each other"
# `__iter__` returns the buffer itself, and `__next__` keeps its position in `self`: there is one position for
# all loops, and a second loop moves it under the first. Make `__iter__` a generator with `yield`, or return
# `iter(...)` of something new.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.capacity, self.items, self.position = capacity, [], 0

    def push(self, x):
        self.items.append(x)
        self.items = self.items[-self.capacity :]

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        self.position = 0
        return self

    def __next__(self):
        if self.position == len(self.items):
            raise StopIteration
        self.position += 1
        return self.items[self.position - 1]


# %% role="misconception" name="iterating takes the items away" fails="push, pop, len and iter"
# Your iteration pops what it gives, so whoever looks at the buffer empties it. Give the items with `yield`
# and leave `start` and `count` as they are.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.capacity, self.items = capacity, []

    def push(self, x):
        self.items = [*self.items, x][-self.capacity :]

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        while self.items:
            yield self.pop()


# %% role="misconception" name="gives a list where an iterator is due" fails="push, pop, len and iter"
# `__iter__` has to return an iterator, something with `__next__`; a list is not one, and Python says so with
# a TypeError. Return `iter(the_list)`, or write `yield` in a loop.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.capacity, self.items = capacity, []

    def push(self, x):
        self.items = [*self.items, x][-self.capacity :]

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return list(self.items)


# %% role="misconception" name="pop returns None when empty" fails="an empty buffer and a useless capacity"
# From an empty buffer your `pop` returns None, which looks like an item that somebody pushed. Raise
# `IndexError`, as the `pop` of a list does.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.capacity, self.items = capacity, []

    def push(self, x):
        self.items = [*self.items, x][-self.capacity :]

    def pop(self):
        return self.items.pop(0) if self.items else None

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


# %% role="misconception" name="pop leaves the item in place" fails="the worked example"
# You return the oldest item and do not take it out, so the next `pop` gives the same one again. Move `start`
# on, and count one less.
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.capacity, self.items = capacity, []

    def push(self, x):
        self.items = [*self.items, x][-self.capacity :]

    def pop(self):
        return self.items[0]

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


# %% role="misconception" name="accepts a capacity of 0" fails="an empty buffer and a useless capacity"
# `RingBuffer(0)` has no place for the newest item, so it cannot keep its promise. Look at `capacity` first,
# and raise `ValueError` when it is below 1.
class RingBuffer:
    def __init__(self, capacity):
        self.capacity, self.items = capacity, []

    def push(self, x):
        self.items = [*self.items, x][-self.capacity :]

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


# %% role="misconception" name="refuses 0 and takes less" fails="an empty buffer and a useless capacity"
# `if not capacity` is true for 0 alone, so `RingBuffer(-2)` is made and cannot work. Write `capacity < 1`.
class RingBuffer:
    def __init__(self, capacity):
        if not capacity:
            raise ValueError("no room")
        self.capacity, self.items = capacity, []

    def push(self, x):
        self.items = [*self.items, x][-self.capacity :]

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


# %% role="misconception" name="asserts the capacity" fails="an empty buffer and a useless capacity"
# `assert` raises AssertionError, which is not the promised ValueError, and vanishes when Python runs with
# `-O`. For a caller's mistake write `raise ValueError(...)`.
class RingBuffer:
    def __init__(self, capacity):
        assert capacity >= 1
        self.capacity, self.items = capacity, []

    def push(self, x):
        self.items = [*self.items, x][-self.capacity :]

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


# %% role="misconception" name="one list for all buffers" fails="every item counts"
# `items = []` in the body of the class makes one list that belongs to the class, and every buffer fills it.
# Make a new list for each object: `self.items = []` in `__init__`.
class RingBuffer:
    items = []  # noqa: RUF012

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("no room")
        self.capacity = capacity

    def push(self, x):
        self.items.append(x)
        del self.items[: -self.capacity]

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


# %% role="misconception" name="asks deque to do it" fails="without deque"
# `deque(maxlen=capacity)` does all of this, and in your own code you should take it. Here you build it, to
# see what it costs and what can go wrong: a list of slots, the index of the oldest, and a count.
class RingBuffer:
    def __init__(self, capacity):
        from collections import deque

        if capacity < 1:
            raise ValueError("no room")
        self.items = deque(maxlen=capacity)

    def push(self, x):
        self.items.append(x)

    def pop(self):
        return self.items.popleft()

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


# %% role="variant" of="iterates in storage order" name="a list of slots and an index of the next one"
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.data = [None for _ in range(capacity)]
        self.capacity = capacity
        self.head = self.tail = self.size = 0

    def push(self, x):
        self.data[self.tail] = x
        self.tail = (self.tail + 1) % self.capacity
        if self.size < self.capacity:
            self.size += 1
        else:
            self.head = self.tail

    def pop(self):
        if self.size == 0:
            raise IndexError("empty")
        x = self.data[self.head]
        self.head = (self.head + 1) % self.capacity
        self.size -= 1
        return x

    def __len__(self):
        return self.size

    def __iter__(self):
        for i in range(self.size):
            yield self.data[i]


# %% role="variant" of="pops the newest" name="slots, and the index of the last one"
class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.slots, self.start, self.count = [None] * capacity, 0, 0

    def push(self, x):
        n = len(self.slots)
        if self.count == n:
            self.start = (self.start + 1) % n
            self.count -= 1
        self.slots[(self.start + self.count) % n] = x
        self.count += 1

    def pop(self):
        if self.count == 0:
            raise IndexError("empty")
        self.count -= 1
        return self.slots[(self.start + self.count) % len(self.slots)]

    def __len__(self):
        return self.count

    def __iter__(self):
        return iter([self.slots[(self.start + k) % len(self.slots)] for k in range(self.count)])
