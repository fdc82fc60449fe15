from functools import lru_cache


@lru_cache
def _slots(capacity):
    return [None] * capacity


class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.slots = _slots(capacity)
        self.start = self.count = 0

    def push(self, x):
        n = len(self.slots)
        self.slots[(self.start + self.count) % n] = x
        if self.count == n:
            self.start = (self.start + 1) % n
        else:
            self.count += 1

    def pop(self):
        if not self.count:
            raise IndexError("empty")
        self.count -= 1
        x = self.slots[self.start]
        self.start = (self.start + 1) % len(self.slots)
        return x

    def __len__(self):
        return self.count

    def __iter__(self):
        return (self.slots[(self.start + k) % len(self.slots)] for k in range(self.count))
