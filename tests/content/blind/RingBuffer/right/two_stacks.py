class RingBuffer:
    """Two stacks: new items go on one, the oldest come off the other, refilled when it is empty."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity has to be at least 1")
        self._capacity = capacity
        self._new = []  # newest last
        self._old = []  # oldest last

    def push(self, x):
        if len(self) >= self._capacity:
            self.pop()
        self._new.append(x)

    def pop(self):
        if not self._old:
            self._old = self._new[::-1]
            self._new = []
        if not self._old:
            raise IndexError("pop from an empty buffer")
        return self._old.pop()

    def __len__(self):
        return len(self._new) + len(self._old)

    def __iter__(self):
        return iter(self._old[::-1] + self._new)
